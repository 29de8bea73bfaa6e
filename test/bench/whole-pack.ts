/** Everything at once, as for a person who asks for it: six masters and a 15-second film in two shapes, beside resizing and encoding the same. */
import { type FilmId, formats, stillIds } from '../../src/generation/formats.ts';
import type { Sandbox, Studio } from '../../src/generation/ports.ts';
import { inBenchFolder } from './bench-folder.ts';
import { recordFilm } from './film-recording.ts';
import { type Helper, startHelper } from './helper-process.ts';
import { timed } from './measure.ts';
import type { Figure } from './report.ts';
import type { FloorAnswer, FloorOrder } from './stills-floor.ts';
import { cameraPhoto, prepared, recipeFor, withStudio } from './studio-on-stage.ts';

const films = ['story-film-15', 'square-film-15'] as const satisfies FilmId[];
const look = 'block';

export async function wholePack(): Promise<Figure[]> {
  const photo = await cameraPhoto();
  const helper = await startHelper('./stills-floor.ts');
  try {
    return await withStudio(async (studio, sandbox) => {
      const floor = await floorOf({ studio, photo, helper });
      await sandbox.level();
      const ours = await timed(() => makeAll(studio, sandbox, photo));
      return [
        {
          name: 'pack',
          what: 'a phone photo to six masters and a 15-second film in 9:16 and 1:1, one after another',
          unit: 'ms',
          ours,
          floor,
          limit: null,
          notes: [
            'one round; the floor decodes once, resizes and encodes six pictures, and encodes the very frames of both films',
          ],
        },
      ];
    });
  } finally {
    await helper.close();
  }
}

async function makeAll(studio: Studio, sandbox: Sandbox, photo: Uint8Array): Promise<void> {
  const options = { signal: new AbortController().signal, onFile: async () => undefined };
  const ready = await prepared(studio, photo);
  const work = { recipe: recipeFor(ready, look), photos: [ready] };
  await studio.drawStills({ ...work, formats: stillIds }, options);
  for (const format of films) await studio.drawFilm({ ...work, format }, options);
  await sandbox.level();
}

type FloorStage = { studio: Studio; photo: Buffer; helper: Helper };

async function floorOf({ studio, photo, helper }: FloorStage): Promise<number> {
  const order: FloorOrder = { photo, sizes: stillIds.map((id) => formats[id]) };
  await helper.ask<FloorAnswer>(order);
  const { ms } = await helper.ask<FloorAnswer>(order);
  const ready = await prepared(studio, photo);
  let total = ms;
  for (const format of films) {
    total += await inBenchFolder(async (folder) => {
      const recording = await recordFilm({ recipe: recipeFor(ready, look), photo: ready, format }, folder);
      return timed(() => recording.encode());
    });
  }
  return total;
}
