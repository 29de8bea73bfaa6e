/** What is said between the studio and its worker; whatever comes back is checked against it, because the worker has touched hostile bytes. */
import { z } from 'zod';
import { fileFactsSchema } from '../../src/generation/check-placement.ts';
import { fontProblemSchema } from '../../src/generation/font.ts';
import { filmIds, formats, pictureIds } from '../../src/generation/formats.ts';
import { photoFactsSchema, photoProblemSchema } from '../../src/generation/photo.ts';
import { smallerPlanSchema } from '../../src/generation/plan-fit.ts';
import { madeBySchema } from '../../src/generation/provenance/made-by.ts';
import { paletteSchema, recipeSchema } from '../../src/generation/recipe.ts';
import { layoutReportSchema } from './worker/layout/placed.ts';

const formatIdSchema = z.enum(Object.keys(formats) as (keyof typeof formats)[]);
const stillIdSchema = z.enum(pictureIds);
const filmIdSchema = z.enum(filmIds);

/** One entry per photo; its blobs follow in the same order, the photo first, then the cut-out where there is one. */
const photosSchema = z.array(z.object({ facts: photoFactsSchema, hasCutout: z.boolean() })).min(1);

const signingSchema = z.object({ algorithm: z.enum(['es256', 'es384', 'es512', 'ps256', 'ed25519']), chain: z.string() });
export type Signing = z.infer<typeof signingSchema>;

/** What finished files say of themselves; null: nobody signs them. */
export const markingSchema = z.object({ madeBy: madeBySchema, signing: signingSchema.nullable() });
export type Marking = z.infer<typeof markingSchema>;

/** The worker wants what it sends with this to be signed. */
export const questionSchema = z.object({ asks: z.literal('signature') });

/** The logo and the font of the brand are the last blobs, in this order. */
const pixels = { photos: photosSchema, hasLogo: z.boolean(), hasFont: z.boolean() };

export const drawStillsHeaderSchema = z.object({
  ...pixels,
  marking: markingSchema,
  recipe: recipeSchema,
  formats: z.array(stillIdSchema),
});
export const drawProposalsHeaderSchema = z.object({ ...pixels, recipes: z.array(recipeSchema).min(1) });
export const drawFilmHeaderSchema = z.object({
  ...pixels,
  marking: markingSchema,
  recipe: recipeSchema,
  format: filmIdSchema,
});
export const fitFileHeaderSchema = z.object({ marking: markingSchema, plan: smallerPlanSchema });
export type DrawStillsHeader = z.infer<typeof drawStillsHeaderSchema>;
export type DrawProposalsHeader = z.infer<typeof drawProposalsHeaderSchema>;
export const showFilmHeaderSchema = z.object({
  marking: markingSchema,
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  frames: z.array(z.number().int().nonnegative()).min(1).max(24),
});
export type ShowFilmHeader = z.infer<typeof showFilmHeaderSchema>;
export type FitFileHeader = z.infer<typeof fitFileHeaderSchema>;
export type DrawFilmHeader = z.infer<typeof drawFilmHeaderSchema>;

export const preparedMessageSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('photo') }),
  z.object({ part: z.literal('cutout') }),
  z.object({ part: z.literal('facts'), facts: photoFactsSchema }),
  z.object({ part: z.literal('problem'), problem: photoProblemSchema }),
]);
export type PreparedMessage = z.infer<typeof preparedMessageSchema>;

export const logoMessageSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('logo'), palette: paletteSchema }),
  z.object({ part: z.literal('problem'), problem: photoProblemSchema }),
]);
export type LogoMessage = z.infer<typeof logoMessageSchema>;

export const fontMessageSchema = z.object({ part: z.literal('font'), problem: fontProblemSchema.nullable() });
export type FontMessage = z.infer<typeof fontMessageSchema>;

export const sheetMessageSchema = z.object({
  part: z.literal('sheet'),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type SheetMessage = z.infer<typeof sheetMessageSchema>;

export const fittedMessageSchema = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('fitted'),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    isSigned: z.boolean(),
  }),
  z.object({ part: z.literal('too-large') }),
]);
export type FittedMessage = z.infer<typeof fittedMessageSchema>;

export const shownMessageSchema = z.object({ part: z.enum(['poster', 'storyboard']), isSigned: z.boolean() });
export type ShownMessage = z.infer<typeof shownMessageSchema>;

export const measuredMessageSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('measured'), facts: fileFactsSchema }),
  z.object({ part: z.literal('not-readable') }),
]);
export type MeasuredMessage = z.infer<typeof measuredMessageSchema>;

export const drawnMessageSchema = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('file'),
    format: formatIdSchema,
    mediaType: z.enum(['image/jpeg', 'image/png', 'video/mp4']),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    altText: z.string().max(1_000),
    isSigned: z.boolean(),
    layout: layoutReportSchema.nullable(),
    measured: fileFactsSchema.nullable(),
  }),
  z.object({ part: z.literal('progress'), done: z.number().min(0).max(1) }),
]);
export type DrawnMessage = z.infer<typeof drawnMessageSchema>;
