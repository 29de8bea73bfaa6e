/** `npm run ad -- --check FILE`: measures a finished file and says for each placement what passes and what does not. */
import { type Check, checkPlacement } from '../../src/generation/check-placement.ts';
import { type PlacementRule, placementRules, ruleFor } from '../../src/generation/placement-rules.ts';
import type { Measurer } from '../../src/generation/ports.ts';

/** `placement`: null for all that take this kind of file in this shape. */
export type CheckArguments = { file: string; placement: string | null; json: boolean };

export type OpenMeasurer = () => Promise<{ measurer: Measurer; close(): Promise<void> }>;

export type CheckedPlacement = { placement: string; passed: boolean; checks: Check[] };

const lineOf = ({ check, passed, found, wanted }: Check): string =>
  `  ${passed ? 'pass' : 'FAIL'}  ${check.padEnd(14)} ${found}${found === wanted ? '' : `  (${wanted})`}`;

function linesOf({ rule, checks, passed }: { rule: PlacementRule; checks: Check[]; passed: boolean }): string[] {
  const texts = rule.texts.map(({ name, most, isShown }) => `${name} ${most}${isShown ? ' shown' : ''}`);
  return [
    `${passed ? 'pass' : 'FAIL'}  ${rule.id}  (${rule.platform}, ${rule.place.replaceAll('_', ' ')})`,
    ...checks.map(lineOf),
    ...(rule.isClean ? ['  note  no words and no logo may be in this picture: look at it'] : []),
    ...(texts.length > 0 ? [`  note  characters beside it: ${texts.join(', ')}`] : []),
  ];
}

/** Whether the shape is that of the placement: within a few thousandths. */
const isShaped = (rule: PlacementRule, width: number, height: number): boolean =>
  Math.abs(width / height / (rule.width / rule.height) - 1) < 0.005;

/** Resolves with the exit code: 0 all passes, 1 something does not, or the file is neither a picture nor a film. */
export async function checkFile(
  { placement, json }: Pick<CheckArguments, 'placement' | 'json'>,
  bytes: Uint8Array,
  measurer: Measurer,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const facts = await measurer.measure(bytes, signal);
  if (!facts) {
    say(json ? JSON.stringify({ ok: false, problem: 'not-readable' }) : 'The file is neither a whole picture nor a whole video.');
    return 1;
  }
  const chosen = placement === null ? null : ruleFor(placement);
  const kind = facts.film ? 'video' : 'image';
  const rules = chosen
    ? [chosen]
    : placementRules.filter((rule) => rule.kind === kind && isShaped(rule, facts.width, facts.height));
  const checked = rules.map((rule) => {
    const checks = checkPlacement(rule, facts);
    return { rule, checks, passed: checks.every((check) => check.passed) };
  });
  const ok = checked.length > 0 && checked.every(({ passed }) => passed);
  if (json) {
    const placements: CheckedPlacement[] = checked.map(({ rule, ...rest }) => ({ placement: rule.id, ...rest }));
    say(JSON.stringify({ ok, measured: facts, placements }));
  } else {
    for (const one of checked) for (const line of linesOf(one)) say(line);
    if (checked.length === 0) say(`No placement takes this shape: ${kind}, ${facts.width} x ${facts.height}.`);
  }
  return ok ? 0 : 1;
}
