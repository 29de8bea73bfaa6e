/** The spotlight look: as on a stage, all in the middle, the product in one light; or the photo melting into the dark. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import { withAlpha } from '../colour/tone.ts';
import type { ProductArt } from '../drawing/art.ts';
import { type ControlStyle, paintControls } from '../drawing/controls.ts';
import { drawGrain } from '../drawing/grain.ts';
import { roundBox } from '../drawing/paint.ts';
import { softEllipse } from '../drawing/shadow.ts';
import { paintProduct, paintShadows, stand } from '../drawing/standing.ts';
import { type ArrangeWish, isStory, isWide, wordsBeside } from '../layout/arrange.ts';
import { wordsAbreast, wordsAround, wordsUnder } from '../layout/arrange-around.ts';
import { bottom, grow, right, standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { compose, firstThatFits, productFor, rounded } from './design.ts';
import type { Look, LookWish, StillScene } from './look.ts';
import { type SpotlightTheme, spotlightTheme, spotlightType } from './spotlight-theme.ts';

const badge = { radius: 98 };

const controls = ({ accent, onAccent, shadow }: SpotlightTheme): ControlStyle => ({
  fill: accent,
  ink: onAccent,
  round: 0.5,
  shadow,
  shade: { alpha: 0.56, blur: 0.3, drop: 0.1 },
});

/** Wall, pool of light on the floor, and the light behind the product. */
export function paintStage(
  ctx: SKRSContext2D,
  size: { width: number; height: number },
  product: Box,
  theme: SpotlightTheme,
): void {
  const { width, height } = size;
  const x = product.x + product.width / 2;
  const floor = bottom(product);
  ctx.fillStyle = theme.stage;
  ctx.fillRect(0, 0, width, height);
  const reach = Math.max(product.height * 0.8, product.width * 0.7);
  const light = ctx.createRadialGradient(x, product.y + product.height * 0.46, 0, x, product.y + product.height * 0.46, reach);
  light.addColorStop(0, theme.glow);
  light.addColorStop(0.3, withAlpha(theme.glow, 0.72));
  light.addColorStop(0.62, withAlpha(theme.middle, 0.55));
  light.addColorStop(1, withAlpha(theme.middle, 0));
  ctx.fillStyle = light;
  ctx.fillRect(0, 0, width, height);
  const horizon = floor - product.height * 0.06;
  const ground = ctx.createLinearGradient(0, horizon, 0, height);
  ground.addColorStop(0, withAlpha(theme.stageDeep, 0.75));
  ground.addColorStop(1, theme.stageDeep);
  ctx.fillStyle = ground;
  ctx.fillRect(0, horizon, width, height - horizon);
  const pool = {
    rx: Math.max(product.width * 0.85, product.height * 0.34),
    ry: product.height * 0.04,
    blur: product.height * 0.02,
  };
  softEllipse(ctx, { x, y: floor - product.height * 0.005 }, pool, withAlpha(theme.glow, 0.55));
}

/** No light reaches the upper end of the wall, where words may stand. */
function paintHeights(ctx: SKRSContext2D, { width }: Format, product: Box, theme: SpotlightTheme): void {
  const end = product.y + product.height * 0.12;
  if (end <= 0) return;
  const dusk = ctx.createLinearGradient(0, 0, 0, end);
  dusk.addColorStop(0, withAlpha(theme.stage, 0.85));
  dusk.addColorStop(0.7, withAlpha(theme.stage, 0.6));
  dusk.addColorStop(1, withAlpha(theme.stage, 0));
  ctx.fillStyle = dusk;
  ctx.fillRect(0, 0, width, end);
}

/** What is white in the photo needs a light ground to be seen: a lit screen instead of the dark wall. */
function paintScreen(ctx: SKRSContext2D, product: Box, theme: SpotlightTheme, u: number): void {
  ctx.save();
  ctx.shadowColor = withAlpha(theme.glow, 0.9);
  ctx.shadowBlur = 90 * u;
  ctx.fillStyle = theme.screen;
  roundBox(ctx, grow(product, 6 * u), 26 * u);
  ctx.fill();
  ctx.restore();
}

const candidatesFor = (format: Format, aspect: number | null) => {
  if (isStory(format)) return [wordsUnder];
  if (isWide(format) && (aspect === null || aspect < 1.2)) return [firstThatFits(wordsAbreast, (wish) => wordsBeside(wish))];
  return [(wish: ArrangeWish) => wordsAround(wish)];
};

