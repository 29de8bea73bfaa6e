import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import {
  ask,
  botMessages,
  buttonsOf,
  filesIn,
  ideas,
  openWorkplace,
  result,
  told,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

const brief = 'Fjord cold brew coffee, smooth and never bitter. €19.90 instead of €24.90';

describe('three ideas before any file', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.close();
  });
  const newChannel = () => place.slack.channel(`room-${randomId()}`);
  const person = (name: string) => place.slack.person(name);
  const filesOf = (channel: { id: string }) => place.slack.messages(channel.id).flatMap((message) => message.files);

  it('are one picture in the one message, with a look and a headline each, and nothing is put into the thread yet', async () => {
    const channel = newChannel();
    await ask(person('anna'), channel, brief);
    const message = await ideas(place.slack, channel.id);
    expect(buttonsOf(message)).toEqual(['Use 1', 'Use 2', 'Use 3', 'Other ideas', 'Cancel']);
    const words = wordsOf(message);
    for (const idea of ['1 Block: Fjord cold brew coffee', '2 Offer: Smooth and never bitter', '3 Editorial: €19.90']) {
      expect(words).toContain(idea);
    }
    expect(message.blocks.filter((block) => block['type'] === 'image')).toHaveLength(1);
    expect(filesOf(channel)).toEqual([]);
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
  });

  it('become the chosen ad in all sizes, and only that one', async () => {
    const channel = newChannel();
    const anna = person('anna');
    await ask(anna, channel, brief, { places: ['snapchat'] });
    const message = await ideas(place.slack, channel.id);
    await anna.press(message, 'Use 2');
    await anna.press(message, 'Use 2');
    const made = await place.slack.waitFor(
      () => botMessages(place.slack, channel.id).find((one) => buttonsOf(one).includes('Another look')),
      { withinMs: 60_000, what: 'the chosen ad' },
    );
    expect(wordsOf(made)).toContain('Smooth and never bitter');
    expect(wordsOf(made)).toContain('Offer look');
    expect(filesIn(place.slack, channel.id, made.ts)).toEqual(['ad_story_1080x1920.jpg']);
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
  });

  it('give way to others when asked, in the same message', async () => {
    const channel = newChannel();
    const anna = person('anna');
    await ask(anna, channel, brief, { places: ['snapchat'] });
    const message = await ideas(place.slack, channel.id);
    await anna.press(message, 'Other ideas');
    await place.slack.waitFor(() => wordsOf(message).includes('1 Spotlight: Smooth and never bitter'), {
      withinMs: 30_000,
      what: 'other ideas',
    });
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
    await anna.press(message, 'Use 3');
    expect(wordsOf(await result(place.slack, channel.id))).toContain('Fjord cold brew coffee');
  });

  it('are chosen by the person who asked, and by nobody else', async () => {
    const channel = newChannel();
    const bela = person('bela');
    await ask(person('anna'), channel, brief, { places: ['snapchat'] });
    const message = await ideas(place.slack, channel.id);
    await bela.press(message, 'Use 1');
    await told(place.slack, bela, /Only the person who asked/);
    expect(buttonsOf(message)).toContain('Use 1');
  });

  it('can be cancelled, and leave nothing behind', async () => {
    const channel = newChannel();
    const anna = person('anna');
    await ask(anna, channel, brief, { places: ['snapchat'] });
    const message = await ideas(place.slack, channel.id);
    const adId = JSON.stringify(message.blocks).match(/"value":"([^":]+)/)?.[1] ?? '';
    await anna.press(message, 'Cancel');
    await place.slack.waitFor(() => /Cancelled/.test(message.text), { withinMs: 15_000, what: 'the word cancelled' });
    await expect.poll(() => place.held.app.stores.database.index.hasAd(adId), { timeout: 10_000 }).toBe(false);
    await anna.press({ ...message, blocks: [useOne(adId)] }, 'Use 1');
    await told(place.slack, anna, /This ad is gone/);
  });

  it('are left out for a person who wants everything at once', async () => {
    const channel = newChannel();
    const dora = person('dora');
    const identity = { platform: 'slack', workspace: place.slack.team, person: dora.id };
    await place.held.app.stores.database.settings.save(identity, { makesAll: true });
    await ask(dora, channel, brief, { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    expect(message.edits.some((edit) => edit.text.includes('Three ideas'))).toBe(false);
  });
});

const useOne = (adId: string) => ({
  type: 'actions',
  elements: [
    {
      type: 'button',
      action_id: 'use-proposal#0',
      value: `${adId}:1`,
      text: { type: 'plain_text', text: 'Use 1', emoji: false },
    },
  ],
});
