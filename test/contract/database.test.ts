import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, connectEmbedded, connectServer } from '../../adapters/postgres/connect.ts';
import { createDatabase, type Database } from '../../adapters/postgres/database.ts';
import type { Creative, NewAd } from '../../src/generation/ad.ts';
import type { Brief } from '../../src/generation/brief.ts';
import type { PhotoFacts } from '../../src/generation/photo.ts';
import type { Recipe } from '../../src/generation/recipe.ts';
import { randomId } from '../../src/ids.ts';
import { createKeyring, type Keyring } from '../../src/privacy/keyring.ts';
import { memoryKeyStore } from '../support/memory-key-store.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';

const canary = 'canary-aardvark';
const brief: Brief = {
  text: `${canary} bread`,
  words: {},
  brand: { name: '', colours: [], webAddress: '' },
  places: [],
  film: false,
  wholePhoto: false,
  keepPhotos: false,
};
const recipe: Recipe = {
  look: 'block',
  route: 'cutout',
  language: 'en',
  palette: [{ colour: '#aa0000', share: 1 }],
  brand: brief.brand,
  copy: { headline: `${canary} bread`, body: '', button: 'Shop now', price: '', oldPrice: '', smallPrint: '' },
};
const facts: PhotoFacts = {
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
const person = { platform: 'test', workspace: 'w', person: canary };

const bin = findPostgres();
if (!bin) console.warn('SKIPPED: no initdb was found, so the database suite runs on PGlite only.');

describe.each([['PGlite'], ...(bin ? [['PostgreSQL']] : [])])('the stores on %s', (kind) => {
  let server: PostgresServer | undefined;
  let connection: Connection;
  let database: Database;
  let keyring: Keyring;
  let clock: TestClock;

  beforeAll(async () => {
    if (kind === 'PostgreSQL' && bin) server = await startPostgres(bin);
    clock = testClock();
    keyring = createKeyring({ store: memoryKeyStore(), masterKey: randomBytes(32), clock, randomBytes });
    connection = server ? await connectServer(server.url) : await connectEmbedded(undefined);
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

  it('gives back an ad as it was stored', async () => {
    const ad = await newAd();
    await database.ads.create(ad);
    expect(await database.ads.read(ad.id)).toMatchObject({
      id: ad.id,
      version: 1,
      state: 'queued',
      brief,
      recipe: null,
      hasPlace: true,
    });
  });

  it('makes one ad per request, however often it is asked', async () => {
    const intakeId = randomId();
    const ids = await Promise.all([1, 2, 3].map(async () => database.ads.create(await newAd({ intakeId }))));
    expect(new Set(ids).size).toBe(1);
  });

  it('numbers the versions of an ad, also when two are asked for at once', async () => {
    const first = await newAd();
    await database.ads.create(first);
    const ids = await Promise.all([1, 2].map(async () => database.ads.create(await newAd({ rootId: first.id }))));
    const versions = await Promise.all(ids.map(async (id) => (await database.ads.read(id))?.version));
    expect(versions.sort()).toEqual([2, 3]);
  });

  it('moves an ad only from the states it may leave', async () => {
    const { id } = await newAd();
    await database.ads.create(await newAd({ id }));
    expect(await database.ads.move(id, ['drawing'], 'made')).toBe(false);
    expect(await database.ads.move(id, ['queued'], 'cancelled')).toBe(true);
    expect((await database.ads.read(id))?.state).toBe('cancelled');
  });

  it('starts a finished step never again, and counts the starts of an unfinished one', async () => {
    const { adId, runner } = await draw();
    expect(await database.steps.start(adId, runner, 'draw:square')).toBe('go');
    expect(await database.steps.start(adId, runner, 'draw:square')).toBe('go');
    expect(await database.steps.finish(adId, runner, 'draw:square', { creative: creativeOf(adId) })).toBe(true);
    expect(await database.steps.start(adId, runner, 'draw:square')).toBe('done');
    expect(await database.steps.finish(adId, runner, 'draw:square', { creative: creativeOf(adId) })).toBe(false);
    expect(await database.steps.creatives(adId)).toMatchObject([{ altText: `${canary} alt` }]);
    const step = await connection.prisma.step.findUniqueOrThrow({ where: { adId_name: { adId, name: 'draw:square' } } });
    expect(step.runs).toBe(2);
  });

  it('refuses a runner that was replaced, and one whose ad was cancelled', async () => {
    const { adId, runner } = await draw();
    const later = randomId();
    await database.steps.start(adId, runner, 'write-copy');
    await database.ads.move(adId, ['drawing'], 'drawing', { runner: later });
    expect(await database.steps.start(adId, runner, 'draw:square')).toBe('lost');
    expect(await database.steps.finish(adId, runner, 'write-copy', { recipe })).toBe(false);
    expect(await database.steps.finish(adId, later, 'write-copy', { recipe })).toBe(true);
    await database.ads.move(adId, ['drawing'], 'cancelled');
    expect(await database.steps.start(adId, later, 'draw:square')).toBe('lost');
  });

  it('keeps photos apart from ads, and tells who still needs them', async () => {
    const first = await newAd();
    await database.ads.create(first);
    const id = randomId();
    await keyring.create(`photo:${id}`, `owner:${first.ownerId}`);
    await database.photos.add({ id, ownerId: first.ownerId, position: 0, keep: true, hasCutout: true, facts }, first.id);
    expect(await database.photos.isUsedElsewhere(id, first.id, { openOnly: false })).toBe(false);
    const second = await newAd({ rootId: first.id, photoIds: [id] });
    await database.ads.create(second);
    expect(await database.photos.ofAd(second.id)).toMatchObject([{ id, position: 0, facts }]);
    expect(await database.photos.isUsedElsewhere(id, first.id, { openOnly: true })).toBe(true);
    await keyring.destroy(`photo:${id}`);
    expect(await database.photos.ofAd(second.id)).toEqual([]);
    expect(await database.photos.idsOfAd(second.id)).toEqual([{ id, keep: true }]);
  });

  it('knows a person again, and only that person', async () => {
    const first = await database.owners.ensureMember(person);
    expect(await database.owners.ensureMember(person)).toEqual(first);
    const other = await database.owners.ensureMember({ ...person, person: 'somebody else' });
    expect(other.workspaceOwnerId).toBe(first.workspaceOwnerId);
    expect(other.ownerId).not.toBe(first.ownerId);
    expect(await database.owners.isMember(first.ownerId, person)).toBe(true);
    expect(await database.owners.isMember(first.ownerId, { ...person, workspace: 'elsewhere' })).toBe(false);
  });

  it('makes a new person once, also when asked ten times at once', async () => {
    const fresh = { ...person, person: randomId() };
    const members = await Promise.all(Array.from({ length: 10 }, () => database.owners.ensureMember(fresh)));
    expect(new Set(members.map((member) => member.ownerId)).size).toBe(1);
  });

  it('takes a delivery once, and again only after it was refused', async () => {
    const delivery = { deliveryId: randomId(), person: canary, input: { words: canary }, createdAt: clock.now() };
    const [id, again] = [randomId(), randomId()];
    expect(await database.intakes.add({ ...delivery, id, attempt: 'first' })).toEqual({ id, isOwed: true });
    expect(await database.intakes.add({ ...delivery, id: again, attempt: 'second' })).toEqual({ id, isOwed: true });
    expect(await database.intakes.read(id)).toMatchObject({ state: 'taken', input: { words: canary } });
    await database.intakes.settle(id, 'done');
    expect(await database.intakes.add({ ...delivery, id: again, attempt: 'third' })).toEqual({ id, isOwed: false });
    await database.intakes.settle(id, 'void');
    expect(await database.intakes.add({ ...delivery, id: again, attempt: 'fourth' })).toEqual({ id, isOwed: true });
    expect(await database.intakes.read(id)).toMatchObject({ state: 'taken', input: { words: canary } });
  });

  it('makes void what was answered with no, unless a later try was told that it is taken', async () => {
    const delivery = { deliveryId: randomId(), person: canary, input: 1, createdAt: clock.now() };
    const [late, lost] = [randomId(), randomId()];
    const { id } = await database.intakes.add({ ...delivery, id: randomId(), attempt: late });
    await database.intakes.add({ ...delivery, id: randomId(), attempt: lost });
    await database.intakes.revoke(late);
    expect(await database.intakes.read(id)).toMatchObject({ state: 'taken' });
    await database.intakes.revoke(lost);
    expect(await database.intakes.read(id)).toMatchObject({ state: 'void' });
  });

  it('forgets requests, rows and keys, 24 hours after their hour began', async () => {
    const id = randomId();
    await database.intakes.add({ id, attempt: id, deliveryId: id, person: canary, input: 1, createdAt: clock.now() });
    await database.intakes.expire(clock.now() + 23 * 3_600_000);
    expect(await database.intakes.read(id)).not.toBeNull();
    await database.intakes.expire(clock.now() + 24 * 3_600_000);
    expect(await database.intakes.read(id)).toBeNull();
  });

  it('remembers what was posted and sent, and forgets all of it with the ad', async () => {
    const ad = await newAd();
    await database.ads.create(ad);
    const message = { platform: 'test', workspace: 'w', channel: 'c', message: canary, thread: null };
    await database.conversations.savePost(ad.id, { message, picture: null, told: false, notes: [] });
    await database.conversations.rememberFile(ad.id, 'square', 'F1');
    await database.conversations.rememberFile(ad.id, 'square', 'F2');
    expect(await database.conversations.findFile(ad.id, 'square')).toBe('F2');
    expect(await database.conversations.read(ad.id)).toMatchObject({ post: { message } });
    const elsewhere = { platform: 'test', workspace: 'w', channel: 'd', thread: null };
    await database.conversations.moveTo(ad.id, elsewhere);
    expect(await database.conversations.read(ad.id)).toMatchObject({
      address: { place: elsewhere, earlier: [message] },
      post: null,
    });
    expect(await database.conversations.findFile(ad.id, 'square')).toBeNull();
    expect((await database.conversations.files(ad.id)).map((file) => file.id)).toEqual(['F2']);
    await database.ads.remove(ad.id, { keepRequest: false });
    expect(await database.conversations.read(ad.id)).toBeNull();
    expect(await database.conversations.files(ad.id)).toEqual([]);
  });

  it('stores no word of a person in the clear', async () => {
    for (const [model, rows] of Object.entries({
      owner: await connection.prisma.owner.findMany(),
      intake: await connection.prisma.intake.findMany(),
      photo: await connection.prisma.photo.findMany(),
      ad: await connection.prisma.ad.findMany(),
      creative: await connection.prisma.creative.findMany(),
      sentFile: await connection.prisma.sentFile.findMany(),
    })) {
      const raw = rows.flatMap((row) =>
        Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))),
      );
      expect(raw.join('\n'), model).not.toContain('canary');
    }
  });

  it('forgets with an ad what was asked for, unless it is kept for Retry', async () => {
    for (const keepRequest of [true, false]) {
      const intakeId = randomId();
      await database.intakes.add({
        id: intakeId,
        attempt: intakeId,
        deliveryId: intakeId,
        person: canary,
        input: canary,
        createdAt: clock.now(),
      });
      const adId = await database.ads.create(await newAd({ intakeId }));
      expect(await database.ads.ofIntake(intakeId)).toBe(adId);
      await database.ads.remove(adId, { keepRequest });
      expect(await database.intakes.read(intakeId)).toMatchObject(
        keepRequest ? { state: 'taken', input: canary } : { state: 'done', input: null },
      );
    }
  });

  it('finds photos that nothing needs any more, and ads from a shell that is gone', async () => {
    const photoOf = async (adId: string, keep: boolean): Promise<string> => {
      const id = randomId();
      const { ownerId } = await database.owners.ensureMember(person);
      await keyring.create(`photo:${id}`, `owner:${ownerId}`);
      await database.photos.add({ id, ownerId, position: 0, keep, hasCutout: false, facts }, adId);
      return id;
    };
    const made = await newAd({ place: null });
    const queued = await newAd();
    for (const ad of [made, queued]) await database.ads.create(ad);
    await database.ads.move(made.id, ['queued'], 'made');
    const [overdue, kept, needed] = [
      await photoOf(made.id, false),
      await photoOf(made.id, true),
      await photoOf(queued.id, false),
    ];
    const later = await database.photos.overdue(clock.now() + 1);
    expect(later).toContain(overdue);
    expect(later).not.toContain(kept);
    expect(later).not.toContain(needed);
    expect(await database.photos.overdue(clock.now() - 1)).not.toContain(overdue);
    expect(await database.ads.withoutPlace(clock.now() + 1)).toContain(made.id);
    expect(await database.ads.withoutPlace(clock.now() + 1)).not.toContain(queued.id);
    await database.ads.remove(made.id, { keepRequest: false });
    expect(await database.photos.overdue(clock.now() - 1)).toEqual(expect.arrayContaining([overdue, kept]));
  });

  it('tells an erased ad from one that never was', async () => {
    const ad = await newAd();
    await database.ads.create(ad);
    await keyring.destroy(`ad:${ad.id}`);
    await expect(database.ads.read(ad.id)).rejects.toMatchObject({ code: 'key-erased' });
    expect(await database.ads.read(randomId())).toBeNull();
  });

  if (kind !== 'PostgreSQL') return;

  it('says so within seconds when the server is gone, and works again when it is back', async () => {
    await server?.kill('SIGQUIT');
    await expect(database.ads.list(['queued'])).rejects.toMatchObject({ code: 'database-unavailable' });
    await server?.start();
    await expect
      .poll(
        () =>
          connection.ping().then(
            () => 'back',
            () => 'gone',
          ),
        { timeout: 15_000 },
      )
      .toBe('back');
  });
});
