/** A model of a plain backdrop: a smooth surface through the colours along the photo's border. */
import type { LabColour, LabPlanes } from './lab.ts';
import type { SmoothColours } from './smooth-colours.ts';
import { type Area, onceForEachTile } from './tiles.ts';

/** Of L, a and b: constant, x, y, xx, xy, yy. */
type Surfaces = readonly [Float64Array, Float64Array, Float64Array];

export type Backdrop = {
  /** Part of the border that the surface explains. */
  uniformity: number;
  /** Typical deviation of the explained part, as a Lab distance. */
  noise: number;
  /** One quadratic in x and y, both from -1 to 1, for each of L, a and b. */
  surfaces: Surfaces;
};

/** How a photo differs from its backdrop; before it is read at a pixel, `need` must have been called with its index. */
export type Difference = {
  /** Lab distance of each pixel from the backdrop that would be seen there; 0 where it was not asked for yet. */
  distance: Float32Array;
  /** Expected lightness minus measured one: positive in shadows. */
  darkerAt(at: number): number;
  colours: SmoothColours;
  need(at: number): void;
};

const terms = 6;

/** Gauss elimination of the small normal equations. */
function solve(matrix: number[][], values: number[]): number[] {
  const rows = matrix.map((row, index) => [...row, values[index] ?? 0]);
  for (let pivot = 0; pivot < terms; pivot += 1) {
    let best = pivot;
    for (let row = pivot + 1; row < terms; row += 1) {
      if (Math.abs(rows[row]?.[pivot] ?? 0) > Math.abs(rows[best]?.[pivot] ?? 0)) best = row;
    }
    const chosen = rows[best] ?? [];
    rows[best] = rows[pivot] ?? [];
    rows[pivot] = chosen;
    const lead = chosen[pivot] || 1e-9;
    rows.forEach((row, index) => {
      if (index === pivot) return;
      const factor = (row[pivot] ?? 0) / lead;
      for (let column = pivot; column <= terms; column += 1) row[column] = (row[column] ?? 0) - factor * (chosen[column] ?? 0);
    });
  }
  return rows.map((row, index) => (row[terms] ?? 0) / (row[index] || 1e-9));
}

/** Places and colours side by side, `sampleLength` numbers each. */
type Samples = Float64Array;
const sampleLength = 5;

function fitSurfaces(samples: Samples): Surfaces {
  const products = new Float64Array(terms * terms);
  const values = new Float64Array(3 * terms);
  const f = new Float64Array(terms);
  for (let at = 0; at < samples.length; at += sampleLength) {
    const x = samples[at] as number;
    const y = samples[at + 1] as number;
    f[0] = 1;
    f[1] = x;
    f[2] = y;
    f[3] = x * x;
    f[4] = x * y;
    f[5] = y * y;
    for (let i = 0; i < terms; i += 1) {
      const one = f[i] as number;
      // The other half is the same.
      for (let j = i; j < terms; j += 1) products[i * terms + j] = (products[i * terms + j] as number) + one * (f[j] as number);
      for (let channel = 0; channel < 3; channel += 1) {
        const to = channel * terms + i;
        values[to] = (values[to] as number) + one * (samples[at + 2 + channel] as number);
      }
    }
  }
  const count = samples.length / sampleLength;
  const matrix = Array.from({ length: terms }, (_, i) => {
    const row = Array.from({ length: terms }, (_column, j) => products[Math.min(i, j) * terms + Math.max(i, j)] as number);
    row[i] = (row[i] ?? 0) + count * 1e-6;
    return row;
  });
  const surfaceOf = (channel: number) =>
    Float64Array.from(solve(matrix, [...values.subarray(channel * terms, (channel + 1) * terms)]));
  return [surfaceOf(0), surfaceOf(1), surfaceOf(2)];
}

function evaluate(surface: Float64Array, x: number, y: number): number {
  const straight = (surface[0] as number) + x * (surface[1] as number) + y * (surface[2] as number);
  return straight + x * x * (surface[3] as number) + x * y * (surface[4] as number) + y * y * (surface[5] as number);
}

/** The colour of the bare backdrop at a place; x and y from -1 to 1. */
export const backdropAt = ({ surfaces: [l, a, b] }: Backdrop, x: number, y: number): LabColour => ({
  l: evaluate(l, x, y),
  a: evaluate(a, x, y),
  b: evaluate(b, x, y),
});

const median = (values: Float64Array) => values.slice().sort()[Math.floor(values.length / 2)] ?? 0;

function borderSamples({ width, height, l, a, b, need }: SmoothColours): Samples {
  const band = Math.max(3, Math.round(Math.min(width, height) * 0.022));
  const step = Math.max(1, Math.round(Math.sqrt((2 * (width + height) * band) / 7_000)));
  const samples: number[] = [];
  const take = (x: number, y: number) => {
    const at = y * width + x;
    need(at);
    samples.push((2 * x) / width - 1, (2 * y) / height - 1, l[at] as number, a[at] as number, b[at] as number);
  };
  for (let y = 0; y < height; y += step) {
    const isAcross = y < band || y >= height - band;
    for (let x = 0; x < width; x += step) {
      if (isAcross || x < band || x >= width - band) take(x, y);
    }
  }
  return Float64Array.from(samples);
}

