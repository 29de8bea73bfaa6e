import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { LoopbackWorkspace } from '../../adapters/playground/slack/workspace.ts';
import { createSlack, type SlackAdapter } from '../../adapters/slack/create-slack.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import type { Installation, InstallationStore } from '../../src/accounts/installations.ts';
import type { ChatEvents } from '../../src/chat/chat-adapter.ts';
import type { Place } from '../../src/chat/messages.ts';
import { collect, keptJournal, movingClock, notingLogger, picture, recordingEvents, saying, words } from './slack-support.ts';

const hourMs = 3_600_000;

function memoryInstallations(): InstallationStore & { kept: Map<string, Installation> } {
  const kept = new Map<string, Installation>();
  return {
    kept,
    async save({ workspace }, installation) {
      kept.set(workspace, installation);
    },
    async renew({ workspace }, before, tokens) {
      const found = kept.get(workspace);
      if (found?.token !== before) return false;
      kept.set(workspace, { ...found, ...tokens });
      return true;
    },
    find: async ({ workspace }) => kept.get(workspace) ?? null,
    async remove({ workspace }) {
      kept.delete(workspace);
    },
    workspaces: async () => [...kept.keys()],
    count: async () => kept.size,
  };
}

type Shared = {
  slack: LoopbackSlack;
  adapter: SlackAdapter;
  events: ReturnType<typeof recordingEvents>;
  installations: ReturnType<typeof memoryInstallations>;
  clock: ReturnType<typeof movingClock>;
  log: ReturnType<typeof notingLogger>;
  /** Another process of the same program: it hears nobody. */
  worker(): SlackAdapter;
  installAt: string;
};
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function listeningServer(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** An app that any workspace may install. */
async function share(answers: Partial<ChatEvents> = {}): Promise<Shared> {
  const server = await listeningServer();
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = movingClock();
  const slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'http', publicUrl, isShared: true }), clock });
  const [installations, log, events] = [memoryInstallations(), notingLogger(), recordingEvents(answers)];
  const { clientId, clientSecret, signingSecret } = slack;
  const stateSecret = 'state-secret';
  const made = () => {
    const connection = {
      mode: 'oauth',
      clientId,
      clientSecret,
      signingSecret,
      stateSecret,
      publicUrl,
      installations,
      server,
    } as const;
    const adapter = createSlack({ connection, baseUrl: slack.apiUrl, words, clock, log });
    closers.push(() => adapter.close());
    return adapter;
  };
  closers.push(
    () => slack.close(),
    async () => {
      server.closeAllConnections();
      server.close();
    },
  );
  const adapter = made();
  await adapter.start(events);
  slack.deliverByHttp(`${publicUrl}/slack/events`);
  return { slack, adapter, events, installations, clock, log, worker: made, installAt: `${publicUrl}/slack/install` };
}

const placeIn = (workspace: LoopbackWorkspace, key = workspace.team): Place => ({
  platform: 'slack',
  workspace: key,
  channel: workspace.channel('shop').id,
  thread: null,
});
const said = (workspace: LoopbackWorkspace) => workspace.messages(workspace.channel('shop').id).map((message) => message.text);

