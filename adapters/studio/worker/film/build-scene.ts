/** Turns a planned scene into a ground and moving layers. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { Art, PhotoArt, ProductArt } from '../drawing/art.ts';
import { type LogoArt, paintLogo, plateFor } from '../drawing/logo.ts';
import { paintText } from '../drawing/paint.ts';
import { contactShadow, silhouetteShadow } from '../drawing/shadow.ts';
import { type PlacedBadge, standIn } from '../layout/placed.ts';
import type { FilmStyle, SceneName } from './film-style.ts';
import type { ScenePlan } from './plan-scene.ts';
import { buttonLayer, drawAround, inkOn, type Layer, pictureOf, type Scene, stampLayer, textLayers } from './scene.ts';
import { easeInOut, easeOut, filmSeconds, progress, sceneStarts } from './timeline.ts';

export type BuildWish = {
  format: Format;
  style: FilmStyle;
  plan: ScenePlan;
  name: SceneName;
  art: Art;
  isCutout: boolean;
  more: PhotoArt[];
};

const lengths: Record<SceneName, number> = {
  hook: sceneStarts[1],
  proof: sceneStarts[2] - sceneStarts[1],
  offer: filmSeconds - sceneStarts[2],
};

/** Where the product stands in a scene; in the middle scene it comes close and bleeds off below. */
export function productBox(art: ProductArt, picture: Box, name: SceneName, format: Format): Box {
  if (name !== 'proof') {
    const inner = { ...picture, x: picture.x + 50, width: picture.width - 100, y: picture.y + 40, height: picture.height - 30 };
    return standIn(inner, art, 0.5);
  }
  const space = format.height - picture.y;
  const scale = Math.min((space * 1.42) / art.height, (format.width * 0.82) / art.width, 1.3);
  const width = art.width * scale;
  const height = art.height * scale;
  return { x: (format.width - width) / 2, y: Math.max(picture.y + 20, format.height - height * 0.97), width, height };
}

/** Turned once, because turning costs twice as much as moving in every frame. */
function turned(picture: Canvas, angle: number): Canvas {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const width = picture.width * cos + picture.height * sin;
  const height = picture.width * sin + picture.height * cos;
  return pictureOf(width, height, (ctx) => {
    ctx.imageSmoothingQuality = 'high';
    drawAround(ctx, picture, { x: width / 2, y: height / 2 }, 1, angle);
  });
}

/** Product and shadow as one picture, so that they move together. */
async function productLayer(wish: BuildWish, art: ProductArt): Promise<Layer> {
  const { style, plan, name, format } = wish;
  const box = productBox(art, plan.picture, name, format);
  const room = Math.ceil(Math.min(box.width, box.height) * 0.16 + 16);
  const cutout = await art.at(box.width, box.height);
  const at = { ...box, x: room, y: room };
  const upright = pictureOf(box.width + 2 * room, box.height + 2 * room, (ctx) => {
    if (style.tilt === 0) contactShadow(ctx, at, art.footprint, style.shadow);
    silhouetteShadow(ctx, cutout, at, style.shadow, style.tilt === 0 ? 0.3 : 0.4);
    ctx.drawImage(cutout, at.x, at.y);
  });
  const picture = style.tilt === 0 ? upright : turned(upright, style.tilt);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const foot = box.height / 2;
  return {
    draw(ctx, seconds) {
      const rise = 1 - easeOut(progress(seconds, name === 'hook' ? -0.35 : 0, 0.9));
      const whole = progress(seconds, 0, lengths[name]);
      const scale = name === 'proof' ? 0.94 + 0.06 * whole : 0.955 + 0.045 * whole;
      const shift = name === 'proof' ? (1 - whole) * 46 : (1 - scale) * foot;
      const angle = style.tilt === 0 ? 0 : -0.05 * rise;
      drawAround(ctx, picture, { x: middle.x, y: middle.y + shift + rise * 130 }, scale, angle);
    },
  };
}

