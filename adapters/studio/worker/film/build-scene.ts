/** Turns a planned scene into a ground and moving layers. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { beats, moodOf } from '../../../../src/generation/film/moods.ts';
import type { FilmScene } from '../../../../src/generation/film/timeline.ts';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import type { Art, PhotoArt, ProductArt } from '../drawing/art.ts';
import { type LogoArt, paintLogo, plateFor } from '../drawing/logo.ts';
import { paintText } from '../drawing/paint.ts';
import { bottom, type PlacedBadge, textBox } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { type GroundWish, isClose } from './film-ground.ts';
import type { FilmStyle } from './film-style.ts';
import { easeOut, progress } from './motion.ts';
import { photoLayers } from './photo-layers.ts';
import type { ScenePlan } from './plan-scene.ts';
import { productLayer } from './product-layer.ts';
import { buttonLayer, inkOn, ruleLayer, type Scene, stampLayer, textLayers } from './scene.ts';
import { type Layer, pictureOf, sprite } from './sprite.ts';

export type BuildWish = {
  recipe: Recipe;
  format: Format;
  style: FilmStyle;
  plan: ScenePlan;
  scene: FilmScene;
  art: Art;
  /** Null: the whole photo is shown. */
  product: ProductArt | null;
  more: PhotoArt[];
};

export const groundOf = ({ format, plan, scene }: Pick<BuildWish, 'format' | 'plan' | 'scene'>): GroundWish => ({
  scene: scene.name,
  width: format.width,
  height: format.height,
  side: plan.side,
  edge: plan.edge,
  picture: plan.picture,
});

/** Behind the product and slower than it, so that there is depth between them. */
function backdropLayer({ style, scene, ...wish }: BuildWish): Layer[] {
  const backdrop = style.backdrop(groundOf({ ...wish, scene }));
  if (!backdrop) return [];
  const { shape, box } = backdrop;
  return [
    (seconds) => {
      const come = easeOut(progress(seconds, scene.name === 'hook' ? -0.5 : 0, 1.4));
      const scale = 0.93 + 0.07 * come;
      return sprite(shape, { x: box.x + box.width / 2, y: bottom(box) - (box.height / 2) * scale }, { scale });
    },
  ];
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
  const at = { x: box.x + picture.width / 2, y: box.y + picture.height / 2 };
  return (seconds) => {
    const part = easeOut(progress(seconds, from, 0.55));
    return part <= 0 ? null : sprite(picture, { x: at.x, y: at.y + (1 - part) * 40 }, { alpha: part });
  };
}

function wordLayers(wish: BuildWish, ground: Canvas): Layer[] {
  const { plan, style, scene, recipe, format } = wish;
  const { column } = plan;
  if (!column) return [];
  const isFirst = scene.name === 'hook';
  const inks = inkOn(ground, column.texts);
  const first = isFirst ? -0.25 : 0.25;
  const layers: Layer[] = [];
  column.texts.forEach((text, index) => {
    const isStill = isFirst && text.role === 'brand';
    const from = isStill ? -1 : first + (isFirst ? 0.06 : index * 0.13);
    const ink = inks.get(text) ?? style.scale.headline.colours[0] ?? '#000000';
    layers.push(...textLayers(text, ink, from, isClose(scene.name) ? 0.11 : 0.14));
  });
  if (isFirst) layers.push(...rulesUnder(column.texts, { style, unit: unitOf(format), plan }));
  if (column.logo && wish.art.logo) layers.push(logoLayer(ground, wish.art.logo, column.logo, isFirst ? -1 : first));
  const beat = beats[moodOf[recipe.look]];
  if (column.button) layers.push(buttonLayer(column.button, style.button, { from: 0.5, beat }));
  return layers;
}

/** Where there is room for it between headline and picture. */
function rulesUnder(
  texts: readonly Parameters<typeof textBox>[0][],
  { style, unit, plan }: { style: FilmStyle; unit: number; plan: ScenePlan },
): Layer[] {
  const headline = texts.find(({ role }) => role === 'headline');
  if (!headline || plan.side !== 'left') return [];
  const box = textBox(headline);
  return [
    ruleLayer(
      { x: box.x, y: Math.round(bottom(box) + 40 * unit), width: 110 * unit, height: Math.round(6 * unit) },
      style.rule,
      0.5,
    ),
  ];
}

export async function buildScene(wish: BuildWish): Promise<Scene> {
  const { format, style, plan, scene, art, product, more } = wish;
  const ground = createCanvas(format.width, format.height);
  style.paintGround(ground.getContext('2d'), groundOf(wish));
  const showsMore = isClose(scene.name) && more.length > 0;
  const picture =
    product && !showsMore
      ? [...backdropLayer(wish), await productLayer(wish, product)]
      : await photoLayers(wish, showsMore ? more : [art.photo]);
  const layers = [...picture, ...wordLayers(wish, ground)];
  if (plan.badge) layers.push(stampLayer(badgePicture(plan.badge, style), plan.badge, 0.7, -0.5));
  return { ground, layers };
}
