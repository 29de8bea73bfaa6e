/** Who is affected by an incident, from the disclosures and the inventory. */
import { describe, expect, it } from 'vitest';
import { accountIdentity } from '../../src/accounts/account.ts';
import { readIncidentCommand } from '../../src/app/privacy-arguments.ts';
import { personKey } from '../../src/chat/take-in.ts';
import { randomId } from '../../src/ids.ts';
import { type Affected, affectedHead, affectedLine, type Incident } from '../../src/privacy/incident.ts';
import { brief, databaseForTests, databaseKinds, facts as photoFacts } from '../support/database-for-test.ts';

const dayMs = 24 * 3_600_000;

describe.each(databaseKinds)('an incident, on %s', (kind) => {
  const on = databaseForTests(kind);

  async function somebody() {
    const identity = { platform: 'test', workspace: `w-${randomId()}`, person: `p-${randomId()}` };
    const { ownerId } = await on.database.owners.ensureMember(identity);
    return { identity, ownerId };
  }
  const disclose = (
    ownerId: string,
    partner: string,
    lapsesAt: number | null = null,
    fields: ('picture' | 'prompt')[] = ['picture'],
  ) =>
    on.database.disclosures.add({
      id: randomId(),
      ownerId,
      adId: null,
      partner,
      facts: { purpose: 'stills', fields, bytes: 10, sha256: 'ab', remoteId: null, copy: 'there' },
      lapsesAt,
    });
  async function affected(incident: Incident, ...people: { identity: { person: string } }[]): Promise<Affected[]> {
    const found: Affected[] = [];
    for await (const one of on.database.incidents.affected(incident)) found.push(one);
    const named = new Set(people.map(({ identity }) => identity.person));
    return found.filter(({ person }) => named.has(person ?? ''));
  }

  it('at a partner affects whoever has something there at that time, with their address, and nobody else', async () => {
    const [anna, bela, clara] = [await somebody(), await somebody(), await somebody()];
    const accountId = await on.database.accounts.ensure(anna.ownerId);
    const email = `${randomId()}@example.com`;
    await on.database.accounts.register(accountId, { email, password: 'hash', recovery: [], isVerified: true });
    const first = on.clock.now();
    await disclose(anna.ownerId, 'one');
    await disclose(bela.ownerId, 'two');
    await disclose(clara.ownerId, 'one', first + dayMs);
    on.clock.advance(2 * dayMs);
    await disclose(anna.ownerId, 'one', null, ['prompt']);
    const now = on.clock.now();
    const [told, ...others] = await affected({ since: now - dayMs / 2, until: now + 1, partner: 'one' }, anna, bela, clara);
    expect(others).toEqual([]);
    expect(told).toEqual({
      ...anna.identity,
      email,
      classes: ['disclosure'],
      disclosures: [
        { partner: 'one', count: 2, fields: expect.arrayContaining(['picture', 'prompt']), bytes: 20, first, last: now },
      ],
    });
    expect(await affected({ since: first, until: first + 1, partner: 'one' }, anna, bela, clara)).toHaveLength(2);
  });

  it('here affects everybody of whom something was held, by class; whoever came later or is erased is not told of', async () => {
    const [anna, gone] = [await somebody(), await somebody()];
    const adId = await on.database.ads.create(await on.newAd({ ownerId: anna.ownerId, brief }));
    const photo = {
      id: randomId(),
      ownerId: anna.ownerId,
      position: 0,
      keep: true,
      hasCutout: false,
      bytes: 1,
      facts: photoFacts,
    };
    await on.keyring.create(`photo:${photo.id}`, `owner:${anna.ownerId}`);
    await on.database.photos.add(photo, adId);
    await on.database.consents.add(anna.ownerId, { partner: 'one', given: true, textVersion: '1' });
    on.clock.advance(1_000);
    const until = on.clock.now();
    const later = await somebody();
    await on.database.owners.remove(gone.ownerId);
    const [told, ...others] = await affected({ since: until - dayMs, until, partner: null }, anna, gone, later);
    expect(others).toEqual([]);
    expect(told).toEqual({
      ...anna.identity,
      email: null,
      classes: ['ad', 'consent', 'identity', 'keys', 'photo'],
      disclosures: [],
    });
  });
});

