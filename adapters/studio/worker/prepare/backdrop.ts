/** A model of a plain backdrop: a smooth surface through the colours along the photo's border. */
import type { LabPlanes } from './lab.ts';

export type Backdrop = {
  /** Lab distance of each pixel from the backdrop that would be seen there. */
  distance: Float32Array;
  /** Expected lightness minus measured one: positive in shadows. */
  darker: Float32Array;
  /** Distance in hue and chroma only. */
  chroma: Float32Array;
  /** Part of the border that the surface explains. */
  uniformity: number;
  /** Typical deviation of the explained part. */
  noise: number;
  at(x: number, y: number): { l: number; a: number; b: number };
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

function fitSurfaces(samples: Samples): number[][] {
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
      for (let j = 0; j < terms; j += 1) products[i * terms + j] = (products[i * terms + j] as number) + one * (f[j] as number);
      for (let channel = 0; channel < 3; channel += 1) {
        const to = channel * terms + i;
        values[to] = (values[to] as number) + one * (samples[at + 2 + channel] as number);
      }
    }
  }
  const count = samples.length / sampleLength;
  const matrix = Array.from({ length: terms }, (_, i) => {
    const row = [...products.subarray(i * terms, (i + 1) * terms)];
    row[i] = (row[i] ?? 0) + count * 1e-6;
    return row;
  });
  return [0, 1, 2].map((channel) => solve(matrix, [...values.subarray(channel * terms, (channel + 1) * terms)]));
}

const evaluate = ([c = 0, cx = 0, cy = 0, cxx = 0, cxy = 0, cyy = 0]: readonly number[], x: number, y: number) =>
  c + x * cx + y * cy + x * x * cxx + x * y * cxy + y * y * cyy;

const median = (values: Float64Array) => values.slice().sort()[Math.floor(values.length / 2)] ?? 0;

function borderSamples(planes: LabPlanes): Samples {
  const { width, height, l, a, b } = planes;
  const band = Math.max(3, Math.round(Math.min(width, height) * 0.022));
  const step = Math.max(1, Math.round(Math.sqrt((2 * (width + height) * band) / 7_000)));
  const samples: number[] = [];
  const take = (x: number, y: number) => {
    const at = y * width + x;
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
function residualsOf(samples: Samples, surfaces: readonly number[][]): Float64Array {
  const [l = [], a = [], b = []] = surfaces;
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

export function modelBackdrop(planes: LabPlanes): Backdrop {
  const samples = borderSamples(planes);
  const count = samples.length / sampleLength;
  const middle = [2, 3, 4].map((part) =>
    median(Float64Array.from({ length: count }, (_, index) => samples[index * sampleLength + part] as number)),
  );
  let surfaces = middle.map((value) => [value, 0, 0, 0, 0, 0]);
  let noise = 0;
  for (const limit of [26, 16, 11, 8]) {
    const inliers = closerThan(samples, residualsOf(samples, surfaces), limit);
    if (inliers.length < samples.length * 0.3) break;
    surfaces = fitSurfaces(inliers);
    noise = median(residualsOf(inliers, surfaces));
  }
  const close = closerThan(samples, residualsOf(samples, surfaces), Math.max(6, noise * 5));
  return {
    ...distances(planes, surfaces),
    uniformity: close.length / samples.length,
    noise,
    at: (x, y) => colourAt(planes, surfaces, x, y),
  };
}

function colourAt(planes: LabPlanes, surfaces: number[][], column: number, row: number) {
  const [l = [], a = [], b = []] = surfaces;
  const x = (2 * column) / planes.width - 1;
  const y = (2 * row) / planes.height - 1;
  return { l: evaluate(l, x, y), a: evaluate(a, x, y), b: evaluate(b, x, y) };
}

/** The quadratic along a row is three numbers per plane, so a pixel costs a few multiplications. */
function distances(planes: LabPlanes, surfaces: number[][]) {
  const { width, height } = planes;
  const distance = new Float32Array(width * height);
  const darker = new Float32Array(width * height);
  const chroma = new Float32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const y = (2 * row) / height - 1;
    const rows = surfaces.map(([c = 0, cx = 0, cy = 0, cxx = 0, cxy = 0, cyy = 0]) => [
      c + cy * y + cyy * y * y,
      cx + cxy * y,
      cxx,
    ]);
    const [[l0 = 0, l1 = 0, l2 = 0] = [], [a0 = 0, a1 = 0, a2 = 0] = [], [b0 = 0, b1 = 0, b2 = 0] = []] = rows;
    for (let column = 0, at = row * width; column < width; column += 1, at += 1) {
      const x = (2 * column) / width - 1;
      const dl = l0 + x * (l1 + x * l2) - (planes.l[at] ?? 0);
      const da = a0 + x * (a1 + x * a2) - (planes.a[at] ?? 0);
      const db = b0 + x * (b1 + x * b2) - (planes.b[at] ?? 0);
      const side = da * da + db * db;
      darker[at] = dl;
      chroma[at] = Math.sqrt(side);
      distance[at] = Math.sqrt(dl * dl + side);
    }
  }
  return { distance, darker, chroma };
}
