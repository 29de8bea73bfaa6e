/** A figure: what was measured, beside its floor and its limit, as a line for people or as JSON. */

export type Figure = {
  name: string;
  /** What was measured, in plain words. */
  what: string;
  unit: 'ms' | 'MB';
  ours: number;
  /** The least that the work itself takes on this machine; null where there is none. */
  floor: number | null;
  /** `ratio`: at most so many times the floor. `value`: at most so much. Null: told for information. */
  limit: { of: 'ratio' | 'value'; most: number } | null;
  /** Replaces ours divided by floor where the ratio was taken run by run. */
  ratio?: number;
  notes?: string[];
};

export const ratioOf = ({ ours, floor, ratio }: Figure): number | null => ratio ?? (floor === null ? null : ours / floor);

/** False also for what could not be measured. */
export function isKept(figure: Figure): boolean {
  if (!figure.limit) return true;
  const value = figure.limit.of === 'ratio' ? ratioOf(figure) : figure.ours;
  return value !== null && value <= figure.limit.most;
}

const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

function limitText({ limit, unit }: Figure): string {
  if (!limit) return 'for information';
  return limit.of === 'ratio' ? `at most ${limit.most} x` : `at most ${limit.most} ${unit}`;
}

export function lineOf(figure: Figure): string {
  const { name, unit, ours, floor } = figure;
  const ratio = ratioOf(figure);
  const columns = [
    name.padEnd(22),
    `ours ${number(ours)} ${unit}`.padEnd(16),
    (floor === null ? '' : `floor ${number(floor)} ${unit}`).padEnd(17),
    (ratio === null ? '' : `ratio ${ratio.toFixed(2)}`).padEnd(12),
    limitText(figure).padEnd(16),
    figure.limit ? (isKept(figure) ? 'PASS' : 'FAIL') : '',
  ];
  return [columns.join(' ').trimEnd(), `    ${figure.what}`, ...(figure.notes ?? []).map((note) => `    ${note}`)].join('\n');
}

export const jsonOf = (figures: readonly Figure[]): string =>
  JSON.stringify(
    figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), kept: isKept(figure) })),
    null,
    2,
  );
