/** The block look: two bold tones that meet in a diagonal, condensed capitals, the product tilted across the edge. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { ProductArt } from '../drawing/art.ts';
import { type ControlStyle, paintControls } from '../drawing/controls.ts';
import { drawGrain } from '../drawing/grain.ts';
import { lean, paintProduct, paintShadows, turnedSize } from '../drawing/standing.ts';
import { type ArrangeWish, isStory, isWide, wordsBelow, wordsBeside } from '../layout/arrange.ts';
import { bottom, right, standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { type BlockTheme, blockTheme, blockType } from './block-theme.ts';
import { type Composed, columnBoxes } from './compose.ts';
import { compose, productFor } from './design.ts';
import type { Look, LookWish, StillScene } from './look.ts';

const badge = { radius: 118 };
const tilt = (aspect: number) => (aspect > 1.1 ? -0.15 : -0.125);

const controls = ({ accent, onAccent, shadow }: BlockTheme): ControlStyle => ({
  fill: accent,
  ink: onAccent,
  round: 0.5,
  shadow,
  shade: { alpha: 0.33, blur: 0.2, drop: 0.08 },
});

type Point = readonly [x: number, y: number];

/** The edge between the panel with the words and the field with the picture. */
type Edge = { from: Point; to: Point; panel: Point[] };

/** How far the edge leans, as a part of the height beside a picture, of the width below it. */
const leaning = { beside: 0.2, below: 0.11 } as const;

function edgeOf(composed: Composed, format: Format): Edge {
  const { width, height } = format;
  const { picture } = composed.arrangement;
  const u = unitOf(format);
  if (isWide(format)) {
    const boxes = columnBoxes(composed.arrangement);
    if (picture.x > width / 2) {
      const foot = Math.max(...boxes.map(right), picture.x - 68 * u) + 36 * u;
      const [from, to] = [[foot + height * leaning.beside, 0] as const, [foot, height] as const];
      return { from, to, panel: [[0, 0], from, to, [0, height]] };
    }
    const words = Math.min(...boxes.map((box) => box.x), right(format.safe));
    const from = [Math.min(words - 36 * u, right(picture) + 20 * u), 0] as const;
    const to = [from[0] - height * leaning.beside, height] as const;
    return { from, to, panel: [from, [width, 0], [width, height], to] };
  }
  if (columnBoxes(composed.arrangement).some((box) => box.y < picture.y)) {
    const from = [0, picture.y - 10 * u] as const;
    const to = [width, from[1] + width * leaning.below] as const;
    return { from, to, panel: [[0, 0], [width, 0], to, from] };
  }
  const from = [0, bottom(picture) + 6 * u] as const;
  const to = [width, from[1] - width * leaning.below] as const;
  return { from, to, panel: [from, to, [width, height], [0, height]] };
}

function polygon(ctx: SKRSContext2D, points: readonly Point[]): void {
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.closePath();
}

function paintPanel(ctx: SKRSContext2D, format: Format, edge: Edge, theme: BlockTheme): void {
  ctx.fillStyle = theme.panel;
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

/** What the leaning edge leaves of the picture's area: a photo that is multiplied ends where the panel begins. */
function clearOf(picture: Box, { width, height, ...format }: Format): Box {
  return isWide({ ...format, width, height })
    ? { ...picture, width: picture.width - height * leaning.beside }
    : { ...picture, height: picture.height - width * leaning.below };
}

const arrangementsFor = (format: Format) => ({
  candidates: [isWide(format) ? (wish: ArrangeWish) => wordsBeside(wish, 'left') : (wish: ArrangeWish) => wordsBelow(wish)],
  fallbacks: isWide(format) ? [(wish: ArrangeWish) => wordsBeside(wish)] : [],
});

async function withProduct(wish: LookWish, art: ProductArt): Promise<StillScene> {
  const { recipe, format } = wish;
  const theme = blockTheme(recipe);
  // A photo that is multiplied has a floor in it.
  const angle = recipe.route === 'multiply' ? 0 : tilt(art.width / art.height);
  const size = turnedSize(art, angle);
  const composed = compose(wish, {
    scale: blockType(theme),
    badge,
    base: {
      aspect: size.width / size.height,
      margin: isWide(format) ? format.height * 0.05 : format.width * 0.035,
      floor: isWide(format) ? format.height * 0.05 : 0,
      wordsEnd: format.height,
      pictureShare: isStory(format) ? 0.46 : 0.5,
    },
    ...arrangementsFor(format),
    stand(picture) {
      if (recipe.route === 'multiply') return standIn(clearOf(picture, format), size, 0.5, 0.15);
      // Its foot goes across the edge, where no word is.
      const over = isWide(format) ? 0 : 34 * unitOf(format);
      return standIn({ ...picture, height: picture.height + over }, size, 0.5, 0.15);
    },
  });
  const product = await lean(art, composed.product, angle, recipe.route);
  const edge = edgeOf(composed, format);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: product.at,
    paintUnderText(ctx) {
      paintField(ctx, format, product.at, theme);
      if (recipe.route === 'multiply') paintProduct(ctx, product);
      paintPanel(ctx, format, edge, theme);
      paintShadows(ctx, product, theme.shadow, 0.42, 0);
      drawGrain(ctx, format.width, format.height, 0.07);
      if (recipe.route !== 'multiply') paintProduct(ctx, product);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = blockTheme(recipe);
  const composed = compose(wish, {
    scale: blockType(theme),
    badge,
    base: { aspect: null, margin: 0, floor: 0, wordsEnd: format.height, pictureShare: isStory(format) ? 0.46 : 0.5 },
    ...arrangementsFor(format),
  });
  const edge = edgeOf(composed, format);
  const window = isWide(format)
    ? besideEdge(composed, format, edge)
    : { x: 0, y: 0, width: format.width, height: Math.ceil(edge.from[1]) };
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
      paintControls(ctx, composed, controls(theme));
    },
  };
}

/** All of the picture's side, to where the panel covers it. */
function besideEdge({ arrangement }: Composed, { width, height }: Format, { from, to }: Edge): Box {
  if (arrangement.picture.x < width / 2) return { x: 0, y: 0, width: Math.ceil(from[0]), height };
  const x = Math.floor(to[0]);
  return { x, y: 0, width: width - x, height };
}

export const block: Look = {
  compose(wish) {
    const product = productFor(wish);
    return product ? withProduct(wish, product) : withPhoto(wish);
  },
};
