import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { galleryIn, wordsIn } from './discord-support.ts';
import { bottle, chosen, filesUnder, openWorkplace, type Workplace } from './discord-workplace.ts';

const brief = 'Fjord cold brew coffee, smooth and never bitter. €19.90';

describe('an ad in a place that takes only small files', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.close();
  });

  async function made(mostBytes: number) {
    const guild = place.discord.guild(`guild-${randomId()}`);
    guild.uploadLimit = mostBytes;
    const channel = place.discord.channel(`room-${randomId()}`, { guild });
    const anna = place.discord.person(`anna-${randomId()}`);
    anna.makeAdmin(guild);
    const options = { photo1: bottle(), brief, where: 'snapchat' };
    await anna.command('ad', { sub: 'generate', options, where: channel });
    await anna.submit({ keep: 'keep' });
    return { anna, channel, message: await chosen(place, anna, channel) };
  }

  it('is shown smaller, says how wide, and comes whole with Get files', async () => {
    const { anna, message } = await made(40_000);
    const [name = ''] = filesUnder(place, message);
    const [, width, height] = /story_(\d+)x(\d+)\.jpg$/.exec(name) ?? [];
    expect(Number(width)).toBeLessThan(1080);
    const shown = place.discord.files().find((file) => file.name === name);
    expect(shown?.bytes.length).toBeLessThanOrEqual(40_000);
    expect(await sharp(shown?.bytes).metadata()).toMatchObject({ width: Number(width), height: Number(height), format: 'jpeg' });
    expect(galleryIn(message)).toHaveLength(1);
    expect(wordsIn(message)).toContain(`Shown smaller here, ${width} pixels wide: this place takes files of up to 0.04 MB`);
    await anna.press(message, 'Get files');
    const whole = await place.discord.waitFor(
      () => place.discord.files().find((file) => file.channel === anna.direct().id && file.name.endsWith('.jpg')),
      { withinMs: 30_000, what: 'the full file' },
    );
    expect(await sharp(whole.bytes).metadata()).toMatchObject({ width: 1080, height: 1920 });
  });

  it('is shown as it is where it fits, without a word about it', async () => {
    const { message } = await made(10 * 1024 * 1024);
    expect(filesUnder(place, message)).toEqual(['ad_story_1080x1920.jpg']);
    expect(wordsIn(message)).not.toContain('smaller');
  });
});
