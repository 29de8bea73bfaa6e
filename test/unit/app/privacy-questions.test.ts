import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/app/checks.ts';
import { partners } from '../../../src/app/privacy-parts.ts';
import { privacyQuestions } from '../../../src/app/privacy-questions.ts';
import { createUpkeep } from '../../../src/app/upkeep.ts';
import { randomId } from '../../../src/ids.ts';
import { consentTextVersion } from '../../../src/privacy/consent.ts';
import { type AccountsGround, accountsGround } from '../../support/accounts-for-test.ts';
import { notingLogger } from '../../system/slack-support.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('the doctor, about the policy', () => {
  let on: AccountsGround;
  beforeAll(async () => {
    on = await accountsGround();
  });
  afterAll(async () => {
    await on?.close();
  });
  const asked = async (part: string) => {
    const results = await runChecks(privacyQuestions({ ...on, records: async () => on.database, partners }));
    return results.find((result) => result.part === part);
  };

  it('shows the oldest usage record, hour and key, and is red where one is older than 24 hours, with what to do', async () => {
    expect(await asked('24 hours')).toMatchObject({ state: 'fine', says: expect.stringContaining('oldest usage record none') });
    const event = {
      at: on.clock.now(),
      what: 'page' as const,
      name: 'GET /ads',
      ms: 3,
      address: null,
      browser: null,
      person: null,
    };
    await on.database.usage.record([event]);
    on.clock.advance(90 * 60_000);
    expect(await asked('24 hours')).toMatchObject({ state: 'fine', says: expect.stringContaining('record 1.5 h old') });
    on.clock.advance(dayMs);
    expect(await asked('24 hours')).toMatchObject({
      state: 'wrong',
      says: expect.stringMatching(/record none, oldest hour of records 25\.\d h old, oldest key of an hour 25\.\d h old/),
      remedy: expect.stringContaining('npm start'),
    });
    await on.database.usage.expire();
    expect(await asked('24 hours')).toMatchObject({ state: 'fine', says: expect.stringContaining('oldest key of an hour none') });
  });

  it('warns, as the log does, at 80 % of the time of a request: 24 of 30 days, or 36 of 45 in California', async () => {
    const { privacyRequests } = on.database;
    const [european, californian] = [randomId(), randomId()];
    await privacyRequests.add({ id: european, kind: 'export', facts: {}, person: 'a' });
    await privacyRequests.add({ id: californian, kind: 'correct', facts: {}, person: 'b', law: 'ccpa' });
    const log = notingLogger();
    const stores = { ...on, keys: on.keys, media: { list: async function* () {} } as never };
    const upkeep = createUpkeep({ stores, clock: on.clock, log });
    const warned = async () => {
      log.lines.length = 0;
      await upkeep.warnOfLate();
      return log.lines.map(({ fields }) => fields['requestId']);
    };
    on.clock.advance(24 * dayMs - 1);
    expect(await asked('requests')).toMatchObject({ state: 'fine' });
    expect(await warned()).toEqual([]);
    on.clock.advance(1);
    expect(await asked('requests')).toMatchObject({ state: 'weak', says: expect.stringContaining(european) });
    expect(await warned()).toEqual([european]);
    on.clock.advance(12 * dayMs);
    expect(await asked('requests')).toMatchObject({ state: 'wrong', says: expect.stringContaining(californian) });
    expect((await warned()).sort()).toEqual([european, californian].sort());
    await privacyRequests.finish(european, 'done');
    await privacyRequests.finish(californian, 'done');
    expect(await asked('requests')).toMatchObject({ state: 'fine' });
  });

  it('says of each partner whether it is configured, and how many people agree', async () => {
    const { consents } = on.database;
    const people = [await on.member(), await on.member()];
    for (const ownerId of people) await consents.add(ownerId, { partner: 'kie', given: true, textVersion: consentTextVersion });
    on.clock.advance(1_000);
    await consents.add(people[0] ?? '', { partner: 'kie', given: false, textVersion: consentTextVersion });
    expect(await asked('partner Kie.AI')).toMatchObject({
      state: 'fine',
      says: 'not configured, so it gets nothing; 1 person agrees',
    });
    expect(await asked('partner Kling AI')).toMatchObject({ says: expect.stringContaining('0 people agree') });
  });
});
