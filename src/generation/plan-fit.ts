/** How a file is made to fit where only so many bytes are taken: what is tried, the best first. No input, no output. */
import { z } from 'zod';
import type { Creative } from './ad.ts';
import { formats } from './formats.ts';

/** `quality`: of a JPEG, 1 to 100. */
export const stillTrySchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  quality: z.number().int().min(1).max(100),
});
/** `kbps`: the most of the pictures, in thousand bits a second. `bufferKbits`: how far ahead of that rate they may get. */
export const filmTrySchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  kbps: z.number().int().positive(),
  bufferKbits: z.number().int().positive(),
});
export type StillTry = z.infer<typeof stillTrySchema>;
export type FilmTry = z.infer<typeof filmTrySchema>;
export const smallerPlanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('still'), mostBytes: z.number().int().positive(), tries: z.array(stillTrySchema).min(1) }),
  z.object({ kind: z.literal('film'), mostBytes: z.number().int().positive(), tries: z.array(filmTrySchema).min(1) }),
]);
export type SmallerPlan = z.infer<typeof smallerPlanSchema>;
export type FitPlan = { kind: 'as-it-is' } | { kind: 'too-large' } | SmallerPlan;

export type Fitting = Pick<Creative, 'format' | 'mediaType' | 'width' | 'height' | 'bytes'>;

/** At full size quality goes first, as far as nobody sees it; then size goes. */
const stillSteps: readonly { scale: number; quality: number }[] = [
  { scale: 1, quality: 84 },
  { scale: 1, quality: 74 },
  { scale: 0.75, quality: 80 },
  { scale: 0.6, quality: 76 },
  { scale: 0.45, quality: 74 },
  { scale: 0.3, quality: 70 },
  { scale: 0.2, quality: 65 },
];

/** The least that a moving picture of this share of the full size needs to be looked at. */
const filmSteps: readonly { scale: number; leastKbps: number }[] = [
  { scale: 1, leastKbps: 1_800 },
  { scale: 2 / 3, leastKbps: 800 },
  { scale: 0.5, leastKbps: 450 },
  { scale: 1 / 3, leastKbps: 150 },
];
/** For the sound, and for the way a film is wrapped. */
const soundKbps = 96;
const wrapping = 0.94;
/** Seconds; in less, a buffer would let the whole film get over its size. */
const shortFilm = 12;
/** An encoder may miss the rate it was told: then it is told less. */
const modesty = [1, 0.8, 0.6] as const;

const even = (pixels: number): number => Math.max(2, Math.round(pixels / 2) * 2);

export function planFit(file: Fitting, mostBytes: number): FitPlan {
  if (file.bytes <= mostBytes) return { kind: 'as-it-is' };
  if (mostBytes < 1) return { kind: 'too-large' };
  if (file.mediaType.startsWith('image/')) return { kind: 'still', mostBytes, tries: stillTries(file) };
  const tries = file.mediaType === 'video/mp4' ? filmTries(file, mostBytes) : [];
  return tries.length > 0 ? { kind: 'film', mostBytes, tries } : { kind: 'too-large' };
}

const stillTries = ({ width, height }: Fitting): StillTry[] =>
  stillSteps.map(({ scale, quality }) => ({ width: Math.round(width * scale), height: Math.round(height * scale), quality }));

function filmTries({ format, width, height }: Fitting, mostBytes: number): FilmTry[] {
  const shape = formats[format];
  if (!('seconds' in shape)) return [];
  const kbps = (mostBytes * 8 * wrapping) / 1_000 / shape.seconds - soundKbps;
  return modesty.flatMap((share) => {
    const told = Math.floor(kbps * share);
    const step = filmSteps.find(({ leastKbps }) => told >= leastKbps);
    if (!step) return [];
    const bufferKbits = shape.seconds < shortFilm ? told : 2 * told;
    return [{ width: even(width * step.scale), height: even(height * step.scale), kbps: told, bufferKbits }];
  });
}
