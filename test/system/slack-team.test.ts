import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/slack/person.ts';
import { createSlack } from '../../adapters/slack/create-slack.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import { silentLogger } from '../../src/log.ts';
import {
  answered,
  ask,
  botMessages,
  buttonsOf,
  type Entries,
  filesIn,
  ideas,
  openWorkplace,
  pressMore,
  result,
  told,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';
import { setStage, words } from './slack-support.ts';

const brief = 'Good coffee. €5';
const oneFile = { places: ['snapchat'] };

/** What both of these begin with. */
function team(extra: Record<string, string> = {}) {
  const opened: { place: Workplace } = { place: undefined as never };
  beforeAll(async () => {
    opened.place = await openWorkplace(extra, { granted: ['users:read'] });
  });
  afterAll(async () => {
    await opened.place?.close();
  });
  return opened;
}

describe('a team in Slack', () => {
  const at = team();
  const newChannel = () => at.place.slack.channel(`room-${randomId()}`);
  const newPerson = () => at.place.slack.person(`person-${randomId()}`);
  const newAdmin = () => {
    const admin = newPerson();
    admin.makeAdmin();
    return admin;
  };
  async function overview(admin: Person, channel = newChannel()) {
    const before = admin.ephemerals().length;
    await admin.command('/ad', 'admin', { channel });
    return at.place.slack.waitFor(() => admin.ephemerals()[before], { what: 'an overview' });
  }
  async function rulesForm(admin: Person) {
    await admin.press(await overview(admin), 'Change the rules');
    return admin.waitForView((view) => JSON.stringify(view.view).includes('open-ads'));
  }

  async function setRules(entered: Entries): Promise<void> {
    const admin = newAdmin();
    const form = await rulesForm(admin);
    await admin.submit(form, entered);
    await told(at.place.slack, admin, /Saved/);
  }
  const asAtFirst: Entries = { who: 'everyone', channels: [], 'open-ads': '30' };

  it('is open to everyone at first, and shows its rules to admins alone', async () => {
    const [admin, anna, channel] = [newAdmin(), newPerson(), newChannel()];
    await anna.command('/ad', 'admin', { channel });
    await told(at.place.slack, anna, /Only admins of this workspace/);
    expect(wordsOf(await overview(admin))).toContain('Everyone may use me, in every channel');
  });

  it('makes nothing in other channels than an admin chose, and says what to do', async () => {
    const [admin, anna, open, closed] = [newAdmin(), newPerson(), newChannel(), newChannel()];
    const form = await rulesForm(admin);
    expect(await admin.submit(form, { channels: [open.id], 'open-ads': '99' })).toMatchObject({
      closed: false,
      errors: { 'open-ads': expect.stringContaining('1 to 30') },
    });
    await admin.submit(form, { channels: [open.id], 'open-ads': '1' });
    await told(at.place.slack, admin, /Saved/);
    // The first time it is refused when it is carried out, the next time at once: no form opens.
    await ask(anna, closed, brief, oneFile);
    await told(at.place.slack, anna, /not open in this channel.*\/ad admin/);
    await at.place.slack.waitFor(() => anna.openView() === undefined, { what: 'no form' });
    await anna.command('/ad', brief, { channel: closed });
    await at.place.slack.waitFor(
      () => anna.ephemerals().filter((one) => /not open in this channel/.test(wordsOf(one))).length > 1,
      {
        what: 'words at once',
      },
    );
    expect(anna.openView()).toBeUndefined();
    expect(botMessages(at.place.slack, closed.id)).toEqual([]);
    await ask(anna, open, brief, oneFile);
    await ideas(at.place.slack, open.id);
    await ask(anna, open, 'One too many', oneFile);
    await told(at.place.slack, anna, /1 ads? under way/);
    await setRules(asAtFirst);
  });

  it('refuses who was shut out while their form was open', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await anna.command('/ad', brief, { channel });
    const form = await anna.waitForView();
    await setRules({ who: 'chosen', chosen: [newPerson().id] });
    await anna.submit(form, answered(form, { photos: [{ name: 'mug.jpg', bytes: Buffer.from('x') }], keep: 'keep', ...oneFile }));
    await told(at.place.slack, anna, /not open to you yet/);
    expect(botMessages(at.place.slack, channel.id)).toEqual([]);
    await setRules(asAtFirst);
  });

  it('has admins who stop what is under way; its person is told in their direct messages', async () => {
    const [admin, anna, channel] = [newAdmin(), newPerson(), newChannel()];
    await ask(anna, channel, 'A secret launch. €7', { ...oneFile, audience: 'me' });
    const secret = await ideas(at.place.slack, anna.direct().id);
    const shown = await overview(admin);
    expect(wordsOf(shown)).toContain('private ad');
    expect(wordsOf(shown)).not.toContain('secret');
    await admin.press(shown, buttonsOf(shown).findLast((one) => one.startsWith('Stop')) ?? '');
    await told(at.place.slack, admin, /Stopped/);
    const direct = () => at.place.slack.messages(anna.direct().id);
    await at.place.slack.waitFor(() => direct().find((one) => /An admin of your workspace stopped/.test(wordsOf(one))), {
      what: 'words for the owner',
    });
    await expect
      .poll(() => wordsOf(direct().find(({ ts }) => ts === secret.ts) ?? { text: '', blocks: [] }))
      .toContain('Cancelled');
  });

  it('lets whoever sees an ad make an own copy of it: their own ad, with its photo, while the first stays as it was', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, brief, oneFile);
    const first = await result(at.place.slack, channel.id, () => true, anna);
    const before = wordsOf(first);
    await pressMore(at.place.slack, bela, first, 'Make my own');
    const form = await bela.waitForView((view) => JSON.stringify(view.view).includes('are taken over'));
    expect(JSON.stringify(form.view)).toContain(brief);
    expect(await bela.submit(form, {}).catch((error: Error) => error.message)).toMatch(/keep/);
    await bela.submit(form, answered(form, { keep: 'keep', brief: 'Better tea. €4' }));
    const second = await result(at.place.slack, channel.id, (message) => message.ts !== first.ts, bela);
    expect(wordsOf(second)).toContain('Better tea');
    await expect.poll(() => filesIn(at.place.slack, channel.id, second.ts)).toEqual(['ad_story_1080x1920.jpg']);
    expect(wordsOf(first)).toBe(before);
    await bela.press(first, 'another-look');
    await told(at.place.slack, bela, /Only the person who asked/);
    // Its photo is their own: it stays when the first ad goes.
    await pressMore(at.place.slack, anna, first, 'delete-ad');
    await at.place.slack.waitFor(() => !at.place.slack.messages(channel.id).some(({ ts }) => ts === first.ts), {
      what: 'it gone',
    });
    await bela.press(second, 'another-look');
    await result(at.place.slack, channel.id, (message) => wordsOf(message).includes('Version 2'), bela);
  });

  it('asks for a photo where that of the first ad was forgotten', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, brief, { ...oneFile, keep: 'forget' });
    const first = await result(at.place.slack, channel.id, () => true, anna);
    const { ads } = at.place.held.app.stores.database;
    await expect.poll(() => ads.list(['made'])).toEqual([]);
    await pressMore(at.place.slack, bela, first, 'Make my own');
    const form = await bela.waitForView((view) => JSON.stringify(view.view).includes('was forgotten'));
    expect(await bela.submit(form, answered(form, { keep: 'keep' })).catch((error: Error) => error.message)).toMatch(/photos/);
  });
});