describe('a workspace that installs the bot by itself', () => {
  it('is spoken to with a token of its own, and so is the next one', async () => {
    const { slack, adapter, installations, events, installAt } = await share();
    const north = slack.workspace('North');
    const south = slack.workspace('South');
    for (const one of [north, south]) expect(await one.install(installAt, 'admin')).toBe(200);
    expect([...installations.kept.keys()].sort()).toEqual([north.team, south.team].sort());
    for (const one of [north, south]) {
      await one.person('anna').command('/ad', 'sale', { channel: one.channel('shop') });
      const form = await one.person('anna').waitForView();
      await one.person('anna').submit(form, { photos: [{ name: 'mug.png', bytes: Buffer.from(`mug of ${one.team}`) }] });
    }
    expect(events.submissions.map(({ person }) => person.workspace)).toEqual([north.team, south.team]);
    for (const [place, one] of [north, south].entries()) {
      const photos = events.submissions[place]?.values['photos'];
      if (!Array.isArray(photos) || typeof photos[0] !== 'object') throw new Error('no photo arrived');
      expect((await collect(await adapter.fetch(photos[0]))).toString()).toBe(`mug of ${one.team}`);
      const ref = await adapter.post(placeIn(one), saying(`hello ${one.team}`), 'a-key');
      await adapter.update(ref, saying(`ready ${one.team}`), 'final');
      await adapter.deliverFiles(ref, [picture('square')], keptJournal());
      expect(said(one)).toContain(`ready ${one.team}`);
      expect(one.files().filter((file) => file.fromBot)).toHaveLength(1);
    }
  });

  it('keeps what was granted, who installed it, and nothing that tells a name', async () => {
    const { slack, installations, installAt } = await share();
    const north = slack.workspace('North');
    await north.install(installAt, 'admin', { without: ['users:read'] });
    const kept = installations.kept.get(north.team);
    expect(kept).toMatchObject({ installer: north.person('admin').id, renewal: { expiresAt: expect.any(Number) } });
    expect(kept?.scopes).toContain('chat:write');
    expect(kept?.scopes).not.toContain('users:read');
    expect(JSON.stringify(kept)).not.toMatch(/North|admin/);
  });

  it('may be a whole organisation: its workspaces share one token, and no workspace need be named', async () => {
    const { slack, adapter, installations, events, installAt } = await share();
    const group = slack.workspace('Group North', { organisation: 'Group', isOrganisationWide: true });
    expect(await group.install(installAt, 'admin')).toBe(200);
    const key = group.world.organisation?.id ?? '';
    expect([...installations.kept.keys()]).toEqual([key]);
    const anna = group.person('anna');
    await anna.command('/ad', 'sale', { channel: group.channel('shop') });
    await anna.submit(await anna.waitForView(), { photos: [{ name: 'mug.png', bytes: Buffer.from('mug') }] });
    await anna.mention({ channel: group.channel('shop'), files: [{ name: 'a.png', bytes: Buffer.from('a') }] });
    await group.waitFor(() => said(group).length === 2);
    expect(events.submissions[0]?.person).toMatchObject({ workspace: key });
    await adapter.post(placeIn(group, key), saying('hello'), 'a-key');
    expect(said(group)).toContain('hello');
  });

  it('must come back with the state that this browser was given', async () => {
    const { slack, installations, installAt } = await share();
    const back = new URL('/slack/oauth_redirect?code=c&state=forged', installAt);
    expect((await fetch(back)).status).toBe(400);
    const stolen = await fetch(installAt, { redirect: 'manual' });
    const page = new URL(stolen.headers.get('location') ?? '');
    expect(page.origin).toBe(new URL(slack.apiUrl).origin);
    back.searchParams.set('state', page.searchParams.get('state') ?? '');
    expect((await fetch(back)).status).toBe(400);
    expect(installations.kept.size).toBe(0);
  });
});

