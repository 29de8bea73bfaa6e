/** `npm run studio:sheet`: every look, route, format and case of text on one page of pictures, for people to judge at a glance. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Art, openArt } from '../../adapters/studio/worker/drawing/art.ts';
import { encodeJpeg } from '../../adapters/studio/worker/drawing/draw-still.ts';
import { registerFonts } from '../../adapters/studio/worker/fonts.ts';
import { preparePhoto } from '../../adapters/studio/worker/prepare/prepare-photo.ts';
import { samplePhoto } from '../../src/app/sample-photo.ts';
import type { PhotoFacts } from '../../src/generation/photo.ts';
import type { Route } from '../../src/generation/recipe.ts';
import { recipeOf, words } from '../support/studio/matrix.ts';
import { paleJar, sceneAtDusk } from '../support/studio/pictures.ts';
import { readSheetWish, type SheetWish } from './arguments.ts';
import { drawSheet } from './draw-sheet.ts';
import { pageOf, type SheetPicture } from './page.ts';

type Stage = { art: Art; facts: PhotoFacts };

async function prepared(bytes: Uint8Array): Promise<Stage> {
  const outcome = await preparePhoto(bytes);
  if (!outcome.ok) throw new Error(`The photo was refused: ${outcome.problem.kind}`);
  return { art: await openArt(outcome.value), facts: outcome.value.facts };
}

const made: Record<Route, () => Uint8Array> = { cutout: samplePhoto, multiply: paleJar, framed: sceneAtDusk };

/** One photo per route; a photo of one's own takes the routes that it allows. */
async function stagesFor({ routes, photo }: SheetWish): Promise<Partial<Record<Route, Stage>>> {
  const own = photo === null ? null : await prepared(await readFile(photo));
  const stages: Partial<Record<Route, Stage>> = {};
  for (const route of routes) {
    if (!own) stages[route] = await prepared(made[route]());
    else if (route === 'framed' || route === own.facts.route) stages[route] = own;
  }
  return stages;
}

async function run(): Promise<void> {
  const wish = readSheetWish(process.argv.slice(2));
  registerFonts();
  const out = resolve(wish.out);
  await mkdir(out, { recursive: true });
  const stages = await stagesFor(wish);
  const pictures: SheetPicture[] = [];
  for (const look of wish.looks) {
    for (const route of wish.routes) {
      const stage = stages[route];
      if (!stage) continue;
      const rows = wish.texts.map((name) => ({
        name,
        recipe: recipeOf(look, route, words[name], stage.facts.palette),
        art: stage.art,
      }));
      const sheet = await drawSheet(rows, wish.formats, wish.height);
      const file = `${look}-${route}.jpg`;
      await writeFile(join(out, file), await encodeJpeg(sheet));
      pictures.push({ look, route, file });
    }
  }
  const page = join(out, 'index.html');
  await writeFile(page, pageOf(pictures));
  console.log(page);
}

await run();
