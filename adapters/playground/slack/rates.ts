/** Slack's rate limits as the loopback enforces them: a sliding window per method, and per channel for posts. */
type Window = { calls: number; ms: number };

/** What a call was counted against: so many in any stretch of this length. */
export type Counted = { bucket: string; limit: number; windowMs: number };

const windows: Readonly<Record<string, Window>> = {
  'chat.update': { calls: 50, ms: 60_000 },
  'chat.delete': { calls: 50, ms: 60_000 },
  'chat.postEphemeral': { calls: 100, ms: 60_000 },
  'views.open': { calls: 100, ms: 60_000 },
  'views.publish': { calls: 100, ms: 60_000 },
  'users.info': { calls: 100, ms: 60_000 },
  'views.update': { calls: 100, ms: 60_000 },
  'files.info': { calls: 100, ms: 60_000 },
  'files.getUploadURLExternal': { calls: 100, ms: 60_000 },
  'files.completeUploadExternal': { calls: 100, ms: 60_000 },
  'files.delete': { calls: 50, ms: 60_000 },
};

/** One message a second in a channel, with the short bursts that Slack lets pass. */
const posts: Window = { calls: 5, ms: 5_000 };

type Verdict = { waitSeconds: number; counted: Counted | null };

export function createRates(now: () => number) {
  const seen = new Map<string, number[]>();
  return {
    /** Every limit is multiplied by this, so that a busy hour fits into a test. */
    times: 1,
    /** Seconds to wait, or 0 when the call may pass and is counted. */
    check(method: string, channel: unknown): Verdict {
      const window = method === 'chat.postMessage' ? posts : windows[method];
      if (!window) return { waitSeconds: 0, counted: null };
      const bucket = method === 'chat.postMessage' ? `${method} ${String(channel)}` : method;
      const limit = window.calls * this.times;
      const times = (seen.get(bucket) ?? []).filter((time) => now() - time < window.ms);
      const oldest = times[times.length - limit];
      seen.set(bucket, times);
      if (oldest !== undefined)
        return { waitSeconds: Math.max(1, Math.ceil((oldest + window.ms - now()) / 1000)), counted: null };
      times.push(now());
      return { waitSeconds: 0, counted: { bucket, limit, windowMs: window.ms } };
    },
  };
}
