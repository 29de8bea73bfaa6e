/** Ads that are made and not delivered yet, with real files, put into the stores as the program itself puts them there. */
import sharp from 'sharp';
import { openStores } from '../../src/app/stores.ts';
import { channelKey } from '../../src/chat/channel-key.ts';
import { systemClock } from '../../src/clock.ts';
import type { Brief } from '../../src/generation/brief.ts';
import { saveCreative } from '../../src/generation/contents.ts';
import { formats, type StillId } from '../../src/generation/formats.ts';
import type { Recipe } from '../../src/generation/recipe.ts';
import { randomId } from '../../src/ids.ts';
import { configOf } from '../support/workplace.ts';
import type { FloodGround } from './flood-chat.ts';

const wanted: StillId[] = ['square', 'story'];
export const filesOfAnAd = wanted.length;

const brand = { name: '', colours: [], webAddress: '' };
const brief: Brief = { text: 'Good coffee. €5', words: {}, brand, places: [], film: false, wholePhoto: false, keepPhotos: true };
const copy = { headline: 'Good coffee', body: '', button: 'Shop now', price: '€5', oldPrice: '', smallPrint: '' };
const palette = [{ colour: '#aa0000', share: 1 }];
const recipe: Recipe = { look: 'block', route: 'cutout', language: 'en', palette, brand, copy };

/** Pictures with grain, of the sizes that the studio draws. */
async function picture(format: StillId): Promise<Uint8Array> {
  const { width, height } = formats[format];
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 12 };
  const image = sharp({ create: { width, height, channels: 3, background: '#884422', noise } });
  return image.jpeg({ quality: 40 }).toBuffer();
}

export async function storeMadeAds(environment: Record<string, string>, { messages, people }: FloodGround): Promise<void> {
  const stores = await openStores(configOf(environment), systemClock);
  const { ads, owners, steps, conversations } = stores.database;
  const pictures = await Promise.all(wanted.map(async (format) => ({ format, bytes: await picture(format) })));
  try {
    for (const [index, message] of messages.entries()) {
      const person = { platform: message.platform, workspace: message.workspace, person: people[index % people.length] ?? '' };
      const { ownerId } = await owners.ensureMember(person);
      const { platform, workspace, channel } = message;
      const place = { platform, workspace, channel, thread: null };
      const id = randomId();
      const address = {
        place,
        origin: place,
        person,
        locale: 'en',
        askedAt: systemClock.now() + 3_600_000,
        shared: null,
        earlier: [],
      };
      const base = { id, ownerId, rootId: id, intakeId: null, change: null, photoIds: [], formats: wanted, brief, recipe };
      await ads.create({ ...base, state: 'queued', place: address, channel: channelKey(place) });
      await conversations.savePost(id, { message, picture: null, told: false, notes: [] });
      await ads.move(id, ['queued'], 'drawing', { runner: 'flood' });
      for (const { format, bytes } of pictures) {
        const { width, height } = formats[format];
        const file = { format, mediaType: 'image/jpeg' as const, width, height, altText: 'Good coffee in a bottle', bytes };
        const creativeId = randomId();
        await saveCreative(stores, { adId: id, creativeId }, file);
        const { bytes: _bytes, ...facts } = file;
        await steps.start(id, 'flood', `draw ${format}`);
        await steps.finish(id, 'flood', `draw ${format}`, {
          creative: { ...facts, id: creativeId, adId: id, bytes: bytes.length },
        });
      }
      await ads.move(id, ['drawing'], 'made', { runner: 'flood' });
    }
  } finally {
    await stores.database.close();
    await Promise.all([stores.media.close(), stores.keys.close()]);
  }
}
