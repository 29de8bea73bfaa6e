/** What the database keeps of people: who they are, what they asked for, what was posted to them. */
import { describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { canary, databaseForTests, databaseKinds, person } from '../support/database-for-test.ts';

describe.each(databaseKinds)('the stores of people and requests on %s', (kind) => {
  const on = databaseForTests(kind);

  it('knows a person again, and only that person', async () => {
    const first = await on.database.owners.ensureMember(person);
    expect(await on.database.owners.ensureMember(person)).toEqual(first);
    const other = await on.database.owners.ensureMember({ ...person, person: 'somebody else' });
    expect(other.workspaceOwnerId).toBe(first.workspaceOwnerId);
    expect(other.ownerId).not.toBe(first.ownerId);
    expect(await on.database.owners.isMember(first.ownerId, person)).toBe(true);
    expect(await on.database.owners.isMember(first.ownerId, { ...person, workspace: 'elsewhere' })).toBe(false);
  });

  it('keeps a workspace that was left apart until it is seen again after that', async () => {
    const { owners } = on.database;
    const home = { platform: 'discord', workspace: randomId() };
    await owners.ensureMember({ ...home, person: 'anna' });
    const before = on.clock.now() - 1;
    const id = await owners.leave(home);
    const isLeft = async () => (await owners.leftBefore(on.clock.now() + 1)).includes(id ?? '');
    // Work that was begun before may still ask who somebody is.
    await owners.ensureMember({ ...home, person: 'anna' });
    expect(await isLeft()).toBe(true);
    await owners.returned(home.platform, [home.workspace], before);
    expect(await isLeft()).toBe(true);
    await owners.returned(home.platform, ['another'], on.clock.now() + 1);
    expect(await isLeft()).toBe(true);
    await owners.returned(home.platform, ['another', home.workspace], on.clock.now() + 1);
    expect(await isLeft()).toBe(false);
  });

  it('makes a new person once, also when asked ten times at once', async () => {
    const fresh = { ...person, person: randomId() };
    const members = await Promise.all(Array.from({ length: 10 }, () => on.database.owners.ensureMember(fresh)));
    expect(new Set(members.map((member) => member.ownerId)).size).toBe(1);
  });

  it('takes a delivery once, and again only after it was refused', async () => {
    const delivery = { deliveryId: randomId(), person: canary, input: { words: canary }, createdAt: on.clock.now() };
    const [id, again] = [randomId(), randomId()];
    expect(await on.database.intakes.add({ ...delivery, id, attempt: 'first' })).toEqual({ id, isOwed: true });
    expect(await on.database.intakes.add({ ...delivery, id: again, attempt: 'second' })).toEqual({ id, isOwed: true });
    expect(await on.database.intakes.read(id)).toMatchObject({ state: 'taken', input: { words: canary } });
    await on.database.intakes.settle(id, 'done');
    expect(await on.database.intakes.add({ ...delivery, id: again, attempt: 'third' })).toEqual({ id, isOwed: false });
    await on.database.intakes.settle(id, 'void');
    expect(await on.database.intakes.add({ ...delivery, id: again, attempt: 'fourth' })).toEqual({ id, isOwed: true });
    expect(await on.database.intakes.read(id)).toMatchObject({ state: 'taken', input: { words: canary } });
  });

  it('makes void what was answered with no, unless a later try was told that it is taken', async () => {
    const delivery = { deliveryId: randomId(), person: canary, input: 1, createdAt: on.clock.now() };
    const [late, lost] = [randomId(), randomId()];
    const { id } = await on.database.intakes.add({ ...delivery, id: randomId(), attempt: late });
    await on.database.intakes.add({ ...delivery, id: randomId(), attempt: lost });
    await on.database.intakes.revoke(late);
    expect(await on.database.intakes.read(id)).toMatchObject({ state: 'taken' });
    await on.database.intakes.revoke(lost);
    expect(await on.database.intakes.read(id)).toMatchObject({ state: 'void' });
  });

  it('forgets requests, rows and keys, 24 hours after their hour began', async () => {
    const id = randomId();
    await on.database.intakes.add({ id, attempt: id, deliveryId: id, person: canary, input: 1, createdAt: on.clock.now() });
    await on.database.intakes.expire(on.clock.now() + 23 * 3_600_000);
    expect(await on.database.intakes.read(id)).not.toBeNull();
    await on.database.intakes.expire(on.clock.now() + 24 * 3_600_000);
    expect(await on.database.intakes.read(id)).toBeNull();
  });

  it('remembers what was posted and sent, and forgets all of it with the ad', async () => {
    const ad = await on.newAd();
    await on.database.ads.create(ad);
    const message = { platform: 'test', workspace: 'w', channel: 'c', message: canary, thread: null };
    await on.database.conversations.savePost(ad.id, { message, picture: null, told: false, notes: [] });
    await on.database.conversations.rememberFile(ad.id, 'square', 'F1');
    await on.database.conversations.rememberFile(ad.id, 'square', 'F2');
    expect(await on.database.conversations.findFile(ad.id, 'square')).toBe('F2');
    expect(await on.database.conversations.read(ad.id)).toMatchObject({ post: { message } });
    const elsewhere = { platform: 'test', workspace: 'w', channel: 'd', thread: null };
    await on.database.conversations.moveTo(ad.id, elsewhere);
    expect(await on.database.conversations.read(ad.id)).toMatchObject({
      address: { place: elsewhere, earlier: [message] },
      post: null,
    });
    expect(await on.database.conversations.findFile(ad.id, 'square')).toBeNull();
    expect((await on.database.conversations.files(ad.id)).map((file) => file.id)).toEqual(['F2']);
    await on.database.ads.remove(ad.id, { keepRequest: false });
    expect(await on.database.conversations.read(ad.id)).toBeNull();
    expect(await on.database.conversations.files(ad.id)).toEqual([]);
  });

  it('stores no word of a person in the clear', () => on.expectNoCanary());

  it('forgets with an ad what was asked for, unless it is kept for Retry', async () => {
    for (const keepRequest of [true, false]) {
      const intakeId = randomId();
      await on.database.intakes.add({
        id: intakeId,
        attempt: intakeId,
        deliveryId: intakeId,
        person: canary,
        input: canary,
        createdAt: on.clock.now(),
      });
      const adId = await on.database.ads.create(await on.newAd({ intakeId }));
      expect(await on.database.ads.ofIntake(intakeId)).toBe(adId);
      await on.database.ads.remove(adId, { keepRequest });
      expect(await on.database.intakes.read(intakeId)).toMatchObject(
        keepRequest ? { state: 'taken', input: canary } : { state: 'done', input: null },
      );
    }
  });
});
