/** The colours of a product: k-means in Lab over its own pixels, most telling first. */
import type { Palette } from '../../../../src/generation/recipe.ts';
import { seededRandom } from '../drawing/grain.ts';
import { type LabColour, labToHex } from './lab.ts';

const clusters = 6;
const distance = (one: LabColour, other: LabColour) => (one.l - other.l) ** 2 + (one.a - other.a) ** 2 + (one.b - other.b) ** 2;

function nearest(colour: LabColour, centres: LabColour[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  centres.forEach((centre, index) => {
    const far = distance(colour, centre);
    if (far < least) {
      least = far;
      best = index;
    }
  });
  return best;
}

/** k-means++ with a fixed seed: far-apart starts, and the same ones every time. */
function firstCentres(samples: LabColour[]): LabColour[] {
  const random = seededRandom(11);
  const centres = samples.slice(0, 1);
  while (centres.length < Math.min(clusters, samples.length)) {
    const far = samples.map((sample) => Math.min(...centres.map((centre) => distance(sample, centre))));
    let target = random() * far.reduce((sum, value) => sum + value, 0);
    const index = far.findIndex((value) => {
      target -= value;
      return target <= 0;
    });
    const found = samples[Math.max(0, index)];
    if (found) centres.push(found);
  }
  return centres;
}

type Cluster = LabColour & { share: number };

function runMeans(samples: LabColour[]): Cluster[] {
  let centres: Cluster[] = firstCentres(samples).map((centre) => ({ ...centre, share: 0 }));
  for (let round = 0; round < 10; round += 1) {
    const sums = centres.map(() => ({ l: 0, a: 0, b: 0, count: 0 }));
    for (const sample of samples) {
      const sum = sums[nearest(sample, centres)];
      if (!sum) continue;
      sum.l += sample.l;
      sum.a += sample.a;
      sum.b += sample.b;
      sum.count += 1;
    }
    centres = sums
      .filter((sum) => sum.count > 0)
      .map((sum) => ({ l: sum.l / sum.count, a: sum.a / sum.count, b: sum.b / sum.count, share: sum.count / samples.length }));
  }
  return centres;
}

/** Shades that a person would call the same colour are one. */
function merge(found: Cluster[]): Cluster[] {
  const merged: Cluster[] = [];
  for (const cluster of found.sort((a, b) => b.share - a.share)) {
    const same = merged.find((other) => distance(cluster, other) < 11 ** 2);
    if (same) same.share += cluster.share;
    else merged.push({ ...cluster });
  }
  return merged;
}

/** A small area of strong colour tells more than a large grey one. */
const telling = (cluster: Cluster) => cluster.share ** 0.6 * (0.12 + Math.min(1, Math.hypot(cluster.a, cluster.b) / 80));

export function paletteOf(samples: LabColour[]): Palette {
  if (samples.length === 0) return [{ colour: '#808080', share: 1 }];
  return merge(runMeans(samples))
    .filter((cluster) => cluster.share >= 0.015)
    .sort((a, b) => telling(b) - telling(a))
    .slice(0, 5)
    .map((cluster) => ({ colour: labToHex(cluster), share: Math.round(cluster.share * 1_000) / 1_000 }));
}
