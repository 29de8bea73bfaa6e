/** Looks at the photos of an ad: each goes through the sandbox once and is stored stripped and encrypted. */
import { AppError, type Outcome } from '../errors.ts';
import type { NewId } from '../ids.ts';
import type { PhotoStore } from './ad.ts';
import { type ContentDeps, erasePhoto, savePhoto } from './contents.ts';
import type { PhotoProblem, PhotoWarning } from './photo.ts';
import type { Bytes, Studio } from './ports.ts';

export type PrepareDeps = ContentDeps & { studio: Pick<Studio, 'preparePhoto'>; photos: PhotoStore; newId: NewId };

export type PhotoSource = { position: number; name: string; open(): Promise<Bytes> };
/** Why a file could not be had at all. */
export type FileProblem = { kind: 'gone' } | { kind: 'unreachable' };
export type SourceProblem = PhotoProblem | FileProblem;
export type PhotoReport = {
  position: number;
  name: string;
  outcome: { ok: true; warnings: PhotoWarning[] } | { ok: false; problem: SourceProblem };
};

/** One report per source, in order. Photos stored by an earlier, interrupted run are not looked at again. */
export async function preparePhotos(
  deps: PrepareDeps,
  ad: { id: string; ownerId: string; keepPhotos: boolean },
  sources: readonly PhotoSource[],
  signal: AbortSignal,
): Promise<PhotoReport[]> {
  const stored = await deps.photos.ofAd(ad.id);
  const reports: PhotoReport[] = [];
  for (const source of sources) {
    const known = stored.find((photo) => photo.position === source.position);
    const outcome = known ? { ok: true as const, warnings: known.facts.warnings } : await prepareOne(deps, ad, source, signal);
    reports.push({ position: source.position, name: source.name, outcome });
  }
  return reports;
}

async function prepareOne(
  deps: PrepareDeps,
  ad: { id: string; ownerId: string; keepPhotos: boolean },
  source: PhotoSource,
  signal: AbortSignal,
): Promise<PhotoReport['outcome']> {
  const prepared = await prepareFile(source.open, (bytes) => deps.studio.preparePhoto(bytes, signal));
  if (!prepared.ok) return prepared;
  const photoId = deps.newId();
  const { facts, cutout } = prepared.value;
  try {
    const bytes = await savePhoto(deps, { photoId, ownerId: ad.ownerId }, prepared.value);
    const { position } = source;
    const photo = { id: photoId, ownerId: ad.ownerId, position, keep: ad.keepPhotos, hasCutout: cutout !== null, bytes, facts };
    await deps.photos.add(photo, ad.id);
  } catch (error) {
    await erasePhoto(deps, photoId).catch(() => undefined);
    throw error;
  }
  return { ok: true, warnings: facts.warnings };
}

/** Opens and prepares a file that a person handed over: what is wrong with it is an answer, not an error. */
export async function prepareFile<Value>(
  open: () => Promise<Bytes>,
  prepare: (bytes: Bytes) => Promise<Outcome<Value, PhotoProblem>>,
): Promise<Outcome<Value, SourceProblem>> {
  const bytes = await openFile(open);
  return bytes.ok ? prepare(bytes.value).catch(asProblem) : bytes;
}

export async function openFile(open: () => Promise<Bytes>): Promise<Outcome<Bytes, FileProblem>> {
  try {
    return { ok: true, value: await open() };
  } catch (error) {
    if (error instanceof AppError && error.code === 'attachment-gone') return { ok: false, problem: { kind: 'gone' } };
    if (error instanceof AppError && error.code === 'attachment-refused') return { ok: false, problem: { kind: 'unreachable' } };
    throw error;
  }
}

/** What a picture does to its sandbox is the picture's fault, told as such; what happens to us is not. */
function asProblem(error: unknown): { ok: false; problem: SourceProblem } {
  if (error instanceof AppError) {
    if (error.code === 'sandbox-timeout') return { ok: false, problem: { kind: 'took-too-long' } };
    if (error.code === 'sandbox-out-of-memory' || error.code === 'sandbox-crashed')
      return { ok: false, problem: { kind: 'damaged' } };
    if (error.code === 'attachment-gone') return { ok: false, problem: { kind: 'gone' } };
    if (error.code === 'attachment-refused') return { ok: false, problem: { kind: 'unreachable' } };
  }
  throw error;
}
