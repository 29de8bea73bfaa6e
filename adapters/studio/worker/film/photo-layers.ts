/** Photos seen through the look's window, slowly coming nearer; several follow one another. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { PhotoArt } from '../drawing/art.ts';
import { type BuildWish, groundOf } from './build-scene.ts';
import { isClose, pictureField } from './film-ground.ts';
import { easeInOut, progress } from './motion.ts';
import { type Layer, sprite } from './sprite.ts';

/** Seconds in which one photo takes the place of another. */
const blend = 0.35;

export async function photoLayers(wish: BuildWish, photos: readonly PhotoArt[]): Promise<Layer[]> {
  const { style, scene } = wish;
  const ground = groundOf(wish);
  const box = pictureField(ground, 30);
  const window = { box, path: (ctx: SKRSContext2D) => style.windowPath(ctx, ground) };
  const share = scene.seconds / photos.length;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const layers: Layer[] = [];
  for (const [index, photo] of photos.entries()) {
    const picture = await photo.crop(box.width / box.height, box.width * 1.08);
    layers.push((seconds) => {
      const since = seconds - index * share;
      const alpha = index === 0 ? 1 : easeInOut(progress(since, 0, blend));
      const isCovered = index < photos.length - 1 && since > share + blend;
      if (alpha <= 0 || isCovered) return null;
      const near = progress(since, -0.4, share + 0.8);
      return sprite(picture, middle, { window, alpha, scale: isClose(scene.name) ? 1 - 0.07 * near : 0.93 + 0.07 * near });
    });
  }
  return layers;
}
