/** Draws the film: three scenes from cached layers, frame by frame, straight into the encoder. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Format } from '../../../../src/generation/formats.ts';
import type { DrawingPhoto } from '../../../../src/generation/ports.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import type { BrandFont } from '../brand-font/brand-font.ts';
import { openArt, type PhotoArt } from '../drawing/art.ts';
import { registerCharacters } from '../fonts.ts';
import { wordsOf } from '../layout/words.ts';
import { buildScene, productBox } from './build-scene.ts';
import { encodeFilm } from './encode-film.ts';
import { filmStyles, type SceneName } from './film-style.ts';
import { toI420 } from './i420.ts';
import { composeMusic } from './music.ts';
import { planScene, type ScenePlan } from './plan-scene.ts';
import { drawScene, type Scene } from './scene.ts';
import { easeInOut, frameCount, progress, sceneStarts, secondsOf, transitionSeconds } from './timeline.ts';

export type FilmWork = {
  recipe: Recipe;
  photos: DrawingPhoto[];
  logo?: Uint8Array | null;
  font?: BrandFont | null;
  format: Format;
};
export type PreparedFilm = { scenes: Scene[]; plans: ScenePlan[]; wipe: string };

const names: SceneName[] = ['hook', 'proof', 'offer'];
/** As many as can be seen long enough. */
const mostExtraPhotos = 3;

export async function prepareFilm({ recipe, photos, logo, font, format }: FilmWork): Promise<PreparedFilm> {
  const [first, ...others] = photos;
  if (!first) throw new Error('No photo');
  registerCharacters(Object.values(wordsOf(recipe)).join(''));
  const style = filmStyles[recipe.look](recipe);
  const art = await openArt(first, logo, font);
  const product = recipe.route === 'cutout' ? art.product : null;
  const more: PhotoArt[] = [];
  for (const other of others.slice(0, mostExtraPhotos)) more.push((await openArt({ ...other, cutout: null })).photo);
  const scenes: Scene[] = [];
  const plans: ScenePlan[] = [];
  for (const name of names) {
    const stand = (picture: ScenePlan['picture']) => (product ? productBox(product, picture, name, format) : picture);
    const plan = planScene({ recipe, format, style, stand, logo: art.logo, font: art.font }, name);
    plans.push(plan);
    scenes.push(await buildScene({ format, style, plan, name, art, isCutout: product !== null, more }));
  }
  return { scenes, plans, wipe: style.wipe };
}

/** A slanted edge sweeps over the picture and leaves the next scene behind it. */
function wipe(ctx: SKRSContext2D, format: Format, part: number, colour: string, drawNext: () => void): void {
  const { width, height } = format;
  const slant = 320;
  const x = width - part * (width + slant + 80);
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(x + slant, 0);
  ctx.lineTo(width + slant + 200, 0);
  ctx.lineTo(width + slant + 200, height);
  ctx.lineTo(x, height);
  ctx.closePath();
  ctx.clip();
  drawNext();
  ctx.restore();
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x + slant - 46, 0);
  ctx.lineTo(x + slant, 0);
  ctx.lineTo(x, height);
  ctx.lineTo(x - 46, height);
  ctx.closePath();
  ctx.fill();
}

export function drawFrame(ctx: SKRSContext2D, film: PreparedFilm, format: Format, seconds: number): void {
  const at = seconds >= sceneStarts[2] ? 2 : seconds >= sceneStarts[1] ? 1 : 0;
  const scene = film.scenes[at];
  const before = film.scenes[at - 1];
  const start = sceneStarts[at] ?? 0;
  if (!scene) return;
  const part = easeInOut(progress(seconds, start, transitionSeconds));
  if (!before || part >= 1) {
    drawScene(ctx, scene, seconds - start);
    return;
  }
  drawScene(ctx, before, seconds - (sceneStarts[at - 1] ?? 0));
  wipe(ctx, format, part, film.wipe, () => drawScene(ctx, scene, seconds - start));
}

/**
 * Each read-back is 8 MB that the collector does not count as its own: left alone, it lets gigabytes pile up,
 * and fresh pages cost more time than the drawing does.
 */
function collectorOf(): (type: 'minor' | 'major') => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return (type) => {
    if (typeof collect === 'function') collect({ type });
  };
}

export async function drawFilm(work: FilmWork, onProgress: (done: number) => void): Promise<Buffer> {
  const { format } = work;
  const { width, height } = format;
  const film = await prepareFilm(work);
  const ctx = createCanvas(width, height).getContext('2d');
  // Smooth enough at the small changes of size that happen here, and a third of the time.
  ctx.imageSmoothingQuality = 'low';
  const letGo = collectorOf();
  // What was needed only to make the layers is let go before the encoder needs room too.
  letGo('major');
  return await encodeFilm({
    width,
    height,
    frames: frameCount,
    sound: composeMusic(work.recipe.look),
    paint(index, out) {
      drawFrame(ctx, film, format, secondsOf(index));
      toI420(ctx.canvas.data(), width, height, out);
    },
    onFrame: (index) => {
      letGo('minor');
      if (index % 6 === 5) onProgress(((index + 1) / frameCount) * 0.97);
    },
  });
}
