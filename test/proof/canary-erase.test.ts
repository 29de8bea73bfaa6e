/** A person with a random word in everything they can leave behind: looked for in raw bytes, taken along, and erased. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../adapters/postgres/database.ts';
import type { Stores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { collect } from '../../src/generation/contents.ts';
import type { MediaArea } from '../../src/generation/ports.ts';
import { randomId } from '../../src/ids.ts';
import type { KeyScope } from '../../src/privacy/keyring.ts';
import { receiptProblem } from '../../src/privacy/receipt.ts';
import { createSigner } from '../../src/privacy/signing.ts';
import { keptFields, type Planted, plantCanaries } from '../support/canaries.ts';
import { expectWhole, fetchCopy, startCopy } from '../support/copy-of-data.ts';
import { databaseKinds } from '../support/database-for-test.ts';
import { wordsIn } from '../support/raw-bytes.ts';
import { openRawGround, type RawGround } from '../support/raw-ground.ts';
import { isOpenedBy, type SealedValue, sealedValuesIn } from '../support/sealed-rows.ts';
import { sealingOff } from '../support/sealing-off.ts';

const dayMs = 86_400_000;
/** Of others: who was asked for approval, and what they said. */
const ofOthers = ['note'];
const areas: MediaArea[] = ['photos', 'cutouts', 'creatives', 'logos', 'fonts', 'previews', 'exports'];

describe.each(databaseKinds)('a control beside %s, with sealing switched off', (kind) => {
  it('finds every word that is kept, and none of those that never are', async () => {
    const switchOn = sealingOff();
    const on = await openRawGround(kind);
    try {
      const { words, browser } = await plantCanaries(on);
      await startCopy(browser);
      await on.settle();
      expect(wordsIn(words, on.files())).toEqual([...keptFields].sort());
    } finally {
      await on.close();
      switchOn();
    }
  });
});

