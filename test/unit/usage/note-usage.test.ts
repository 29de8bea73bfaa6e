import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { createNoteUsage } from '../../../src/usage/note-usage.ts';
import type { UsageEvent } from '../../../src/usage/usage.ts';
import { testClock } from '../../support/test-clock.ts';

const event = (name: string): UsageEvent => ({
  at: 0,
  what: 'command',
  name,
  ms: null,
  address: null,
  browser: null,
  person: null,
});
const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => event(`command ${from + index}`));

function collector(record: (events: readonly UsageEvent[]) => Promise<void>) {
  const clock = testClock();
  return { clock, ...createNoteUsage({ usage: { record }, isKnown: async () => true, clock, log: silentLogger }) };
}

describe('usage events', () => {
  it('are stored some time later, a few at once, with a pause between, and none is lost', async () => {
    const stored: string[][] = [];
    const { clock, note } = collector(async (events) => void stored.push(events.map(({ name }) => name)));
    for (const one of many(60)) note(one);
    await Promise.resolve();
    expect(stored).toEqual([]);
    clock.advance(2_000);
    await expect.poll(() => stored.length).toBe(1);
    for (const parts of [2, 3]) {
      clock.advance(25);
      await expect.poll(() => stored.length).toBe(parts);
    }
    expect(stored.map((part) => part.length)).toEqual([25, 25, 10]);
    expect(stored.flat()).toEqual(many(60).map(({ name }) => name));
  });

  it('that come while others are stored follow, and all are there when the program ends', async () => {
    const stored: string[] = [];
    const more = many(3, 100);
    const { note, settle } = collector(async (events) => {
      stored.push(...events.map(({ name }) => name));
      for (const one of more.splice(0)) note(one);
    });
    for (const one of many(30)) note(one);
    await settle();
    expect(stored).toHaveLength(33);
  });

  it('that cannot be stored do not keep the others from it', async () => {
    const stored: string[] = [];
    let tries = 0;
    const { note, settle } = collector(async (events) => {
      tries += 1;
      if (tries === 1) throw new Error('the stores are down');
      stored.push(...events.map(({ name }) => name));
    });
    for (const one of many(30)) note(one);
    await settle();
    expect(stored).toHaveLength(5);
  });
});