describe('a token that lives twelve hours', () => {
  const renewals = (slack: LoopbackSlack) => slack.world.journal.filter((call) => call.args['grant_type'] === 'refresh_token');

  it('is renewed while it still holds, by whoever speaks: also a worker that hears nobody', async () => {
    const { slack, installations, clock, worker, installAt } = await share();
    const north = slack.workspace('North');
    await north.install(installAt, 'admin');
    const first = installations.kept.get(north.team)?.token;
    const mute = worker();
    clock.pass(9 * hourMs);
    await mute.post(placeIn(north), saying('after nine hours'), 'a');
    expect(installations.kept.get(north.team)?.token).toBe(first);
    clock.pass(1.5 * hourMs);
    await mute.post(placeIn(north), saying('after ten and a half'), 'b');
    await expect.poll(() => installations.kept.get(north.team)?.token).not.toBe(first);
    clock.pass(11 * hourMs);
    await mute.post(placeIn(north), saying('after a day'), 'c');
    expect(said(north)).toHaveLength(3);
  });

  it('is renewed first when it is past, once for many who need it', async () => {
    const { slack, adapter, installations, clock, installAt } = await share();
    const north = slack.workspace('North');
    await north.install(installAt, 'admin');
    clock.pass(13 * hourMs);
    await Promise.all(['a', 'b', 'c'].map((key) => adapter.post(placeIn(north), saying(key), key)));
    expect(said(north).sort()).toEqual(['a', 'b', 'c']);
    expect(renewals(slack)).toHaveLength(1);
    expect(installations.kept.get(north.team)?.renewal?.expiresAt).toBeGreaterThan(clock.now() + 11 * hourMs);
  });

  it('is looked up again where another process was first', async () => {
    const { slack, adapter, clock, worker, installAt } = await share();
    const north = slack.workspace('North');
    await north.install(installAt, 'admin');
    const other = worker();
    await other.post(placeIn(north), saying('known here'), 'a');
    clock.pass(13 * hourMs);
    await Promise.all([adapter.post(placeIn(north), saying('one'), 'b'), other.post(placeIn(north), saying('two'), 'c')]);
    expect(said(north).sort()).toEqual(['known here', 'one', 'two']);
  });

  it('that another process remembers in vain is looked up again, and nothing is lost', async () => {
    const { slack, worker, installAt } = await share();
    const north = slack.workspace('North');
    await north.install(installAt, 'admin');
    const other = worker();
    await other.post(placeIn(north), saying('one'), 'a');
    north.revokeTokens();
    await north.install(installAt, 'admin');
    await other.post(placeIn(north), saying('two'), 'b');
    expect(said(north)).toEqual(['one', 'two']);
  });

  it('goes on being used while Slack does not renew it, and is then told as what it is', async () => {
    const { slack, adapter, clock, log, installAt } = await share();
    const north = slack.workspace('North');
    await north.install(installAt, 'admin');
    clock.pass(11 * hourMs);
    slack.faults.fail('oauth.v2.access', 'internal_error', 5);
    await adapter.post(placeIn(north), saying('still here'), 'a');
    expect(said(north)).toEqual(['still here']);
    clock.pass(2 * hourMs);
    await expect(adapter.post(placeIn(north), saying('no more'), 'b')).rejects.toMatchObject({
      code: 'chat-unavailable',
      retry: 'later',
    });
    slack.faults.clear();
    clock.pass(61_000);
    await adapter.post(placeIn(north), saying('again'), 'c');
    expect(said(north)).toEqual(['still here', 'again']);
    expect(log.text()).not.toMatch(/xox/);
  });
});

describe('edits in several workspaces', () => {
  it('are limited in each by itself: a rush in one holds nobody back in another', async () => {
    const { slack, adapter, installAt } = await share();
    slack.faults.rateLimits = false;
    const [north, south] = [slack.workspace('North'), slack.workspace('South')];
    for (const one of [north, south]) await one.install(installAt, 'admin');
    const edit = async (one: LoopbackWorkspace, key: string) =>
      adapter.update(await adapter.post(placeIn(one), saying(key), key), saying(`${key}, half done`), 'progress');
    const rush = await Promise.all(Array.from({ length: 45 }, (_, place) => edit(north, `n${place}`)));
    expect(rush.filter((one) => one === 'done')).toHaveLength(40);
    expect(await edit(south, 's')).toBe('done');
  });
});

