/** Follows one ad from the queue to its end, in whichever process it is drawn, and tells a shell how far it is. */
import { fallbackLocale } from '../chat/locale.ts';
import { wordingIn } from '../chat/wording/wording.ts';
import type { Clock } from '../clock.ts';
import type { Ad, AdStore, StepStore } from '../generation/ad.ts';
import type { DeskEvent } from '../generation/ad-desk.ts';
import type { PaceStore } from '../generation/pace.ts';
import { progressOf, splitFormats } from '../generation/plan.ts';
import type { JobQueue } from '../generation/ports.ts';
import type { Progress } from '../generation/progress.ts';
import { placeInQueue } from '../generation/queue-place.ts';

const wording = wordingIn(fallbackLocale);

export type FollowDeps = {
  ads: AdStore;
  steps: Pick<StepStore, 'creativeIds'>;
  queue: Pick<JobQueue, 'ring'>;
  pace: Pick<PaceStore, 'read'>;
  clock: Clock;
  /** Hears of the progress of every ad that this process draws, until the returned function is called. */
  listen(heard: (progress: Progress) => void): () => void;
};

export type Say = (event: DeskEvent, bytes?: Uint8Array) => Promise<void>;

const endStates = new Set(['delivered', 'failed', 'cancelled', 'refused', 'erasing']);
const lookEveryMs = 150;
/** One that is next for a shorter while is not told that it waits. */
const waitingMs = 1_000;
/** How long the queue may stand still: while nobody draws, and while somebody does (a long video). */
const idleMs = 60_000;
const busyMs = 900_000;

/** Rings the bell and waits for the ad to end. Rejects when the signal aborts, or when whoever listens is gone. */
export async function followAd(deps: FollowDeps, adId: string, say: Say, signal: AbortSignal): Promise<Ad | null | 'no-worker'> {
  const gone = new AbortController();
  let told = Promise.resolve();
  let last = '';
  const tell = ({ stage, done, ahead = 0 }: Omit<Progress, 'adId'>): void => {
    const sentence = stage === 'queued' ? wording.queuedInShell(ahead) : wording.stage(stage, 0, null);
    if (last === `${sentence} ${done}`) return;
    last = `${sentence} ${done}`;
    // Nobody waits for this chain while the ad is drawn, so a listener that is gone must be noticed here.
    told = told.then(() => say({ event: 'progress', stage, sentence, done })).catch((error) => gone.abort(error));
  };
  let isHeard = false;
  const stop = deps.listen((progress) => {
    if (progress.adId !== adId || progress.stage === 'queued' || progress.stage === 'delivering') return;
    isHeard = true;
    tell(progress);
  });
  try {
    await deps.ads.move(adId, ['preparing'], 'queued');
    await deps.queue.ring('make-ad', adId);
    return await watch(deps, adId, (progress) => !isHeard && tell(progress), AbortSignal.any([signal, gone.signal]));
  } finally {
    stop();
    await told;
  }
}

async function watch(
  deps: FollowDeps,
  adId: string,
  tell: (progress: Omit<Progress, 'adId'>) => void,
  signal: AbortSignal,
): Promise<Ad | null | 'no-worker'> {
  let ahead: number | null = null;
  let since = deps.clock.now();
  for (;;) {
    const ad = await deps.ads.read(adId);
    if (!ad || endStates.has(ad.state)) return ad;
    if (ad.state === 'queued') {
      const now = (await placeInQueue(deps, adId)).ahead;
      if (now !== ahead) since = deps.clock.now();
      ahead = now;
      const waited = deps.clock.now() - since;
      if (ahead > 0 || waited > waitingMs) tell({ stage: 'queued', done: 0, ahead });
      if (waited > idleMs && (await isIdle(deps, waited))) return 'no-worker';
    } else tell(await drawn(deps, ad));
    await deps.clock.sleep(lookEveryMs, signal);
  }
}

const isIdle = async (deps: FollowDeps, waited: number): Promise<boolean> =>
  waited > busyMs || (await deps.ads.list(['drawing'], { most: 1 })).length === 0;

/** What the rows tell of an ad that another process draws. */
async function drawn(deps: FollowDeps, ad: Ad): Promise<Omit<Progress, 'adId'>> {
  const finished = (await deps.steps.creativeIds(ad.id)).length;
  const { stills, films } = splitFormats(ad.formats);
  const stage = finished < stills.length || films.length === 0 ? 'stills' : 'film';
  return { stage, done: progressOf(ad.formats, finished) };
}
