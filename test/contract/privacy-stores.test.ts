/** What the database keeps about the rights of people: usage, consent, disclosures, requests. */
import { describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { consentTextVersion, partnersAgreedTo } from '../../src/privacy/consent.ts';
import { canary, databaseForTests, databaseKinds, person } from '../support/database-for-test.ts';

const hourMs = 3_600_000;

describe.each(databaseKinds)('the stores of people’s rights on %s', (kind) => {
  const on = databaseForTests(kind);
  const used = (name: string, who: string | null = canary) => ({
    at: on.clock.now(),
    what: 'command' as const,
    name,
    ms: 12,
    address: canary,
    browser: canary,
    person: who,
  });
  const partitions = () =>
    on.connection.prisma.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM pg_class WHERE relname LIKE 'UsageEvent\\_%' AND relkind = 'r'`,
    );

  it('gives out usage of one person, and nothing of it after 24 hours, also where nobody swept', async () => {
    const { usage } = on.database;
    await usage.record([used('first'), used('other', 'somebody else'), used('nobody', null)]);
    const since = on.clock.now();
    on.clock.advance(90 * 60_000);
    await usage.record([used('second')]);
    expect((await usage.ofPerson(canary)).map(({ name }) => name)).toEqual(['first', 'second']);
    expect(await usage.oldest()).toBe(since);
    on.clock.advance(24 * hourMs - 90 * 60_000);
    expect((await usage.ofPerson(canary)).map(({ name }) => name)).toEqual(['second']);
    expect(await usage.expire()).toBe(1);
    expect(await usage.expire()).toBe(0);
  });

  it('drops the rows and keys of every hour that is over, also after days of downtime', async () => {
    const { usage } = on.database;
    await usage.record([used('before')]);
    on.clock.advance(72 * hourMs);
    expect(await usage.expire()).toBeGreaterThan(0);
    expect(await partitions()).toEqual([]);
    await usage.record([used('after')]);
    expect((await usage.ofPerson(canary)).map(({ name }) => name)).toEqual(['after']);
    await usage.forgetPerson(canary);
    expect(await usage.ofPerson(canary)).toEqual([]);
  });

  it('keeps consent as a history in which the last answer holds, and an answer to an older text does not', async () => {
    const { consents, owners } = on.database;
    const { ownerId } = await owners.ensureMember({ ...person, person: randomId() });
    const say = async (given: boolean, textVersion = consentTextVersion) => {
      on.clock.advance(1_000);
      await consents.add(ownerId, { partner: 'p', given, textVersion });
    };
    expect(await consents.holds(ownerId, 'p', consentTextVersion)).toBe(false);
    await say(true, 'older');
    expect(await consents.holds(ownerId, 'p', consentTextVersion)).toBe(false);
    await say(true);
    expect(await consents.holds(ownerId, 'p', consentTextVersion)).toBe(true);
    expect(partnersAgreedTo(await consents.history(ownerId), consentTextVersion)).toEqual(['p']);
    await say(false);
    expect(await consents.holds(ownerId, 'p', consentTextVersion)).toBe(false);
    expect((await consents.history(ownerId)).map(({ given }) => given)).toEqual([true, true, false]);
  });

  it('begins nothing for somebody who is being erased, and knows them anew after that', async () => {
    const { owners } = on.database;
    const who = { ...person, person: randomId() };
    const { ownerId } = await owners.ensureMember(who);
    const adId = await on.database.ads.create(await on.newAd({ ownerId }));
    await owners.fence([ownerId]);
    expect((await on.database.ads.read(adId))?.state).toBe('erasing');
    expect(await on.database.ads.list(['erasing'])).not.toContain(adId);
    await expect(owners.ensureMember(who)).rejects.toMatchObject({ retry: 'later' });
    await owners.remove(ownerId);
    expect((await owners.ensureMember(who)).ownerId).not.toBe(ownerId);
  });

  it('keeps what went to partners until the person is erased', async () => {
    const { disclosures, owners } = on.database;
    const { ownerId } = await owners.ensureMember({ ...person, person: randomId() });
    const facts = {
      purpose: 'stills',
      fields: ['picture' as const],
      bytes: 9,
      sha256: 'ab',
      remoteId: null,
      copy: 'there' as const,
    };
    const id = randomId();
    await disclosures.add({ id, ownerId, adId: null, partner: 'p', facts, lapsesAt: on.clock.now() + hourMs });
    await disclosures.change(id, { ...facts, copy: 'removed' });
    expect(await disclosures.ofOwner(ownerId)).toMatchObject([
      { id, partner: 'p', facts: { copy: 'removed' }, at: on.clock.now() },
    ]);
    expect(await owners.countRows(ownerId)).toBe(2);
    await owners.remove(ownerId);
    expect(await owners.countRows(ownerId)).toBe(0);
    expect(await disclosures.ofOwner(ownerId)).toEqual([]);
  });

  it('gives a request a clock, keeps its steps, and forgets who asked and what when it is done', async () => {
    const { privacyRequests } = on.database;
    const [id, who] = [randomId(), randomId()];
    await privacyRequests.add({ id, kind: 'erase', facts: { words: canary }, person: who });
    await privacyRequests.add({ id, kind: 'erase', facts: { words: 'again' }, person: who });
    expect(await privacyRequests.read(id)).toMatchObject({ state: 'open', step: null, facts: { words: canary } });
    await privacyRequests.advance(id, 'keys', { words: 'later' });
    expect(await privacyRequests.read(id)).toMatchObject({ step: 'keys', facts: { words: 'later' } });
    expect((await privacyRequests.ofPerson(who)).map((one) => one.id)).toEqual([id]);
    const { dueAt } = (await privacyRequests.read(id)) ?? { dueAt: 0 };
    expect(dueAt - on.clock.now()).toBe(30 * 24 * hourMs);
    expect(await privacyRequests.late(on.clock.now() + 23 * 24 * hourMs, 0.8)).toEqual([]);
    expect((await privacyRequests.late(on.clock.now() + 24 * 24 * hourMs, 0.8)).map((one) => one.id)).toEqual([id]);
    await privacyRequests.forgetPerson(who);
    expect(await privacyRequests.ofPerson(who)).toEqual([]);
    await privacyRequests.finish(id, 'done');
    expect(await privacyRequests.read(id)).toMatchObject({ state: 'done', facts: null, doneAt: on.clock.now() });
    await expect(on.keyring.open(`request:${id}`)).rejects.toMatchObject({ code: 'key-erased' });
  });
});
