/** Acknowledged means durable: stores a request in one row before the platform hears yes, or answers in words that nothing was started. */
import type { Clock } from '../clock.ts';
import type { JobQueue } from '../generation/ports.ts';
import type { NewId } from '../ids.ts';
import type { Logger } from '../log.ts';
import type { IntakeStore } from './intake-store.ts';
import type { Request } from './requests.ts';

export type TakeInDeps = {
  intakes: IntakeStore;
  queue: Pick<JobQueue, 'ring' | 'ping'>;
  clock: Clock;
  newId: NewId;
  log: Logger;
};

/** The platform waits three seconds; half of that is ours (design, section 4). */
export const takeInMs = 1_500;

/** `false`: not taken, nothing was started and nothing will be. */
export async function takeIn(deps: TakeInDeps, deliveryId: string, request: Request): Promise<boolean> {
  const id = deps.newId();
  let isLate = false;
  const write = async (): Promise<'added' | 'duplicate'> => {
    await deps.queue.ping();
    if (isLate) throw new Error('too late to store the request');
    const person = personKey(request.person);
    const result = await deps.intakes.add({ id, deliveryId, person, input: request, createdAt: deps.clock.now() });
    if (isLate && result === 'added') await deps.intakes.settle(id, 'void');
    return result;
  };
  const writing = write();
  const deadline = new AbortController();
  const outcome = await Promise.race([
    writing.catch(() => 'failed' as const),
    deps.clock.sleep(takeInMs, deadline.signal).then(
      () => 'late' as const,
      () => 'late' as const,
    ),
  ]);
  isLate = outcome === 'late';
  deadline.abort();
  if (outcome === 'late' || outcome === 'failed') {
    deps.log.warn('a request was not taken', { outcome, kind: request.kind });
    writing.catch((error: unknown) =>
      deps.log.debug('the late write failed too', { reason: String(error instanceof Error && error.name) }),
    );
    return false;
  }
  if (outcome === 'added') {
    deps.queue.ring('take-in', id).catch(() => deps.log.warn('the bell did not ring; the sweeper will', { intakeId: id }));
  }
  return true;
}

export const personKey = (person: Request['person']): string => `${person.platform} ${person.workspace} ${person.person}`;
