import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { overrunWindows } from '../../adapters/playground/slack/overrun-windows.ts';
import { methods } from '../../adapters/playground/slack/web-api.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { leapingClock, loopbackManifest } from '../system/slack-support.ts';

let slack: LoopbackSlack;
let clock: ReturnType<typeof leapingClock>;
beforeEach(async () => {
  clock = leapingClock();
  slack = await createLoopbackSlack({ manifest: loopbackManifest('socket'), clock });
});
afterEach(() => slack.close());

type Answer = { ok: boolean; error?: string } & Record<string, unknown>;

async function call(method: string, args: Record<string, unknown> = {}, token = slack.botToken): Promise<Answer> {
  const fields = Object.entries(args).map(
    ([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)] as [string, string],
  );
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(slack.apiUrl + method, { method: 'POST', headers, body: new URLSearchParams(fields) });
  return (await response.json()) as Answer;
}

const shop = () => slack.channel('shop').id;
const text = (value: string) => ({ type: 'section', text: { type: 'plain_text', text: value } });
const modal = (more: object = {}) => ({
  type: 'modal',
  callback_id: 'x',
  title: { type: 'plain_text', text: 'A form' },
  blocks: [text('hello')],
  ...more,
});

/** A trigger as a command hands it to the bot; nobody listens, so it is taken from the workspace itself. */
function trigger(): string {
  void slack.person('anna').command('/ad', '', { channel: slack.channel('shop') });
  return [...slack.world.triggers.keys()].at(-1) ?? '';
}

