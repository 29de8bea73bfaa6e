import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import {
  answered,
  ask,
  botMessages,
  bottle,
  buttonsOf,
  openWorkplace,
  result,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

const text = (words: string): Uint8Array => Buffer.from(words);
const noise = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } });

describe('what cannot be used', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.close();
  });

  const newChannel = () => place.slack.channel(`room-${randomId()}`);
  const anna = () => place.slack.person('anna');
  const nothingStored = async () => {
    const { ads } = place.held.app.stores.database;
    await expect.poll(() => ads.list(['preparing', 'queued', 'drawing', 'made', 'refused', 'failed'])).toEqual([]);
  };

  it.each([
    ['a text with the name of a picture', 'photo.jpg', async () => text('I am not a picture'), /not a picture/],
    ['a picture that was cut off', 'cut.jpg', async () => bottle().bytes.subarray(0, 100_000), /damaged or was cut off/],
    [
      'an SVG drawing',
      'logo.png',
      async () => text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      /SVG, PDF/,
    ],
    ['a PDF document', 'page.jpg', async () => text('%PDF-1.7\n%âãÏÓ\n1 0 obj'), /SVG, PDF/],
    ['a picture of a few pixels', 'dot.png', async () => noise(20, 20).png().toBuffer(), /at least 64/],
  ])('%s gets a private answer with Retry within 10 s, and the channel stays clean', async (_what, name, bytes, words) => {
    const channel = newChannel();
    const began = Date.now();
    expect(await ask(anna(), channel, 'Good coffee', { photos: [{ name, bytes: await bytes() }] })).toEqual({ closed: true });
    const answer = await place.slack.waitFor(
      () =>
        anna()
          .ephemerals()
          .find((one) => one.channel === channel.id),
      { withinMs: 20_000 },
    );
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(wordsOf(answer)).toMatch(words);
    expect(wordsOf(answer)).toContain(name);
    expect(wordsOf(answer)).toMatch(/Error [0-9a-z]{6}/);
    expect(buttonsOf(answer)).toEqual(['Retry']);
    await place.slack.waitFor(() => place.slack.messages(channel.id).length === 0, { what: 'a clean channel' });
    await nothingStored();
  });

  it('comes back into the form on Retry, with the text and the photos that were fine', async () => {
    const channel = newChannel();
    await ask(anna(), channel, 'Good coffee', {
      places: ['snapchat'],
      photos: [bottle(), { name: 'bad.jpg', bytes: text('no') }],
    });
    const answer = await place.slack.waitFor(
      () =>
        anna()
          .ephemerals()
          .find((one) => one.channel === channel.id),
      { withinMs: 20_000 },
    );
    await anna().press(
      { ...answer, ts: answer.ts, channel: answer.channel, thread: answer.thread, blocks: answer.blocks },
      'retry',
    );
    const form = await anna().waitForView((view) => JSON.stringify(view.view).includes('Kept from before'));
    expect(JSON.stringify(form.view)).toContain('bottle.jpg');
    expect(JSON.stringify(form.view)).not.toContain('bad.jpg');
    expect(await anna().submit(form, answered(form, { keep: 'forget' }))).toEqual({ closed: true });
    await result(place.slack, channel.id);
  });

  it('is named on its field while the form is open: no words, no choice about the photo', async () => {
    const channel = newChannel();
    await anna().command('/ad', '', { channel });
    const form = await anna().waitForView();
    expect(await anna().submit(form, answered(form, { brief: '\u200b\u202e', photos: [bottle()], keep: 'keep' }))).toMatchObject({
      closed: false,
      errors: { brief: expect.stringContaining('Say in a few words') },
    });
    expect(
      await anna().submit(
        form,
        answered(form, { brief: 'Good coffee', photos: [{ name: 'empty.jpg', bytes: text('') }], keep: 'keep' }),
      ),
    ).toMatchObject({
      closed: false,
      errors: { photos: expect.stringContaining('empty file') },
    });
    anna().closeView(form);
    await nothingStored();
  });

  it('opens the form also for a text that is far too long, and says what was left out', async () => {
    const channel = newChannel();
    await anna().command('/ad', 'x'.repeat(5_000), { channel });
    const form = await anna().waitForView();
    expect(JSON.stringify(form.view)).toContain('last 2,000 characters were left out');
    anna().closeView(form);
  });

  it('is a photo that disappears before it is fetched', async () => {
    const channel = newChannel();
    place.slack.faults.fail('files.info', 'file_not_found');
    await ask(anna(), channel, 'Good coffee');
    const answer = await place.slack.waitFor(
      () =>
        anna()
          .ephemerals()
          .find((one) => one.channel === channel.id),
      { withinMs: 20_000 },
    );
    expect(wordsOf(answer)).toContain('was removed before I could fetch it');
  });

  it.each([
    ['small', async () => sharp(bottle().bytes).resize(400).jpeg().toBuffer(), /The photo is small/],
    ['blurry', async () => sharp(bottle().bytes).resize(1600).blur(25).jpeg().toBuffer(), /a little blurry/],
  ])('is not a %s photo: it is used, with one tip', async (_what, bytes, words) => {
    const channel = newChannel();
    await ask(anna(), channel, 'Good coffee', { places: ['snapchat'], photos: [{ name: 'photo.jpg', bytes: await bytes() }] });
    expect(wordsOf(await result(place.slack, channel.id))).toMatch(words);
  });

  it('is not an animated picture: its first frame is used, and that is said', async () => {
    const frames = await Promise.all(
      ['#aa3300', '#0033aa'].map((background) =>
        sharp({ create: { width: 900, height: 900, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const channel = newChannel();
    await ask(anna(), channel, 'Good coffee', { places: ['snapchat'], photos: [{ name: 'moving.gif', bytes: gif }] });
    expect(wordsOf(await result(place.slack, channel.id))).toContain('is animated; I used its first frame');
  });

  it('is never a command to the platform: mentions, mark-up and templates are shown literally', async () => {
    const hostile = '@everyone <!channel> <@U1> *bold* {{7*7}} [x](http://evil.example) drawtext=textfile=/etc/passwd';
    const channel = newChannel();
    await ask(anna(), channel, hostile, { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    expect(message.text).not.toContain('<!channel>');
    const mrkdwn = message.blocks.flatMap((block) => JSON.stringify(block).match(/"type":"mrkdwn","text":"[^"]*"/g) ?? []);
    for (const piece of mrkdwn) expect(piece).not.toMatch(/<[!@#]|<http/);
  });
});

describe('when a part is down at the moment of the command', () => {
  const redisPid = (place: Workplace): number =>
    JSON.parse(readFileSync(join(place.config.dataDir, 'redis', 'adwright-redis.json'), 'utf8')).pid;

  it('a stopped queue means: not taken, nothing was started, press again; and pressing again works once it is back', async () => {
    const place = await openWorkplace();
    try {
      const anna = place.slack.person('anna');
      const channel = place.slack.channel('marketing');
      const pid = redisPid(place);
      process.kill(pid, 'SIGSTOP');
      await anna.command('/ad', 'Good coffee', { channel });
      const form = await anna.waitForView();
      const entries = { photos: [bottle()], keep: 'keep', places: ['snapchat'] };
      const refused = await anna.submit(form, entries);
      process.kill(pid, 'SIGCONT');
      expect(refused).toMatchObject({ closed: false });
      expect(JSON.stringify(refused)).toContain('nothing was started');
      await expect.poll(() => anna.submit(form, entries), { timeout: 20_000, interval: 500 }).toEqual({ closed: true });
      await result(place.slack, channel.id);
      expect(botMessages(place.slack, channel.id)).toHaveLength(1);
    } finally {
      await place.close();
    }
  });

  it('a closed database means the same', async () => {
    const place = await openWorkplace();
    try {
      const anna = place.slack.person('anna');
      const channel = place.slack.channel('marketing');
      await place.held.app.stores.database.close();
      const refused = await ask(anna, channel, 'Good coffee');
      expect(JSON.stringify(refused)).toContain('nothing was started');
      expect(place.slack.messages(channel.id)).toEqual([]);
    } finally {
      await place.close();
    }
  });
});
