import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import {
  answered,
  ask,
  botMessages,
  bottle,
  buttonsOf,
  filesIn,
  ideas,
  openWorkplace,
  pressMore,
  result,
  told,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

const six = [
  'square_1080x1080',
  'portrait_1080x1350',
  'story_1080x1920',
  'landscape_1200x628',
  'wide_1920x1080',
  'pin_1000x1500',
].map((name) => `ad_${name}.jpg`);
const brief = 'Fjord cold brew coffee, smooth and never bitter. €19.90 instead of €24.90';

describe('a photo and a sentence in Slack', () => {
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
  const person = (name: string) => place.slack.person(name);

  it('become six pictures in the thread of one message that was edited to the end', async () => {
    const channel = newChannel();
    expect(await ask(person('anna'), channel, brief)).toEqual({ closed: true });
    const message = await result(place.slack, channel.id);
    expect(filesIn(place.slack, channel.id, message.ts)).toEqual(six);
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
    expect(message.edits.length).toBeGreaterThan(1);
    expect(buttonsOf(message)).toEqual(['Another look', 'Edit text', 'Get files', 'Use the whole photo', 'Make a video', 'More']);
    expect(wordsOf(message)).toContain('Understood: price €19.90, before €24.90, language English');
    expect(message.blocks.some((block) => block['type'] === 'image')).toBe(true);
    for (const file of place.slack.files().filter((one) => one.fromBot)) {
      expect(file.altText.length).toBeGreaterThan(20);
      const { width, height } = await sharp(file.bytes ?? Buffer.alloc(0)).metadata();
      if (file.sharedIn.length > 0) expect(file.name).toContain(`${width}x${height}`);
    }
  });

  it('open the form at once, also as /ad generate and as a bare /ad', async () => {
    for (const [typed, initial] of [
      ['', ''],
      ['generate', ''],
      ['generate Good bread', 'Good bread'],
      ['Good bread', 'Good bread'],
    ] as const) {
      const anna = person('anna');
      await anna.command('/ad', typed, { channel: newChannel() });
      const form = await anna.waitForView();
      expect(JSON.stringify(form.view)).toContain('What should the ad say?');
      if (initial) expect(JSON.stringify(form.view)).toContain(initial);
      anna.closeView(form);
    }
  });

  it('answer /ad help to the person alone', async () => {
    const anna = person('anna');
    const channel = newChannel();
    await anna.command('/ad', 'help', { channel });
    await told(place.slack, anna, /How to make an ad/);
    expect(place.slack.messages(channel.id)).toEqual([]);
  });

  it("work from a message's own menu, and answer in that thread", async () => {
    const channel = newChannel();
    const anna = person('anna');
    const posted = anna.postMessage({ channel, text: 'Our new bottle', files: [bottle()] });
    await anna.messageAction('ad-from-message', posted);
    const form = await anna.waitForView();
    expect(await anna.submit(form, answered(form, { brief: 'Good coffee', keep: 'forget', places: ['snapchat'] }))).toEqual({
      closed: true,
    });
    const message = await result(place.slack, channel.id);
    expect(message.thread).toBe(posted.ts);
    expect(filesIn(place.slack, channel.id, posted.ts)).toContain('ad_story_1080x1920.jpg');
  });

  it('come back with another look, other words, or the whole photo, as new versions in the same thread', async () => {
    const channel = newChannel();
    const anna = person('anna');
    await ask(anna, channel, 'Good coffee. €5', { places: ['snapchat'] });
    const first = await result(place.slack, channel.id);
    await anna.press(first, 'another-look');
    const second = await result(place.slack, channel.id, (message) => message.thread === first.ts);
    expect(wordsOf(second)).toContain('Version 2');
    await anna.press(second, 'edit-text');
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('Good coffee'));
    expect(await anna.submit(form, { headline: 'Better coffee', price: '€4' })).toEqual({ closed: true });
    const third = await result(place.slack, channel.id, (message) => wordsOf(message).includes('Version 3'));
    expect(third.thread).toBe(first.ts);
    expect(wordsOf(third)).toContain('Better coffee');
    expect(wordsOf(third)).toContain('price €4');
    await anna.press(third, 'whole-photo');
    const fourth = await result(place.slack, channel.id, (message) => wordsOf(message).includes('Version 4'));
    expect(wordsOf(fourth)).toContain('whole photo');
    await anna.press(fourth, 'cut-out');
    const fifth = await result(place.slack, channel.id, (message) => wordsOf(message).includes('Version 5'));
    expect(wordsOf(fifth)).toContain('product cut out');
  });

  it('ask for the photo again when the person chose to have it forgotten', async () => {
    const channel = newChannel();
    const anna = person('hanna');
    await ask(anna, channel, 'Good coffee', { places: ['snapchat'], keep: 'forget' });
    const first = await result(place.slack, channel.id, () => true, anna);
    await expect.poll(() => place.held.app.stores.database.ads.list(['made'])).toEqual([]);
    await anna.press(first, 'another-look');
    await told(place.slack, anna, /was forgotten/);
    await anna.press(first, 'edit-text');
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('once more'));
    await anna.submit(form, { photos: [bottle()], headline: 'Once more' });
    const second = await result(place.slack, channel.id, (message) => wordsOf(message).includes('Once more'), anna);
    expect(second.thread).toBe(first.ts);
  });

  it('are removed with message, files and everything stored when their owner says so, and by nobody else', async () => {
    const channel = newChannel();
    const anna = person('anna');
    const bela = person('bela');
    await ask(anna, channel, 'Good coffee', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    await bela.press(message, 'another-look');
    await told(place.slack, bela, /Only the person who asked/);
    expect(filesIn(place.slack, channel.id, message.ts)).toHaveLength(1);
    await pressMore(place.slack, anna, message, 'delete-ad');
    await place.slack.waitFor(() => place.slack.messages(channel.id).length === 0, {
      withinMs: 10_000,
      what: 'an empty channel',
    });
  });

  it('can be cancelled while the photo is looked at, and no ad comes after all', async () => {
    const anna = person('anna');
    const channel = newChannel();
    await ask(anna, channel, 'Good coffee', { places: ['snapchat'] });
    const message = await place.slack.waitFor(() => botMessages(place.slack, channel.id)[0], { what: 'the first message' });
    await anna.press(message, 'cancel-ad');
    await place.slack.waitFor(() => /Cancelled/.test(message.text), { withinMs: 15_000, what: 'the word cancelled' });
    const { ads, intakes } = place.held.app.stores.database;
    await expect.poll(() => intakes.waiting(Date.now() + 1_000), { timeout: 20_000 }).toEqual([]);
    await expect.poll(() => ads.list(['preparing', 'queued', 'drawing', 'made', 'cancelled'])).toEqual([]);
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
    expect(anna.ephemerals().filter((one) => one.channel === channel.id)).toEqual([]);
  });

  it('are erased here even when the platform refuses to take the message back', async () => {
    const anna = person('anna');
    const channel = newChannel();
    await ask(anna, channel, 'Good coffee', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    const adId = JSON.stringify(message.blocks).match(/"value":"([^"]+)"/)?.[1] ?? '';
    expect(await place.held.app.stores.database.index.hasAd(adId)).toBe(true);
    place.slack.faults.fail('chat.delete', 'cant_delete_message');
    await pressMore(place.slack, anna, message, 'delete-ad');
    await expect.poll(() => place.held.app.stores.database.index.hasAd(adId), { timeout: 20_000 }).toBe(false);
  });

  it('are erased here at once while the platform is away, and there as soon as it is back', async () => {
    const anna = person('anna');
    const channel = newChannel();
    await ask(anna, channel, 'Good coffee', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    const files = filesIn(place.slack, channel.id, message.ts);
    expect(files).toHaveLength(1);
    const adId = JSON.stringify(message.blocks).match(/"value":"([^"]+)"/)?.[1] ?? '';
    const { index, obligations } = place.held.app.stores.database;
    const away = ['chat.delete', 'files.delete'] as const;
    for (const method of away) place.slack.faults.status(method, 503, 1_000);
    await pressMore(place.slack, anna, message, 'delete-ad');
    await expect.poll(() => index.hasAd(adId), { timeout: 20_000 }).toBe(false);
    expect(await obligations.list()).toHaveLength(1);
    expect(filesIn(place.slack, channel.id, message.ts)).toEqual(files);
    place.slack.faults.clear();
    await place.slack.waitFor(() => place.slack.messages(channel.id).length === 0, {
      withinMs: 20_000,
      what: 'an empty channel',
    });
    await expect.poll(() => obligations.list(), { timeout: 15_000 }).toEqual([]);
  });

  it('come in two other looks when "Another look" is pressed twice, and in one whole photo however often that is pressed', async () => {
    const anna = person('anna');
    const channel = newChannel();
    await ask(anna, channel, 'Good coffee', { places: ['snapchat'] });
    const first = await result(place.slack, channel.id);
    await Promise.all([anna.press(first, 'another-look'), anna.press(first, 'another-look')]);
    const looks = async () =>
      botMessages(place.slack, channel.id).flatMap((message) => wordsOf(message).match(/(\w+) look, product/)?.[1] ?? []);
    await expect.poll(async () => new Set(await looks()).size, { timeout: 30_000 }).toBe(3);
    await anna.press(first, 'whole-photo');
    await anna.press(first, 'whole-photo');
    await told(place.slack, anna, /asked for already/);
    await result(place.slack, channel.id, (message) => wordsOf(message).includes('look, whole photo'));
    const { ads } = place.held.app.stores.database;
    await expect.poll(() => ads.list(['preparing', 'queued', 'drawing', 'made'])).toEqual([]);
    expect(botMessages(place.slack, channel.id)).toHaveLength(4);
  });

  it('can be cancelled while queued and while drawn', async () => {
    const anna = person('anna');
    const rooms = [newChannel(), newChannel()];
    for (const room of rooms) await ask(anna, room, 'Good coffee', { film: 'yes' });
    const shown = await Promise.all(rooms.map((room) => ideas(place.slack, room.id)));
    for (const message of shown) await anna.press(message, 'Use 1');
    for (const room of rooms.reverse()) {
      const message = await place.slack.waitFor(
        () =>
          botMessages(place.slack, room.id).find(
            (one) => buttonsOf(one).includes('Cancel') && /Queued|Drawing the/.test(one.text),
          ),
        { withinMs: 30_000, what: 'an ad to cancel' },
      );
      await anna.press(message, 'cancel-ad');
      await place.slack.waitFor(() => /Cancelled/.test(message.text), { withinMs: 15_000, what: 'the word cancelled' });
      expect(buttonsOf(message)).toEqual([]);
    }
    const { database } = place.held.app.stores;
    await expect.poll(() => database.ads.list(['queued', 'drawing', 'made', 'cancelled'])).toEqual([]);
  });

  it('start no second ad when Slack delivers twice', async () => {
    const channel = newChannel();
    place.slack.faults.duplicates = 2;
    await ask(person('anna'), channel, 'Good coffee', { places: ['snapchat'] });
    await result(place.slack, channel.id);
    const { database } = place.held.app.stores;
    await expect.poll(() => database.ads.list(['preparing', 'queued', 'drawing', 'made'])).toEqual([]);
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
  });
});
