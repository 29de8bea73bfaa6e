/** Draws the film scene by scene from cached layers, frame by frame, straight into the encoder. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { type FilmScene, framesOf, planScenes, secondsOf } from '../../../../src/generation/film/timeline.ts';
import type { Format } from '../../../../src/generation/formats.ts';
import type { DrawingPhoto } from '../../../../src/generation/ports.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import type { BrandFont } from '../brand-font/brand-font.ts';
import { type Art, openArt, type PhotoArt } from '../drawing/art.ts';
import { registerCharacters } from '../fonts.ts';
import { wordsOf } from '../layout/words.ts';
import { buildScene } from './build-scene.ts';
import { encodeFilm } from './encode-film.ts';
import { type FilmStyle, filmStyles } from './film-style.ts';
import { createFramePainter, drawMoment, type Moment, type StandingMoment } from './frame-painter.ts';
import { progress, transitionSeconds } from './motion.ts';
import { composeMusic } from './music.ts';
import { planScene, type ScenePlan } from './plan-scene.ts';
import { productBox } from './product-layer.ts';
import type { Scene } from './scene.ts';
import { drawTransition } from './transition.ts';

export type FilmFormat = Format & { seconds: number };
export type FilmWork = {
  recipe: Recipe;
  photos: DrawingPhoto[];
  logo?: Uint8Array | null;
  font?: BrandFont | null;
  format: FilmFormat;
};

/** `plan` says where everything is; `build` paints its layers, once. */
export type PreparedScene = { scene: FilmScene; plan: ScenePlan; build(): Promise<Scene>; forget(): void };
export type PreparedFilm = { scenes: PreparedScene[]; style: FilmStyle; format: FilmFormat; frames: number };

/** As many as can be seen long enough. */
const mostExtraPhotos = 3;

export async function prepareFilm({ recipe, photos, logo, font, format }: FilmWork): Promise<PreparedFilm> {
  const [first, ...others] = photos;
  if (!first) throw new Error('No photo');
  registerCharacters(Object.values(wordsOf(recipe)).join(''));
  const style = filmStyles[recipe.look](recipe);
  const art = await openArt(first, logo, font);
  const more: PhotoArt[] = [];
  for (const other of others.slice(0, mostExtraPhotos)) more.push((await openArt({ ...other, cutout: null })).photo);
  const frames = framesOf(format.seconds);
  const scenes = planScenes(recipe, secondsOf(frames)).map((scene) => prepareScene({ recipe, format, style, art, more }, scene));
  return { scenes, style, format, frames };
}

type Parts = { recipe: Recipe; format: FilmFormat; style: FilmStyle; art: Art; more: PhotoArt[] };

/** Its pictures take memory only while it is seen. */
function prepareScene({ recipe, format, style, art, more }: Parts, scene: FilmScene): PreparedScene {
  const product = recipe.route === 'cutout' ? art.product : null;
  const aspect = product && product.width / product.height;
  const stand = (picture: ScenePlan['picture']) =>
    product ? productBox(product, { picture, side: 'above' }, scene.name, format) : picture;
  const plan = planScene({ recipe, format, style, aspect, stand, logo: art.logo, font: art.font }, scene);
  let built: Promise<Scene> | null = null;
  return {
    scene,
    plan,
    build() {
      built ??= buildScene({ recipe, format, style, plan, scene, art, product, more });
      return built;
    },
    forget() {
      built = null;
    },
  };
}

const standing = ({ ground, layers }: Scene, seconds: number): StandingMoment => ({
  ground,
  sprites: layers.map((layer) => layer(seconds)),
});

/** What the film shows at a time, and the scene that comes next, whose layers should be painted in good time. */
export async function momentAt({ scenes, style, format }: PreparedFilm, seconds: number): Promise<Moment> {
  const at = Math.max(
    0,
    scenes.findLastIndex(({ scene }) => scene.from <= seconds),
  );
  const [now, before] = [scenes[at], scenes[at - 1]];
  if (!now) throw new Error('A film has at least one scene');
  const since = seconds - now.scene.from;
  const shown = standing(await now.build(), since);
  const part = progress(since, 0, transitionSeconds);
  if (!before || part >= 1) {
    before?.forget();
    // Its pictures are resized beside this thread meanwhile; whatever is wrong is said when the scene is shown.
    void scenes[at + 1]?.build().catch(() => undefined);
    return shown;
  }
  const left = standing(await before.build(), seconds - before.scene.from);
  const paint = (ctx: SKRSContext2D) => {
    drawMoment(ctx, left);
    drawTransition(ctx, format, style.transition, part, style.edge, () => drawMoment(ctx, shown));
  };
  return { paint };
}

/**
 * What is read back is memory that the collector does not count as its own: left alone, it lets gigabytes pile up,
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
  const { width, height } = work.format;
  const film = await prepareFilm(work);
  const painter = createFramePainter(width, height);
  // Frames at which the scene before has just been forgotten, with all its pictures.
  const quiet = new Set(film.scenes.map(({ scene }) => framesOf(scene.from + transitionSeconds) + 2));
  const letGo = collectorOf();
  await film.scenes[0]?.build();
  // What was needed only to make the layers is let go before the encoder needs room too.
  letGo('major');
  return await encodeFilm({
    width,
    height,
    frames: film.frames,
    sound: composeMusic(work.recipe, film.frames),
    async paint(index, out) {
      painter.next(await momentAt(film, secondsOf(index)), out);
    },
    onFrame: (index) => {
      letGo(quiet.has(index) ? 'major' : 'minor');
      if (index % 6 === 5) onProgress(((index + 1) / film.frames) * 0.97);
    },
  });
}
