/** An export and an erasure, killed at every single write of theirs, before and after it: the end is the same as if nothing had happened. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { Channel } from '../../adapters/playground/slack/world.ts';
import { receiptSchema } from '../../src/privacy/receipt.ts';
import { type Mortals, openMortals } from '../support/deaths.ts';
import type { Death, Left } from '../support/dying-program.ts';
import { botMessages, filesIn, wordsOf } from '../support/workplace.ts';

const moments = ['after', 'before'] as const;
/** More writes than any request has. */
const mostWrites = 40;
const nothing: Left = {
  members: 0,
  ads: 0,
  photos: 0,
  creatives: 0,
  obligations: 0,
  openRequests: 0,
  objects: 0,
  keysOfThings: 0,
};

describe('a request about one’s own data that is killed', () => {
  let on: Mortals;
  beforeAll(async () => {
    on = await openMortals();
  });
  afterAll(async () => {
    await on?.close();
  });

  /** Receipts as this person was told them, oldest first. */
  const receiptsTold = (person: Person, kind: 'receipt' | 'addendum'): string[] =>
    person.ephemerals().flatMap((one) => {
      const json = JSON.stringify(one.blocks)
        .match(/\{\\?"receipt.*?signature\\*":\\*"[\w-]+\\*"\}/u)?.[0]
        .replaceAll('\\', '');
      return json && receiptSchema.parse(JSON.parse(json).receipt).kind === kind ? [json] : [];
    });

  async function erase({ person, channel }: { person: Person; channel: Channel }): Promise<void> {
    await person.command('/privacy', 'delete', { channel });
    const form = await person.waitForView((view) => JSON.stringify(view.view).includes('Everything of me in this workspace'));
    await person.submit(form, { what: 'workspace', shared: 'delete' });
  }

  it.each(moments)('as an erasure, right %s each write: erases all the same, with one receipt and one addendum', async (when) => {
    let writes = 0;
    for (let write = 1; write < mostWrites; write += 1) {
      const { person, channel } = await on.somebody();
      await on.dieAt(write, when);
      await erase({ person, channel });
      const isDone = () => receiptsTold(person, 'addendum').length > 0;
      const died = await on.diedBefore(isDone);
      await on.slack.waitFor(isDone, { withinMs: 60_000, what: `the addendum, killed ${when} write ${write}` });
      await expect.poll(on.left, { timeout: 30_000, interval: 200 }).toEqual(nothing);
      expect(botMessages(on.slack, channel.id), `write ${write}`).toEqual([]);
      for (const kind of ['receipt', 'addendum'] as const) {
        const told = receiptsTold(person, kind);
        expect(new Set(told).size, `${kind}, killed ${when} write ${write}`).toBe(1);
        expect(told.length, `${kind}, killed ${when} write ${write}`).toBeLessThanOrEqual(timesTold(when));
      }
      if (!died) break;
      writes = write;
    }
    expect(writes).toBeGreaterThanOrEqual(8);
  });

  it.each(moments)('as an export, right %s each write: is delivered once, and nothing of it stays', async (when) => {
    let writes = 0;
    for (let write = 1; write < mostWrites; write += 1) {
      const { person, channel } = await on.somebody();
      const before = person.ephemerals().length;
      await person.command('/privacy', 'export', { channel });
      const offer = await on.slack.waitFor(() => person.ephemerals()[before], { what: 'the offer of a copy' });
      await on.dieAt(write, when);
      await person.press(offer, 'Make the copy');
      const direct = person.direct().id;
      const messages = () => botMessages(on.slack, direct).filter((one) => wordsOf(one).includes('index.html'));
      const zips = () => messages().flatMap((one) => filesIn(on.slack, direct, one.ts));
      const died = await on.diedBefore(() => zips().length > 0);
      await on.slack.waitFor(() => zips().length > 0, { withinMs: 60_000, what: `the copy, killed ${when} write ${write}` });
      const objects = async () => (await on.left())['openRequests'];
      await expect.poll(objects, { timeout: 30_000, interval: 200 }).toBe(0);
      expect(zips(), `killed ${when} write ${write}`).toHaveLength(1);
      expect(messages().length, `killed ${when} write ${write}`).toBeLessThanOrEqual(timesTold(when));
      await on.dieAt(0, when);
      await erase({ person, channel });
      await expect.poll(on.left, { timeout: 60_000, interval: 200 }).toEqual(nothing);
      if (!died) break;
      writes = write;
    }
    expect(writes).toBeGreaterThanOrEqual(5);
  });
});

/** Between telling and writing down that it was told there is a moment; the platform cannot be asked. Whoever is killed in it tells the same once more. */
const timesTold = (when: Death['when']): number => (when === 'before' ? 2 : 1);
