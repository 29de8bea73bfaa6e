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
const features = (x: number, y: number) => [1, x, y, x * x, x * y, y * y];

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

type Sample = { x: number; y: number; lab: [number, number, number] };

function fitSurfaces(samples: Sample[]): number[][] {
  const matrix = Array.from({ length: terms }, () => new Array<number>(terms).fill(0));
  const values = [0, 1, 2].map(() => new Array<number>(terms).fill(0));
  for (const sample of samples) {
    const f = features(sample.x, sample.y);
    f.forEach((one, i) => {
      const row = matrix[i] ?? [];
      f.forEach((other, j) => {
        row[j] = (row[j] ?? 0) + one * other;
      });
      values.forEach((value, channel) => {
        value[i] = (value[i] ?? 0) + one * (sample.lab[channel] ?? 0);
      });
    });
  }
  matrix.forEach((row, i) => {
    row[i] = (row[i] ?? 0) + samples.length * 1e-6;
  });
  return values.map((value) => solve(matrix, value));
}

const evaluate = (surface: number[] | undefined, f: number[]) =>
  f.reduce((sum, value, index) => sum + value * (surface?.[index] ?? 0), 0);

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function borderSamples(planes: LabPlanes): Sample[] {
  const { width, height, l, a, b } = planes;
  const band = Math.max(3, Math.round(Math.min(width, height) * 0.022));
  const step = Math.max(1, Math.round(Math.sqrt((2 * (width + height) * band) / 7_000)));
  const samples: Sample[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if (x >= band && x < width - band && y >= band && y < height - band) continue;
      const at = y * width + x;
      samples.push({ x: (2 * x) / width - 1, y: (2 * y) / height - 1, lab: [l[at] ?? 0, a[at] ?? 0, b[at] ?? 0] });
    }
  }
  return samples;
}

const residual = (sample: Sample, surfaces: number[][]) => {
  const f = features(sample.x, sample.y);
  return Math.hypot(...sample.lab.map((value, channel) => value - evaluate(surfaces[channel], f)));
};

export function modelBackdrop(planes: LabPlanes): Backdrop {
  const samples = borderSamples(planes);
  const middle = [0, 1, 2].map((channel) => median(samples.map((sample) => sample.lab[channel] ?? 0)));
  let surfaces = middle.map((value) => [value, 0, 0, 0, 0, 0]);
  let inliers = samples;
  let noise = 0;
  for (const limit of [26, 16, 11, 8]) {
    const residuals = samples.map((sample) => residual(sample, surfaces));
    inliers = samples.filter((_, index) => (residuals[index] ?? 99) < limit);
    if (inliers.length < samples.length * 0.3) break;
    surfaces = fitSurfaces(inliers);
    noise = median(inliers.map((sample) => residual(sample, surfaces)));
  }
  const close = samples.filter((sample) => residual(sample, surfaces) < Math.max(6, noise * 5));
  return {
    ...distances(planes, surfaces),
    uniformity: close.length / samples.length,
    noise,
    at: (x, y) => colourAt(planes, surfaces, x, y),
  };
}

function colourAt(planes: LabPlanes, surfaces: number[][], x: number, y: number) {
  const f = features((2 * x) / planes.width - 1, (2 * y) / planes.height - 1);
  return { l: evaluate(surfaces[0], f), a: evaluate(surfaces[1], f), b: evaluate(surfaces[2], f) };
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