describe.each(databaseKinds)('an incident here, on %s', (kind) => {
  const on = databaseForTests(kind);
  const all = async (until: number): Promise<Affected[]> => {
    const found: Affected[] = [];
    for await (const one of on.database.incidents.affected({ since: 0, until, partner: null })) found.push(one);
    return found;
  };

  it('tells of requests and of usage as well, also in the portal, by whose they are', async () => {
    const identity = { platform: 'test', workspace: `w-${randomId()}`, person: `p-${randomId()}` };
    const { ownerId } = await on.database.owners.ensureMember(identity);
    const account = accountIdentity(await on.database.accounts.ensure(ownerId));
    const [here, portal, at] = [personKey(identity), personKey(account), on.clock.now()];
    const id = randomId();
    await on.database.intakes.add({ id, attempt: id, deliveryId: id, person: here, input: 1, createdAt: at });
    await on.database.privacyRequests.add({ id, kind: 'export', facts: {}, person: here });
    const visit = { at, what: 'page' as const, name: 'ads', ms: 1, address: '192.0.2.1', browser: 'one' };
    await on.database.usage.record([{ ...visit, person: portal }]);
    on.clock.advance(1_000);
    const told = (await all(on.clock.now())).find(({ person }) => person === identity.person);
    expect(told?.classes).toEqual(['identity', 'keys', 'request', 'rights', 'usage']);
  });

  it('tells of an account whose people are all gone, for as long as it has an address', async () => {
    const identity = { platform: 'test', workspace: `w-${randomId()}`, person: `p-${randomId()}` };
    const { ownerId } = await on.database.owners.ensureMember(identity);
    const accountId = await on.database.accounts.ensure(ownerId);
    const email = `${randomId()}@example.com`;
    await on.database.accounts.register(accountId, { email, password: 'hash', recovery: [], isVerified: true });
    on.clock.advance(1_000);
    const addressed = async () => (await all(on.clock.now())).filter((one) => one.email === email);
    expect(await addressed()).toMatchObject([identity]);
    await on.database.owners.remove(ownerId);
    expect(await addressed()).toMatchObject([{ ...accountIdentity(accountId), classes: ['identity', 'keys'] }]);
  });
});

describe('what is typed and printed of an incident', () => {
  const known = { now: Date.UTC(2026, 10, 23), partners: ['one', 'two'] };

  it('is a time, perhaps a partner, and a form; what is wrong is said in words', () => {
    expect(readIncidentCommand(['--since', '2026-11-22', '--partner', 'ONE', '--csv'], known)).toEqual({
      ok: true,
      value: { incident: { since: Date.UTC(2026, 10, 22), until: known.now, partner: 'one' }, as: 'csv' },
    });
    for (const [given, words] of [
      [[], /Write --since/],
      [['--since', 'soon'], /Write --since/],
      [['--since', '2026-11-22', '--until', '2026-11-21'], /later than/],
      [['--since', '2026-11-22', '--partner', 'three'], /one of: one, two/],
      [['--since', '2026-11-22', '--all'], /--all is not known/],
      [['--since'], /needs a value/],
    ] as const)
      expect(readIncidentCommand(given, known)).toEqual({ ok: false, problem: expect.stringMatching(words) });
  });

  it('is a table that a spreadsheet opens, and runs nothing of', () => {
    const one = { platform: 'test', workspace: 'w', person: '=HYPERLINK("x")', email: 'a@example.com' };
    const disclosures = [{ partner: 'one', count: 2, fields: ['picture' as const], bytes: 1, first: 0, last: 1_000 }];
    const line = affectedLine({ ...one, classes: ['ad', 'photo'], disclosures });
    expect(line).toBe(
      `test,w,"'=HYPERLINK(""x"")",a@example.com,ad photo,one,picture,2,1970-01-01T00:00:00.000Z,1970-01-01T00:00:01.000Z`,
    );
    expect(affectedHead.split(',')).toHaveLength(10);
  });
});