/** How far each sample is from the surfaces. */
function residualsOf(samples: Samples, [l, a, b]: Surfaces): Float64Array {
  const residuals = new Float64Array(samples.length / sampleLength);
  for (let index = 0, at = 0; index < residuals.length; index += 1, at += sampleLength) {
    const x = samples[at] as number;
    const y = samples[at + 1] as number;
    const dl = (samples[at + 2] as number) - evaluate(l, x, y);
    const da = (samples[at + 3] as number) - evaluate(a, x, y);
    const db = (samples[at + 4] as number) - evaluate(b, x, y);
    residuals[index] = Math.sqrt(dl * dl + da * da + db * db);
  }
  return residuals;
}

function closerThan(samples: Samples, residuals: Float64Array, limit: number): Samples {
  const kept = new Float64Array(samples.length);
  let end = 0;
  for (let index = 0; index < residuals.length; index += 1) {
    if ((residuals[index] as number) >= limit) continue;
    for (let part = 0; part < sampleLength; part += 1) kept[end + part] = samples[index * sampleLength + part] as number;
    end += sampleLength;
  }
  return kept.subarray(0, end);
}

export function modelBackdrop(colours: SmoothColours): Backdrop {
  const samples = borderSamples(colours);
  const count = samples.length / sampleLength;
  const middleOf = (part: number) =>
    Float64Array.of(
      median(Float64Array.from({ length: count }, (_, index) => samples[index * sampleLength + part] as number)),
      0,
      0,
      0,
      0,
      0,
    );
  let surfaces: Surfaces = [middleOf(2), middleOf(3), middleOf(4)];
  let noise = 0;
  for (const limit of [26, 16, 11, 8]) {
    const inliers = closerThan(samples, residualsOf(samples, surfaces), limit);
    if (inliers.length < samples.length * 0.3) break;
    surfaces = fitSurfaces(inliers);
    noise = median(residualsOf(inliers, surfaces));
  }
  const close = closerThan(samples, residualsOf(samples, surfaces), Math.max(6, noise * 5));
  return { uniformity: close.length / samples.length, noise, surfaces };
}

/** The quadratic along a row is three numbers per plane, so a pixel costs a few multiplications. */
function measureRow(colours: LabPlanes, surfaces: Surfaces, row: number, area: Area, distance: Float32Array): void {
  const { width, height, l, a, b } = colours;
  const [ls, as, bs] = surfaces;
  const y = (2 * row) / height - 1;
  const l0 = evaluate(ls, 0, y);
  const l1 = (ls[1] as number) + (ls[4] as number) * y;
  const l2 = ls[3] as number;
  const a0 = evaluate(as, 0, y);
  const a1 = (as[1] as number) + (as[4] as number) * y;
  const a2 = as[3] as number;
  const b0 = evaluate(bs, 0, y);
  const b1 = (bs[1] as number) + (bs[4] as number) * y;
  const b2 = bs[3] as number;
  for (let column = area.left; column < area.left + area.width; column += 1) {
    const at = row * width + column;
    const x = (2 * column) / width - 1;
    const dl = l0 + x * (l1 + x * l2) - (l[at] as number);
    const da = a0 + x * (a1 + x * a2) - (a[at] as number);
    const db = b0 + x * (b1 + x * b2) - (b[at] as number);
    distance[at] = Math.sqrt(dl * dl + da * da + db * db);
  }
}

function measureArea(colours: LabPlanes, surfaces: Surfaces, area: Area, distance: Float32Array): void {
  for (let row = area.top; row < area.top + area.height; row += 1) measureRow(colours, surfaces, row, area, distance);
}

/** Tile by tile, where it is asked for. */
export function differenceFrom({ surfaces }: Backdrop, colours: SmoothColours): Difference {
  const { width, height, l } = colours;
  const distance = new Float32Array(width * height);
  const need = onceForEachTile(width, height, (tile) => {
    colours.need(tile.top * width + tile.left);
    measureArea(colours, surfaces, tile, distance);
  });
  const darkerAt = (at: number) => {
    const y = Math.floor(at / width);
    return evaluate(surfaces[0], (2 * (at - y * width)) / width - 1, (2 * y) / height - 1) - (l[at] as number);
  };
  return { distance, darkerAt, colours, need };
}

/** The distance of every pixel of a picture whose colours are all there. */
export function distancesFrom({ surfaces }: Backdrop, colours: LabPlanes): Float32Array {
  const { width, height } = colours;
  const distance = new Float32Array(width * height);
  measureArea(colours, surfaces, { left: 0, top: 0, width, height }, distance);
  return distance;
}
