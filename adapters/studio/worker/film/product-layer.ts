/** The product without its ground: how large it is in a scene, and how it moves. */
import type { SceneName } from '../../../../src/generation/film/timeline.ts';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { ProductArt } from '../drawing/art.ts';
import { contactShadow, silhouetteShadow, turned } from '../drawing/shadow.ts';
import { bottom, standIn } from '../layout/placed.ts';
import type { BuildWish } from './build-scene.ts';
import { isClose } from './film-ground.ts';
import { easeOut, progress } from './motion.ts';
import type { ScenePlan } from './plan-scene.ts';
import { type Layer, pictureOf, sprite } from './sprite.ts';

/** Beyond this a product's own pixels would be seen. */
const mostEnlarged = 1.3;

/** Where the product stands in a scene; close by it bleeds off at the side that is not the words'. */
export function productBox(
  art: Pick<ProductArt, 'width' | 'height'>,
  { picture, side }: Pick<ScenePlan, 'picture' | 'side'>,
  name: SceneName,
  format: Format,
): Box {
  if (!isClose(name)) {
    const inner = { ...picture, x: picture.x + 50, width: picture.width - 100, y: picture.y + 40, height: picture.height - 30 };
    return standIn({ ...inner, height: picture.height - 40 }, art, 0.5);
  }
  const space = side === 'below' ? bottom(picture) : format.height - picture.y;
  const scale = Math.min((space * 1.42) / art.height, (picture.width * 0.9) / art.width, mostEnlarged);
  const [width, height] = [art.width * scale, art.height * scale];
  const x = picture.x + (picture.width - width) / 2;
  const y = side === 'below' ? bottom(picture) - 20 - height : Math.max(picture.y + 20, format.height - height * 0.97);
  return { x, y, width, height };
}

/** Product and shadow as one picture, so that they move together. */
export async function productLayer(wish: BuildWish, art: ProductArt): Promise<Layer> {
  const { style, plan, scene, format } = wish;
  const box = productBox(art, plan, scene.name, format);
  const room = Math.ceil(Math.min(box.width, box.height) * 0.16 + 16);
  const cutout = await art.at(box.width, box.height);
  const at = { ...box, x: room, y: room };
  const upright = pictureOf(box.width + 2 * room, box.height + 2 * room, (ctx) => {
    if (style.tilt === 0) contactShadow(ctx, at, art.footprint, style.shadow);
    silhouetteShadow(ctx, cutout, at, style.shadow, style.tilt === 0 ? 0.3 : 0.4);
    ctx.drawImage(cutout, at.x, at.y);
  });
  // Turned once, because turning costs twice as much as moving in every frame.
  const picture = style.tilt === 0 ? upright : turned(upright, style.tilt);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const foot = box.height / 2;
  const [from, to] = isClose(scene.name) ? [0.94, 1] : [0.955, 1];
  const drift = plan.side === 'below' ? -46 : 46;
  return (seconds) => {
    const rise = 1 - easeOut(progress(seconds, scene.name === 'hook' ? -0.35 : 0, 0.9));
    const whole = progress(seconds, 0, scene.seconds);
    const scale = from + (to - from) * whole;
    const shift = isClose(scene.name) ? (1 - whole) * drift : (1 - scale) * foot;
    const entrance = rise * (plan.side === 'below' ? -130 : 130);
    const angle = style.tilt === 0 ? 0 : -0.05 * rise;
    return sprite(picture, { x: middle.x, y: middle.y + shift + entrance }, { scale, angle });
  };
}
