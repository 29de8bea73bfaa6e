/** Connected areas of a mask, found by its rows' unbroken runs: a thousand times fewer than pixels. */
import type { Mask } from './flood.ts';

/** Pixels `from` to `to` (not included) are unbroken in one row. */
type Runs = { from: Int32Array; to: Int32Array; count: number };

export type Component = { size: number; runs: { from: number; to: number }[] };

function findRuns({ data, width }: Mask): Runs {
  let from = new Int32Array(8_192);
  let to = new Int32Array(8_192);
  let count = 0;
  for (let at = data.indexOf(1); at >= 0; ) {
    if (count === from.length) {
      from = grown(from);
      to = grown(to);
    }
    const rowEnd = (Math.floor(at / width) + 1) * width;
    const gap = data.indexOf(0, at);
    const end = gap < 0 || gap > rowEnd ? rowEnd : gap;
    from[count] = at;
    to[count] = end;
    count += 1;
    at = end === data.length ? -1 : data.indexOf(1, end);
  }
  return { from, to, count };
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}

/** Joins runs that touch from row to row; answers with the first run of each one's area. */
function joinRuns({ from, to, count }: Runs, width: number): Int32Array {
  const parents = Int32Array.from({ length: count }, (_, index) => index);
  const rootOf = (run: number) => {
    let root = run;
    while (parents[root] !== root) root = parents[root] as number;
    parents[run] = root;
    return root;
  };
  let above = 0;
  for (let run = 0; run < count; run += 1) {
    const start = (from[run] as number) - width;
    const end = (to[run] as number) - width;
    while (above < run && (to[above] as number) <= start) above += 1;
    for (let over = above; over < run && (from[over] as number) < end; over += 1) {
      const [one, other] = [rootOf(run), rootOf(over)];
      parents[Math.max(one, other)] = Math.min(one, other);
    }
  }
  return parents.map((_, run) => rootOf(run));
}

/** Connected areas of ones, largest first; pixels that touch at a corner only are not connected. */
export function componentsOf(mask: Mask): Component[] {
  const runs = findRuns(mask);
  const components = new Map<number, Component>();
  joinRuns(runs, mask.width).forEach((root, run) => {
    const component = components.get(root) ?? { size: 0, runs: [] };
    if (component.runs.length === 0) components.set(root, component);
    const [from, to] = [runs.from[run] as number, runs.to[run] as number];
    component.size += to - from;
    component.runs.push({ from, to });
  });
  return [...components.values()].sort((a, b) => b.size - a.size);
}

export function countOnes(mask: Mask): number {
  const { from, to, count } = findRuns(mask);
  let ones = 0;
  for (let run = 0; run < count; run += 1) ones += (to[run] as number) - (from[run] as number);
  return ones;
}
