/** What the database keeps of ads, their steps and their photos. */
import { describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { brief, canary, databaseForTests, databaseKinds, facts, person, recipe } from '../support/database-for-test.ts';

describe.each(databaseKinds)('the stores of ads on %s', (kind) => {
  const on = databaseForTests(kind);

  it('gives back an ad as it was stored', async () => {
    const ad = await on.newAd();
    await on.database.ads.create(ad);
    expect(await on.database.ads.read(ad.id)).toMatchObject({
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
    const ids = await Promise.all([1, 2, 3].map(async () => on.database.ads.create(await on.newAd({ intakeId }))));
    expect(new Set(ids).size).toBe(1);
  });

  it('numbers the versions of an ad, also when two are asked for at once', async () => {
    const first = await on.newAd();
    await on.database.ads.create(first);
    const ids = await Promise.all([1, 2].map(async () => on.database.ads.create(await on.newAd({ rootId: first.id }))));
    const versions = await Promise.all(ids.map(async (id) => (await on.database.ads.read(id))?.version));
    expect(versions.sort()).toEqual([2, 3]);
  });

  it('moves an ad only from the states it may leave', async () => {
    const { id } = await on.newAd();
    await on.database.ads.create(await on.newAd({ id }));
    expect(await on.database.ads.move(id, ['drawing'], 'made')).toBe(false);
    expect(await on.database.ads.move(id, ['queued'], 'cancelled')).toBe(true);
    expect((await on.database.ads.read(id))?.state).toBe('cancelled');
  });

  it('starts a finished step never again, and counts the starts of an unfinished one', async () => {
    const { adId, runner } = await on.draw();
    expect(await on.database.steps.start(adId, runner, 'draw:square')).toBe('go');
    expect(await on.database.steps.start(adId, runner, 'draw:square')).toBe('go');
    expect(await on.database.steps.finish(adId, runner, 'draw:square', { creative: on.creativeOf(adId) })).toBe(true);
    expect(await on.database.steps.start(adId, runner, 'draw:square')).toBe('done');
    expect(await on.database.steps.finish(adId, runner, 'draw:square', { creative: on.creativeOf(adId) })).toBe(false);
    expect(await on.database.steps.creatives(adId)).toMatchObject([{ altText: `${canary} alt` }]);
    const step = await on.connection.prisma.step.findUniqueOrThrow({ where: { adId_name: { adId, name: 'draw:square' } } });
    expect(step.runs).toBe(2);
  });

  it('refuses a runner that was replaced, and one whose ad was cancelled', async () => {
    const { adId, runner } = await on.draw();
    const later = randomId();
    await on.database.steps.start(adId, runner, 'write-copy');
    await on.database.ads.move(adId, ['drawing'], 'drawing', { runner: later });
    expect(await on.database.steps.start(adId, runner, 'draw:square')).toBe('lost');
    expect(await on.database.steps.finish(adId, runner, 'write-copy', { recipe })).toBe(false);
    expect(await on.database.steps.finish(adId, later, 'write-copy', { recipe })).toBe(true);
    await on.database.ads.move(adId, ['drawing'], 'cancelled');
    expect(await on.database.steps.start(adId, later, 'draw:square')).toBe('lost');
  });

  it('keeps photos apart from ads, and tells who still needs them', async () => {
    const first = await on.newAd();
    await on.database.ads.create(first);
    const id = randomId();
    await on.keyring.create(`photo:${id}`, `owner:${first.ownerId}`);
    await on.database.photos.add(
      { id, ownerId: first.ownerId, position: 0, keep: true, hasCutout: true, bytes: 1_000, facts },
      first.id,
    );
    expect(await on.database.photos.isUsedElsewhere(id, first.id, { openOnly: false })).toBe(false);
    const second = await on.newAd({ rootId: first.id, photoIds: [id] });
    await on.database.ads.create(second);
    expect(await on.database.photos.ofAd(second.id)).toMatchObject([{ id, position: 0, facts }]);
    expect(await on.database.photos.isUsedElsewhere(id, first.id, { openOnly: true })).toBe(true);
    await on.keyring.destroy(`photo:${id}`);
    expect(await on.database.photos.ofAd(second.id)).toEqual([]);
    expect(await on.database.photos.idsOfAd(second.id)).toEqual([{ id, keep: true }]);
  });

  it('finds photos that nothing needs any more, and ads from a shell that is gone', async () => {
    const photoOf = async (adId: string, keep: boolean): Promise<string> => {
      const id = randomId();
      const { ownerId } = await on.database.owners.ensureMember(person);
      await on.keyring.create(`photo:${id}`, `owner:${ownerId}`);
      await on.database.photos.add({ id, ownerId, position: 0, keep, hasCutout: false, bytes: 1_000, facts }, adId);
      return id;
    };
    const made = await on.newAd({ place: null });
    const queued = await on.newAd();
    for (const ad of [made, queued]) await on.database.ads.create(ad);
    await on.database.ads.move(made.id, ['queued'], 'made');
    const [overdue, kept, needed] = [
      await photoOf(made.id, false),
      await photoOf(made.id, true),
      await photoOf(queued.id, false),
    ];
    const later = await on.database.photos.overdue(on.clock.now() + 1);
    expect(later).toContain(overdue);
    expect(later).not.toContain(kept);
    expect(later).not.toContain(needed);
    expect(await on.database.photos.overdue(on.clock.now() - 1)).not.toContain(overdue);
    expect(await on.database.ads.withoutPlace(on.clock.now() + 1)).toContain(made.id);
    expect(await on.database.ads.withoutPlace(on.clock.now() + 1)).not.toContain(queued.id);
    await on.database.ads.remove(made.id, { keepRequest: false });
    expect(await on.database.photos.overdue(on.clock.now() - 1)).toEqual(expect.arrayContaining([overdue, kept]));
  });

  it('stores no word of a person in the clear', () => on.expectNoCanary());

  it('tells an erased ad from one that never was', async () => {
    const ad = await on.newAd();
    await on.database.ads.create(ad);
    await on.keyring.destroy(`ad:${ad.id}`);
    await expect(on.database.ads.read(ad.id)).rejects.toMatchObject({ code: 'key-erased' });
    expect(await on.database.ads.read(randomId())).toBeNull();
  });

  if (kind !== 'PostgreSQL') return;

  it('says so within seconds when the server is gone, and works again when it is back', async () => {
    await on.server?.kill('SIGQUIT');
    await expect(on.database.ads.list(['queued'])).rejects.toMatchObject({ code: 'database-unavailable' });
    await on.server?.start();
    await expect
      .poll(
        () =>
          on.connection.ping().then(
            () => 'back',
            () => 'gone',
          ),
        { timeout: 15_000 },
      )
      .toBe('back');
  });
});
