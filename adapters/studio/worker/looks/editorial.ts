/** The editorial look: paper, serif, calm; the product stands in an arch, or the photo is the window of one. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import { drawGrain } from '../drawing/grain.ts';
import { archPath, paintArrow, roundBox } from '../drawing/paint.ts';
import { contactShadow, silhouetteShadow } from '../drawing/shadow.ts';
import { headlineAcross, isStory, isWide, wordsAbove, wordsBelow, wordsBeside } from '../layout/arrange.ts';
import { bottom, standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { type Composed, composeStill } from './compose.ts';
import { type EditorialTheme, editorialTheme, editorialType } from './editorial-theme.ts';
import type { Look, LookWish, StillScene } from './look.ts';

const badgeStyle = { radius: 92 };

function paintPaper(ctx: SKRSContext2D, format: Format, theme: EditorialTheme): void {
  const wash = ctx.createLinearGradient(0, 0, format.width * 0.4, format.height);
  wash.addColorStop(0, theme.paper);
  wash.addColorStop(1, theme.paperShade);
  ctx.fillStyle = wash;
  ctx.fillRect(0, 0, format.width, format.height);
}

/** Button and badge lie over picture and paper. */
function paintControls(ctx: SKRSContext2D, composed: Composed, theme: EditorialTheme): void {
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
  ctx.shadowColor = `${theme.shadow}40`;
  ctx.shadowBlur = badge.radius * 0.22;
  ctx.shadowOffsetY = badge.radius * 0.07;
  ctx.fillStyle = theme.accent;
  ctx.beginPath();
  ctx.arc(badge.x, badge.y, badge.radius, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
  ctx.strokeStyle = theme.onAccent;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = Math.max(1.5, badge.radius * 0.018);
  ctx.beginPath();
  ctx.arc(badge.x, badge.y, badge.radius * 0.9, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.globalAlpha = 1;
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

async function withProduct(wish: LookWish, product: NonNullable<LookWish['art']['product']>): Promise<StillScene> {
  const { recipe, format, art: _ } = wish;
  const theme = editorialTheme(recipe);
  const u = unitOf(format);
  const aspect = product.width / product.height;
  const floor = format.height * (isStory(format) ? 0.06 : isWide(format) ? 0.085 : 0.07);
  const candidates = isStory(format)
    ? [wordsAbove]
    : isWide(format)
      ? [wordsBeside]
      : aspect > 0.85
        ? [wordsAbove]
        : [(inner: Parameters<typeof headlineAcross>[0]) => headlineAcross(inner, 0.44)];
  const stand = (picture: Box): Box => {
    const top = picture.height * 0.055;
    const side = picture.width * 0.08;
    const inner = {
      x: picture.x + side,
      y: picture.y + top,
      width: picture.width - 2 * side,
      height: picture.height - top + u * 10,
    };
    return standIn(inner, product, 0.5);
  };
  const composed = composeStill({
    recipe,
    format,
    scale: editorialType(theme),
    logo: wish.art.logo,
    font: wish.art.font,
    badge: badgeStyle,
    base: {
      aspect,
      margin: isWide(format) ? format.height * 0.075 : format.safe.x,
      floor,
      wordsEnd: format.height - floor - 26 * u,
      pictureShare: isStory(format) ? 0.46 : 0.52,
    },
    candidates,
    stand,
  });
  const picture = composed.arrangement.picture;
  const box = composed.product;
  const width = Math.min(picture.width, Math.max(box.width * 1.3, Math.min(picture.width, picture.height * 0.82)));
  const arch = { x: box.x + box.width / 2 - width / 2, y: picture.y, width, height: picture.height };
  const cutout = await product.at(box.width, box.height);
  const at = { ...box, x: Math.round(box.x), y: Math.round(box.y) };
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: at,
    paintUnderText(ctx) {
      paintPaper(ctx, format, theme);
      paintArch(ctx, arch, theme);
      paintFloor(ctx, format, bottom(arch), theme);
      contactShadow(ctx, at, product.footprint, theme.shadow);
      silhouetteShadow(ctx, cutout, at, theme.shadow, 0.3);
      drawGrain(ctx, format.width, format.height, 0.09);
      ctx.drawImage(cutout, at.x, at.y);
      paintControls(ctx, composed, theme);
    },
  };
}

function paintWindow(ctx: SKRSContext2D, photo: Canvas, window: Box, radius: number): void {
  ctx.save();
  archPath(ctx, window, radius);
  ctx.clip();
  ctx.drawImage(photo, Math.round(window.x), Math.round(window.y));
  ctx.restore();
}

async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = editorialTheme(recipe);
  const isTall = isStory(format);
  const bleeds = isTall || isWide(format);
  const margin = isWide(format) ? format.height * 0.085 : isTall ? format.safe.x : format.safe.x * 0.72;
  const composed = composeStill({
    recipe,
    format,
    scale: editorialType(theme),
    logo: wish.art.logo,
    font: wish.art.font,
    badge: badgeStyle,
    base: { aspect: null, margin, floor: 0, wordsEnd: format.height, pictureShare: isTall ? 0.46 : 0.5 },
    candidates: [isTall ? wordsAbove : isWide(format) ? wordsBeside : wordsBelow],
    stand: (picture) => picture,
  });
  const picture = composed.arrangement.picture;
  const window = {
    x: Math.round(picture.x),
    y: Math.round(picture.y),
    width: Math.round(picture.width),
    height: Math.round(picture.height),
  };
  const photo = await art.photo.crop(window.width / window.height, window.width);
  const radius = bleeds ? window.width / 2 : Math.min(window.width * 0.5, window.height * 0.62);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: window,
    paintUnderText(ctx) {
      paintPaper(ctx, format, theme);
      paintWindow(ctx, photo, window, radius);
      drawGrain(ctx, format.width, format.height, 0.1);
      paintControls(ctx, composed, theme);
    },
  };
}

export const editorial: Look = {
  compose: (wish) => (wish.recipe.route === 'cutout' && wish.art.product ? withProduct(wish, wish.art.product) : withPhoto(wish)),
};
