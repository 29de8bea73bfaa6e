/** Acknowledged means durable: stores a request in one row before the platform hears yes, or answers in words that nothing was started. */
import type { Clock } from '../clock.ts';
import type { JobQueue } from '../generation/ports.ts';
import type { NewId } from '../ids.ts';
import type { Logger } from '../log.ts';
import type { IntakeStore } from './intake-store.ts';
import type { Request } from './requests.ts';

export type TakeInDeps = {
  intakes: Pick<IntakeStore, 'add' | 'revoke'>;
  queue: Pick<JobQueue, 'ring' | 'ping'>;
  clock: Clock;
  newId: NewId;
  log: Logger;
};

/** The platform waits three seconds; half of that is ours (design, section 4). */
export const takeInMs = 1_500;
/** How soon, and for how long, a write that was answered with no is made void; each wait is twice the one before, at most the longest. */
const revoking = { firstMs: 1_000, longestMs: 30_000, forMs: 3_600_000 };

/** `false`: not taken, nothing was started and nothing will be. */
export async function takeIn(deps: TakeInDeps, deliveryId: string, request: Request): Promise<boolean> {
  const attempt = deps.newId();
  const deadline = new AbortController();
  const late = deps.clock.sleep(takeInMs, deadline.signal).then(
    () => 'late' as const,
    () => 'late' as const,
  );
  const writing = write(deps, { attempt, deliveryId, request, signal: deadline.signal });
  const outcome = await Promise.race([writing.catch(() => 'failed' as const), late]);
  deadline.abort();
  if (outcome === 'late' || outcome === 'failed') {
    deps.log.warn('a request was not taken', { outcome, kind: request.kind });
    // Also after a failure: the row may be there although its answer was lost.
    void writing.catch(() => undefined).then(() => revoke(deps, attempt));
    return false;
  }
  if (outcome.isOwed) {
    const { id } = outcome;
    deps.queue.ring('take-in', id).catch(() => deps.log.warn('the bell did not ring; the sweeper will', { intakeId: id }));
  }
  return true;
}

type Try = { attempt: string; deliveryId: string; request: Request; signal: AbortSignal };

async function write(deps: TakeInDeps, { attempt, deliveryId, request, signal }: Try): ReturnType<IntakeStore['add']> {
  await deps.queue.ping();
  if (signal.aborted) throw new Error('too late to store the request');
  const person = personKey(request.person);
  return deps.intakes.add({ id: deps.newId(), attempt, deliveryId, person, input: request, createdAt: deps.clock.now() });
}

async function revoke(deps: TakeInDeps, attempt: string): Promise<void> {
  const until = deps.clock.now() + revoking.forMs;
  for (let wait = revoking.firstMs; deps.clock.now() < until; wait = Math.min(wait * 2, revoking.longestMs)) {
    try {
      return await deps.intakes.revoke(attempt);
    } catch {
      await deps.clock.sleep(wait);
    }
  }
  deps.log.error('a request that was answered with no may be carried out all the same', { attempt });
}

export const personKey = (person: Request['person']): string => `${person.platform} ${person.workspace} ${person.person}`;
