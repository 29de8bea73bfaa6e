/** What each placement asks of a file, read from the placement table. No input, no output. */
import { placementTable } from './placement-table.ts';

/** `isShown`: more is accepted, but not shown at once. */
export type PlacementText = { name: string; most: number; isShown: boolean };

export type PlacementRule = {
  id: string;
  platform: string;
  place: string;
  kind: 'image' | 'video';
  /** What is delivered, px. */
  width: number;
  height: number;
  /** The smallest that is accepted, px; null: none found. */
  leastWidth: number | null;
  leastHeight: number | null;
  /** Of the file; null: none found. */
  mostBytes: number | null;
  /** Endings such as `jpg`; empty: whatever the video platform takes. */
  types: string[];
  /** Seconds; null: none found. `listed`: only these lengths are taken; empty: any between. */
  seconds: { least: number | null; most: number | null; listed: number[] };
  /** Bits per second and sound, where the table names them; null: it does not. */
  leastBitsPerSecond: number | null;
  texts: PlacementText[];
  /** Neither words nor a logo may be in the picture. */
  isClean: boolean;
  /** The platform's own page was read (`H`), several sources agree (`M`) or they do not (`L`). */
  confidence: 'H' | 'M' | 'L';
};

const fields = 17;
const megabyte = 1_000_000;

/** The number at the front of a cell; a remark may follow it. */
function numberIn(cell: string): number | null {
  const found = /^\d+(\.\d+)?/.exec(cell.trim());
  return found ? Number(found[0]) : null;
}

/** `headline 27-40`, `primary 125 visible`, `post 280 (link costs 23)`. What nobody verified never refuses a file, and is left out. */
function readTexts(cell: string): PlacementText[] {
  return cell.split('|').flatMap((part) => {
    const found = /^(?<name>[a-z][a-z -]*?) (?:(?<from>\d+)-)?(?<most>\d+)\b(?<rest>.*)$/i.exec(part.trim());
    if (!found?.groups || /unverified/.test(part)) return [];
    const { name = '', most = '', rest = '' } = found.groups;
    const hard = /max (\d+)/.exec(rest);
    if (hard) return [{ name, most: Number(hard[1]), isShown: false }];
    return [{ name, most: Number(most), isShown: /visible/.test(rest) }];
  });
}

const listedIn = (cell: string): number[] => (cell.includes('|') ? cell.split('|').flatMap((one) => numberIn(one) ?? []) : []);

const typesIn = (cell: string): string[] =>
  cell.startsWith('via') ? [] : cell.split('|').flatMap((one) => one.trim().split(' ')[0]?.toLowerCase() || []);

const bitsIn = (cell: string): number | null => {
  const found = />=\s?(\d+) Mbps/.exec(cell);
  return found ? Number(found[1]) * 1_000_000 : null;
};

/** One row as its cells; throws where the table is not what it should be. */
export function readRow(line: string): string[] {
  const cells = line.split(',');
  if (cells.length !== fields) throw new Error(`A placement has ${cells.length} fields instead of ${fields}: ${line}`);
  return cells;
}

function ruleOf(cells: readonly string[], texts: string): PlacementRule {
  const at = (index: number): string => cells[index] ?? '';
  const [mostMb, confidence] = [numberIn(at(9)), at(16)];
  if (confidence !== 'H' && confidence !== 'M' && confidence !== 'L') throw new Error(`A placement has no confidence: ${at(0)}`);
  return {
    id: at(0),
    platform: at(1),
    place: at(2),
    kind: at(3) === 'video' ? 'video' : 'image',
    width: Number(at(4)),
    height: Number(at(5)),
    leastWidth: numberIn(at(7)),
    leastHeight: numberIn(at(8)),
    mostBytes: mostMb === null ? null : Math.round(mostMb * megabyte),
    types: typesIn(at(10)),
    seconds: { least: numberIn(at(11)), most: numberIn(at(12)), listed: listedIn(at(13)) },
    leastBitsPerSecond: bitsIn(at(15)),
    texts: readTexts(texts),
    isClean: /NO text/.test(at(15)),
    confidence,
  };
}

/** `same` stands for the texts of the row above it. */
function readTable(table: string): PlacementRule[] {
  let texts = '';
  const [, ...rows] = table.trim().split('\n');
  return rows.map((line) => {
    const cells = readRow(line);
    const own = cells[15] ?? '';
    texts = own.startsWith('same') ? texts : own;
    return ruleOf(cells, texts);
  });
}

export const placementRules: readonly PlacementRule[] = readTable(placementTable);
export const placementIds: readonly string[] = placementRules.map(({ id }) => id);
export const ruleFor = (id: string): PlacementRule | null => placementRules.find((rule) => rule.id === id) ?? null;