describe.each(databaseKinds)('a person whose data is on %s', (kind) => {
  let on: RawGround;
  let anna: Planted;
  let bela: Planted;
  let copyAt: string;
  let openEarlier: () => Promise<Stores>;
  /** Whatever carries one of these ids is Anna's; the workspace and its brand kits are not. */
  const annas = new Set<string>();
  beforeAll(async () => {
    on = await openRawGround(kind);
    [anna, bela] = [await plantCanaries(on), await plantCanaries(on)];
    copyAt = await startCopy(anna.browser);
    // Bela lets Anna change her brand.
    const { kits } = on.held.app.stores.database;
    const kit = await kitOf(bela);
    await kits.change(kit.id, { ...kit.facts, editors: [anna.identity.person] });
  });
  afterAll(async () => {
    await on?.close();
  });
  const stores = (): Stores => on.held.app.stores;
  const kitOf = async ({ ownerId, identity }: Planted) => {
    const { owners, kits } = stores().database;
    const made = await kits.ofWorkspace((await owners.findWorkspace(identity)) ?? '');
    const kit = made.find(({ makerId }) => makerId === ownerId);
    if (!kit) throw new Error('There is no brand of theirs');
    return kit;
  };

  it('has no word in any raw byte: pages, write-ahead log, queue, media, keys, temporary files, log', async () => {
    await on.settle();
    const files = on.files();
    for (const part of [/pg_wal/u, /\.aof/u, /dump\.rdb$/u, /media\/exports/u])
      expect(files.some((file) => part.test(file))).toBe(true);
    for (const { words } of [anna, bela]) {
      expect(wordsIn(words, files)).toEqual([]);
      for (const word of Object.values(words)) expect(on.log()).not.toContain(word);
    }
  });

  it('gets a copy with every word of theirs and none of a neighbour, whole and signed', async () => {
    const files = await fetchCopy(anna.browser, copyAt);
    expectWhole(files, await createSigner(stores()).publicKeys());
    const all = Buffer.concat([...files.values()]).toString('latin1');
    const missing = keptFields.filter((field) => !ofOthers.includes(field) && !all.includes(anna.words[field]));
    expect(missing).toEqual([]);
    for (const [field, word] of Object.entries(bela.words)) expect(all.includes(word), field).toBe(false);
    expect([...files.keys()].filter((path) => path.startsWith('media/photos/'))).toHaveLength(1);
    expect([...files.keys()].filter((path) => path.startsWith('media/ads/')).length).toBeGreaterThan(1);
  });

  it('is erased, and nothing of them is left here: no row, no object, no key, no job', async () => {
    const { database, media, keys } = stores();
    const owned = await database.owners.belongings(anna.ownerId);
    for (const id of [anna.ownerId, anna.accountId, ...Object.values(owned).flat()]) annas.add(id);
    openEarlier = await on.copy();
    await anna.browser.submit(await anna.browser.get('/delete'), '/delete', { password: anna.password, shared: 'delete' });
    const requests = async () => (await database.connection.prisma.privacyRequest.findMany({ where: { kind: 'erase' } }))[0];
    await expect.poll(async () => (await requests())?.state, { timeout: 60_000, interval: 200 }).toBe('done');
    expect(receiptProblem((await requests())?.receipt ?? '', await createSigner(stores()).publicKeys())).toBeNull();
    const isAnnas = ({ of }: Pick<SealedValue, 'of'>): boolean => of.some((id) => annas.has(id));
    expect((await sealedValuesIn(database.connection)).filter(isAnnas)).toEqual([]);
    for (const id of [anna.ownerId, anna.accountId]) expect(await database.owners.countRows(id)).toBe(0);
    const name = `slack ${anna.identity.workspace} ${anna.identity.person}`;
    expect(await database.usage.ofPerson(name)).toEqual([]);
    expect(await database.intakes.ofPerson(name)).toEqual([]);
    for (const area of areas) for await (const id of media.list(area)) expect(annas.has(id), `${area} ${id}`).toBe(false);
    for await (const scope of keys.list('')) expect(annas.has(scope.split(':')[1] ?? ''), scope).toBe(false);
    expect((await kitOf(bela)).facts.editors).toEqual([]);
    for (const key of await on.queueKeys()) expect([...annas].filter((id) => key.includes(id))).toEqual([]);
  });

  it('cannot be read any more from a full copy made before, with the master key and every key that is left', async () => {
    const earlier = await openEarlier();
    try {
      const keys = await keysLeft(earlier);
      const values = await sealedValuesIn(earlier.database.connection);
      const opened = (isTheirs: (value: SealedValue) => boolean) =>
        values.filter(isTheirs).map((value) => isOpenedBy(keys, value));
      // Requests and usage go with their hours: see below.
      const annasValues = values.filter(({ of, hasHour }) => !hasHour && of.some((id) => annas.has(id)));
      expect(annasValues.length).toBeGreaterThan(15);
      expect(annasValues.filter((value) => isOpenedBy(keys, value)).map(({ cell }) => cell)).toEqual([]);
      expect(opened(({ of }) => of.includes(bela.ownerId)).every(Boolean)).toBe(true);
      expect(opened(({ of }) => of.includes(bela.accountId)).every(Boolean)).toBe(true);
      await expectClosed(earlier, annas, keys);
      // The control: whatever is not Anna's does open, so that it is not the copy that is broken.
      for (const id of (await earlier.database.owners.belongings(bela.ownerId)).ads) {
        expect((await earlier.database.ads.read(id))?.brief.text).toContain(bela.words.brief);
        const key = await earlier.keyring.open(`ad:${id}`);
        for (const { id: file, bytes } of await earlier.database.steps.creatives(id))
          expect((await collect(earlier.media.get({ area: 'creatives', id: file, key }))).length).toBe(bytes);
      }
    } finally {
      await earlier.database.close();
    }
  });

  it('is in no request and no usage record of that copy either, once the keys of its hours are gone: a day later', async () => {
    const { database, keyring } = stores();
    const clock = { ...systemClock, now: () => Date.now() + dayMs + 3_600_000 };
    await database.intakes.expire(clock.now());
    await createDatabase(database.connection, { keyring, clock, newId: randomId }).usage.expire();
    const earlier = await openEarlier();
    try {
      const hourly = (await sealedValuesIn(earlier.database.connection)).filter(({ hasHour }) => hasHour);
      expect(hourly.length).toBeGreaterThan(3);
      const keys = await keysLeft(earlier);
      expect(hourly.filter((value) => isOpenedBy(keys, value)).map(({ cell }) => cell)).toEqual([]);
    } finally {
      await earlier.database.close();
    }
  });

  it('leaves the neighbour with everything: signing in, ads, files, a copy', async () => {
    const files = await fetchCopy(bela.browser, await startCopy(bela.browser));
    expectWhole(files, await createSigner(stores()).publicKeys());
    const all = Buffer.concat([...files.values()]).toString('latin1');
    for (const field of ['brief', 'headline', 'kit', 'product', 'email', 'disclosure', 'person'] as const)
      expect(all.includes(bela.words[field]), field).toBe(true);
    // The brand is the workspace's, and stays with it.
    for (const [field, word] of Object.entries(anna.words)) expect(all.includes(word), field).toBe(field === 'kit');
    expect([...files.keys()].filter((path) => path.startsWith('media/ads/')).length).toBeGreaterThan(1);
  });

  /** The master key, and all that it still unwraps. */
  async function keysLeft({ keys, keyring }: Stores): Promise<Uint8Array[]> {
    const master = Buffer.from(readFileSync(join(on.config.stateDir, 'master-key'), 'utf8').trim(), 'base64');
    const found: Uint8Array[] = [master];
    for await (const scope of keys.list('')) {
      const key = await keyring.open(scope as KeyScope).catch(() => null);
      if (key) found.push(key);
    }
    expect(found.length).toBeGreaterThan(8);
    return found;
  }
});

/** The objects are there, and none of the keys opens one. */
async function expectClosed({ media }: Stores, ids: ReadonlySet<string>, keys: readonly Uint8Array[]): Promise<void> {
  let count = 0;
  for (const area of areas) {
    for await (const id of media.list(area)) {
      if (!ids.has(id)) continue;
      count += 1;
      for (const key of keys)
        await expect(collect(media.get({ area, id, key }))).rejects.toMatchObject({ code: 'media-damaged' });
    }
  }
  expect(count).toBeGreaterThan(2);
}
