import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { SlackConnection } from '../../adapters/slack/connection.ts';
import { createSlack } from '../../adapters/slack/create-slack.ts';
import { slackCheck } from '../../adapters/slack/slack-check.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/log.ts';
import { adapterFor, loopbackManifest, recordingEvents, setStage, words } from './slack-support.ts';

let slack: LoopbackSlack;
beforeEach(async () => {
  slack = await createLoopbackSlack({ manifest: loopbackManifest('socket') });
});
afterEach(() => slack.close());

const tools = { clock: systemClock, log: silentLogger };
const start = (connection: SlackConnection, baseUrl = slack.apiUrl) =>
  createSlack({ connection, baseUrl, words, ...tools }).start(recordingEvents());
const socket = (botToken: string, appToken: string): SlackConnection => ({ mode: 'socket', botToken, appToken });

describe('a start with something wrong says what and what to do', () => {
  it('a bot token that Slack does not accept', async () => {
    await expect(start(socket('xoxb-wrong', slack.appToken))).rejects.toMatchObject({
      problem: 'bot-token-refused',
      remedy: expect.stringContaining('OAuth & Permissions'),
    });
  });
  it('an app token that Slack does not accept', async () => {
    await expect(start(socket(slack.botToken, 'xapp-wrong'))).rejects.toMatchObject({
      problem: 'app-token-refused',
      remedy: expect.stringContaining('connections:write'),
    });
  });
  it('the two tokens in the place of each other', async () => {
    await expect(start(socket(slack.appToken, slack.botToken))).rejects.toMatchObject({ problem: 'bot-token-of-another-kind' });
    await expect(start(socket(slack.botToken, slack.botToken))).rejects.toMatchObject({ problem: 'app-token-of-another-kind' });
  });
  it('Socket Mode switched off', async () => {
    const http = await createLoopbackSlack({ manifest: loopbackManifest('http') });
    await expect(start(socket(http.botToken, http.appToken), http.apiUrl)).rejects.toMatchObject({ problem: 'socket-mode-off' });
    await http.close();
  });
  it('nobody at the address', async () => {
    await expect(start(socket('xoxb-a', 'xapp-b'), 'http://127.0.0.1:9/api/')).rejects.toMatchObject({
      problem: 'slack-unreachable',
    });
  });
  it('an address without TLS off this machine, before any token leaves', () => {
    expect(() => createSlack({ connection: socket('a', 'b'), baseUrl: 'http://slack.example/api/', words, ...tools })).toThrow(
      expect.objectContaining({ problem: 'base-url-not-https' }),
    );
  });
  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const connection: SlackConnection = { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret, port };
    await expect(start(connection)).rejects.toMatchObject({ problem: 'port-taken' });
    other.close();
  });
});

describe('the check for the operator', () => {
  const check = (connection: SlackConnection, at = slack, channel?: string) =>
    slackCheck({ connection, baseUrl: at.apiUrl, ...(channel ? { channel } : {}), ...tools });

  it('is all green when everything is in place, and names no workspace', async () => {
    const findings = await check(socket(slack.botToken, slack.appToken));
    expect(findings.map(({ part, state }) => [part, state])).toEqual([
      ['bot token', 'fine'],
      ['scopes', 'fine'],
      ['app-level token', 'fine'],
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/loopback|xox|xapp/i);
  });

  it('names each missing scope and each wrong token with its remedy', async () => {
    const poor = await createLoopbackSlack({ manifest: loopbackManifest('socket', 'files:write') });
    const findings = await check(socket(poor.botToken, 'xapp-wrong'), poor);
    expect(findings[1]).toMatchObject({
      state: 'wrong',
      says: 'missing: files:write',
      remedy: expect.stringContaining('install the app again'),
    });
    expect(findings[2]).toMatchObject({ state: 'wrong', remedy: expect.stringContaining('connections:write') });
    expect(await check(socket('xoxb-wrong', poor.appToken), poor)).toMatchObject([{ state: 'wrong' }, { state: 'fine' }]);
    await poor.close();
  });

  it('tells whether the bot is in a channel where Slack lets it know', async () => {
    const manifest = loopbackManifest('socket');
    const bot = [...manifest.oauth_config.scopes.bot, 'channels:read'];
    const open = await createLoopbackSlack({ manifest: { ...manifest, oauth_config: { scopes: { bot } } } });
    const connection = socket(open.botToken, open.appToken);
    const stateOf = async (channel: string) => (await check(connection, open, channel)).at(-1)?.state;
    expect(await stateOf(open.channel('in').id)).toBe('fine');
    expect(await stateOf(open.channel('out', { withBot: false }).id)).toBe('wrong');
    expect(await stateOf('C0NOWHERE')).toBe('wrong');
    expect((await check(socket(slack.botToken, slack.appToken), slack, slack.channel('in').id)).at(-1)).toMatchObject({
      state: 'unknown',
    });
    await open.close();
  });
});

describe('deliveries over HTTP', () => {
  const post = (port: number | null, body: string, headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });

  it('are refused when the signature is missing, wrong or old', async () => {
    const stage = await setStage({ mode: 'http' });
    const { port } = await adapterFor(stage.slack, 'http').start(stage.events);
    const body = 'command=%2Fad&text=hi&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1';
    const now = Math.floor(Date.now() / 1000);
    const signed = (at: number, secret: string) => ({
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
    });
    expect((await post(port, body, {})).status).toBe(401);
    expect((await post(port, body, signed(now, 'wrong'))).status).toBe(401);
    expect((await post(port, body, signed(now - 600, stage.slack.signingSecret))).status).toBe(401);
    expect(stage.events.commands).toEqual([]);
    expect((await post(port, body, signed(now, stage.slack.signingSecret))).status).toBe(200);
    await stage.close();
  });

  it('can share a server with other pages', async () => {
    const http = await createLoopbackSlack({ manifest: loopbackManifest('http') });
    const server = createServer((request, response) => {
      if (request.url !== '/slack/events') response.end('another page');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const connection: SlackConnection = { mode: 'http', botToken: http.botToken, signingSecret: http.signingSecret, server };
    const adapter = createSlack({ connection, baseUrl: http.apiUrl, words, ...tools });
    const { port } = await adapter.start(recordingEvents());
    http.deliverByHttp(`http://127.0.0.1:${port}/slack/events`);
    const anna = http.person('anna');
    await anna.command('/ad', '', { channel: http.channel('shop') });
    await anna.waitForView();
    expect(await (await fetch(`http://127.0.0.1:${port}/health`)).text()).toBe('another page');
    await adapter.close();
    server.close();
    server.closeAllConnections();
    await http.close();
  });
});
