/** What preparing a photo finds out: facts the plan needs, warnings the person hears, problems that refuse it. */
import { z } from 'zod';
import { paletteSchema, routeSchema } from './recipe.ts';

export const photoWarningSchema = z.enum(['small', 'blurry', 'animated-first-frame', 'background-kept']);
export type PhotoWarning = z.infer<typeof photoWarningSchema>;

/** Everything known of a prepared photo except its pixels. Sizes in pixels of the normalised photo; `subject` is where the product was found. */
export const photoFactsSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  sourceWidth: z.number().int().positive(),
  sourceHeight: z.number().int().positive(),
  sourceFormat: z.string(),
  /** The safe route: `cutout` only where the mask is clean, `multiply` only where the ground is white all around. */
  route: routeSchema,
  /** One short technical reason for the route, for the log and the tests. */
  routeReason: z.string(),
  subject: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  palette: paletteSchema,
  warnings: z.array(photoWarningSchema),
});
export type PhotoFacts = z.infer<typeof photoFactsSchema>;

/** Why a file was refused. `limit` and `actual` are megapixels, pixels or megabytes, for the sentence; a file that is too large is not read to its end. */
export const photoProblemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('not-a-picture') }),
  z.object({ kind: z.literal('document-or-vector') }),
  z.object({ kind: z.literal('damaged') }),
  z.object({ kind: z.literal('too-many-pixels'), limit: z.number(), actual: z.number() }),
  z.object({ kind: z.literal('too-many-bytes'), limit: z.number() }),
  z.object({ kind: z.literal('too-small'), limit: z.number(), actual: z.number() }),
  z.object({ kind: z.literal('took-too-long') }),
]);
export type PhotoProblem = z.infer<typeof photoProblemSchema>;

/** Largest accepted file, in bytes; a chat platform's own limit may be lower. */
export const photoLimits = { bytes: 100_000_000, jpegMegapixels: 200, otherMegapixels: 60, smallestSide: 64 } as const;