/** A photo seen through the look's window, slowly coming nearer; more photos follow one another. */
async function photoLayer(wish: BuildWish, photos: PhotoArt[]): Promise<Layer> {
  const { format, plan, style, name } = wish;
  const { picture } = plan;
  const isSlope = style.tilt !== 0;
  const window = isSlope
    ? { x: 0, y: plan.wordsEnd + 38, width: format.width, height: format.height - plan.wordsEnd - 38 }
    : { x: picture.x, y: picture.y, width: picture.width, height: format.height - picture.y };
  const pictures: Canvas[] = [];
  for (const photo of photos) pictures.push(await photo.crop(window.width / window.height, window.width * 1.08));
  const share = lengths[name] / pictures.length;
  const middle = { x: window.x + window.width / 2, y: window.y + window.height / 2 };
  return {
    draw(ctx, seconds) {
      ctx.save();
      style.windowPath(ctx, window);
      ctx.clip();
      pictures.forEach((one, index) => {
        const since = seconds - index * share;
        const alpha = index === 0 ? 1 : easeInOut(progress(since, 0, 0.35));
        const isCovered = index < pictures.length - 1 && since > share + 0.4;
        if (alpha <= 0 || isCovered) return;
        const near = progress(since, -0.4, share + 0.8);
        ctx.globalAlpha = alpha;
        drawAround(ctx, one, middle, name === 'proof' ? 1 - 0.07 * near : 0.93 + 0.07 * near);
      });
      ctx.restore();
    },
  };
}

function badgePicture(badge: PlacedBadge, style: FilmStyle): Canvas {
  const room = 30;
  const side = 2 * (badge.radius + room);
  return pictureOf(side, side, (ctx) => {
    const middle = side / 2;
    ctx.save();
    ctx.shadowColor = `${style.shadow}55`;
    ctx.shadowBlur = 22;
    ctx.shadowOffsetY = 8;
    ctx.fillStyle = style.badge.fill;
    ctx.beginPath();
    ctx.arc(middle, middle, badge.radius, 0, 2 * Math.PI);
    ctx.fill();
    ctx.restore();
    if (style.badge.ring) {
      ctx.strokeStyle = `${style.badge.ink}90`;
      ctx.lineWidth = 2.5;
      ctx.beginPath();
      ctx.arc(middle, middle, badge.radius * 0.9, 0, 2 * Math.PI);
      ctx.stroke();
    }
    for (const text of badge.texts) {
      paintText(ctx, { ...text, x: text.x - badge.x + middle, top: text.top - badge.y + middle }, style.badge.ink);
    }
  });
}

/** Still in the first scene, so that the brand is there from the first frame. */
function logoLayer(ground: Canvas, logo: LogoArt, box: Box, from: number): Layer {
  const plate = plateFor(ground.getContext('2d'), logo, box);
  const picture = pictureOf(box.width, box.height, (ctx) => paintLogo(ctx, logo, { ...box, x: 0, y: 0 }, plate));
  return {
    draw(ctx, seconds) {
      const part = easeOut(progress(seconds, from, 0.55));
      if (part <= 0) return;
      ctx.globalAlpha = part;
      ctx.drawImage(picture, box.x, box.y + (1 - part) * 40);
      ctx.globalAlpha = 1;
    },
  };
}

function wordLayers(wish: BuildWish, ground: Canvas): Layer[] {
  const { plan, style, name } = wish;
  if (!plan.column) return [];
  const inks = inkOn(ground, plan.column.texts);
  const first = name === 'hook' ? -0.2 : 0.3;
  const layers: Layer[] = [];
  plan.column.texts.forEach((text, index) => {
    const isStill = name === 'hook' && text.role === 'brand';
    const from = isStill ? -1 : first + (name === 'hook' ? 0.06 : index * 0.13);
    layers.push(
      ...textLayers(text, inks.get(text) ?? style.scale.headline.colours[0] ?? '#000000', from, name === 'proof' ? 0.12 : 0.15),
    );
  });
  if (plan.column.logo && wish.art.logo)
    layers.push(logoLayer(ground, wish.art.logo, plan.column.logo, name === 'hook' ? -1 : first));
  if (plan.column.button) layers.push(buttonLayer(plan.column.button, style.button, 0.55));
  return layers;
}

export async function buildScene(wish: BuildWish): Promise<Scene> {
  const { format, style, plan, name, art, isCutout, more } = wish;
  const { width, height } = format;
  const ground = createCanvas(width, height);
  style.paintGround(ground.getContext('2d'), name, { width, height, wordsEnd: plan.wordsEnd, picture: plan.picture });
  const extra = name === 'proof' && more.length > 0;
  const picture =
    isCutout && art.product && !extra
      ? await productLayer(wish, art.product)
      : await photoLayer(wish, extra ? more : [art.photo]);
  const layers = [picture, ...wordLayers(wish, ground)];
  if (plan.badge) layers.push(stampLayer(badgePicture(plan.badge, style), plan.badge, 0.75, -0.5));
  return { ground, layers };
}
