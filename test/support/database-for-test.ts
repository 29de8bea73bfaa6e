/** The stores over a database of their own, embedded or on a server, with what their tests put in. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Connection, connectServer } from '../../adapters/postgres/connect.ts';
import { createDatabase, type Database } from '../../adapters/postgres/database.ts';
import type { Creative, NewAd } from '../../src/generation/ad.ts';
import type { Brief } from '../../src/generation/brief.ts';
import type { PhotoFacts } from '../../src/generation/photo.ts';
import type { Recipe } from '../../src/generation/recipe.ts';
import { randomId } from '../../src/ids.ts';
import { createKeyring, type Keyring } from '../../src/privacy/keyring.ts';
import { memoryKeyStore } from './memory-key-store.ts';
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';
import { openPrepared } from './prepared-database.ts';
import { type TestClock, testClock } from './test-clock.ts';

/** One word in every field of a person: it must be found in no row. */
export const canary = 'canary-aardvark';
export const brief: Brief = {
  text: `${canary} bread`,
  words: {},
  brand: { name: '', colours: [], webAddress: '' },
  places: [],
  film: false,
  wholePhoto: false,
  keepPhotos: false,
};
export const recipe: Recipe = {
  look: 'block',
  route: 'cutout',
  language: 'en',
  palette: [{ colour: '#aa0000', share: 1 }],
  brand: brief.brand,
  copy: { headline: `${canary} bread`, body: '', button: 'Shop now', price: '', oldPrice: '', smallPrint: '' },
};
export const facts: PhotoFacts = {
  width: 100,
  height: 100,
  sourceWidth: 100,
  sourceHeight: 100,
  sourceFormat: 'jpeg',
  route: 'cutout',
  routeReason: 'clean',
  subject: { x: 0, y: 0, width: 10, height: 10 },
  palette: recipe.palette,
  warnings: [],
};
export const person = { platform: 'test', workspace: 'w', person: canary };

const bin = findPostgres();
if (!bin) console.warn('SKIPPED: no initdb was found, so the database suites run on PGlite only.');

export type DatabaseKind = 'PGlite' | 'PostgreSQL';
export const databaseKinds: [DatabaseKind][] = [['PGlite'], ...(bin ? [['PostgreSQL'] as [DatabaseKind]] : [])];

/** Opens the stores for the suite that calls it. */
export function databaseForTests(kind: DatabaseKind) {
  let server: PostgresServer | undefined;
  let connection: Connection;
  let database: Database;
  let keyring: Keyring;
  let clock: TestClock;

  beforeAll(async () => {
    if (kind === 'PostgreSQL' && bin) server = await startPostgres(bin);
    clock = testClock();
    keyring = createKeyring({ store: memoryKeyStore(), masterKeys: [randomBytes(32)], clock, randomBytes });
    connection = server ? await connectServer(server.url) : await openPrepared();
    database = createDatabase(connection, { keyring, clock, newId: randomId });
  });

  afterAll(async () => {
    await database?.close();
    await server?.remove();
  });

  const newAd = async (change: Partial<NewAd> = {}): Promise<NewAd> => {
    const { ownerId } = await database.owners.ensureMember(person);
    const id = randomId();
    const place = {
      place: { platform: 'test', workspace: 'w', channel: canary, thread: null },
      origin: { platform: 'test', workspace: 'w', channel: canary, thread: null },
      person,
      locale: 'en',
      askedAt: 1,
      shared: null,
      earlier: [],
    };
    return {
      id,
      ownerId,
      rootId: id,
      intakeId: null,
      change: null,
      state: 'queued',
      formats: ['square'],
      brief,
      recipe: null,
      photoIds: [],
      place,
      channel: null,
      ...change,
    };
  };

  const draw = async (): Promise<{ adId: string; runner: string }> => {
    const adId = await database.ads.create(await newAd());
    const runner = randomId();
    await database.ads.move(adId, ['queued'], 'drawing', { runner });
    return { adId, runner };
  };

  const creativeOf = (adId: string): Creative => ({
    id: randomId(),
    adId,
    format: 'square',
    mediaType: 'image/jpeg',
    width: 1,
    height: 1,
    bytes: 1,
    altText: `${canary} alt`,
  });

  return {
    get database() {
      return database;
    },
    get connection() {
      return connection;
    },
    get keyring() {
      return keyring;
    },
    get clock() {
      return clock;
    },
    get server() {
      return server;
    },
    newAd,
    draw,
    creativeOf,
    /** No row of any table holds the word that is in every field of a person. */
    async expectNoCanary() {
      for (const [model, rows] of Object.entries({
        owner: await connection.prisma.owner.findMany(),
        intake: await connection.prisma.intake.findMany(),
        photo: await connection.prisma.photo.findMany(),
        ad: await connection.prisma.ad.findMany(),
        creative: await connection.prisma.creative.findMany(),
        sentFile: await connection.prisma.sentFile.findMany(),
      })) {
        const raw = rows.flatMap((row) =>
          Object.values(row).map((value) =>
            value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
          ),
        );
        expect(raw.join('\n'), model).not.toContain('canary');
      }
    },
  };
}
