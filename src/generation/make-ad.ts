/** Makes the files of an ad, step by step; after a crash it goes on where it was. */
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { NewId } from '../ids.ts';
import type { Logger } from '../log.ts';
import type { Ad, AdProblem, AdStore, Photo, PhotoStore, StepStore } from './ad.ts';
import { faultsOfPicture } from './check-placement.ts';
import { type ContentDeps, loadBrandParts, loadPhoto, saveCreative } from './contents.ts';
import { finishAd } from './finish-ad.ts';
import { bucketOf, kindOf, type PaceStore } from './pace.ts';
import { copyStep, drawStep, heroFirst, planRecipe, progressOf, splitFormats } from './plan.ts';
import type { Drawing, DrawnFile, JobQueue, Studio } from './ports.ts';
import type { ReportProgress, Stage } from './progress.ts';
import type { Recipe, Route } from './recipe.ts';
import { watchAd } from './watch-ad.ts';

export type MakeDeps = ContentDeps & {
  ads: AdStore;
  steps: StepStore;
  photos: PhotoStore;
  studio: Studio;
  queue: Pick<JobQueue, 'ring'>;
  pace: PaceStore;
  clock: Clock;
  newId: NewId;
  log: Logger;
  report: ReportProgress;
};

/** Orderly failures before giving up; a crash of the whole program does not count. */
const mostFailures = 4;

/** The ad was cancelled, erased, or taken over by another runner: stop without a word. */
class AdLost extends Error {}

type Run = { ad: Ad; runner: string; signal: AbortSignal };

export async function makeAd(deps: MakeDeps, adId: string, signal: AbortSignal): Promise<void> {
  const runner = deps.newId();
  if (!(await deps.ads.move(adId, ['queued', 'drawing'], 'drawing', { runner }))) return;
  const watch = watchAd(deps, adId, signal);
  try {
    const ad = await deps.ads.read(adId);
    if (!ad) return;
    await drawAd(deps, { ad, runner, signal: watch.signal });
  } catch (error) {
    if (error instanceof AdLost || watch.isLost()) return;
    await settleFailure(deps, adId, error, signal);
  } finally {
    watch.stop();
  }
}

/** The photo decides how its product is shown, unless all of it is wanted: another one may have been handed in since. */
const routeFor = (wanted: Route, photo: Photo | undefined): Route =>
  wanted === 'framed' || !photo?.hasCutout ? 'framed' : photo.facts.route;

async function drawAd(deps: MakeDeps, run: Run): Promise<void> {
  const { ad } = run;
  const begun = deps.clock.now();
  const photos = heroFirst(await deps.photos.ofAd(ad.id));
  if (photos.length === 0)
    throw new AppError('attachment-gone', 'The photos of this ad were forgotten before it was made.', { retry: 'never' });
  const planned = await writeRecipe(deps, run, () => planRecipe(ad.brief, photos));
  const recipe: Recipe = { ...planned, route: routeFor(planned.route, photos[0]) };
  const { stills, films } = splitFormats(ad.formats);
  const made = new Set((await deps.steps.creatives(ad.id)).map((creative) => creative.format));
  const missingStills = stills.filter((format) => !made.has(format));
  const missingFilms = films.filter((format) => !made.has(format));
  if (missingStills.length + missingFilms.length > 0) {
    const pixels: Drawing = {
      photos: await Promise.all(photos.map((photo) => loadPhoto(deps, photo))),
      ...(await loadBrandParts(deps, recipe.brand)),
    };
    await drawStills(deps, run, { ...pixels, recipe, formats: missingStills });
    for (const format of missingFilms) await drawFilm(deps, run, { ...pixels, recipe, format });
  }
  if (!(await deps.ads.move(ad.id, ['drawing'], 'made', { runner: run.runner }))) throw new AdLost();
  await notePace(deps, ad, deps.clock.now() - begun);
  await deps.report({ adId: ad.id, stage: 'delivering', done: 1 });
  if (ad.hasPlace) await deps.queue.ring('deliver', ad.id);
  else await finishAd(deps, ad.id);
}

/** For telling others how long they will wait; an ad that was interrupted tells too little and is counted all the same. */
async function notePace(deps: MakeDeps, ad: Ad, ms: number): Promise<void> {
  await deps.pace
    .add(kindOf(ad.formats), bucketOf(ms))
    .catch(() => deps.log.debug('a duration was not counted', { adId: ad.id }));
}

