/** People with a finished ad each, put straight into the stores. */

import type { Stores } from '../../src/app/stores.ts';
import { destroyOwnerKeys, type EraseOwnersDeps, eraseOwners } from '../../src/chat/privacy/erase-owners.ts';
import { collect, readCreative, saveCreative } from '../../src/generation/contents.ts';
import { randomId } from '../../src/ids.ts';
import { brief, recipe } from './database-for-test.ts';

export type PersonWithAd = { name: string; ownerId: string; adId: string; creativeId: string };

/** The bytes of their ad hold their name. */
export async function personWithAd(stores: Stores, name: string): Promise<PersonWithAd> {
  const { ads, steps, owners } = stores.database;
  const { ownerId } = await owners.ensureMember({ platform: 'test', workspace: 'w', person: name });
  const id = randomId();
  const adId = await ads.create({
    id,
    ownerId,
    rootId: id,
    intakeId: null,
    change: null,
    state: 'queued',
    formats: ['square'],
    brief: { ...brief, text: `bread for ${name}` },
    recipe,
    photoIds: [],
    place: {},
    channel: null,
  });
  const runner = randomId();
  await ads.move(adId, ['queued'], 'drawing', { runner });
  await steps.start(adId, runner, 'draw');
  const creativeId = randomId();
  const bytes = Buffer.from(`the ad of ${name}`);
  const file = { format: 'square' as const, mediaType: 'image/jpeg' as const, width: 1, height: 1, altText: name };
  await saveCreative(stores, { adId, creativeId }, { ...file, bytes });
  await steps.finish(adId, runner, 'draw', { creative: { ...file, id: creativeId, adId, bytes: bytes.length } });
  await ads.move(adId, ['drawing'], 'made');
  await ads.move(adId, ['made'], 'delivered');
  return { name, ownerId, adId, creativeId };
}

/** What the stored ad of a person says. */
export const adOf = async (stores: Stores, { adId, creativeId }: PersonWithAd): Promise<string> =>
  Buffer.from(await collect(readCreative(stores, { id: creativeId, adId }))).toString();

export async function erasePerson(stores: Stores, { ownerId }: PersonWithAd): Promise<void> {
  const deps: EraseOwnersDeps = { ...stores.database, ...stores };
  await destroyOwnerKeys(deps, [ownerId]);
  await eraseOwners(deps, [ownerId]);
}

/** How many rows of theirs there are, seen by others or not. */
export const rowsOf = (stores: Stores, { ownerId }: PersonWithAd): Promise<number> => stores.database.owners.countRows(ownerId);