describe('a workspace that removes the bot', () => {
  const uninstalled = { type: 'app_uninstalled' };
  const revoked = (one: LoopbackWorkspace) => ({ type: 'tokens_revoked', tokens: { bot: [one.world.app.user] } });

  it.each([
    ['uninstalled', 'revoked'],
    ['revoked', 'uninstalled'],
  ])('loses its token at once, %s first, and the others keep theirs', async (...order) => {
    const left: unknown[] = [];
    const { slack, adapter, installations, log, installAt } = await share({
      left: async (workspace) => {
        left.push(workspace);
      },
    });
    const north = slack.workspace('North');
    const south = slack.workspace('South');
    for (const one of [north, south]) await one.install(installAt, 'admin');
    await adapter.post(placeIn(north), saying('hello'), 'a');
    north.revokeTokens();
    for (const told of [...order, ...order]) await north.tell(told === 'revoked' ? revoked(north) : uninstalled);
    await expect.poll(() => installations.kept.has(north.team)).toBe(false);
    await expect.poll(() => left).toContainEqual({ platform: 'slack', workspace: north.team });
    expect(installations.kept.has(south.team)).toBe(true);
    await expect(adapter.post(placeIn(north), saying('hello?'), 'b')).rejects.toMatchObject({ code: 'chat-unavailable' });
    await adapter.post(placeIn(south), saying('still here'), 'c');
    expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('keeps its token until that is stored, so that a start finds out what an outage or a crash swallowed', async () => {
    let isDown = true;
    const left: string[] = [];
    const { slack, adapter, installations, events, installAt } = await share({
      left: async ({ workspace }) => {
        if (isDown) throw new Error('the stores are down');
        left.push(workspace);
      },
    });
    const north = slack.workspace('North');
    await north.install(installAt, 'admin');
    north.revokeTokens();
    await north.tell(uninstalled);
    await adapter.stop();
    expect(installations.kept.has(north.team)).toBe(true);
    isDown = false;
    await adapter.start(events);
    await expect.poll(() => left).toContain(north.team);
    await expect.poll(() => installations.kept.size).toBe(0);
  });

  it('while nobody listened is noticed at the next start; an outage is no leaving', async () => {
    const left: string[] = [];
    const { slack, adapter, installations, events, clock, installAt } = await share({
      left: async ({ workspace }) => {
        left.push(workspace);
      },
    });
    const [north, south] = [slack.workspace('North'), slack.workspace('South')];
    for (const one of [north, south]) await one.install(installAt, 'admin');
    await adapter.stop();
    north.revokeTokens();
    // A token that cannot be renewed at the moment says nothing about the workspace.
    clock.pass(13 * hourMs);
    slack.faults.fail('oauth.v2.access', 'internal_error', 20);
    await adapter.start(events);
    await expect.poll(() => left).toEqual([north.team]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([...installations.kept.keys()]).toEqual([south.team]);
  });

  it('and installs it again is not sent away by news that comes late', async () => {
    const { slack, adapter, installations, clock, installAt } = await share();
    const north = slack.workspace('North');
    await north.install(installAt, 'admin');
    const then = clock.now();
    north.revokeTokens();
    await north.tell(uninstalled, then);
    await expect.poll(() => installations.kept.size).toBe(0);
    clock.pass(60_000);
    await north.install(installAt, 'admin');
    await north.tell(uninstalled, then);
    await north.tell(revoked(north), then);
    await north.waitFor(() => north.calls('auth.test').some((call) => call.answer === 'ok'));
    await adapter.post(placeIn(north), saying('back'), 'a');
    expect(installations.kept.size).toBe(1);
  });
});

describe('what people do in a workspace whose token is lost', () => {
  it('is answered kindly, and stops nothing', async () => {
    const { slack, installations, log, installAt } = await share();
    const north = slack.workspace('North');
    await north.install(installAt, 'admin');
    installations.kept.clear();
    const anna = north.person('anna');
    slack.faults.duplicates = 0;
    await anna.command('/ad', 'sale', { channel: north.channel('shop') });
    await north.waitFor(() => anna.ephemerals().find((one) => one.text === words.formNotOpened));
    await anna.mention({ channel: north.channel('shop') });
    await anna.openHome();
    expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });
});