async function writeRecipe(deps: MakeDeps, run: Run, plan: () => Recipe): Promise<Recipe> {
  if (run.ad.recipe) return run.ad.recipe;
  await begin(deps, run, copyStep);
  const recipe = plan();
  if (!(await deps.steps.finish(run.ad.id, run.runner, copyStep, { recipe }))) throw new AdLost();
  deps.log.debug('step finished', { adId: run.ad.id, step: copyStep });
  return recipe;
}

async function drawStills(
  deps: MakeDeps,
  run: Run,
  work: Drawing & { recipe: Recipe; formats: ReturnType<typeof splitFormats>['stills'] },
): Promise<void> {
  if (work.formats.length === 0) return;
  for (const format of work.formats) await begin(deps, run, drawStep(format));
  let finished = run.ad.formats.length - work.formats.length - splitFormats(run.ad.formats).films.length;
  await deps.studio.drawStills(work, {
    signal: run.signal,
    onFile: async (file) => {
      finished += 1;
      await keep(deps, run, file, 'stills', progressOf(run.ad.formats, finished));
    },
  });
}

async function drawFilm(
  deps: MakeDeps,
  run: Run,
  work: Drawing & { recipe: Recipe; format: ReturnType<typeof splitFormats>['films'][number] },
): Promise<void> {
  await begin(deps, run, drawStep(work.format));
  const { stills, films } = splitFormats(run.ad.formats);
  const before = stills.length + films.indexOf(work.format);
  await deps.studio.drawFilm(work, {
    signal: run.signal,
    onProgress: (part) => {
      void deps.report({ adId: run.ad.id, stage: 'film', done: progressOf(run.ad.formats, before, part) });
    },
    onFile: (file) => keep(deps, run, file, 'film', progressOf(run.ad.formats, before + 1)),
  });
}

async function begin(deps: MakeDeps, run: Run, step: string): Promise<void> {
  run.signal.throwIfAborted();
  if ((await deps.steps.start(run.ad.id, run.runner, step)) === 'lost') throw new AdLost();
  deps.log.debug('step started', { adId: run.ad.id, step });
}

/** Bytes first, then the row: a row always has its bytes. Bytes that a crash left without a row die with the ad's key, and are swept where the store is ours alone. */
async function keep(deps: MakeDeps, run: Run, file: DrawnFile, stage: Stage, done: number): Promise<void> {
  const creativeId = deps.newId();
  const { bytes, measured, ...facts } = file;
  const faults = measured && !measured.film ? faultsOfPicture(measured) : [];
  if (faults.length > 0)
    throw new AppError('studio-failed', `${file.format} is not what it is made for: ${faults.join('; ')}`, { retry: 'never' });
  await saveCreative(deps, { adId: run.ad.id, creativeId }, file);
  const creative = { ...facts, id: creativeId, adId: run.ad.id, bytes: bytes.length };
  if (!(await deps.steps.finish(run.ad.id, run.runner, drawStep(file.format), { creative }))) {
    await deps.media.erase({ area: 'creatives', id: creativeId });
    throw new AdLost();
  }
  deps.log.debug('step finished', { adId: run.ad.id, step: drawStep(file.format) });
  await deps.report({ adId: run.ad.id, stage, done, finished: { creativeId, format: file.format } });
}

async function settleFailure(deps: MakeDeps, adId: string, error: unknown, signal: AbortSignal): Promise<void> {
  if (signal.aborted)
    throw new AppError('cancelled', 'The worker stops; the ad goes on later.', { retry: 'later', cause: error });
  if (error instanceof AppError && error.code === 'key-erased') return;
  if (error instanceof AppError && (error.code === 'database-unavailable' || error.code === 'queue-unavailable')) throw error;
  const failures = await deps.ads.countFailure(adId);
  const isFinal = failures >= mostFailures || (error instanceof AppError && error.retry === 'never');
  const errorId = deps.newId().slice(0, 6);
  deps.log.warn(isFinal ? 'an ad failed' : 'an ad stumbled and is tried again', {
    adId,
    errorId,
    failures,
    reason: reasonOf(error),
  });
  if (!isFinal) throw new AppError('studio-failed', 'Drawing failed and is tried again.', { retry: 'later', cause: error });
  await deps.ads.move(adId, ['queued', 'drawing'], 'failed', { problem: problemOf(error), errorId });
  await deps.queue.ring('deliver', adId);
}

const reasonOf = (error: unknown): string =>
  error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';

function problemOf(error: unknown): AdProblem {
  if (!(error instanceof AppError)) return 'drawing-failed';
  if (error.code === 'sandbox-timeout') return 'took-too-long';
  if (error.code === 'sandbox-out-of-memory') return 'too-much-memory';
  if (error.code === 'disk-full') return 'disk-full';
  if (error.code === 'attachment-gone') return 'photo-gone';
  return 'drawing-failed';
}
