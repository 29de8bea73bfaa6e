/** Slack's rate limits as the loopback enforces them: a sliding window per method, and per channel for posts. */
type Window = { calls: number; ms: number };

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

export function createRates(now: () => number) {
  const seen = new Map<string, number[]>();
  return {
    /** Seconds to wait, or 0 when the call may pass. */
    check(method: string, channel: unknown): number {
      const window = method === 'chat.postMessage' ? posts : windows[method];
      if (!window) return 0;
      const key = method === 'chat.postMessage' ? `${method} ${String(channel)}` : method;
      const times = (seen.get(key) ?? []).filter((time) => now() - time < window.ms);
      const oldest = times[0];
      seen.set(key, times);
      if (oldest !== undefined && times.length >= window.calls)
        return Math.max(1, Math.ceil((oldest + window.ms - now()) / 1000));
      times.push(now());
      return 0;
    },
  };
}
