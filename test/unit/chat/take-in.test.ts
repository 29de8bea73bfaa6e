import { describe, expect, it } from 'vitest';
import type { IntakeStore, NewIntake } from '../../../src/chat/intake-store.ts';
import type { Request } from '../../../src/chat/requests.ts';
import { takeIn } from '../../../src/chat/take-in.ts';
import type { Clock } from '../../../src/clock.ts';
import { silentLogger } from '../../../src/log.ts';

const place = { platform: 'test', workspace: 'w', channel: 'c', thread: null };
const request: Request = {
  kind: 'press',
  locale: 'en',
  person: { platform: 'test', workspace: 'w', person: 'p' },
  place,
  action: 'cancel-ad',
  value: 'ad',
  message: null,
};

/** Deadlines come at once; every other sleep waits for `pass`. */
function handClock(): Clock & { pass(): void } {
  const sleepers: (() => void)[] = [];
  return {
    now: () => 1_000,
    pass() {
      for (const wake of sleepers.splice(0)) wake();
    },
    sleep: (_ms, signal) =>
      new Promise((resolve, reject) => {
        sleepers.push(resolve);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
  };
}

/** One row per delivery, as the database keeps them, with answers that come when the test lets them. */
function rows() {
  const byDelivery = new Map<string, { id: string; attempt: string; state: 'taken' | 'void' }>();
  const store = (intake: NewIntake) => {
    const known = byDelivery.get(intake.deliveryId);
    if (!known) byDelivery.set(intake.deliveryId, { id: intake.id, attempt: intake.attempt, state: 'taken' });
    else Object.assign(known, { attempt: intake.attempt, state: 'taken' });
    return { id: known?.id ?? intake.id, isOwed: true };
  };
  const revoke: IntakeStore['revoke'] = async (attempt) => {
    for (const row of byDelivery.values()) if (row.attempt === attempt) row.state = 'void';
  };
  return { byDelivery, store, revoke, stateOf: (delivery: string) => byDelivery.get(delivery)?.state };
}

function setUp(add: (intake: NewIntake) => Promise<{ id: string; isOwed: boolean }>, revoke: IntakeStore['revoke']) {
  let count = 0;
  const clock = handClock();
  const rung: string[] = [];
  const queue = { ping: async () => undefined, ring: async (_job: string, id: string) => void rung.push(id) };
  const newId = () => {
    count += 1;
    return `id-${count}`;
  };
  return { clock, rung, deps: { intakes: { add, revoke }, queue, clock, newId, log: silentLogger } };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a request whose storing takes too long', () => {
  it('is answered with no, and made void once the database answers', async () => {
    const table = rows();
    let answer = () => {};
    const { clock, rung, deps } = setUp(
      (intake) => new Promise((resolve) => (answer = () => resolve(table.store(intake)))),
      table.revoke,
    );
    const asked = takeIn(deps, 'delivery', request);
    await settled();
    clock.pass();
    expect(await asked).toBe(false);
    answer();
    await settled();
    expect(table.stateOf('delivery')).toBe('void');
    expect(rung).toEqual([]);
  });

  it('is carried out when the person presses again before the first answer comes, and the late answer spoils nothing', async () => {
    const table = rows();
    const answers: (() => void)[] = [];
    let isFirst = true;
    const { clock, rung, deps } = setUp((intake) => {
      const stored = table.store(intake);
      if (!isFirst) return Promise.resolve(stored);
      isFirst = false;
      return new Promise((resolve) => answers.push(() => resolve(stored)));
    }, table.revoke);
    const first = takeIn(deps, 'delivery', request);
    await settled();
    clock.pass();
    expect(await first).toBe(false);
    expect(await takeIn(deps, 'delivery', request)).toBe(true);
    for (const answer of answers) answer();
    await settled();
    expect(table.stateOf('delivery')).toBe('taken');
    expect(rung).toHaveLength(1);
  });
});

describe('a request whose storing failed with its answer lost', () => {
  it('is made void, as often as it takes', async () => {
    const table = rows();
    let refusals = 2;
    const { clock, deps } = setUp(
      async (intake) => {
        table.store(intake);
        throw new Error('connection lost');
      },
      async (attempt) => {
        refusals -= 1;
        if (refusals >= 0) throw new Error('connection lost');
        await table.revoke(attempt);
      },
    );
    expect(await takeIn(deps, 'delivery', request)).toBe(false);
    for (let turn = 0; turn < 3; turn += 1) {
      await settled();
      clock.pass();
    }
    await settled();
    expect(table.stateOf('delivery')).toBe('void');
  });
});
