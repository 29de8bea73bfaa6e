/** A brief: what a person asked for, checked and cleaned before anything is stored. */
import { z } from 'zod';
import type { Outcome } from '../errors.ts';
import { cleanText } from './clean-text.ts';
import { chatFilm, type FilmId, type FormatId } from './formats.ts';
import { filmsFor, isPlaceId, stillsFor } from './placements.ts';
import { brandSchema, type Copy, copySchema, languageSchema, lookSchema } from './recipe.ts';

/** Characters, photos. What the studio can set without going under its smallest type in any format. */
export const briefLimits = {
  characters: 3_000,
  photos: 5,
  words: { headline: 90, body: 200, button: 32, price: 30, oldPrice: 30, smallPrint: 160 },
} as const satisfies { characters: number; photos: number; words: Record<keyof Copy, number> };

/** What rules heed of how a brand speaks. */
export const voiceSchema = z.object({
  /** No exclamation marks. */
  isCalm: z.boolean().optional(),
  /** How readers are spoken to, where a language has two ways; absent: the usual one. */
  address: z.enum(['formal', 'informal']).optional(),
});
export type Voice = z.infer<typeof voiceSchema>;

export const briefSchema = z.object({
  text: z.string(),
  /** Words the person fixed; what is absent is found in the text. */
  words: copySchema.partial(),
  /** Absent: guessed from the text. */
  language: languageSchema.optional(),
  look: lookSchema.optional(),
  brand: brandSchema,
  voice: voiceSchema.optional(),
  places: z.array(z.string()),
  film: z.boolean(),
  /** Videos without music; absent: with it. */
  isSilent: z.boolean().optional(),
  /** Draw the whole photo even where the product could be cut out. */
  wholePhoto: z.boolean(),
  /** The person chose to keep the prepared photos for later changes. */
  keepPhotos: z.boolean(),
});
export type Brief = z.infer<typeof briefSchema>;

export type BriefProblem =
  | { kind: 'no-words' }
  | { kind: 'too-long'; field: string; limit: number; actual: number }
  | { kind: 'unknown-place'; place: string }
  | { kind: 'no-photo' }
  | { kind: 'too-many-photos'; limit: number; actual: number };

export type BriefRequest = Omit<Brief, 'brand'> & {
  brand?: { [Field in keyof Brief['brand']]?: Brief['brand'][Field] | undefined };
  photoCount: number;
};

/** Cleans and checks a brief; answers every problem at once. */
export function checkBrief(request: BriefRequest): Outcome<Brief, BriefProblem[]> {
  const text = cleanText(request.text);
  const words = Object.fromEntries(
    Object.entries(request.words).flatMap(([field, value]) => (value === undefined ? [] : [[field, cleanText(value)]])),
  ) as Brief['words'];
  const problems: BriefProblem[] = [];
  if (text === '' && !words.headline) problems.push({ kind: 'no-words' });
  if (text.length > briefLimits.characters) {
    problems.push({ kind: 'too-long', field: 'brief', limit: briefLimits.characters, actual: text.length });
  }
  for (const [field, value] of Object.entries(words)) {
    const limit = briefLimits.words[field as keyof Copy];
    if (value && value.length > limit) problems.push({ kind: 'too-long', field, limit, actual: value.length });
  }
  for (const place of request.places) if (!isPlaceId(place)) problems.push({ kind: 'unknown-place', place });
  if (request.photoCount < 1) problems.push({ kind: 'no-photo' });
  if (request.photoCount > briefLimits.photos) {
    problems.push({ kind: 'too-many-photos', limit: briefLimits.photos, actual: request.photoCount });
  }
  if (problems.length > 0) return { ok: false, problem: problems };
  const { photoCount: _, brand, ...rest } = request;
  return {
    ok: true,
    value: {
      ...rest,
      text,
      words,
      brand: {
        name: cleanText(brand?.name ?? ''),
        colours: brand?.colours ?? [],
        webAddress: cleanText(brand?.webAddress ?? ''),
      },
    },
  };
}

/** The files this brief asks for, in the order they are made; the first still is the preview. */
export const formatsOf = (brief: Pick<Brief, 'places' | 'film'>, options: { forChat: boolean }): FormatId[] => [
  ...stillsFor(brief.places.filter(isPlaceId)),
  ...(brief.film ? filmsOf(brief, options) : []),
];

/** A chat shows a short one of its own, whatever the places take. */
export const filmsOf = ({ places }: Pick<Brief, 'places'>, { forChat }: { forChat: boolean }): FilmId[] => [
  ...(forChat ? [chatFilm] : []),
  ...filmsFor(places.filter(isPlaceId)),
];