describe('the loopback Slack refuses what Slack refuses', () => {
  it('methods it does not know, and tokens that are missing, wrong or of another kind', async () => {
    expect(await call('chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' });
    expect(await call('auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-wrong')).toMatchObject({ error: 'invalid_auth' });
    expect(await call('auth.test', {}, slack.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    slack.faults.deadToken = true;
    expect(await call('auth.test')).toMatchObject({ error: 'invalid_auth' });
  });

  it.each(Object.entries(methods).filter(([, method]) => method.scope !== null))('%s without its scope', async (name, method) => {
    const poor = await createLoopbackSlack({
      manifest: { ...loopbackManifest('socket'), oauth_config: { scopes: { bot: ['commands'] } } },
    });
    const response = await fetch(poor.apiUrl + name, { method: 'POST', headers: { authorization: `Bearer ${poor.botToken}` } });
    expect(await response.json()).toMatchObject({
      ok: false,
      error: 'missing_scope',
      needed: method.scope,
      provided: 'commands',
    });
    expect(response.headers.get('x-oauth-scopes')).toBe('commands');
    await poor.close();
  });

  it('messages where the bot is no member, in archived channels, in unknown threads, and without content', async () => {
    const post = (channel: string, more: object = {}) => call('chat.postMessage', { channel, text: 'hi', ...more });
    expect(await post(slack.channel('out', { withBot: false }).id)).toMatchObject({ error: 'not_in_channel' });
    expect(await post(slack.channel('secret', { withBot: false, isPrivate: true }).id)).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await post('C0NOWHERE')).toMatchObject({ error: 'channel_not_found' });
    expect(await post(shop(), { thread_ts: '1.000001' })).toMatchObject({ error: 'thread_not_found' });
    expect(await post(shop(), { text: '' })).toMatchObject({ error: 'no_text' });
    slack.channel('shop').isArchived = true;
    expect(await post(shop())).toMatchObject({ error: 'is_archived' });
  });

  it("edits and removals of what is gone or another's", async () => {
    const said = slack.person('anna').postMessage({ channel: slack.channel('shop'), text: 'mine' });
    const at = { channel: shop(), ts: said.ts, text: 'yours' };
    expect(await call('chat.update', at)).toMatchObject({ error: 'cant_update_message' });
    expect(await call('chat.delete', at)).toMatchObject({ error: 'cant_delete_message' });
    expect(await call('chat.update', { ...at, ts: '1.000001' })).toMatchObject({ error: 'message_not_found' });
    const file = slack
      .person('anna')
      .postMessage({ channel: slack.channel('shop'), files: [{ name: 'a.png', bytes: Buffer.from('a') }] }).files[0];
    expect(await call('files.delete', { file })).toMatchObject({ error: 'cant_delete_file' });
  });

  it('private words to somebody who is not in the channel', async () => {
    const stranger = slack.person('stranger');
    expect(await call('chat.postEphemeral', { channel: shop(), user: stranger.id, text: 'psst' })).toMatchObject({
      error: 'user_not_in_channel',
    });
  });

  it.each([
    ['an unknown type', [{ type: 'party' }]],
    ['an unknown key', [{ ...text('x'), colour: 'red' }]],
    ['an overlong text', [text('x'.repeat(3001))]],
    ['an empty text', [text('')]],
    ['more than 50 blocks', Array.from({ length: 51 }, () => text('x'))],
    [
      'an overlong button',
      [{ type: 'actions', elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'x'.repeat(76) } }] }],
    ],
    [
      'one action id twice',
      [
        {
          type: 'actions',
          elements: ['x', 'y'].map((label) => ({ type: 'button', action_id: 'a', text: { type: 'plain_text', text: label } })),
        },
      ],
    ],
    ['a picture without words', [{ type: 'image', image_url: 'https://shop.example/a.png' }]],
    ['a picture of an unknown file', [{ type: 'image', alt_text: 'x', slack_file: { id: 'F0NONE' } }]],
    [
      'a field to fill in',
      [{ type: 'input', label: { type: 'plain_text', text: 'x' }, element: { type: 'file_input', action_id: 'a' } }],
    ],
  ])('a message with %s', async (_what, blocks) => {
    expect(await call('chat.postMessage', { channel: shop(), text: 'x', blocks })).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
    });
  });

  it('a message whose blocks hold too much text', async () => {
    const blocks = Array.from({ length: 5 }, () => text('x'.repeat(2900)));
    expect(await call('chat.postMessage', { channel: shop(), text: 'x', blocks })).toMatchObject({
      error: 'msg_blocks_too_long',
    });
  });

  it('forms by triggers that are wrong, used or older than three seconds', async () => {
    expect(await call('views.open', { trigger_id: 'nonsense', view: modal() })).toMatchObject({ error: 'invalid_trigger_id' });
    const used = trigger();
    expect(await call('views.open', { trigger_id: used, view: modal() })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id: used, view: modal() })).toMatchObject({ error: 'exchanged_trigger_id' });
    const old = trigger();
    clock.pass(10_000);
    expect(await call('views.open', { trigger_id: old, view: modal() })).toMatchObject({ error: 'expired_trigger_id' });
  });

  it('forms that are malformed, unknown, closed or stacked too deep', async () => {
    const title = { type: 'plain_text', text: 'A title longer than twenty-four' };
    expect(await call('views.open', { trigger_id: trigger(), view: modal({ title }) })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(
      await call('views.open', { trigger_id: trigger(), view: modal({ private_metadata: 'x'.repeat(3001) }) }),
    ).toMatchObject({ error: 'invalid_arguments' });
    const { view } = await call('views.open', { trigger_id: trigger(), view: modal() });
    const { id, hash } = view as { id: string; hash: string };
    expect(await call('views.update', { view_id: 'V0NONE', view: modal() })).toMatchObject({ error: 'not_found' });
    expect(await call('views.update', { view_id: id, view: modal() })).toMatchObject({ ok: true });
    expect(await call('views.update', { view_id: id, hash, view: modal() })).toMatchObject({ error: 'hash_conflict' });
    for (const expected of [{ ok: true }, { ok: true }, { error: 'push_limit_reached' }]) {
      expect(await call('views.push', { trigger_id: trigger(), view: modal() })).toMatchObject(expected);
    }
  });

  it('calls that come too often', async () => {
    const posts = [];
    for (let count = 0; count < 6; count += 1) posts.push(await call('chat.postMessage', { channel: shop(), text: 'hi' }));
    expect(posts.map((post) => post.ok)).toEqual([true, true, true, true, true, false]);
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ channel: shop() }),
    });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const ts = posts[0]?.['ts'];
    for (let count = 0; count < 50; count += 1)
      expect(await call('chat.update', { channel: shop(), ts, text: 'x' })).toMatchObject({ ok: true });
    expect(await call('chat.update', { channel: shop(), ts, text: 'x' })).toMatchObject({ error: 'ratelimited' });
    clock.pass(60_000);
    expect(await call('chat.update', { channel: shop(), ts, text: 'x' })).toMatchObject({ ok: true });
    expect(overrunWindows(slack.world.journal)).toEqual([]);
  });

  it('fewer of them where the limits are twice as wide, and the journal would tell of too many', async () => {
    slack.rates.times = 2;
    for (let count = 0; count < 10; count += 1)
      expect(await call('chat.postMessage', { channel: shop(), text: 'hi' })).toMatchObject({ ok: true });
    expect(await call('chat.postMessage', { channel: shop(), text: 'hi' })).toMatchObject({ error: 'ratelimited' });
    expect(overrunWindows(slack.world.journal)).toEqual([]);
    const [entry] = slack.calls('chat.postMessage');
    if (!entry) throw new Error('nothing was posted');
    expect(overrunWindows(Array(11).fill(entry))).toMatchObject([expect.stringContaining('more than 10 calls')]);
  });

  it('messages to people who take none, files of channels that take none, and anything in an archived channel', async () => {
    const anna = slack.person('anna');
    anna.closeDms();
    expect(await call('conversations.open', { users: anna.id })).toMatchObject({ error: 'cannot_dm_bot' });
    anna.openDms();
    expect(await call('conversations.open', { users: anna.id })).toMatchObject({ ok: true });
    slack.archive(slack.channel('shop'));
    expect(await call('chat.postMessage', { channel: shop(), text: 'hi' })).toMatchObject({ error: 'is_archived' });
  });
});

