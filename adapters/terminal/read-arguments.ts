/** What was typed behind `npm run ad --`: an order, or what is wrong with it. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fallbackLocale } from '../../src/chat/locale.ts';
import { wordingIn } from '../../src/chat/wording/wording.ts';
import type { Outcome } from '../../src/errors.ts';
import type { Order } from '../../src/generation/ad-desk.ts';
import { type BriefProblem, checkBrief } from '../../src/generation/brief.ts';
import { placementIds, ruleFor } from '../../src/generation/placement-rules.ts';
import { placeIds } from '../../src/generation/placements.ts';
import { brandSchema, languageSchema, lookIds, lookSchema } from '../../src/generation/recipe.ts';

import type { CheckArguments } from './check-file.ts';

export type AdArguments = { photos: string[]; out: string; brandFile: string | null; json: boolean; order: Order };

export const usage = `Makes finished advertisements from product photos and a sentence.

  npm run ad -- --photo FILE --brief "What the ad should say" --out FOLDER

  --photo FILE      a product photo; again for more (up to 5)
  --brief TEXT      a sentence or more; prices in it are found
  --out FOLDER      where the finished files go
  --video           videos as well: 15 seconds, upright and square, or what the places take
  --silent          videos without music
  --places LIST     ${placeIds.join(',')}; all six sizes when absent
  --look NAME       ${lookIds.join(', ')}
  --language CODE   ${languageSchema.options.join(', ')}; guessed from the brief when absent
  --headline TEXT   --body TEXT   --cta TEXT   --price TEXT   --old-price TEXT   --small-print TEXT
                    instead of what is found in the brief
  --whole-photo     do not cut the product out
  --brand FILE      JSON: { "name": "…", "colours": ["#aabbcc"], "webAddress": "…" }
  --json            one JSON line at the end instead of words

  npm run ad -- --check FILE [--placement ID]

  --check FILE      measures a finished file and says what placements take it
  --placement ID    that one alone, e.g. ${placementIds.slice(0, 3).join(', ')}
`;

const options = {
  photo: { type: 'string', multiple: true },
  brief: { type: 'string' },
  out: { type: 'string' },
  video: { type: 'boolean' },
  silent: { type: 'boolean' },
  places: { type: 'string' },
  look: { type: 'string' },
  language: { type: 'string' },
  headline: { type: 'string' },
  body: { type: 'string' },
  cta: { type: 'string' },
  price: { type: 'string' },
  'old-price': { type: 'string' },
  'small-print': { type: 'string' },
  'whole-photo': { type: 'boolean' },
  brand: { type: 'string' },
  json: { type: 'boolean' },
  check: { type: 'string' },
  placement: { type: 'string' },
  help: { type: 'boolean' },
} as const;

export type ReadArguments =
  | { kind: 'help' }
  | { kind: 'wrong'; problems: string[] }
  | { kind: 'check'; arguments: CheckArguments }
  | { kind: 'order'; arguments: AdArguments };

export function readArguments(argv: string[]): ReadArguments {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    return { kind: 'wrong', problems: [error instanceof Error ? error.message : 'the options could not be read'] };
  }
  if (values.help || argv.length === 0) return { kind: 'help' };
  if (values.check !== undefined || values.placement !== undefined) return readCheck(values);
  const problems: string[] = [];
  const photos = values.photo ?? [];
  if (!values.out) problems.push('--out is missing: name the folder for the finished files.');
  const look = lookSchema.optional().safeParse(values.look);
  if (!look.success) problems.push(`--look knows ${lookIds.join(', ')}.`);
  const language = languageSchema.optional().safeParse(values.language);
  if (!language.success) problems.push(`--language knows ${languageSchema.options.join(', ')}.`);
  const places = (values.places ?? '').split(',').flatMap((place) => place.trim().toLowerCase() || []);
  const order: Order = {
    text: values.brief ?? '',
    words: wordsOf(values),
    ...(language.data ? { language: language.data } : {}),
    ...(look.data ? { look: look.data } : {}),
    brand: {},
    places,
    film: values.video ?? false,
    ...(values.silent ? { isSilent: true } : {}),
    wholePhoto: values['whole-photo'] ?? false,
    keepPhotos: false,
  };
  const checked = checkBrief({ ...order, photoCount: photos.length });
  if (!checked.ok) problems.push(...checked.problem.map(problemWords));
  if (problems.length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'order',
    arguments: { photos, out: values.out ?? '', brandFile: values.brand ?? null, json: values.json ?? false, order },
  };
}

function readCheck({ check, placement, json }: ReturnType<typeof parse>): ReadArguments {
  if (!check) return { kind: 'wrong', problems: ['--check is missing: name the file to be measured.'] };
  if (placement !== undefined && !ruleFor(placement))
    return { kind: 'wrong', problems: [`--placement does not know "${placement}"; it knows ${placementIds.join(', ')}.`] };
  return { kind: 'check', arguments: { file: check, placement: placement ?? null, json: json ?? false } };
}

const parse = (argv: string[]) => parseArgs({ args: argv, options, allowPositionals: false }).values;

function wordsOf(values: ReturnType<typeof parse>): Order['words'] {
  const given = {
    headline: values.headline,
    body: values.body,
    button: values.cta,
    price: values.price,
    oldPrice: values['old-price'],
    smallPrint: values['small-print'],
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const wording = wordingIn(fallbackLocale);
const optionOf: Record<string, string> = { button: 'cta', oldPrice: 'old-price', smallPrint: 'small-print' };

/** The same problems that a form tells, with the option they belong to. */
function problemWords(problem: BriefProblem): string {
  switch (problem.kind) {
    case 'no-photo':
      return '--photo is missing: name at least one product photo.';
    case 'no-words':
      return '--brief is missing: say in a few words what the ad is about.';
    case 'unknown-place':
      return `--places does not know "${problem.place}"; it knows ${placeIds.join(', ')}.`;
    case 'too-long':
      return `--${optionOf[problem.field] ?? problem.field}: ${wording.briefProblem(problem)}`;
    default:
      return `--photo: ${wording.briefProblem(problem)}`;
  }
}

const colour = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'must look like #7a2e12');
const brandFileSchema = z.strictObject({ ...brandSchema.partial().shape, colours: z.array(colour).optional() });

/** The brand, or what is wrong in the file, in words. */
export function readBrand(text: string): Outcome<Order['brand'], string> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ok: false, problem: `it is not JSON: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
  const parsed = brandFileSchema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  return { ok: false, problem: issues.join('; ') };
}
