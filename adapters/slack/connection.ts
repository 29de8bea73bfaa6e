/** How the adapter reaches a workspace, and which addresses it may trust with a token. */
import type { Server } from 'node:http';
import type { InstallationStore } from '../../src/accounts/installations.ts';
import { isLoopback } from '../../src/loopback.ts';

/** `port` opens an own server on `host` (127.0.0.1 when absent); `server` adds our paths to one that listens already. */
export type Door = { port: number; host?: string } | { server: Server };

export type SocketConnection = { mode: 'socket'; botToken: string; appToken: string };
export type HttpConnection = { mode: 'http'; botToken: string; signingSecret: string } & Door;
/** Any workspace may install the bot by itself, and gets a token of its own. */
export type OAuthConnection = {
  mode: 'oauth';
  clientId: string;
  clientSecret: string;
  signingSecret: string;
  /** Signs what travels with a browser while it installs. */
  stateSecret: string;
  /** Where browsers and Slack reach us. */
  publicUrl: string;
  installations: InstallationStore;
} & Door;
export type SlackConnection = SocketConnection | HttpConnection | OAuthConnection;

export const slackApiUrl = 'https://slack.com/api/';
export const eventsPath = '/slack/events';
export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';

/** Tokens travel only over TLS, except to this very machine. */
export function isSafeBaseUrl(baseUrl: string): boolean {
  const url = readUrl(baseUrl);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
}

/** Whether files may be fetched from, or sent to, this address: Slack's own hosts, or the loopback server that stands in for it. */
export function isFileHost(address: string, baseUrl: string): boolean {
  const url = readUrl(address);
  const base = readUrl(baseUrl);
  if (url === null || base === null) return false;
  if (isLoopback(base.hostname)) return url.host === base.host && url.protocol === base.protocol;
  return url.protocol === 'https:' && (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'));
}

/** Where a person agrees to an installation: Slack's own page, or the one of the loopback server. */
export function authorizePage(baseUrl: string): string {
  const base = readUrl(baseUrl);
  const isHere = base !== null && isLoopback(base.hostname);
  return new URL('/oauth/v2/authorize', isHere ? base : slackApiUrl).href;
}

function readUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
