/** What lies beside the files of an ad and says how they were made: recipe, models, licences, and a sum of every file. No input, no output. */
import { createHash } from 'node:crypto';
import { type MadeBy, sourceTypes } from '../provenance/made-by.ts';
import type { Recipe } from '../recipe.ts';

export type ManifestFile = { name: string; mediaType: string; width: number; height: number; altText: string; bytes: Uint8Array };

/** `version`: of the ad, from 1. */
type Told = { recipe: Recipe; version: number; madeBy: MadeBy; files: readonly ManifestFile[] };

export function manifestOf({ recipe, version, madeBy, files }: Told): string {
  const hasFilm = files.some(({ mediaType }) => mediaType.startsWith('video/'));
  const told = {
    made: { by: 'Adwright studio', digitalSourceType: sourceTypes[madeBy], models: [], version },
    recipe,
    licences: licencesOf(recipe, hasFilm),
    files: files.map(({ bytes, ...facts }) => ({
      ...facts,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

const openFont = 'SIL Open Font License 1.1';
const shippedFonts = [
  'Anton',
  'Inter',
  'Manrope',
  'Montserrat',
  'Noto Sans JP',
  'Noto Sans SC',
  'Noto Serif Display',
  'Noto Serif JP',
  'Noto Serif SC',
  'Playfair Display',
  'Sofia Sans Extra Condensed',
];

function licencesOf({ brand }: Recipe, hasFilm: boolean): { part: string; licence: string }[] {
  return [
    { part: 'photos and words', licence: 'Given by whoever asked for the ad; theirs.' },
    ...(brand.kit?.font ? [{ part: 'font of the brand', licence: 'Given by the workspace, under its licence.' }] : []),
    { part: `fonts: ${shippedFonts.join(', ')}`, licence: openFont },
    ...(hasFilm
      ? [
          {
            part: 'music',
            licence: 'Composed by this program from rules of its own; free to use with the video, everywhere and for ever.',
          },
        ]
      : []),
  ];
}
