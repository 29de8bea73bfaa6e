/** Six masters from a 12-megapixel photo through the sandbox, beside decoding once, resizing and encoding six JPEGs with sharp. */
import { formats, stillIds } from '../../src/generation/formats.ts';
import type { DrawnFile, PreparedPhoto, Sandbox, Studio } from '../../src/generation/ports.ts';
import { type LookId, lookIds } from '../../src/generation/recipe.ts';
import { type Helper, startHelper } from './helper-process.ts';
import { quantisationOf } from './jpeg-quality.ts';
import { median, medianRatio, takeTurns, timed } from './measure.ts';
import type { Figure } from './report.ts';
import type { FloorAnswer, FloorOrder } from './stills-floor.ts';
import { cameraPhoto, prepared, recipeFor, withStudio } from './studio-on-stage.ts';

const rounds = 6;
const mostTimesTheFloor = 4;

type Round = { total: number; draw: number; first: Uint8Array };
type Stage = { studio: Studio; sandbox: Sandbox; photo: Buffer; floor: Helper };

export async function stills(): Promise<Figure[]> {
  const photo = await cameraPhoto();
  const floor = await startHelper('./stills-floor.ts');
  try {
    return await withStudio((studio, sandbox) => measure({ studio, sandbox, photo, floor }));
  } finally {
    await floor.close();
  }
}

async function measure(stage: Stage): Promise<Figure[]> {
  const order: FloorOrder = { photo: stage.photo, sizes: stillIds.map((id) => formats[id]) };
  let turn = 0;
  const sides = {
    ours: () => drawSix(stage, lookIds[turn++ % lookIds.length] ?? 'block'),
    floor: async (): Promise<Round> => {
      const { ms, first } = await stage.floor.ask<FloorAnswer>(order);
      return { total: ms, draw: ms, first };
    },
  };
  await takeTurns(1, sides);
  const { ours, floor } = await takeTurns(rounds, sides);
  sameQuality(ours[0]?.first, floor[0]?.first);
  const floorMs = floor.map((one) => one.total);
  const [total, draw] = [ours.map((one) => one.total), ours.map((one) => one.draw)];
  const { level } = await stage.sandbox.level();
  const common = { unit: 'ms', floor: median(floorMs) } as const;
  return [
    {
      ...common,
      name: 'stills',
      what: 'six masters from a 12-megapixel photo: check, cut out and draw, all looks in turn',
      ours: median(total),
      ratio: medianRatio(total, floorMs),
      limit: { of: 'ratio', most: mostTimesTheFloor },
      notes: [`${rounds} rounds, sandbox level "${level}", the floor's JPEGs have the same sizes and quality tables`],
    },
    {
      ...common,
      name: 'stills, draw only',
      what: 'six masters from a photo that was prepared before',
      ours: median(draw),
      ratio: medianRatio(draw, floorMs),
      limit: null,
    },
  ];
}

/** Begins with a full pool, as the program does when nobody waits. */
async function drawSix({ studio, sandbox, photo }: Stage, look: LookId): Promise<Round> {
  await sandbox.level();
  const files: DrawnFile[] = [];
  let ready: PreparedPhoto | null = null;
  let draw = 0;
  const total = await timed(async () => {
    const one = await prepared(studio, photo);
    ready = one;
    draw = await timed(() =>
      studio.drawStills(
        { recipe: recipeFor(one, look), photos: [one], formats: stillIds },
        { signal: new AbortController().signal, onFile: async (file) => void files.push(file) },
      ),
    );
  });
  await sandbox.level();
  const [first] = files;
  if (!ready || !first || files.length !== stillIds.length) throw new Error('The studio did not draw six masters');
  return { total, draw, first: first.bytes };
}

/** A floor that encodes something else would be no floor. */
function sameQuality(ours: Uint8Array | undefined, floor: Uint8Array | undefined): void {
  if (!ours || !floor || quantisationOf(ours) !== quantisationOf(floor)) {
    throw new Error('The studio and the floor encode JPEGs of different quality: bring stills-floor.ts in line');
  }
}
