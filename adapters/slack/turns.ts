/** Lets work begin in the order it came, only so much at a time: in a rush, acknowledging people comes before opening their forms. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createTurns(atATime: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running >= atATime) await new Promise<void>((begin) => waiting.push(begin));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on; only when nobody waits is it free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
