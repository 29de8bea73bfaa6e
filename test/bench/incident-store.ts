/** Ads with one disclosure each, of many people, as an incident meets them. Rows go in at once: how they got there is not what is measured. */
import { randomBytes } from 'node:crypto';
import { sealJson } from '../../adapters/postgres/columns.ts';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import type { DisclosureFacts } from '../../src/privacy/disclosure.ts';
import { configOf } from '../support/workplace.ts';

export const wanted = { people: 1_000, adsEach: 10 } as const;

const facts: DisclosureFacts = {
  purpose: 'stills',
  fields: ['picture', 'prompt'],
  bytes: 240_000,
  sha256: 'ab'.repeat(32),
  remoteId: 'task',
  copy: 'there',
};

export async function storeDisclosures(environment: Record<string, string>): Promise<void> {
  const stores = await openStores(configOf(environment), systemClock);
  try {
    for (let index = 0; index < wanted.people; index += 1) await storePerson(stores, index);
  } finally {
    await stores.database.close();
    await Promise.all([stores.media.close(), stores.keys.close()]);
  }
}

async function storePerson({ database, keyring }: Stores, index: number): Promise<void> {
  const person = { platform: 'test', workspace: `w${index % 20}`, person: `p${index}` };
  const { ownerId } = await database.owners.ensureMember(person);
  const key = await keyring.open(`owner:${ownerId}`);
  const ads = Array.from({ length: wanted.adsEach }, () => ({ id: randomId(), disclosureId: randomId() }));
  const createdAt = new Date();
  const { prisma } = database.connection;
  await prisma.ad.createMany({
    data: ads.map(({ id }) => ({
      id,
      ownerId,
      rootId: id,
      version: 1,
      state: 'delivered' as const,
      formats: ['square'],
      brief: randomBytes(400),
      recipe: randomBytes(600),
      // An ad without one was made from a shell, and goes with it.
      place: randomBytes(300),
      createdAt,
    })),
  });
  await prisma.disclosure.createMany({
    data: ads.map(({ id, disclosureId }) => ({
      id: disclosureId,
      ownerId,
      adId: id,
      partner: 'kie',
      facts: sealJson(key, `Disclosure.facts:${disclosureId}`, facts),
      lapsesAt: null,
      createdAt,
    })),
  });
}
