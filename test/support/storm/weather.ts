/** Seeded faults at any moment, until the storm is over: every route is limited and fails at least once, and the rest comes as it comes. */
import { systemClock } from '../../../src/clock.ts';
import type { Side } from './side.ts';

export type Storm = { happened: Map<string, number>; stop(): Promise<void> };

const between = { leastMs: 250, mostMs: 900 };
/** What lasts is over after this long, so that people get on in between. */
const lastsMs = 1_500;

export function raiseStorm(sides: readonly Side[], random: () => number): Storm {
  const happened = new Map<string, number>();
  const due = shuffled(sides.flatMap(strikesOf), random);
  const over = new AbortController();
  const note = (name: string) => happened.set(name, (happened.get(name) ?? 0) + 1);
  const pause = (ms: number) => systemClock.sleep(ms, over.signal).catch(() => undefined);

  const blow = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const strike = due.pop() ?? anyOf(sides.flatMap(gustsOf), random);
      strike.begin();
      note(strike.name);
      const gust = anyOf(sides.flatMap(gustsOf), random);
      if (random() < 0.35) {
        gust.begin();
        note(gust.name);
        await pause(lastsMs);
        gust.end();
      }
      await pause(between.leastMs + random() * (between.mostMs - between.leastMs));
    }
  };
  const blowing = blow();
  return {
    happened,
    async stop() {
      over.abort();
      await blowing;
      for (const side of sides) {
        side.still();
        side.calm();
      }
    },
  };
}

type Strike = { name: string; begin(): void; end(): void };

const strikesOf = (side: Side): Strike[] =>
  side.routes.flatMap((route) => [
    { name: `${side.name}: limit`, begin: () => side.limit(route), end: () => undefined },
    { name: `${side.name}: failure`, begin: () => side.fail(route), end: () => undefined },
  ]);

const gustsOf = (side: Side): Strike[] =>
  Object.entries(side.weather).map(([name, begin]) => ({ name: `${side.name}: ${name}`, begin, end: () => side.still() }));

function anyOf<Thing>(things: readonly Thing[], random: () => number): Thing {
  const one = things[Math.floor(random() * things.length)];
  if (one === undefined) throw new Error('Nothing to choose from');
  return one;
}

function shuffled<Thing>(things: readonly Thing[], random: () => number): Thing[] {
  return things
    .map((thing) => ({ thing, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ thing }) => thing);
}
