/** A person with an account, finished ads and kept photos, put into the stores as the program itself puts them there, without drawing anything. */

import type { Stores } from '../../src/app/stores.ts';
import { channelKey } from '../../src/chat/channel-key.ts';
import type { Brief } from '../../src/generation/brief.ts';
import { saveCreative, savePhoto } from '../../src/generation/contents.ts';
import type { FormatId } from '../../src/generation/formats.ts';
import type { PhotoFacts } from '../../src/generation/photo.ts';
import type { Recipe } from '../../src/generation/recipe.ts';
import { randomId } from '../../src/ids.ts';
import { inParallel } from '../../src/in-parallel.ts';

const brand = { name: '', colours: [], webAddress: '' };
const palette = [{ colour: '#aa0000', share: 1 }];
const brief: Brief = { text: 'Good coffee', words: {}, brand, places: [], film: false, wholePhoto: false, keepPhotos: true };
const copy = { headline: 'Good coffee', body: '', button: 'Shop now', price: '', oldPrice: '', smallPrint: '' };
const recipe: Recipe = { look: 'block', route: 'cutout', language: 'en', palette, brand, copy };
const photoFacts: PhotoFacts = {
  width: 100,
  height: 100,
  sourceWidth: 100,
  sourceHeight: 100,
  sourceFormat: 'jpeg',
  route: 'cutout',
  routeReason: 'clean',
  subject: { x: 0, y: 0, width: 10, height: 10 },
  palette,
  warnings: [],
};

export type StoredPerson = {
  ownerId: string;
  accountId: string;
  identity: { platform: string; workspace: string; person: string };
};

/** Each of `ads` has a file in every one of `formats`, and with `photo` a photo with what was cut out of it. `fileOf`: the bytes of the next file. */
export type Wanted = { ads: number; formats: readonly FormatId[]; photo: boolean; fileOf: () => Uint8Array };

const atATime = 16;

export async function storePerson(stores: Stores, wanted: Wanted): Promise<StoredPerson> {
  const { owners, accounts } = stores.database;
  const identity = { platform: 'test', workspace: 'w', person: randomId() };
  const { ownerId } = await owners.ensureMember(identity);
  const accountId = await accounts.ensure(ownerId);
  const ads = Array.from({ length: wanted.ads });
  await inParallel(ads, atATime, () => storeAd(stores, { ownerId, accountId, identity }, wanted));
  return { ownerId, accountId, identity };
}

async function storeAd(stores: Stores, { ownerId, identity }: StoredPerson, { formats, photo, fileOf }: Wanted): Promise<void> {
  const { ads, photos, steps } = stores.database;
  const place = { platform: identity.platform, workspace: identity.workspace, channel: 'c', thread: null };
  const address = { place, origin: place, person: identity, locale: 'en', askedAt: 1, shared: null, earlier: [] };
  const id = randomId();
  const base = { id, ownerId, rootId: id, intakeId: null, change: null, photoIds: [], formats: [...formats], brief, recipe };
  await ads.create({ ...base, state: 'queued', place: address, channel: channelKey(place) });
  const runner = 'test';
  await ads.move(id, ['queued'], 'drawing', { runner });
  if (photo) {
    const photoId = randomId();
    const bytes = await savePhoto(stores, { photoId, ownerId }, { photo: fileOf(), cutout: fileOf() });
    await photos.add({ id: photoId, ownerId, position: 0, keep: true, hasCutout: true, bytes, facts: photoFacts }, id);
  }
  for (const format of formats) {
    const bytes = fileOf();
    const creative = {
      id: randomId(),
      adId: id,
      format,
      mediaType: 'image/jpeg' as const,
      width: 9,
      height: 9,
      altText: 'Good coffee',
    };
    await saveCreative(stores, { adId: id, creativeId: creative.id }, { ...creative, bytes });
    await steps.start(id, runner, `draw ${format}`);
    await steps.finish(id, runner, `draw ${format}`, { creative: { ...creative, bytes: bytes.length } });
  }
  await ads.move(id, ['drawing'], 'made', { runner });
  await ads.move(id, ['made'], 'delivered', { runner });
}
