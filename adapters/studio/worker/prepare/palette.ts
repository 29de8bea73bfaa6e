/** The colours of a product: k-means in Lab over its own pixels, most telling first. */
import type { Palette } from '../../../../src/generation/recipe.ts';
import { seededRandom } from '../drawing/grain.ts';
import { type LabColour, type LabPlanes, labToHex } from './lab.ts';

const clusters = 6;
const rounds = 10;
const distance = (one: LabColour, other: LabColour) => (one.l - other.l) ** 2 + (one.a - other.a) ** 2 + (one.b - other.b) ** 2;

const colourAt = ({ l, a, b }: LabPlanes, at: number): LabColour => ({ l: l[at] ?? 0, a: a[at] ?? 0, b: b[at] ?? 0 });

/** Squared Lab distance of every sample from one colour. */
function distancesTo({ l, a, b }: LabPlanes, from: LabColour): Float64Array {
  const far = new Float64Array(l.length);
  for (let at = 0; at < far.length; at += 1) {
    const dl = (l[at] as number) - from.l;
    const da = (a[at] as number) - from.a;
    const db = (b[at] as number) - from.b;
    far[at] = dl * dl + da * da + db * db;
  }
  return far;
}

/** k-means++ with a fixed seed: far-apart starts, and the same ones every time. */
function firstCentres(samples: LabPlanes): LabColour[] {
  const random = seededRandom(11);
  const first = colourAt(samples, 0);
  const centres = [first];
  const far = distancesTo(samples, first);
  while (centres.length < Math.min(clusters, far.length)) {
    let target = random() * far.reduce((sum, value) => sum + value, 0);
    const index = far.findIndex((value) => {
      target -= value;
      return target <= 0;
    });
    const found = colourAt(samples, Math.max(0, index));
    centres.push(found);
    distancesTo(samples, found).forEach((value, at) => {
      if (value < (far[at] as number)) far[at] = value;
    });
  }
  return centres;
}

type Cluster = LabColour & { share: number };

/** One round: every sample goes to its nearest centre, and each centre to the mean of its samples. */
function moveCentres({ l, a, b }: LabPlanes, centres: LabColour[]): Cluster[] {
  const places = Float64Array.from(centres.flatMap((centre) => [centre.l, centre.a, centre.b]));
  const sums = new Float64Array(centres.length * 4);
  for (let at = 0; at < l.length; at += 1) {
    const ownL = l[at] as number;
    const ownA = a[at] as number;
    const ownB = b[at] as number;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0, place = 0; place < places.length; index += 1, place += 3) {
      const dl = ownL - (places[place] as number);
      const da = ownA - (places[place + 1] as number);
      const db = ownB - (places[place + 2] as number);
      const far = dl * dl + da * da + db * db;
      if (far >= least) continue;
      least = far;
      best = index;
    }
    const to = best * 4;
    sums[to] = (sums[to] as number) + ownL;
    sums[to + 1] = (sums[to + 1] as number) + ownA;
    sums[to + 2] = (sums[to + 2] as number) + ownB;
    sums[to + 3] = (sums[to + 3] as number) + 1;
  }
  return centres.flatMap((_, index) => {
    const [sumL = 0, sumA = 0, sumB = 0, count = 0] = sums.subarray(index * 4, index * 4 + 4);
    return count === 0 ? [] : [{ l: sumL / count, a: sumA / count, b: sumB / count, share: count / l.length }];
  });
}

function runMeans(samples: LabPlanes): Cluster[] {
  let centres: Cluster[] = firstCentres(samples).map((centre) => ({ ...centre, share: 0 }));
  for (let round = 0; round < rounds; round += 1) centres = moveCentres(samples, centres);
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

/** `samples`: one colour after another. */
export function paletteOf(samples: LabPlanes): Palette {
  if (samples.l.length === 0) return [{ colour: '#808080', share: 1 }];
  return merge(runMeans(samples))
    .filter((cluster) => cluster.share >= 0.015)
    .sort((a, b) => telling(b) - telling(a))
    .slice(0, 5)
    .map((cluster) => ({ colour: labToHex(cluster), share: Math.round(cluster.share * 1_000) / 1_000 }));
}