describe('a workspace with little room', () => {
  const at = team({ WORKSPACE_STORAGE_MB: '1' });

  it('warns with the result, and makes nothing once it is full', async () => {
    const { slack } = at.place;
    const [anna, channel] = [slack.person('anna'), slack.channel('shop')];
    await ask(anna, channel, brief);
    const message = await result(slack, channel.id, () => true, anna);
    expect(wordsOf(message)).toMatch(/storage of this workspace is \d+ % full.*\/ad list/);
    await ask(anna, channel, 'Better tea');
    await told(slack, anna, /storage of this workspace is full \(1 MB\).*\/ad list/);
    expect(botMessages(slack, channel.id)).toHaveLength(1);
    anna.makeAdmin();
    await anna.command('/ad', 'admin', { channel });
    await told(slack, anna, /Storage: \d of 1 MB \(100 %\)/);
  });
});

describe('the admins whom the operator named', () => {
  it('count as that, whatever Slack tells', async () => {
    const stage = await setStage();
    const { slack } = stage;
    const { botToken, appToken } = slack;
    const connection = { mode: 'socket' as const, botToken, appToken };
    const [anna, bela] = [slack.person('anna'), slack.person('bela')];
    const options = { connection, baseUrl: slack.apiUrl, words, clock: systemClock, log: silentLogger };
    const { membership } = createSlack({ ...options, admins: [anna.id] });
    const isAdmin = async (person: string) =>
      (await membership.standings({ platform: 'slack', workspace: slack.team, person }))[0]?.standing.isAdmin;
    expect(await isAdmin(anna.id)).toBe(true);
    expect(await isAdmin(bela.id)).toBe(false);
    await stage.close();
  });
});

describe('somebody who has left a workspace', () => {
  it('is no member of it any more, as far as Slack tells', async () => {
    const stage = await setStage({ granted: ['users:read'] });
    const { slack, adapter } = stage;
    const [anna, bela] = [slack.person('anna'), slack.person('bela')];
    bela.leaveWorkspace();
    const standings = (person: string) => adapter.membership.standings({ platform: 'slack', workspace: slack.team, person });
    expect(await standings(anna.id)).toHaveLength(1);
    expect(await standings(bela.id)).toEqual([]);
    await stage.close();
  });
});
