/** How the adapter reaches a workspace, and which addresses it may trust with a token. */
import type { Server } from 'node:http';
import { isLoopback } from '../../src/loopback.ts';

export type SocketConnection = { mode: 'socket'; botToken: string; appToken: string };
/** `port` opens an own server on `host` (127.0.0.1 when absent); `server` adds `/slack/events` to one that listens already. */
export type HttpConnection = { mode: 'http'; botToken: string; signingSecret: string } & (
  | { port: number; host?: string }
  | { server: Server }
);
export type SlackConnection = SocketConnection | HttpConnection;

export const slackApiUrl = 'https://slack.com/api/';
export const eventsPath = '/slack/events';

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

function readUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
