/** What generation needs of the outside: a studio that draws, a sandbox to draw in, stores for bytes, rows and keys, and a queue. */
import type { Outcome } from '../errors.ts';
import type { OutsideSystem } from '../privacy/personal-data.ts';
import type { FileFacts } from './check-placement.ts';
import type { FontProblem } from './font.ts';
import type { FilmId, FormatId, StillId } from './formats.ts';
import type { PhotoFacts, PhotoProblem } from './photo.ts';
import type { SmallerPlan } from './plan-fit.ts';
import type { Palette, Recipe } from './recipe.ts';

export type Bytes = AsyncIterable<Uint8Array>;

/** A prepared photo with its pixels, all metadata gone. */
export type PreparedPhoto = {
  facts: PhotoFacts;
  /** sRGB JPEG, upright, longest side at most 3,000 px. */
  photo: Uint8Array;
  /** The product by the route of the facts, longest side at most 1,800 px: PNG with alpha, or on a ground made white; null where neither is safe. */
  cutout: Uint8Array | null;
};

/** A logo with its pixels, all metadata and empty margins gone. */
export type PreparedLogo = {
  /** sRGB PNG, transparent where it was, longest side at most 800 px. */
  logo: Uint8Array;
  /** Colours measured on it, most telling first. */
  palette: Palette;
};

export type DrawnFile = {
  format: FormatId;
  mediaType: 'image/jpeg' | 'image/png' | 'video/mp4';
  width: number;
  height: number;
  bytes: Uint8Array;
  /** What a person who cannot see it should hear, in the ad's language; at most 1,000 characters. */
  altText: string;
  /** As measured on the file itself; null where that was not done. */
  measured: FileFacts | null;
};

/** The photos of one ad, the best one first: `stills` draw the first, films may use them all. */
export type DrawingPhoto = { facts: PhotoFacts; photo: Uint8Array; cutout: Uint8Array | null };

/** The pixels an ad is made of. `logo`: as `prepareLogo` made it, drawn in place of the brand's name; absent or null: none. `font`: one that `checkFont` took, used as the recipe's kit says. */
export type Drawing = { photos: DrawingPhoto[]; logo?: Uint8Array | null | undefined; font?: Uint8Array | null | undefined };

/** Measures files that claim to be finished. */
export interface Measurer {
  /** Null when it is neither a picture nor a film. Rejects with AppError `sandbox-…` or `cancelled`. */
  measure(file: Uint8Array, signal: AbortSignal): Promise<FileFacts | null>;
}

export type DrawOptions = {
  signal: AbortSignal;
  /** Called as each file is finished, in the order of the request; awaited before the next is taken. */
  onFile(file: DrawnFile): Promise<void>;
  /** 0 to 1, at most about five times a second. */
  onProgress?(done: number): void;
};

export type SmallerFile = { bytes: Uint8Array; width: number; height: number };

/** `frames`: from 0, the first of them is the poster. */
export type FilmShots = { width: number; height: number; frames: readonly number[] };
/** JPEG files. `poster`: one frame, small enough for a web page. `storyboard`: all of them on one sheet, with their times. */
export type FilmPictures = { poster: Uint8Array; storyboard: Uint8Array };

/** Looks into what people and partners hand in. */
export interface Inspection {
  /** Checks, straightens, strips, converts to sRGB, cuts out where safe, measures colours. */
  preparePhoto(source: Bytes, signal: AbortSignal): Promise<Outcome<PreparedPhoto, PhotoProblem>>;
  /** Checks a logo, strips it, keeps what is transparent, cuts empty margins off, measures its colours. */
  prepareLogo(source: Bytes, signal: AbortSignal): Promise<Outcome<PreparedLogo, PhotoProblem>>;
  /** Looks into a font of a brand, and gives back its bytes when ads may and can be drawn with it. */
  checkFont(source: Bytes, signal: AbortSignal): Promise<Outcome<Uint8Array, FontProblem>>;
}

