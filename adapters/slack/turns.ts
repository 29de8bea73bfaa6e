/** Lets work begin in the order it came, only so much at a time: in a rush, acknowledging people comes before opening their forms. */
import type { Clock } from '../../src/clock.ts';

export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

export type TurnOptions = {
  atATime: number;
  /** How long work that has to wait may be put off while this process is busy all the time. */
  patienceMs: number;
  /** How busy this process was since it was asked last: 0 to 1. */
  busy(): number;
  clock: Clock;
};

type Waiting = { since: number; begin(): void };

/** So often it is looked whether the rush is over. */
const lookMs = 20;
const rushed = 0.9;

export function createTurns({ atATime, patienceMs, busy, clock }: TurnOptions): Turns {
  const waiting: Waiting[] = [];
  let running = 0;
  let isRush = false;
  let isLooking = false;

  function beginNext(): void {
    while (running < atATime) {
      const next = waiting[0];
      if (!next || (isRush && clock.now() - next.since < patienceMs)) return;
      waiting.shift();
      running += 1;
      next.begin();
    }
  }

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    for (busy(); waiting.length > 0; beginNext()) {
      await clock.sleep(lookMs);
      isRush = busy() > rushed;
    }
    isLooking = isRush = false;
  }

  return async (work) => {
    if (running < atATime && waiting.length === 0) running += 1;
    else
      await new Promise<void>((begin) => {
        waiting.push({ since: clock.now(), begin });
        void look();
      });
    try {
      return await work();
    } finally {
      running -= 1;
      beginNext();
    }
  };
}

/** Of this process, by the share of time its event loop was not idle. */
export function createBusy(): () => number {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization;
  };
}
