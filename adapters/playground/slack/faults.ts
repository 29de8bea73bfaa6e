/** The switches that make the loopback Slack misbehave the way the real one now and then does. */
export type Faults = ReturnType<typeof createFaults>;

type Planned = { method: string; times: number } & (
  | { kind: 'error'; error: string }
  | { kind: 'limit'; seconds: number }
  | { kind: 'status'; status: number }
  | { kind: 'lost' }
  | { kind: 'hang' }
);

export function createFaults() {
  const planned: Planned[] = [];
  const late = new Map<string, number>();
  return {
    /** Every method answers `invalid_auth` while set. */
    deadToken: false,
    /** How many of the next deliveries arrive twice. */
    duplicates: 0,
    /** How late deliveries arrive while set, in milliseconds of the loopback's clock. */
    lateByMs: 0,
    /** Triggers are already too old when they arrive. */
    staleTriggers: false,
    /** How long an upload takes, in milliseconds. */
    uploadTakesMs: 0,
    /** Until when after completion `shares` stays empty, in milliseconds. */
    sharesAfterMs: 0,
    /** How long a completed picture is not yet usable in a block, in milliseconds. */
    processingMs: 0,
    /** Whether `files.info` knows a file before its upload is completed; Slack's own answer is not documented. */
    infoBeforeCompletion: true,
    /** Whether limits per method are enforced. */
    rateLimits: true,
    /** After this many more requests the line is dead: the last one is carried out and its answer lost, as when a bot dies right then. */
    cutAfter: Number.POSITIVE_INFINITY,
    /** The next calls of a method answer with a code, without doing anything. */
    fail: (method: string, error: string, times = 1) => void planned.push({ method, times, kind: 'error', error }),
    /** The next calls of a method answer HTTP 429. */
    limit: (method: string, seconds: number, times = 1) => void planned.push({ method, times, kind: 'limit', seconds }),
    /** The next calls of a method answer with an HTTP status, without doing anything. */
    status: (method: string, status: number, times = 1) => void planned.push({ method, times, kind: 'status', status }),
    /** The next calls of a method are carried out, and then the connection breaks before the answer. */
    loseAnswer: (method: string, times = 1) => void planned.push({ method, times, kind: 'lost' }),
    /** The next calls of a method are never answered, nor carried out, as when an upload stops halfway. */
    hang: (method: string, times = 1) => void planned.push({ method, times, kind: 'hang' }),
    /** Every call of a method answers this much later. */
    answerLate: (method: string, ms: number) => void late.set(method, ms),
    /** Takes back everything planned: Slack is well again. */
    clear() {
      planned.length = 0;
      late.clear();
    },
    lateness: (method: string) => late.get(method) ?? 0,
    /** Counts a request against `cutAfter`. */
    lineFor(): 'open' | 'breaks' | 'dead' {
      this.cutAfter -= 1;
      return this.cutAfter > 0 ? 'open' : this.cutAfter === 0 ? 'breaks' : 'dead';
    },
    take(method: string): Planned | null {
      const fault = planned.find((one) => one.method === method && one.times > 0);
      if (!fault) return null;
      fault.times -= 1;
      return fault;
    },
  };
}
