import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageView, PersonRef } from '../../src/chat/messages.ts';
import { type ChatGround, discordGround, slackGround } from '../support/chat/chat-ground.ts';
import { collect, keptJournal, picture, saying } from '../system/slack-support.ts';

const said = (view: Partial<MessageView> & { summary: string }): MessageView => saying(view.summary, view);

describe.each([
  ['Slack', slackGround],
  ['Discord', discordGround],
] as const)('a chat platform: %s', (_name, open) => {
  let ground: ChatGround;
  beforeEach(async () => {
    ground = await open();
  });
  afterEach(() => ground.close());

  it('shows a message with its words and buttons, and the same one after it was edited', async () => {
    const { adapter, here } = ground;
    const buttons = [{ action: 'cancel-ad' as const, value: 'ad-1', label: 'Cancel' }];
    const ref = await adapter.post(here, said({ summary: 'Queued, 2nd in line', buttons }), 'key-1');
    expect(ground.seen(here)).toMatchObject([{ words: expect.stringContaining('Queued, 2nd in line'), buttons: ['Cancel'] }]);
    expect(await adapter.update(ref, said({ summary: 'Choose one' }), 'step')).toBe('done');
    expect(await adapter.update(ref, said({ summary: 'Your ad is ready' }), 'final')).toBe('done');
    expect(ground.seen(here)).toMatchObject([
      { id: ref.message, words: expect.stringContaining('Your ad is ready'), buttons: [] },
    ]);
  });

  it('drops progress that comes too fast or too late, and never the last word', async () => {
    const { adapter, here } = ground;
    const ref = await adapter.post(here, saying('Queued'), 'key-1');
    const fast = await Promise.all([1, 2, 3, 4].map((n) => adapter.update(ref, saying(`Drawing ${n}`), 'progress')));
    expect(fast).toContain('skipped');
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('done');
    expect(await adapter.update(ref, saying('Drawing 5'), 'progress')).toBe('skipped');
    expect(ground.seen(here)[0]?.words).toContain('Ready');
  });

  it('says that a message is gone when somebody removed it, and removing it once more is no trouble', async () => {
    const { adapter, here } = ground;
    const ref = await adapter.post(here, saying('Queued'), 'key-1');
    ground.somebodyRemoves(ref);
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('gone');
    await adapter.remove(ref);
    await adapter.remove(ref);
    expect(ground.seen(here)).toEqual([]);
  });

  it('refuses to post where the bot is not, as a thing that no retry cures', async () => {
    await expect(ground.adapter.post(ground.notHere, saying('Queued'), 'key-1')).rejects.toMatchObject({
      code: 'chat-not-in-channel',
      retry: 'never',
    });
  });

  it('points people to a place that they see, and tells where they do not see it', async () => {
    const { adapter, here, person, outsider } = ground;
    expect(await adapter.pointTo(person, here, saying('Somebody asks you'))).toBe(true);
    expect(await adapter.pointTo(outsider, here, saying('Somebody asks you'))).toBe(false);
    expect(ground.seen(here)).toEqual([]);
  });

  it('tells that it is away as a thing that passes, and works again when it is back', async () => {
    const { adapter, here } = ground;
    ground.isAway(true);
    await expect(adapter.post(here, saying('Queued'), 'key-1')).rejects.toMatchObject({
      code: 'chat-unavailable',
      retry: 'later',
    });
    ground.isAway(false);
    await adapter.post(here, saying('Queued'), 'key-2');
    expect(ground.seen(here)).toHaveLength(1);
  });

  it('hands files over with names and words for people who cannot see them, byte for byte, once', async () => {
    const { adapter, here } = ground;
    const ref = await adapter.post(here, saying('Ready'), 'key-1');
    const journal = keptJournal();
    const files = [picture('square'), picture('story')];
    const ids = await adapter.deliverFiles(ref, files, journal);
    await adapter.deliverFiles(ref, files, journal);
    const shown = ground.files(here);
    expect(shown.map(({ name, altText }) => ({ name, altText }))).toEqual([
      { name: 'square.png', altText: 'A picture of square' },
      { name: 'story.png', altText: 'A picture of story' },
    ]);
    expect(shown[0]?.bytes).toEqual(await collect(files[0]?.read() ?? once()));
    await adapter.removeFiles(here.workspace, ids);
    await adapter.removeFiles(here.workspace, ids);
    expect(ground.files(here).filter(({ bytes }) => bytes !== null && bytes.length > 0)).toEqual([]);
  });

  it('posts files once although the answer to it was lost', async () => {
    const { adapter, here } = ground;
    const ref = await adapter.post(here, saying('Ready'), 'key-1');
    const journal = keptJournal();
    ground.losesAnswers('files', 1);
    const files = [picture('square')];
    await adapter.deliverFiles(ref, files, journal).catch(() => undefined);
    await adapter.deliverFiles(ref, files, journal);
    expect(ground.files(here)).toHaveLength(1);
  });

  it('shows a picture inside the message', async () => {
    const { adapter, here } = ground;
    const ref = await adapter.post(here, saying('Drawing'), 'key-1');
    const shown = await adapter.showPicture(ref, picture('preview'), keptJournal());
    expect(await adapter.update(ref, saying('First look', { picture: { picture: shown, altText: 'A mug' } }), 'final')).toBe(
      'done',
    );
    expect(ground.seen(here)).toHaveLength(1);
  });

  it('lets people say anything: nothing of it is a mention, a link or a format', async () => {
    const { adapter, here, person } = ground;
    const sly = '@everyone @here <!channel> <@1234567890> *bold* _x_ `code` [a](https://evil.example) https://evil.example';
    await adapter.post(here, saying(sly), 'key-1');
    const [message] = ground.seen(here);
    expect(message?.pings).toEqual([]);
    expect(message?.words).toContain('everyone');
    const mention = { spans: [{ person: person.person }, ' your ad is ready'] };
    await adapter.post(here, said({ summary: 'Ready', lines: [mention] }), 'key-2');
    expect(ground.seen(here)[1]?.pings).toContain(person.person);
  });

  it('says nothing in part: a text that is too long is said whole, or not at all and with an error', async () => {
    const { adapter, here } = ground;
    const long = `${'word '.repeat(4_000)}END`;
    const outcome = await adapter.post(here, said({ summary: 'Long', lines: [{ spans: [long] }] }), 'key-1').then(
      () => 'said',
      (error: { code: string }) => error.code,
    );
    if (outcome === 'said')
      expect(
        ground
          .seen(here)
          .map(({ words }) => words)
          .join(''),
      ).toContain('END');
    else expect([outcome, ground.seen(here)]).toEqual(['chat-refused', []]);
  });

  it('tells one person something that nobody else sees', async () => {
    const { adapter, here, person } = ground;
    await adapter.tell(person, here, saying('Only for you'));
    expect(ground.seen(here)).toEqual([]);
    const direct = await adapter.openDirect(person);
    const everywhere = [...ground.privately(person), ...ground.seen(direct).map(({ words }) => words)];
    expect(everywhere.join()).toContain('Only for you');
    expect(ground.privately(ground.stranger)).toEqual([]);
  });

  it('opens a place to talk alone, or says that the person does not let it', async () => {
    const { adapter, person } = ground;
    const direct = await adapter.openDirect(person);
    await adapter.post(direct, saying('Hello'), 'key-1');
    expect(ground.seen(direct)).toHaveLength(1);
  });

  it('names its limits, and the least of them where no place is known', () => {
    const { adapter, here } = ground;
    for (const limits of [adapter.limits(here), adapter.limits(null)]) {
      expect(limits.fileBytes).toBeGreaterThan(1_000_000);
      expect(limits.formFields).toBeGreaterThanOrEqual(5);
    }
    expect(adapter.limits(null).fileBytes).toBeLessThanOrEqual(adapter.limits(here).fileBytes);
  });

  const isAdmin = async (person: PersonRef) =>
    (await ground.adapter.membership.standings(person)).some(
      ({ workspace, standing }) => workspace === person.workspace && standing.isAdmin,
    );

  it('tells who is an admin of their workspace, and who is not', async () => {
    ground.makesAdmin(ground.person);
    expect(await isAdmin(ground.person)).toBe(true);
    expect(await isAdmin(ground.stranger)).toBe(false);
    expect(await isAdmin({ ...ground.person, person: 'U0NOBODY' })).toBe(false);
  });

  it('takes nobody for an admin while it is away, and asks again when it is back', async () => {
    ground.makesAdmin(ground.person);
    ground.isAway(true);
    expect(await isAdmin(ground.person)).toBe(false);
    ground.isAway(false);
    expect(await isAdmin(ground.person)).toBe(true);
  });

  it('counts a thread as its channel, and direct messages as none', async () => {
    const { adapter, here, thread, person } = ground;
    const { membership } = adapter;
    expect(await membership.channelOf(here)).toBe(here.channel);
    expect(await membership.channelOf(thread)).toBe(here.channel);
    expect(await membership.channelOf(await adapter.openDirect(person))).toBeNull();
  });

  it('has at hand what it has told before', async () => {
    const { here, person, adapter } = ground;
    const { membership } = adapter;
    expect(membership.known(person, here)).toBeNull();
    const [standings, channel] = [await membership.standings(person), await membership.channelOf(here)];
    expect(membership.known(person, here)).toEqual({ standings, channel });
  });
});

async function* once(): AsyncIterable<Uint8Array> {}
