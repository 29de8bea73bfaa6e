/** Begins work at a steady pace, whether or not what was begun before has ended; the times count from when each was due. */
export async function atPace(count: number, perSecond: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  const running: Promise<void>[] = [];
  const begun = performance.now();
  for (let index = 0; index < count; index += 1) {
    const due = begun + (index * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    const timed = work(index).then(() => void times.push(performance.now() - due));
    // It is told at the end; until then it must not count as forgotten.
    timed.catch(() => undefined);
    running.push(timed);
  }
  await Promise.all(running);
  return times;
}
