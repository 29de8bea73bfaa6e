/** The minimal look: the product alone in much light; a little type in the corners, and one dot of colour. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { ProductArt } from '../drawing/art.ts';
import { type ControlStyle, paintControls } from '../drawing/controls.ts';
import { drawGrain } from '../drawing/grain.ts';
import { roundBox } from '../drawing/paint.ts';
import { paintProduct, paintShadows, stand } from '../drawing/standing.ts';
import { isStory, isWide, wordsAbove, wordsBelow, wordsBeside } from '../layout/arrange.ts';
import { wordsInCorners, wordsInSideCorners, wordsInUpperCorners } from '../layout/arrange-corners.ts';
import { bottom, grow, intersects, standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { type Composed, columnBoxes } from './compose.ts';
import { compose, firstThatFits, productFor, rounded } from './design.ts';
import type { Look, LookWish, StillScene } from './look.ts';
import { type MinimalTheme, minimalTheme, minimalType } from './minimal-theme.ts';

const badge = { radius: 80, isSpare: true };

const controls = ({ ink, onInk, shadow }: MinimalTheme): ControlStyle => ({
  fill: ink,
  ink: onInk,
  round: 0.5,
  shadow,
  shade: { alpha: 0.2, blur: 0.2, drop: 0.07 },
});

/** A seamless studio sweep: the wall turns into the floor without an edge. */
function paintSweep(ctx: SKRSContext2D, format: Format, floor: number, theme: MinimalTheme): void {
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, format.width, format.height);
  const rise = format.height * 0.2;
  const sweep = ctx.createLinearGradient(0, floor - rise, 0, floor + rise);
  sweep.addColorStop(0, `${theme.groundShade}00`);
  sweep.addColorStop(0.5, theme.groundShade);
  sweep.addColorStop(1, `${theme.groundShade}00`);
  ctx.fillStyle = sweep;
  ctx.fillRect(0, floor - rise, format.width, 2 * rise);
}

/** Stands at the product's upper right, as a sun beside a mountain; where words stand there is none. */
function paintDot(ctx: SKRSContext2D, product: Box, composed: Composed, format: Format, theme: MinimalTheme): void {
  const radius = 30 * unitOf(format);
  const x = Math.min(format.width - 2 * radius, product.x + product.width + radius * 1.6);
  const y = product.y + product.height * 0.16;
  const around = grow({ x, y, width: 0, height: 0 }, radius * 1.6);
  if (columnBoxes(composed.arrangement).some((box) => intersects(box, around))) return;
  ctx.fillStyle = theme.accent;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}

const candidatesFor = (format: Format, aspect: number | null) => [
  isStory(format)
    ? firstThatFits(wordsInUpperCorners, (wish) => wordsAbove(wish))
    : isWide(format) && (aspect === null || aspect < 1.2)
      ? firstThatFits(wordsInSideCorners, (wish) => wordsBeside(wish))
      : firstThatFits(wordsInCorners, (wish) => wordsBelow(wish)),
];

async function withProduct(wish: LookWish, art: ProductArt): Promise<StillScene> {
  const { recipe, format } = wish;
  const theme = minimalTheme(recipe);
  const composed = compose(wish, {
    scale: minimalType(theme),
    badge,
    stripSide: 'right',
    base: {
      aspect: art.width / art.height,
      margin: isWide(format) ? format.height * 0.06 : format.safe.x,
      floor: isWide(format) || isStory(format) ? format.height * 0.08 : 0,
      wordsEnd: format.height,
      pictureShare: isStory(format) ? 0.56 : 0.62,
    },
    candidates: candidatesFor(format, art.width / art.height),
    fallbacks: isWide(format) ? [(wish) => wordsBeside(wish)] : [],
    stand: (picture) => standIn(picture, art, 0.5, 0.1),
  });
  const product = await stand(art, composed.product, recipe.route);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: product.at,
    paintUnderText(ctx) {
      paintSweep(ctx, format, bottom(product.at), theme);
      paintDot(ctx, product.at, composed, format, theme);
      paintShadows(ctx, product, theme.shadow, 0.2, 0.8);
      drawGrain(ctx, format.width, format.height, 0.05);
      paintProduct(ctx, product);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = minimalTheme(recipe);
  const composed = compose(wish, {
    scale: minimalType(theme),
    badge,
    stripSide: 'right',
    base: {
      aspect: null,
      margin: isWide(format) ? format.height * 0.1 : format.safe.x,
      floor: isWide(format) ? format.height * 0.1 : isStory(format) ? format.safe.x : 0,
      wordsEnd: format.height,
      pictureShare: isStory(format) ? 0.56 : 0.6,
    },
    candidates: candidatesFor(format, null),
  });
  const window = rounded(composed.arrangement.picture);
  const photo = await art.photo.crop(window.width / window.height, window.width);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: window,
    paintUnderText(ctx) {
      ctx.fillStyle = theme.ground;
      ctx.fillRect(0, 0, format.width, format.height);
      ctx.save();
      roundBox(ctx, window, 14 * unitOf(format));
      ctx.clip();
      ctx.drawImage(photo, window.x, window.y);
      ctx.restore();
      drawGrain(ctx, format.width, format.height, 0.05);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

export const minimal: Look = {
  compose(wish) {
    const product = productFor(wish);
    return product ? withProduct(wish, product) : withPhoto(wish);
  },
};
