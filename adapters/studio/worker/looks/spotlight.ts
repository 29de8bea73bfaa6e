/** The spotlight look: the product in one light on a dark stage, or the photo melting into the dark. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import { withAlpha } from '../colour/tone.ts';
import type { ProductArt } from '../drawing/art.ts';
import { drawGrain } from '../drawing/grain.ts';
import { paintArrow, roundBox } from '../drawing/paint.ts';
import { contactShadow, silhouetteShadow, softEllipse } from '../drawing/shadow.ts';
import { type ArrangeWish, headlineAcross, isStory, isWide, wordsAbove, wordsBelow, wordsBeside } from '../layout/arrange.ts';
import { bottom, standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { type Composed, composeStill } from './compose.ts';
import type { Look, LookWish, StillScene } from './look.ts';
import { type SpotlightTheme, spotlightTheme, spotlightType } from './spotlight-theme.ts';

const badgeStyle = { radius: 98 };

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

function paintControls(ctx: SKRSContext2D, composed: Composed, theme: SpotlightTheme): void {
  for (const { button } of composed.arrangement.columns) {
    if (!button) continue;
    ctx.fillStyle = theme.accent;
    roundBox(ctx, button.box, button.box.height / 2);
    ctx.fill();
    paintArrow(ctx, button.arrow, theme.onAccent);
  }
  const { badge } = composed;
  if (!badge) return;
  ctx.save();
  ctx.shadowColor = `${theme.shadow}90`;
  ctx.shadowBlur = badge.radius * 0.3;
  ctx.shadowOffsetY = badge.radius * 0.1;
  ctx.fillStyle = theme.accent;
  ctx.beginPath();
  ctx.arc(badge.x, badge.y, badge.radius, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}

const candidatesFor = (format: Format, aspect: number | null) => {
  if (isStory(format)) return [wordsAbove];
  if (isWide(format)) return [wordsBeside];
  if (aspect === null) return [wordsBelow];
  return aspect > 0.85 ? [wordsAbove] : [(wish: ArrangeWish) => headlineAcross(wish, 0.44)];
};

async function withProduct(wish: LookWish, art: ProductArt): Promise<StillScene> {
  const { recipe, format } = wish;
  const theme = spotlightTheme(recipe);
  const u = unitOf(format);
  const floor = format.height * (isStory(format) ? 0.07 : 0.075);
  const composed = composeStill({
    recipe,
    format,
    scale: spotlightType(theme),
    logo: wish.art.logo,
    font: wish.art.font,
    badge: badgeStyle,
    base: {
      aspect: art.width / art.height,
      margin: isWide(format) ? format.height * 0.07 : format.safe.x,
      floor,
      wordsEnd: format.height,
      pictureShare: isStory(format) ? 0.47 : 0.53,
    },
    candidates: candidatesFor(format, art.width / art.height),
    stand: (picture) => standIn({ ...picture, y: picture.y - 8 * u, height: picture.height + 8 * u }, art, 0.5),
  });
  const box = composed.product;
  const product = await art.at(box.width, box.height);
  const at = { ...box, x: Math.round(box.x), y: Math.round(box.y) };
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: at,
    paintUnderText(ctx) {
      paintStage(ctx, format, at, theme);
      contactShadow(ctx, at, art.footprint, theme.shadow, 1.25);
      silhouetteShadow(ctx, product, at, theme.shadow, 0.35);
      drawGrain(ctx, format.width, format.height, 0.1);
      ctx.drawImage(product, at.x, at.y);
      paintControls(ctx, composed, theme);
    },
  };
}

/** Where the photo lies, and from which side the dark comes in. */
function photoPlace(format: Format, picture: Box): { window: Box; from: 'top' | 'bottom' | 'left' } {
  const u = unitOf(format);
  const { width, height } = format;
  if (isWide(format)) {
    const x = Math.round(picture.x - 70 * u);
    return { window: { x, y: 0, width: width - x, height }, from: 'left' };
  }
  if (isStory(format)) {
    const y = Math.round(picture.y - 40 * u);
    return { window: { x: 0, y, width, height: height - y }, from: 'top' };
  }
  return { window: { x: 0, y: 0, width, height: Math.round(bottom(picture) + 40 * u) }, from: 'bottom' };
}

function fadeIn(ctx: SKRSContext2D, window: Box, from: 'top' | 'bottom' | 'left', stage: string): void {
  const { x, y, width, height } = window;
  const ends = {
    top: [0, y, 0, y + height * 0.38],
    bottom: [0, y + height, 0, y + height * 0.58],
    left: [x, 0, x + width * 0.42, 0],
  } as const;
  const [x1, y1, x2, y2] = ends[from];
  const fade = ctx.createLinearGradient(x1, y1, x2, y2);
  fade.addColorStop(0, stage);
  fade.addColorStop(0.22, withAlpha(stage, 0.9));
  fade.addColorStop(0.6, withAlpha(stage, 0.35));
  fade.addColorStop(1, withAlpha(stage, 0));
  ctx.fillStyle = fade;
  ctx.fillRect(x, y, width, height);
}

async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = spotlightTheme(recipe);
  const composed = composeStill({
    recipe,
    format,
    scale: spotlightType(theme),
    logo: wish.art.logo,
    font: wish.art.font,
    badge: badgeStyle,
    base: { aspect: null, margin: 0, floor: 0, wordsEnd: format.height, pictureShare: isStory(format) ? 0.44 : 0.52 },
    candidates: candidatesFor(format, null),
    stand: (picture) => picture,
  });
  const { window, from } = photoPlace(format, composed.arrangement.picture);
  const photo = await art.photo.crop(window.width / window.height, window.width);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: window,
    paintUnderText(ctx) {
      ctx.fillStyle = theme.stage;
      ctx.fillRect(0, 0, format.width, format.height);
      ctx.drawImage(photo, window.x, window.y);
      fadeIn(ctx, window, from, theme.stage);
      drawGrain(ctx, format.width, format.height, 0.1);
      paintControls(ctx, composed, theme);
    },
  };
}

export const spotlight: Look = {
  compose: (wish) => (wish.recipe.route === 'cutout' && wish.art.product ? withProduct(wish, wish.art.product) : withPhoto(wish)),
};