/** Draws everything that needs no AI partner. Rejects with AppError `sandbox-…`, `studio-failed` or `cancelled`. */
export interface Studio extends OutsideSystem, Inspection {
  /** Draws the asked stills; the photo is decoded once for all of them. */
  drawStills(work: Drawing & { recipe: Recipe; formats: StillId[] }, options: DrawOptions): Promise<void>;
  /** One JPEG that shows the recipes side by side as squares, numbered from 1 in the order given. */
  drawProposals(
    work: Drawing & { recipes: Recipe[] },
    options: { signal: AbortSignal },
  ): Promise<{ bytes: Uint8Array; width: number; height: number }>;
  drawFilm(work: Drawing & { recipe: Recipe; format: FilmId }, options: DrawOptions): Promise<void>;
  /** Pictures out of a finished film that this studio drew. */
  showFilm(film: Uint8Array, shots: FilmShots, signal: AbortSignal): Promise<FilmPictures>;
  /** The file made smaller by the first of the plan's tries that fits; null where none does. */
  makeFit(file: Uint8Array, plan: SmallerPlan, signal: AbortSignal): Promise<SmallerFile | null>;
  /** Scripts and characters of `text` that no shipped font can draw; empty when all is well. */
  missingGlyphs(text: string): string[];
}

export type SandboxLevel = 'full' | 'full, shared identity' | 'reduced' | 'none';

export type SandboxJob = {
  /** Chooses the limits (memory, time, temporary space). */
  kind:
    | 'prepare-photo'
    | 'prepare-logo'
    | 'check-font'
    | 'draw-proposals'
    | 'draw-stills'
    | 'draw-film'
    | 'show-film'
    | 'fit-file'
    | 'measure-file';
  /** JSON for the worker; at most 1 MB. */
  header: unknown;
  blobs: Uint8Array[];
};

export type SandboxOptions = {
  signal: AbortSignal;
  /** A result frame: JSON that the caller must validate, and bytes. Awaited before the next frame is read. */
  onFrame(frame: { header: unknown; blob: Uint8Array }): Promise<void>;
  /** What the worker asks while it works; it waits for the bytes, at most 64 KB. A job that may not ask has none. */
  onQuestion?(question: { header: unknown; blob: Uint8Array }): Promise<Uint8Array>;
};

/** One fresh, confined process per job; bytes enter and leave by pipes; nothing is left behind, however the job ends. */
export interface Sandbox extends OutsideSystem {
  /** Resolves when the worker said it is done. Rejects with AppError `sandbox-…` or `cancelled`. */
  run(job: SandboxJob, options: SandboxOptions): Promise<void>;
  /** What was proved by booting a worker at start; `missing` names each belt that is not there, in words. */
  level(): Promise<{ level: SandboxLevel; missing: string[] }>;
}

/** `installation`: the name of the installation that the store belongs to, nothing else. */
export type MediaArea = 'photos' | 'cutouts' | 'logos' | 'fonts' | 'creatives' | 'previews' | 'exports' | 'installation';
/** `key`: 32 bytes, the content key of the record that owns the object. */
export type MediaObject = { area: MediaArea; id: string; key: Uint8Array };

/** Encrypted bytes: AES-256-GCM in 64 KiB segments bound to area and id (flip, cut, reorder and swap are detected). */
export interface MediaStore extends OutsideSystem {
  /** Whole or not at all; overwrites. Resolves with the number of plaintext bytes once durable. Rejects with `disk-full` or `media-store-unavailable`. */
  put(object: MediaObject, bytes: Bytes): Promise<number>;
  /** Rejects with `media-damaged` (also half way) or, when there is no such object, `media-damaged` with retry never. */
  get(object: MediaObject): Bytes;
  /** Also succeeds when there is no such object. */
  erase(object: Pick<MediaObject, 'area' | 'id'>): Promise<void>;
  /** Ids in an area, without opening anything. */
  list(area: MediaArea): AsyncIterable<string>;
}

export type JobName = 'take-in' | 'propose' | 'make-ad' | 'deliver' | 'privacy' | 'sweep';

/** The queue is a bell, the truth is in the database: a job carries a name and an id. Ringing twice is harmless. */
export interface JobQueue extends OutsideSystem {
  /** Resolves once the job is stored. Rejects with `queue-unavailable` after 1,500 ms. */
  ring(job: JobName, id: string, options?: { delayMs?: number }): Promise<void>;
  /** Starts taking jobs. A handler that rejects with retry `later` is tried again with back-off; `never` ends the job. */
  serve(handlers: Record<JobName, (id: string, signal: AbortSignal) => Promise<void>>): Promise<void>;
  /** Takes no new jobs; aborts those still running after `graceMs` and hands them back. */
  stop(graceMs: number): Promise<void>;
  /** Rejects with `queue-unavailable` when it cannot answer in 1,500 ms. */
  ping(): Promise<void>;
}
