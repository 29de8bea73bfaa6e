/** When workers are booted in place of used ones. A booting worker keeps a processor busy, and few processors are all needed by jobs. */

export type Refill = {
  jobBegins(): void;
  jobEnds(): void;
  close(): void;
};

/** So long nobody may want a job before it counts as quiet: the jobs of one ad follow each other closely. */
const quietMs = 400;
/** `spare`: there are processors enough to boot beside a job. Otherwise it must be quiet first. */
export function createRefill(fill: () => void, spare: boolean): Refill {
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    jobBegins() {
      running += 1;
      clearTimeout(timer);
      if (spare) fill();
    },
    jobEnds() {
      running -= 1;
      if (spare) fill();
      else if (running === 0) timer = setTimeout(fill, quietMs).unref();
    },
    close() {
      clearTimeout(timer);
    },
  };
}