async function withProduct(wish: LookWish, art: ProductArt): Promise<StillScene> {
  const { recipe, format } = wish;
  const theme = spotlightTheme(recipe);
  const u = unitOf(format);
  const composed = compose(wish, {
    scale: spotlightType(theme),
    badge,
    stripSide: 'right',
    base: {
      aspect: art.width / art.height,
      margin: isWide(format) ? format.height * 0.07 : format.safe.x,
      floor: format.height * (isStory(format) ? 0.07 : 0.075),
      wordsEnd: format.height,
      pictureShare: isStory(format) ? 0.43 : 0.46,
    },
    candidates: candidatesFor(format, art.width / art.height),
    fallbacks: isWide(format) ? [(wish) => wordsBeside(wish)] : [],
    stand: (picture) => standIn({ ...picture, y: picture.y - 8 * u, height: picture.height + 8 * u }, art, 0.5),
  });
  const product = await stand(art, composed.product, recipe.route);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: product.at,
    paintUnderText(ctx) {
      paintStage(ctx, format, product.at, theme);
      paintHeights(ctx, format, product.at, theme);
      if (recipe.route === 'multiply') paintScreen(ctx, product.at, theme, u);
      paintShadows(ctx, product, theme.shadow, 0.35, 1.25);
      drawGrain(ctx, format.width, format.height, 0.1);
      paintProduct(ctx, product);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

type Side = 'top' | 'bottom' | 'left' | 'right';

/** Dark at one side of the photo, and gone after `reach` px of it. */
function dim(ctx: SKRSContext2D, { x, y, width, height }: Box, side: Side, reach: number, stage: string): void {
  const lines: Record<Side, readonly [x1: number, y1: number, x2: number, y2: number]> = {
    top: [0, y, 0, y + reach],
    bottom: [0, y + height, 0, y + height - reach],
    left: [x, 0, x + reach, 0],
    right: [x + width, 0, x + width - reach, 0],
  };
  const fade = ctx.createLinearGradient(...lines[side]);
  fade.addColorStop(0, stage);
  fade.addColorStop(0.24, withAlpha(stage, 0.9));
  fade.addColorStop(0.6, withAlpha(stage, 0.36));
  fade.addColorStop(1, withAlpha(stage, 0));
  ctx.fillStyle = fade;
  ctx.fillRect(x, y, width, height);
}

/** The photo goes under the words a little, and the dark comes in from wherever they stand. */
function photoPlace(format: Format, picture: Box): { shown: Box; sides: Side[] } {
  const u = unitOf(format);
  const { width, height } = format;
  if (isWide(format)) {
    const x = Math.max(0, picture.x - 70 * u);
    const end = Math.min(width, right(picture) + 70 * u);
    const sides: Side[] = end < width ? ['left', 'right'] : ['left'];
    return { shown: rounded({ x, y: 0, width: end - x, height }), sides };
  }
  const y = isStory(format) && picture.y < height * 0.2 ? 0 : Math.max(0, picture.y - 60 * u);
  const end = Math.min(height, bottom(picture) + 60 * u);
  const sides: Side[] = [...(y > 0 ? (['top'] as const) : []), ...(end < height ? (['bottom'] as const) : [])];
  return { shown: rounded({ x: 0, y, width, height: end - y }), sides };
}

async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = spotlightTheme(recipe);
  const composed = compose(wish, {
    scale: spotlightType(theme),
    // In the middle of a wide photo it would lie on what is shown.
    badge: isWide(format) ? { ...badge, isSpare: true } : badge,
    stripSide: 'right',
    base: { aspect: null, margin: 0, floor: 0, wordsEnd: format.height, pictureShare: isStory(format) ? 0.35 : 0.44 },
    candidates: candidatesFor(format, null),
  });
  const { shown, sides } = photoPlace(format, composed.arrangement.picture);
  const reach = (isWide(format) ? shown.width : shown.height) * 0.36;
  const photo = await art.photo.crop(shown.width / shown.height, shown.width);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: shown,
    paintUnderText(ctx) {
      ctx.fillStyle = theme.stage;
      ctx.fillRect(0, 0, format.width, format.height);
      ctx.drawImage(photo, shown.x, shown.y);
      for (const side of sides) dim(ctx, shown, side, reach, theme.stage);
      drawGrain(ctx, format.width, format.height, 0.1);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

export const spotlight: Look = {
  compose(wish) {
    const product = productFor(wish);
    return product ? withProduct(wish, product) : withPhoto(wish);
  },
};
