/** The editorial look: paper, serif, calm; the product stands in an arch, or the photo is the window of one. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { ProductArt } from '../drawing/art.ts';
import { type ControlStyle, paintControls } from '../drawing/controls.ts';
import { drawGrain } from '../drawing/grain.ts';
import { archPath } from '../drawing/paint.ts';
import { paintProduct, paintShadows, stand } from '../drawing/standing.ts';
import { type ArrangeWish, headlineAcross, isStory, isWide, wordsAbove, wordsBeside } from '../layout/arrange.ts';
import { bottom, standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { compose, productFor, rounded } from './design.ts';
import { type EditorialTheme, editorialTheme, editorialType } from './editorial-theme.ts';
import type { Look, LookWish, StillScene } from './look.ts';

const badge = { radius: 92 };

const controls = ({ accent, onAccent, shadow }: EditorialTheme): ControlStyle => ({
  fill: accent,
  ink: onAccent,
  round: 0.5,
  shadow,
  shade: { alpha: 0.25, blur: 0.22, drop: 0.07 },
  hasRing: true,
});

function paintPaper(ctx: SKRSContext2D, format: Format, theme: EditorialTheme): void {
  const wash = ctx.createLinearGradient(0, 0, format.width * 0.4, format.height);
  wash.addColorStop(0, theme.paper);
  wash.addColorStop(1, theme.paperShade);
  ctx.fillStyle = wash;
  ctx.fillRect(0, 0, format.width, format.height);
}

function paintArch(ctx: SKRSContext2D, arch: Box, theme: EditorialTheme): void {
  const fade = ctx.createLinearGradient(0, arch.y, 0, bottom(arch));
  fade.addColorStop(0, theme.archLight);
  fade.addColorStop(1, theme.arch);
  ctx.fillStyle = fade;
  archPath(ctx, arch, arch.width / 2);
  ctx.fill();
}

function paintFloor(ctx: SKRSContext2D, format: Format, y: number, theme: EditorialTheme): void {
  ctx.fillStyle = theme.ink;
  ctx.globalAlpha = 0.85;
  ctx.fillRect(0, Math.round(y), format.width, Math.max(2, Math.round(unitOf(format) * 2)));
  ctx.globalAlpha = 1;
}

const candidatesFor = (format: Format, aspect: number | null) => {
  if (isStory(format)) return [(wish: ArrangeWish) => wordsAbove(wish)];
  if (isWide(format)) return [(wish: ArrangeWish) => wordsBeside(wish)];
  if (aspect !== null && aspect > 0.85) return [(wish: ArrangeWish) => wordsAbove(wish)];
  return [(wish: ArrangeWish) => headlineAcross(wish, 0.44)];
};

const floorOf = (format: Format) => format.height * (isStory(format) ? 0.06 : isWide(format) ? 0.085 : 0.07);

async function withProduct(wish: LookWish, art: ProductArt): Promise<StillScene> {
  const { recipe, format } = wish;
  const theme = editorialTheme(recipe);
  const u = unitOf(format);
  const floor = floorOf(format);
  const composed = compose(wish, {
    scale: editorialType(theme),
    badge,
    base: {
      aspect: art.width / art.height,
      margin: isWide(format) ? format.height * 0.075 : format.safe.x,
      floor,
      wordsEnd: format.height - floor - 26 * u,
      pictureShare: isStory(format) ? 0.46 : 0.52,
    },
    candidates: candidatesFor(format, art.width / art.height),
    stand(picture) {
      const top = picture.height * 0.055;
      const side = picture.width * 0.08;
      const height = picture.height - top + u * 10;
      return standIn({ x: picture.x + side, y: picture.y + top, width: picture.width - 2 * side, height }, art, 0.5);
    },
  });
  const { picture } = composed.arrangement;
  const box = composed.product;
  const width = Math.min(picture.width, Math.max(box.width * 1.3, Math.min(picture.width, picture.height * 0.82)));
  const arch = { x: box.x + box.width / 2 - width / 2, y: picture.y, width, height: picture.height };
  const product = await stand(art, box, recipe.route);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: product.at,
    paintUnderText(ctx) {
      paintPaper(ctx, format, theme);
      paintArch(ctx, arch, theme);
      paintFloor(ctx, format, bottom(arch), theme);
      paintShadows(ctx, product, theme.shadow, 0.3);
      drawGrain(ctx, format.width, format.height, 0.09);
      paintProduct(ctx, product);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

function paintWindow(ctx: SKRSContext2D, photo: Canvas, window: Box): void {
  ctx.save();
  archPath(ctx, window, window.width / 2);
  ctx.clip();
  ctx.drawImage(photo, window.x, window.y);
  ctx.restore();
}

async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = editorialTheme(recipe);
  const floor = isWide(format) || isStory(format) ? 0 : floorOf(format);
  const composed = compose(wish, {
    scale: editorialType(theme),
    badge,
    base: {
      aspect: null,
      margin: isWide(format) ? format.height * 0.085 : format.safe.x,
      floor,
      wordsEnd: format.height - floor - (floor > 0 ? 26 * unitOf(format) : 0),
      pictureShare: isStory(format) ? 0.46 : 0.54,
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
      paintPaper(ctx, format, theme);
      paintWindow(ctx, photo, window);
      if (floor > 0) paintFloor(ctx, format, bottom(window), theme);
      drawGrain(ctx, format.width, format.height, 0.1);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

export const editorial: Look = {
  compose(wish) {
    const product = productFor(wish);
    return product ? withProduct(wish, product) : withPhoto(wish);
  },
};
