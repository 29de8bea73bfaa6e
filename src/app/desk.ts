/** The desk: makes one ad for a person at a shell, through the same stores, queue and studio as everyone else's. */
import type { OwnerStore } from '../accounts/owners.ts';
import { fallbackLocale } from '../chat/locale.ts';
import { cannotBeRead } from '../chat/notes.ts';
import { fileName } from '../chat/outgoing-file.ts';
import { wordingIn } from '../chat/wording/wording.ts';
import { AppError } from '../errors.ts';
import type { AdDesk, OrderPhoto } from '../generation/ad-desk.ts';
import { type Brief, checkBrief, formatsOf } from '../generation/brief.ts';
import { collect, once, readCreative } from '../generation/contents.ts';
import { writeCopy } from '../generation/copy/write-copy.ts';
import { type EraseDeps, eraseAd } from '../generation/erase-ad.ts';
import { filesBeside } from '../generation/film/beside-film.ts';
import { type ManifestFile, manifestOf } from '../generation/pack/manifest.ts';
import type { Studio } from '../generation/ports.ts';
import { type PrepareDeps, preparePhotos } from '../generation/prepare-photos.ts';
import { type FollowDeps, followAd, type Say } from './follow-ad.ts';

const wording = wordingIn(fallbackLocale);

export type DeskDeps = PrepareDeps & EraseDeps & FollowDeps & { owners: OwnerStore; studio: Studio };

const operator = { platform: 'terminal', workspace: 'local', person: 'operator' };

export function createDesk(deps: DeskDeps): AdDesk {
  return {
    async make(order, photos, on, signal) {
      const say: Say = (event, bytes = new Uint8Array(0)) => on(event, bytes);
      const checked = checkBrief({ ...order, photoCount: photos.length });
      if (!checked.ok)
        return say({ event: 'problem', sentences: checked.problem.map((problem) => wording.briefProblem(problem)) });
      const unreadable = cannotBeRead(wording, deps.studio, writeCopy(checked.value).copy);
      if (unreadable) return say({ event: 'problem', sentences: [unreadable] });
      const adId = await openAd(deps, checked.value);
      try {
        if (await lookAtPhotos(deps, adId, checked.value, photos, say, signal)) await makeAndHandOver(deps, adId, say, signal);
      } finally {
        await deps.ads.move(adId, ['preparing', 'queued', 'drawing', 'made'], 'cancelled');
        await eraseAd(deps, adId);
      }
    },
  };
}

async function openAd(deps: DeskDeps, brief: Brief): Promise<string> {
  const { ownerId } = await deps.owners.ensureMember(operator);
  const id = deps.newId();
  const formats = formatsOf(brief, { forChat: false });
  const ad = {
    id,
    ownerId,
    rootId: id,
    intakeId: null,
    state: 'preparing' as const,
    formats,
    brief,
    recipe: null,
    change: null,
    photoIds: [],
    place: null,
    channel: null,
  };
  return deps.ads.create(ad);
}

async function lookAtPhotos(
  deps: DeskDeps,
  adId: string,
  brief: Brief,
  photos: OrderPhoto[],
  say: Say,
  signal: AbortSignal,
): Promise<boolean> {
  await say({ event: 'progress', stage: 'looking', sentence: wording.stage('looking', 0, null), done: 0 });
  const ad = await deps.ads.read(adId);
  if (!ad) throw new AppError('cancelled', 'The ad is gone.', { retry: 'never' });
  const sources = photos.map(({ name, bytes }, position) => ({ position, name, open: async () => once(bytes) }));
  const reports = await preparePhotos(deps, { id: adId, ownerId: ad.ownerId, keepPhotos: false }, sources, signal);
  const refused = reports.flatMap(({ name, outcome }) =>
    outcome.ok ? [] : [`${name}: ${wording.photoProblem(outcome.problem)}`],
  );
  if (refused.length > 0) {
    await say({ event: 'problem', sentences: [wording.photoRefused(refused.length), ...refused] });
    return false;
  }
  const warnings = new Set(reports.flatMap(({ outcome }) => (outcome.ok ? outcome.warnings : [])));
  for (const sentence of [...[...warnings].map((warning) => wording.photoWarning(warning)), ...notesOn(deps, brief)]) {
    await say({ event: 'said', sentence });
  }
  return true;
}

function notesOn(deps: DeskDeps, brief: Brief): string[] {
  const { copy, language, leftOut } = writeCopy(brief);
  const missing = deps.studio.missingGlyphs(Object.values(copy).join(' '));
  return [
    wording.understood(copy, language),
    ...(leftOut.length > 0 ? [wording.leftOutOfText(leftOut)] : []),
    ...(missing.length > 0 ? [wording.missingGlyphs(missing)] : []),
  ];
}

async function makeAndHandOver(deps: DeskDeps, adId: string, say: Say, signal: AbortSignal): Promise<void> {
  const ad = await followAd(deps, adId, say, signal);
  if (ad === 'no-worker') return say({ event: 'problem', sentences: [wording.failedTitle, wording.noWorker] });
  if (ad?.state !== 'delivered') {
    const reason = wording.adProblem(ad?.problem ?? 'drawing-failed');
    return say({
      event: 'problem',
      sentences: [wording.failedTitle, reason, ...(ad?.errorId ? [wording.errorId(ad.errorId)] : [])],
    });
  }
  const creatives = await deps.steps.creatives(adId);
  const told: ManifestFile[] = [];
  for (const format of ad.formats) {
    const creative = creatives.find((one) => one.format === format);
    if (!creative) continue;
    const { mediaType, width, height, altText } = creative;
    const file = { name: fileName(creative), format, mediaType, width, height, altText };
    const bytes = await collect(readCreative(deps, creative));
    told.push({ ...file, bytes });
    await say({ event: 'file', file }, bytes);
    if (!ad.recipe) continue;
    const beside = await filesBeside(deps, { recipe: ad.recipe, creative, name: file.name, signal });
    for (const { name, bytes: content } of beside) await say({ event: 'beside', name }, content);
  }
  if (!ad.recipe) return;
  const manifest = manifestOf({ recipe: ad.recipe, version: ad.version, madeBy: 'studio', files: told });
  await say({ event: 'beside', name: 'manifest.json' }, Buffer.from(manifest));
}
