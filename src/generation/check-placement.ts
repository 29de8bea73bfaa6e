/** Whether a finished file is what a placement takes, measured. No input, no output. */
import { z } from 'zod';
import { type PlacementRule, placementRules } from './placement-rules.ts';

/** Lengths in seconds, of the container and of each of its streams; `bitRate` in bits per second of the whole file. */
const filmFactsSchema = z.object({
  seconds: z.number(),
  streamSeconds: z.array(z.number()),
  bitRate: z.number(),
  frameRate: z.number(),
  hasSound: z.boolean(),
  videoCodec: z.string(),
});

/** What was measured on a file. `type`, as its bytes say: `jpg`, `png`, `gif`, `mp4`, `mov` or another name. `film`: null for a picture. */
export const fileFactsSchema = z.object({
  bytes: z.number().int(),
  type: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  film: filmFactsSchema.nullable(),
});
export type FileFacts = z.infer<typeof fileFactsSchema>;

export type CheckName =
  | 'kind'
  | 'type'
  | 'pixels'
  | 'least-pixels'
  | 'bytes'
  | 'shortest'
  | 'longest'
  | 'listed-length'
  | 'bit-rate';

/** `found` and `wanted` as shown to a person, with their units. */
export type Check = { check: CheckName; passed: boolean; found: string; wanted: string };

/** Lengths that a placement lists are kept by so much; least and most are kept exactly. */
const listedWithin = 0.1;

const sizeOf = (width: number, height: number): string => `${width} x ${height}`;
const secondsOf = (value: number): string => `${Math.round(value * 1000) / 1000} s`;
const megabytesOf = (bytes: number): string => `${Math.round(bytes / 10_000) / 100} MB`;

/** Names that mean the same. */
const typeNames: Readonly<Record<string, string>> = { jpeg: 'jpg', m4v: 'mp4' };
const named = (type: string): string => typeNames[type] ?? type;

function filmChecks({ seconds: allowed, leastBitsPerSecond }: PlacementRule, film: NonNullable<FileFacts['film']>): Check[] {
  const all = [film.seconds, ...film.streamSeconds];
  const [shortest, longest] = [Math.min(...all), Math.max(...all)];
  const checks: Check[] = [];
  const add = (check: CheckName, passed: boolean, found: string, wanted: string): void => {
    checks.push({ check, passed, found, wanted });
  };
  const { least, most, listed } = allowed;
  if (least !== null) add('shortest', shortest >= least, secondsOf(shortest), `at least ${least} s`);
  if (most !== null) add('longest', longest <= most, secondsOf(longest), `at most ${most} s`);
  if (listed.length > 0) {
    const isListed = listed.some((length) => all.every((one) => Math.abs(one - length) <= listedWithin));
    add('listed-length', isListed, secondsOf(film.seconds), listed.map((length) => `${length} s`).join(' or '));
  }
  if (leastBitsPerSecond !== null) {
    const [found, wanted] = [film.bitRate, leastBitsPerSecond].map((rate) => `${Math.round(rate / 10_000) / 100} Mbit/s`);
    add('bit-rate', film.bitRate >= leastBitsPerSecond, found ?? '', `at least ${wanted}`);
  }
  return checks;
}

/** All that the table says of the placement, each as passed or not. */
export function checkPlacement(rule: PlacementRule, facts: FileFacts): Check[] {
  const isFilm = facts.film !== null;
  const kind: Check = {
    check: 'kind',
    passed: isFilm === (rule.kind === 'video'),
    found: isFilm ? 'video' : 'image',
    wanted: rule.kind,
  };
  if (!kind.passed) return [kind];
  const { width, height, bytes, type, film } = facts;
  const checks: Check[] = [kind];
  if (rule.types.length > 0) {
    const wanted = rule.types.map(named);
    checks.push({
      check: 'type',
      passed: wanted.includes(named(type)),
      found: named(type),
      wanted: [...new Set(wanted)].join(' or '),
    });
  }
  const isExact = width === rule.width && height === rule.height;
  checks.push({ check: 'pixels', passed: isExact, found: sizeOf(width, height), wanted: sizeOf(rule.width, rule.height) });
  if (rule.leastWidth !== null || rule.leastHeight !== null) {
    const passed = width >= (rule.leastWidth ?? 0) && height >= (rule.leastHeight ?? 0);
    const wanted = `at least ${sizeOf(rule.leastWidth ?? 0, rule.leastHeight ?? 0)}`;
    checks.push({ check: 'least-pixels', passed, found: sizeOf(width, height), wanted });
  }
  if (rule.mostBytes !== null) {
    const passed = bytes <= rule.mostBytes;
    checks.push({ check: 'bytes', passed, found: megabytesOf(bytes), wanted: `at most ${megabytesOf(rule.mostBytes)}` });
  }
  return film ? [...checks, ...filmChecks(rule, film)] : checks;
}

/** What is wrong with a picture that was made for these very pixels, over all placements that take them; empty when all is well. */
export function faultsOfPicture(facts: FileFacts): string[] {
  const rules = placementRules.filter(
    ({ kind, width, height }) => kind === 'image' && width === facts.width && height === facts.height,
  );
  return rules.flatMap((rule) =>
    checkPlacement(rule, facts).flatMap(({ check, passed, found, wanted }) =>
      passed ? [] : [`${rule.id}: ${check} is ${found}, wanted ${wanted}`],
    ),
  );
}
