import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import {
  ask,
  botMessages,
  filesIn,
  openWorkplace,
  pressMore,
  result,
  told,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

const brief = 'Good coffee. €5';

describe('who sees an ad', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
    // More ads than any team makes in a minute: Slack’s limit on edits is tried elsewhere.
    place.slack.faults.rateLimits = false;
  });
  afterAll(async () => {
    await place?.close();
  });
  const newChannel = () => place.slack.channel(`room-${randomId()}`);
  const newPerson = () => place.slack.person(`person-${randomId()}`);
  const privately = { places: ['snapchat'], audience: 'me' };

  it('is the person alone when they say so, from the first word to the last file, and the next form knows it', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, privately);
    const direct = anna.direct().id;
    const message = await result(place.slack, direct, () => true, anna);
    expect(filesIn(place.slack, direct, message.ts)).toEqual(['ad_story_1080x1920.jpg']);
    expect(place.slack.messages(channel.id)).toEqual([]);
    await anna.command('/ad', 'more coffee', { channel });
    const form = await anna.waitForView((view) =>
      JSON.stringify(view.view).includes('"initial_option":{"text":{"type":"plain_text","text":"Only me'),
    );
    anna.closeView(form);
  });

  it('is nobody where the person cannot be written to: they are told before anything is made', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    place.slack.faults.fail('conversations.open', 'cannot_dm_bot');
    await ask(anna, channel, brief, privately);
    await told(place.slack, anna, /cannot write to you directly/);
    expect(botMessages(place.slack, channel.id)).toEqual([]);
    expect(await place.held.app.stores.database.ads.list(['preparing', 'proposing', 'queued'])).toEqual([]);
  });

  it('becomes the channel when they share it, and again only they when they take it back', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, privately);
    const message = await result(place.slack, anna.direct().id, () => true, anna);
    await pressMore(place.slack, anna, message, 'Share in the channel');
    const shared = await result(place.slack, channel.id);
    expect(filesIn(place.slack, channel.id, shared.ts)).toEqual(['ad_story_1080x1920.jpg']);
    expect(wordsOf(shared)).toContain('Good coffee');
    await pressMore(place.slack, anna, shared, 'Take back from the channel');
    await place.slack.waitFor(() => place.slack.messages(channel.id).length === 0, { what: 'an empty channel' });
    expect(filesIn(place.slack, anna.direct().id, message.ts)).toHaveLength(1);
  });

  it('stays the person alone when sharing fails half way: no half copy is left, and it can be shared again', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, privately);
    const message = await result(place.slack, anna.direct().id, () => true, anna);
    place.slack.faults.fail('files.completeUploadExternal', 'storage_limit_reached', 1);
    await pressMore(place.slack, anna, message, 'Share in the channel');
    await told(place.slack, anna, /could not post it in that channel/);
    expect(place.slack.messages(channel.id)).toEqual([]);
    await pressMore(place.slack, anna, message, 'Share in the channel');
    const shared = await result(place.slack, channel.id);
    expect(filesIn(place.slack, channel.id, shared.ts)).toHaveLength(1);
  });

  it('stays the channel when its person looks at it on the page of the bot: they get a copy of their own', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, brief, { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    await anna.openHome();
    await place.slack.waitFor(() => JSON.stringify(anna.home() ?? '').includes('Show 1'), { what: 'the page' });
    await anna.pressHome('Show 1');
    const direct = anna.direct().id;
    const copy = await result(place.slack, direct, () => true, anna);
    expect(filesIn(place.slack, direct, copy.ts)).toHaveLength(1);
    await pressMore(place.slack, anna, copy, 'Ask for approval');
    expect(botMessages(place.slack, direct)).toHaveLength(1);
    await bela.press(message, 'Get files');
    await told(place.slack, bela, /sent you the files/);
    expect(filesIn(place.slack, channel.id, message.ts)).toHaveLength(1);
  });

  it('comes in another look in the channel, too, when that is pressed under the shared copy', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, privately);
    const message = await result(place.slack, anna.direct().id, () => true, anna);
    await pressMore(place.slack, anna, message, 'Share in the channel');
    const shared = await result(place.slack, channel.id);
    await anna.press(shared, 'Another look');
    const next = await result(place.slack, channel.id, ({ thread }) => thread === shared.ts);
    expect(filesIn(place.slack, channel.id, shared.ts)).toHaveLength(2);
    expect(next.ts).not.toBe(shared.ts);
  });

  it('stays the person alone when they asked for it in their direct messages and bring it back in a channel', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    const direct = anna.direct();
    await ask(anna, direct, brief, privately);
    const message = await result(place.slack, direct.id, () => true, anna);
    const before = anna.ephemerals().length;
    await anna.command('/ad', 'show coffee', { channel });
    const list = await place.slack.waitFor(() => anna.ephemerals()[before], { what: 'a list' });
    await anna.press(list, 'Show 1');
    const again = await result(place.slack, direct.id, ({ ts }) => ts !== message.ts, anna);
    expect(again.ts).not.toBe(message.ts);
    expect(place.slack.messages(channel.id)).toEqual([]);
  });

  it('is everyone of the channel in which it was brought back, who may take its files, and it can be taken back from there', async () => {
    const [anna, bela, first, second] = [newPerson(), newPerson(), newChannel(), newChannel()];
    await ask(anna, first, brief, { places: ['snapchat'] });
    await result(place.slack, first.id);
    const before = anna.ephemerals().length;
    await anna.command('/ad', 'show coffee', { channel: second });
    const list = await place.slack.waitFor(() => anna.ephemerals()[before], { what: 'a list' });
    await anna.press(list, 'Show 1');
    const shown = await result(place.slack, second.id, () => true, anna);
    await bela.press(shown, 'Get files');
    await place.slack.waitFor(() => bela.direct().messages.some((one) => one.text.startsWith('Files of')), {
      withinMs: 20_000,
      what: 'files for a colleague',
    });
    await pressMore(place.slack, anna, shown, 'Take back from the channel');
    await place.slack.waitFor(() => place.slack.messages(second.id).length === 0, { what: 'an empty channel' });
  });

  it('is nobody after they take back what everyone saw, where they cannot be written to', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    place.slack.faults.fail('conversations.open', 'cannot_dm_bot');
    await pressMore(place.slack, anna, message, 'Take back from the channel');
    await told(place.slack, anna, /out of the channel/);
    await place.slack.waitFor(() => place.slack.messages(channel.id).length === 0, { what: 'an empty channel' });
  });

  it('becomes the channel once, pressed twice at the same moment and refused on the way', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, privately);
    const message = await result(place.slack, anna.direct().id, () => true, anna);
    await anna.press(message, 'more');
    const more = await told(place.slack, anna, 'Share in the channel');
    place.slack.faults.fail('files.getUploadURLExternal', 'team_added_to_org', 2);
    await Promise.all([anna.press(more, 'Share in the channel'), anna.press(more, 'Share in the channel')]);
    const shared = await result(place.slack, channel.id);
    await place.slack.waitFor(() => botMessages(place.slack, channel.id).length === 1, { what: 'one copy' });
    expect(filesIn(place.slack, channel.id, shared.ts)).toEqual(['ad_story_1080x1920.jpg']);
    await told(place.slack, anna, /in the channel already/);
  });

  it('is the person alone after they take back what everyone saw, with earlier messages and questions about it', async () => {
    const [anna, boss, channel] = [newPerson(), newPerson(), newChannel()];
    boss.join(channel);
    await ask(anna, channel, brief, { places: ['snapchat'] });
    const first = await result(place.slack, channel.id);
    await pressMore(place.slack, anna, first, 'Ask for approval');
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('Who shall approve it?'));
    await anna.submit(form, { approver: boss.id });
    await place.slack.waitFor(() => wordsOf(first).includes('Waiting for approval'), { what: 'the question' });
    const before = anna.ephemerals().length;
    await anna.command('/ad', 'show coffee', { channel });
    await anna.press(await place.slack.waitFor(() => anna.ephemerals()[before], { what: 'a list' }), 'Show 1');
    const message = await result(place.slack, channel.id, ({ ts }) => ts !== first.ts);
    expect(botMessages(place.slack, channel.id)).toHaveLength(3);
    await pressMore(place.slack, anna, message, 'Take back from the channel');
    await place.slack.waitFor(() => place.slack.messages(channel.id).length === 0, {
      withinMs: 15_000,
      what: 'an empty channel',
    });
    const direct = anna.direct().id;
    const moved = await result(place.slack, direct, () => true, anna);
    await place.slack.waitFor(() => filesIn(place.slack, direct, moved.ts).length === 1, { what: 'the file' });
  });
});
