/** The block look: two bold tones that meet in a diagonal, condensed capitals, the product tilted across the edge. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { ProductArt } from '../drawing/art.ts';
import { drawGrain } from '../drawing/grain.ts';
import { paintArrow, roundBox } from '../drawing/paint.ts';
import { silhouetteShadow, turned } from '../drawing/shadow.ts';
import { type ArrangeWish, headlineAcross, isStory, isWide, wordsAbove, wordsBelow, wordsBeside } from '../layout/arrange.ts';
import { bottom, right, standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { type BlockTheme, blockTheme, blockType } from './block-theme.ts';
import { type Composed, columnBoxes, composeStill } from './compose.ts';
import type { Look, LookWish, StillScene } from './look.ts';

const badgeStyle = { radius: 118 };
const tilt = (aspect: number) => (aspect > 1.1 ? -0.15 : -0.125);

/** How far the edge falls across the width, as a part of it. */
const steep = 0.3;

type Point = readonly [x: number, y: number];

/** The edge between the panel with the words and the field with the picture, and on which side the panel lies. */
type Edge = { from: Point; to: Point; panel: Point[] };

const columnBottom = (composed: Composed, index: number) => {
  const column = composed.arrangement.columns[index];
  return column ? bottom(column.box) : 0;
};

function edgeOf(composed: Composed, format: Format, route: 'cutout' | 'framed'): Edge {
  const { width, height } = format;
  const u = unitOf(format);
  if (isWide(format)) {
    const needed = Math.max(...columnBoxes(composed.arrangement).map(right), format.safe.x) + 36 * u;
    const foot = Math.max(needed, composed.arrangement.picture.x - 20 * u);
    const from = [foot + height * 0.2, 0] as const;
    const to = [foot, height] as const;
    return { from, to, panel: [[0, 0], from, to, [0, height]] };
  }
  if (route === 'framed' && !isStory(format)) {
    const { picture } = composed.arrangement;
    const from = [0, bottom(picture) + 6 * u] as const;
    const to = [width, bottom(picture) + 6 * u - width * 0.11] as const;
    return { from, to, panel: [from, to, [width, height], [0, height]] };
  }
  const start = columnBottom(composed, 0) + 30 * u;
  const drop = isStory(format) ? width * 0.24 : width * steep;
  const from = isStory(format) ? ([0, start] as const) : ([0, start - 4 * u] as const);
  const to = [width, start + drop] as const;
  return { from, to, panel: [[0, 0], [width, 0], to, from] };
}

function polygon(ctx: SKRSContext2D, points: readonly Point[]): void {
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.closePath();
}

function paintPanel(ctx: SKRSContext2D, format: Format, edge: Edge, theme: BlockTheme): void {
  const shade = ctx.createLinearGradient(0, 0, format.width * 0.5, format.height);
  shade.addColorStop(0, theme.panel);
  shade.addColorStop(1, theme.panel);
  ctx.fillStyle = shade;
  polygon(ctx, edge.panel);
  ctx.fill();
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = 12 * unitOf(format);
  ctx.beginPath();
  ctx.moveTo(...edge.from);
  ctx.lineTo(...edge.to);
  ctx.stroke();
}

function paintField(ctx: SKRSContext2D, format: Format, product: Box, theme: BlockTheme): void {
  ctx.fillStyle = theme.field;
  ctx.fillRect(0, 0, format.width, format.height);
  const x = product.x + product.width / 2;
  const y = product.y + product.height / 2;
  const glow = ctx.createRadialGradient(x, y, 0, x, y, Math.max(product.width, product.height) * 0.75);
  glow.addColorStop(0, theme.fieldLight);
  glow.addColorStop(1, `${theme.fieldLight}00`);
  ctx.fillStyle = glow;
  ctx.fillRect(0, 0, format.width, format.height);
}

function paintControls(ctx: SKRSContext2D, composed: Composed, theme: BlockTheme): void {
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
  ctx.shadowColor = `${theme.shadow}55`;
  ctx.shadowBlur = badge.radius * 0.2;
  ctx.shadowOffsetY = badge.radius * 0.08;
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
  return aspect > 0.95 ? [wordsAbove] : [(wish: ArrangeWish) => headlineAcross(wish, aspect > 0.8 ? 0.4 : 0.44)];
};

async function withProduct(wish: LookWish, art: ProductArt): Promise<StillScene> {
  const { recipe, format } = wish;
  const theme = blockTheme(recipe);
  const u = unitOf(format);
  const angle = tilt(art.width / art.height);
  const turnedSize = {
    width: art.width * Math.cos(angle) + art.height * Math.abs(Math.sin(angle)),
    height: art.width * Math.abs(Math.sin(angle)) + art.height * Math.cos(angle),
  };
  const composed = composeStill({
    recipe,
    format,
    scale: blockType(theme),
    logo: wish.art.logo,
    font: wish.art.font,
    badge: badgeStyle,
    base: {
      aspect: turnedSize.width / turnedSize.height,
      margin: isWide(format) ? format.height * 0.05 : format.width * 0.035,
      floor: format.height * (isStory(format) ? 0.045 : isWide(format) ? 0.05 : 0.035),
      wordsEnd: format.height,
      pictureShare: isStory(format) ? 0.45 : 0.5,
      slope: format.width * steep * 0.4,
    },
    candidates: candidatesFor(format, art.width / art.height),
    stand: (picture) => standIn({ ...picture, y: picture.y - 6 * u, height: picture.height + 6 * u }, turnedSize, 0.5, 0.4),
  });
  const box = composed.product;
  const scale = box.width / turnedSize.width;
  const product = turned(await art.at(art.width * scale, art.height * scale), angle);
  const at = { x: Math.round(box.x), y: Math.round(box.y), width: product.width, height: product.height };
  const edge = edgeOf(composed, format, 'cutout');
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: at,
    paintUnderText(ctx) {
      paintField(ctx, format, at, theme);
      paintPanel(ctx, format, edge, theme);
      silhouetteShadow(ctx, product, at, theme.shadow, 0.42);
      drawGrain(ctx, format.width, format.height, 0.07);
      ctx.drawImage(product, at.x, at.y);
      paintControls(ctx, composed, theme);
    },
  };
}

async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = blockTheme(recipe);
  const composed = composeStill({
    recipe,
    format,
    scale: blockType(theme),
    logo: wish.art.logo,
    font: wish.art.font,
    badge: badgeStyle,
    base: { aspect: null, margin: 0, floor: 0, wordsEnd: format.height, pictureShare: isStory(format) ? 0.42 : 0.5 },
    candidates: candidatesFor(format, null),
    stand: (picture) => picture,
  });
  const edge = edgeOf(composed, format, 'framed');
  const left = isWide(format) ? Math.floor(edge.to[0]) : 0;
  const top = isStory(format) ? Math.floor(edge.from[1]) : 0;
  const low = isWide(format) || isStory(format) ? format.height : Math.ceil(edge.from[1]);
  const window = { x: left, y: top, width: format.width - left, height: low - top };
  const photo = await art.photo.crop(window.width / window.height, window.width);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: window,
    paintUnderText(ctx) {
      ctx.fillStyle = theme.field;
      ctx.fillRect(0, 0, format.width, format.height);
      ctx.drawImage(photo, window.x, window.y);
      paintPanel(ctx, format, edge, theme);
      drawGrain(ctx, format.width, format.height, 0.07);
      paintControls(ctx, composed, theme);
    },
  };
}

export const block: Look = {
  compose: (wish) => (wish.recipe.route === 'cutout' && wish.art.product ? withProduct(wish, wish.art.product) : withPhoto(wish)),
};
