/** Discord's rate limits as the loopback enforces them: a window opens with the first request of its bucket and closes after its time. */

import { createHash } from 'node:crypto';

type Rule = { calls: number; ms: number; per: 'channel_id' | 'webhook_token' };

/** Discord documents no numbers; these are the ones its headers are seen to name. */
const rules: Readonly<Record<string, Rule>> = {
  'GET /channels/{channel_id}/messages': { calls: 5, ms: 5_000, per: 'channel_id' },
  'POST /channels/{channel_id}/messages': { calls: 5, ms: 5_000, per: 'channel_id' },
  'PATCH /channels/{channel_id}/messages/{message_id}': { calls: 5, ms: 5_000, per: 'channel_id' },
  'DELETE /channels/{channel_id}/messages/{message_id}': { calls: 5, ms: 1_000, per: 'channel_id' },
};
/** Every request by one interaction's token counts together. */
const webhook: Rule = { calls: 5, ms: 5_000, per: 'webhook_token' };
const everything = { calls: 50, ms: 1_000 };
/** Edits of messages older than an hour, for each channel; [second-hand] no number is documented. */
const lateEdits = { calls: 3, ms: 20_000 };

type Window = { startedAt: number; used: number };
/** `at` in milliseconds. */
type Request = { route: string; params: Readonly<Record<string, string>>; isByBot: boolean; at: number };
type Counted = { bucket: string; limit: number; windowMs: number; windowStart: number };
type Passed = { ok: true; headers: Record<string, string>; counted: Counted[] };
type Verdict = Passed | { ok: false; seconds: number; isGlobal: boolean; headers: Record<string, string> };

export function createRates() {
  const windows = new Map<string, Window>();

  function windowOf(key: string, ms: number, at: number): Window {
    const open = windows.get(key);
    if (open && at - open.startedAt < ms) return open;
    const fresh = { startedAt: at, used: 0 };
    windows.set(key, fresh);
    return fresh;
  }

  function count(bucket: string, calls: number, ms: number, at: number): { counted: Counted; window: Window; waitMs: number } {
    const window = windowOf(bucket, ms, at);
    const waitMs = window.used >= calls ? window.startedAt + ms - at : 0;
    return { counted: { bucket, limit: calls, windowMs: ms, windowStart: window.startedAt }, window, waitMs };
  }

  return {
    /** Whether limits are enforced at all. */
    isOn: true,
    /** Every limit is multiplied by this, so that a busy hour fits into a test. */
    times: 1,
    /** May this request pass, and what does its answer tell about its bucket. */
    check({ route, params, isByBot, at }: Request): Verdict {
      const rule = route.includes('/webhooks/') ? webhook : rules[route];
      const all = isByBot && this.isOn ? count('global', everything.calls * this.times, everything.ms, at) : null;
      if (all && all.waitMs > 0) {
        return {
          ok: false,
          seconds: all.waitMs / 1000,
          isGlobal: true,
          headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
        };
      }
      if (!rule || !this.isOn) {
        if (all) all.window.used += 1;
        return { ok: true, headers: {}, counted: all ? [all.counted] : [] };
      }
      const name = rule === webhook ? 'webhook' : route;
      const own = count(`${name} ${params[rule.per] ?? ''}`, rule.calls * this.times, rule.ms, at);
      if (own.waitMs === 0) {
        own.window.used += 1;
        if (all) all.window.used += 1;
      }
      const resetAfter = (own.window.startedAt + rule.ms - at) / 1000;
      const headers = {
        'x-ratelimit-limit': String(own.counted.limit),
        'x-ratelimit-remaining': String(own.counted.limit - own.window.used),
        'x-ratelimit-reset': String((own.window.startedAt + rule.ms) / 1000),
        'x-ratelimit-reset-after': String(resetAfter),
        'x-ratelimit-bucket': createHash('md5').update(name).digest('hex'),
      };
      if (own.waitMs > 0)
        return { ok: false, seconds: resetAfter, isGlobal: false, headers: { ...headers, 'x-ratelimit-scope': 'user' } };
      return { ok: true, headers, counted: all ? [all.counted, own.counted] : [own.counted] };
    },
    /** Counts an edit of a message older than an hour; seconds to wait, or 0. */
    lateEdit(channel: string, at: number): number {
      if (!this.isOn) return 0;
      const { window, waitMs } = count(`late edits ${channel}`, lateEdits.calls * this.times, lateEdits.ms, at);
      if (waitMs === 0) window.used += 1;
      return waitMs / 1000;
    },
  };
}

export type Rates = ReturnType<typeof createRates>;
