/** The sweeper: the queue is only a bell, so whatever the rows say is unfinished is rung for again. Ringing twice is harmless. */
import { type ExpireDeps, expireSignIns } from '../accounts/expire-sign-ins.ts';
import type { Clock } from '../clock.ts';
import type { AdState, AdStore } from '../generation/ad.ts';
import { eraseAd } from '../generation/erase-ad.ts';
import type { JobName, JobQueue } from '../generation/ports.ts';
import type { PrivacyRequestStore } from '../privacy/privacy-request.ts';
import type { UsageStore } from '../usage/usage.ts';
import type { IntakeStore } from './intake-store.ts';
import { eraseLeftWorkspaces, type LeaveDeps } from './leave-workspace.ts';
import { workOffObligations } from './obligations.ts';
import { forgetOverduePhotos, type SettleDeps } from './settle-ad.ts';

export type SweepDeps = SettleDeps &
  LeaveDeps &
  ExpireDeps & {
    ads: AdStore;
    intakes: IntakeStore;
    queue: Pick<JobQueue, 'ring'>;
    clock: Clock;
    privacyRequests: Pick<PrivacyRequestStore, 'list'>;
    usage: Pick<UsageStore, 'expire' | 'forgetPerson'>;
  };

/** A request younger than this may still be on its way to the queue. */
const graceMs = 10_000;

const owed: [JobName, AdState[]][] = [
  ['propose', ['proposing']],
  ['make-ad', ['queued', 'drawing']],
  ['deliver', ['made', 'showing', 'cancelled', 'refused', 'erasing']],
];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** `alone`: this process has just started and no other shares its stores, so nothing is under way that is not rung for. */
export async function sweep(deps: SweepDeps, options: { alone: boolean }): Promise<void> {
  const now = deps.clock.now();
  // Ads from a shell are nobody's once the shell is gone.
  for (const id of await deps.ads.withoutPlace(options.alone ? now + 1 : now - dayMs)) await eraseAd(deps, id);
  // Their request has expired before it could be carried out.
  for (const id of await deps.ads.list(['preparing'], { before: now - dayMs })) await deps.ads.move(id, ['preparing'], 'refused');
  for (const id of await deps.intakes.waiting(options.alone ? now + 1 : now - graceMs)) await deps.queue.ring('take-in', id);
  for (const [job, states] of owed) {
    for (const id of await deps.ads.list(states)) await deps.queue.ring(job, id);
  }
  for (const id of await deps.ads.list(['failed'], { after: now - dayMs })) await deps.queue.ring('deliver', id);
  // Their ideas may have been kept and not shown.
  for (const id of await deps.ads.list(['choosing'], { after: now - hourMs })) await deps.queue.ring('propose', id);
  // Not at a start: a platform that is away must not hold it up.
  if (!options.alone) await workOffObligations(deps, now);
  for (const id of await deps.privacyRequests.list(['open', 'owed'])) await deps.queue.ring('privacy', id);
  await eraseLeftWorkspaces(deps);
  await deps.intakes.expire(now);
  await expireSignIns(deps, now);
  await deps.usage.expire();
  await forgetOverduePhotos(deps, now);
}