describe('files at the loopback Slack', () => {
  async function upload(name: string, bytes: Buffer): Promise<string> {
    const address = await call('files.getUploadURLExternal', { filename: name, length: String(bytes.length) });
    await fetch(String(address['upload_url']), { method: 'POST', body: new Uint8Array(bytes) });
    return String(address['file_id']);
  }

  it('are completed once, and only when their bytes are there in full', async () => {
    const { upload_url: url, file_id: id } = await call('files.getUploadURLExternal', { filename: 'a.png', length: '5' });
    expect(await call('files.completeUploadExternal', { files: [{ id }] })).toMatchObject({ error: 'file_not_found' });
    expect((await fetch(String(url), { method: 'POST', body: 'four' })).status).toBe(400);
    const form = new FormData();
    form.append('file', new Blob(['fives']), 'a.png');
    expect(await (await fetch(String(url), { method: 'POST', body: form })).text()).toBe('OK - 5');
    expect(await call('files.completeUploadExternal', { files: [{ id: 'F0NONE' }] })).toMatchObject({ error: 'file_not_found' });
    expect(await call('files.completeUploadExternal', { files: [{ id }] })).toMatchObject({ ok: true });
    expect(await call('files.completeUploadExternal', { files: [{ id }] })).toMatchObject({ error: 'file_update_failed' });
  });

  it('are shared some time after they are completed, and pictures usable later still', async () => {
    Object.assign(slack.faults, { sharesAfterMs: 1_000, processingMs: 2_000 });
    const id = await upload('a.png', Buffer.from('abc'));
    await call('files.completeUploadExternal', { files: [{ id }], channel_id: shop() });
    const file = async () => (await call('files.info', { file: id }))['file'] as { shares: object; thumb_64?: string };
    expect((await file()).shares).toEqual({});
    const block = { type: 'image', alt_text: 'a', slack_file: { id } };
    expect(await call('chat.postMessage', { channel: shop(), text: 'a', blocks: [block] })).toMatchObject({
      error: 'invalid_blocks',
    });
    clock.pass(2_000);
    expect((await file()).shares).toHaveProperty(['public', shop()]);
    expect(await call('chat.postMessage', { channel: shop(), text: 'a', blocks: [block] })).toMatchObject({ ok: true });
  });

  it('show a sign-in page with HTTP 200 to whoever has no token', async () => {
    const id = await upload('a.png', Buffer.from('abc'));
    await call('files.completeUploadExternal', { files: [{ id }] });
    const file = (await call('files.info', { file: id }))['file'] as { url_private_download: string };
    const stranger = await fetch(file.url_private_download);
    expect([stranger.status, stranger.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const owner = await fetch(file.url_private_download, { headers: { authorization: `Bearer ${slack.botToken}` } });
    expect(await owner.text()).toBe('abc');
  });
});

describe('a reply address', () => {
  it('works five times within thirty minutes', async () => {
    const anna = slack.person('anna');
    const reply = (key: string) =>
      fetch(`${slack.apiUrl.replace('/api/', '/response/')}${key}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'psst', response_type: 'ephemeral', replace_original: false }),
      });
    trigger();
    const first = [...slack.world.replyLinks.keys()].at(-1) ?? '';
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push((await reply(first)).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 404]);
    expect(anna.ephemerals()).toHaveLength(5);
    trigger();
    clock.pass(31 * 60_000);
    expect((await reply([...slack.world.replyLinks.keys()].at(-1) ?? '')).status).toBe(404);
  });
});

describe('a socket', () => {
  it('says hello first, and brings again what was not acknowledged, with the number of the try', async () => {
    const connect = async () => {
      const { url } = await call('apps.connections.open', {}, slack.appToken);
      const socket = new WebSocket(String(url));
      const frames: Record<string, unknown>[] = [];
      socket.on('message', (data) => frames.push(JSON.parse(data.toString())));
      return { socket, frames };
    };
    const one = await connect();
    await expect
      .poll(() => one.frames[0])
      .toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: slack.world.app.id } });
    trigger();
    await expect.poll(() => one.frames[1]).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
    expect(one.frames[1]).not.toHaveProperty('retry_attempt');
    one.socket.terminate();
    await slack.waitFor(() => slack.connections() === 0);
    const two = await connect();
    await expect.poll(() => two.frames[1]).toEqual({ ...one.frames[1], retry_attempt: 1, retry_reason: 'timeout' });
    two.socket.send(JSON.stringify({ envelope_id: two.frames[1]?.['envelope_id'] }));
    await slack.waitFor(() => !slack.hasUndelivered());
    two.socket.terminate();
  });
});

describe('the page of the bot', () => {
  const page = { type: 'home', blocks: [text('hello')] };

  it('takes a page, and nothing else; and only where the manifest has one', async () => {
    const anna = slack.person('anna');
    const publish = (view: object, user = anna.id) => call('views.publish', { user_id: user, view });
    expect(await publish(page)).toMatchObject({ ok: true, view: { type: 'home' } });
    expect(anna.home()?.view).toMatchObject(page);
    expect(await publish(modal())).toMatchObject({ error: 'invalid_arguments' });
    expect(await publish(page, 'U0NOBODY')).toMatchObject({ error: 'user_not_found' });
    const manifest = loopbackManifest('socket');
    const app_home = { ...manifest.features.app_home, home_tab_enabled: false };
    const without = await createLoopbackSlack({ manifest: { ...manifest, features: { ...manifest.features, app_home } } });
    const headers = { authorization: `Bearer ${without.botToken}` };
    const body = new URLSearchParams({ user_id: without.person('anna').id, view: JSON.stringify(page) });
    const answer = await fetch(`${without.apiUrl}views.publish`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ error: 'not_enabled' });
    expect(() => without.person('anna').openHome()).toThrow('no page');
    await without.close();
  });
});

describe('an event', () => {
  it('is told only with its scope, its subscription, and where the bot is a member', async () => {
    const heard: Record<string, unknown>[] = [];
    const app = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        heard.push({ ...(JSON.parse(body) as object), retry: request.headers['x-slack-retry-num'] });
        response.writeHead(heard.length < 3 ? 500 : 200).end();
      });
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const { port } = app.address() as AddressInfo;
    // An answer is waited for in real time.
    const real = await createLoopbackSlack({ manifest: loopbackManifest('http') });
    real.deliverByHttp(`http://127.0.0.1:${port}/slack/events`);
    const anna = real.person('anna');
    expect((await anna.mention({ channel: real.channel('out', { withBot: false }) })).reply).toBeNull();
    expect((await anna.mention({ channel: real.channel('shop'), text: 'hi' })).reply).toMatchObject({ kind: 'acknowledged' });
    expect(heard.map((one) => one['retry'])).toEqual([undefined, '1', '2']);
    expect(new Set(heard.map((one) => one['event_id'])).size).toBe(1);
    expect(heard[0]).toMatchObject({
      type: 'event_callback',
      team_id: real.team,
      event: { type: 'app_mention', user: anna.id, text: expect.stringMatching(/^<@U\w+> hi$/) },
    });
    expect(await real.tell({ type: 'reaction_added' })).toBeNull();
    const poor = await createLoopbackSlack({ manifest: loopbackManifest('http', 'app_mentions:read') });
    expect((await poor.person('anna').mention({ channel: poor.channel('shop') })).reply).toBeNull();
    for (const one of [real, poor]) await one.close();
    app.closeAllConnections();
    app.close();
  });
});

describe('an installation', () => {
  const redirect = 'https://adwright.example.com/slack/oauth_redirect';
  const manifest = slackManifest({ mode: 'http', publicUrl: 'https://adwright.example.com', isShared: true });
  let shared: LoopbackSlack;
  beforeEach(async () => {
    shared = await createLoopbackSlack({ manifest, clock });
  });
  afterEach(() => shared.close());

  const exchange = async (more: Record<string, string>): Promise<Answer> => {
    const { clientId: client_id, clientSecret: client_secret } = shared;
    const body = new URLSearchParams({ client_id, client_secret, ...more });
    return (await (await fetch(`${shared.apiUrl}oauth.v2.access`, { method: 'POST', body })).json()) as Answer;
  };
  const test = async (token: unknown) => {
    const headers = { authorization: `Bearer ${String(token)}` };
    return (await fetch(`${shared.apiUrl}auth.test`, { method: 'POST', headers })).json();
  };
  /** The page that a person agrees on, and the code that comes back. */
  function codeFor(scope = 'commands,users:read', without: string[] = []): string {
    const page = new URL('https://slack.com/oauth/v2/authorize');
    page.search = String(new URLSearchParams({ client_id: shared.clientId, scope, redirect_uri: redirect, state: 's' }));
    const around = shared.workspace('North');
    return around.agree(page, 'admin', { without }).searchParams.get('code') ?? '';
  }

  it('gives a token for a code, once, to whoever has the secret', async () => {
    const code = codeFor();
    expect(await exchange({ code: 'made-up', redirect_uri: redirect })).toMatchObject({ error: 'invalid_code' });
    expect(await exchange({ code, redirect_uri: redirect, client_secret: 'wrong' })).toMatchObject({
      error: 'bad_client_secret',
    });
    const given = await exchange({ code, redirect_uri: redirect });
    expect(given).toMatchObject({ ok: true, token_type: 'bot', scope: 'commands,users:read', expires_in: 43_200 });
    expect(await test(given['access_token'])).toMatchObject({ ok: true });
    expect(await exchange({ code, redirect_uri: redirect })).toMatchObject({ error: 'invalid_code' });
    expect(() => codeFor('admin')).toThrow('invalid_scope');
    expect(() => codeFor('commands,users:read', ['commands'])).toThrow('scope_not_optional');
  });

  it('ends after twelve hours, and is renewed with a token that works once', async () => {
    const given = await exchange({ code: codeFor(), redirect_uri: redirect });
    clock.pass(12 * 3_600_000);
    expect(await test(given['access_token'])).toMatchObject({ error: 'token_expired' });
    const renew = { grant_type: 'refresh_token', refresh_token: String(given['refresh_token']) };
    expect(await test((await exchange(renew))['access_token'])).toMatchObject({ ok: true });
    expect(await exchange(renew)).toMatchObject({ error: 'invalid_refresh_token' });
  });
});
