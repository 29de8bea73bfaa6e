import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { galleryIn, labelsIn, wordsIn } from './discord-support.ts';
import { botMessages, bottle, chosen, filesUnder, offering, openWorkplace, type Workplace } from './discord-workplace.ts';

const six = [
  'square_1080x1080',
  'portrait_1080x1350',
  'story_1080x1920',
  'landscape_1200x628',
  'wide_1920x1080',
  'pin_1000x1500',
].map((name) => `ad_${name}.jpg`);
const brief = 'Fjord cold brew coffee, smooth and never bitter. €19.90 instead of €24.90';

describe('a photo and a sentence on Discord', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.close();
  });

  const newChannel = () => place.discord.channel(`room-${randomId()}`);
  const person = (name: string) => place.discord.person(name);
  const told = (name: string, words: RegExp) =>
    place.discord.waitFor(
      () =>
        person(name)
          .ephemerals()
          .find((one) => words.test(wordsIn(one))),
      { withinMs: 20_000, what: `words for ${name}` },
    );

  it('become six pictures under one message that was edited to the end', async () => {
    const channel = newChannel();
    const anna = person('anna');
    const options = { photo1: bottle(), brief };
    expect(await anna.command('ad', { sub: 'generate', options, where: channel })).toMatchObject({ how: 'form' });
    expect(anna.fields().map((field) => field.label)).toEqual(['Your photo afterwards']);
    await anna.submit({ keep: 'keep' });
    const ideas = await offering(place, channel, 'Use 1');
    expect(labelsIn(ideas)).toEqual(['Use 1', 'Use 2', 'Use 3', 'Other ideas', 'Cancel']);
    expect(galleryIn(ideas)).toHaveLength(1);
    const message = await chosen(place, anna, channel);
    expect(filesUnder(place, message)).toEqual(six);
    expect(botMessages(place, channel)).toHaveLength(1);
    expect(labelsIn(message)).toEqual(expect.arrayContaining(['Another look', 'Edit text', 'More']));
    expect(wordsIn(message)).toContain('Understood: price €19.90, before €24.90, language English');
    expect(galleryIn(message)).toHaveLength(1);
    for (const file of place.discord.files().filter((one) => six.includes(one.name) && !message.files.includes(one.id))) {
      expect(file.altText?.length).toBeGreaterThan(20);
      const { width, height } = await sharp(file.bytes).metadata();
      expect(file.name).toContain(`${width}x${height}`);
    }
    expect(anna.ephemerals()).toEqual([]);
  });

  it("work from a message's own menu, and answer to that message", async () => {
    const channel = newChannel();
    const anna = person('berta');
    const said = anna.say({ channel, text: 'Our new bottle', files: [bottle()] });
    await anna.messageAction('Make an ad from this', said);
    await anna.submit({ brief: 'Good coffee', keep: 'forget' });
    const message = await chosen(place, anna, channel);
    expect(message.repliesTo).toBe(said.id);
    expect(filesUnder(place, message)).toHaveLength(6);
  });

  it('come back with other words, as a new version that answers to the first', async () => {
    const channel = newChannel();
    const anna = person('chris');
    await anna.command('ad', {
      sub: 'generate',
      options: { photo1: bottle(), brief: 'Good coffee. €5', where: 'snapchat' },
      where: channel,
    });
    await anna.submit({ keep: 'keep' });
    const first = await chosen(place, anna, channel);
    await anna.press(first, 'Edit text');
    await anna.submit({ headline: 'Better coffee', price: '€4' });
    const second = await offering(place, channel, 'Another look', (message) => wordsIn(message).includes('Version 2'));
    expect(second.repliesTo).toBe(first.id);
    expect(wordsIn(second)).toContain('Better coffee');
    expect(wordsIn(second)).toContain('price €4');
    await person('bela').press(second, 'Another look');
    await told('bela', /Only the person who asked/);
    await anna.press(second, 'More');
    await anna.press(await told('chris', /More for "Better coffee"/), 'Delete');
    await anna.press(await told('chris', /Delete this ad/), 'Delete');
    await place.discord.waitFor(() => !botMessages(place, channel).includes(second), {
      withinMs: 15_000,
      what: 'no second version',
    });
    await expect.poll(() => filesUnder(place, second)).toEqual([]);
    expect(filesUnder(place, first)).toHaveLength(1);
  });

  it('are made in private by direct message, and answer to it', async () => {
    const anna = person('anna');
    const said = anna.say({ channel: 'dm', text: 'Good coffee', files: [bottle()] });
    const direct = anna.direct();
    const answer = await offering(place, direct, 'Make an ad');
    expect(answer.repliesTo).toBe(said.id);
    await anna.press(answer, 'Make an ad');
    await anna.submit({ keep: 'forget' });
    const message = await chosen(place, anna, direct);
    expect(filesUnder(place, message)).toHaveLength(6);
  });

  it('are shown to the person alone when they say so, and stay theirs there', async () => {
    const channel = newChannel();
    const carla = person('carla');
    const options = { photo1: bottle(), brief: 'Good coffee', where: 'snapchat', 'only-me': true };
    await carla.command('ad', { sub: 'generate', options, where: channel });
    await carla.submit({ keep: 'keep' });
    const message = await chosen(place, carla, carla.direct());
    expect(filesUnder(place, message)).toEqual(['ad_story_1080x1920.jpg']);
    expect(place.discord.messages(channel.id)).toEqual([]);
    await carla.press(message, 'Another look');
    const second = await offering(place, carla.direct(), 'Another look', (one) => wordsIn(one).includes('Version 2'));
    expect(second.repliesTo).toBe(message.id);
  });

  it('of which only the person sees the result go to an approver with their picture, unless that one takes no messages', async () => {
    const [channel, dana, shut, boss] = [newChannel(), person('dana'), person('shut'), person('boss')];
    const options = { photo1: bottle(), brief: 'Good coffee', where: 'snapchat', 'only-me': true };
    await dana.command('ad', { sub: 'generate', options, where: channel });
    await dana.submit({ keep: 'keep' });
    const message = await chosen(place, dana, dana.direct());
    const askFor = async (approver: string) => {
      const before = dana.direct().messages.length;
      await dana.press(message, 'More');
      const more = await place.discord.waitFor(
        () =>
          [...dana.ephemerals(), ...dana.direct().messages.slice(before)].findLast((one) =>
            labelsIn(one).includes('Ask for approval'),
          ),
        { what: 'More' },
      );
      await dana.press(more, 'Ask for approval');
      await dana.waitForForm();
      await dana.submit({ approver });
    };
    shut.closeDms();
    await askFor(shut.id);
    await told('dana', /cannot write to that person directly/);
    await askFor(boss.id);
    const question = await offering(place, boss.direct(), 'Approve', (one) => galleryIn(one).length === 1);
    // The message carries the picture itself.
    expect(question.files).toHaveLength(1);
    await boss.press(question, 'Approve');
    await place.discord.waitFor(() => wordsIn(message).includes('Approved by'), { withinMs: 15_000, what: 'the status' });
  });

  it('are not begun where the answer could not be posted', async () => {
    const channel = place.discord.channel(`closed-${randomId()}`, {
      permissions: ['ViewChannel', 'SendMessages', 'ReadMessageHistory'],
    });
    const anna = person('fred');
    await anna.command('ad', { sub: 'generate', options: { photo1: bottle(), brief: 'Good coffee' }, where: channel });
    await anna.submit({ keep: 'forget' });
    const said = await told('fred', /allow me: Attach Files\. Then press Retry/);
    expect(place.discord.messages(channel.id)).toEqual([]);
    expect(labelsIn(said)).toEqual(['Retry']);
    place.discord.allowBot(channel, ['ViewChannel', 'SendMessages', 'AttachFiles', 'ReadMessageHistory']);
    await anna.press(said, 'Retry');
    await anna.submit();
    const message = await chosen(place, anna, channel);
    expect(filesUnder(place, message)).toHaveLength(6);
  });

  it('answer /ad generate with the form, and /ad help to the person alone', async () => {
    const anna = person('gina');
    const channel = newChannel();
    await anna.command('ad', { sub: 'generate', where: channel });
    expect(anna.fields().map((field) => field.label)).toEqual([
      'Product photos',
      'What should the ad say?',
      'Pictures or video?',
      'Your photo afterwards',
    ]);
    await anna.command('ad', { sub: 'help', where: channel });
    await told('gina', /How to make an ad/);
    expect(place.discord.messages(channel.id)).toEqual([]);
  });

  it('are looked at by the doctor', async () => {
    const results = await place.held.app.check();
    const parts = results.filter((one) => one.part.startsWith('discord')).map((one) => `${one.part}: ${one.state}`);
    expect(parts).toEqual(
      ['bot token', 'application id', 'gateway', 'servers', 'commands'].map((part) => `discord ${part}: fine`),
    );
  });
});
