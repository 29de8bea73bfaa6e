/** The magazine look: one page, half picture, half type; fine rules, a heavy serif, no badge. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { ProductArt } from '../drawing/art.ts';
import { type ControlStyle, paintControls } from '../drawing/controls.ts';
import { drawGrain } from '../drawing/grain.ts';
import { paintProduct, paintShadows, stand } from '../drawing/standing.ts';
import { type ArrangeWish, headlineAcross, isStory, isWide, wordsAbove, wordsBeside } from '../layout/arrange.ts';
import { wordsApart, wordsAround, wordsInColumns } from '../layout/arrange-around.ts';
import { bottom, right, standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { type Composed, columnBoxes } from './compose.ts';
import { compose, firstThatFits, productFor, rounded } from './design.ts';
import type { Look, LookWish, StillScene } from './look.ts';
import { type MagazineTheme, magazineTheme, magazineType } from './magazine-theme.ts';

const badge = { radius: 84, isSpare: true };

const controls = ({ ink, onInk, shadow }: MagazineTheme): ControlStyle => ({
  fill: ink,
  ink: onInk,
  round: 0.08,
  shadow,
  shade: { alpha: 0.2, blur: 0.2, drop: 0.07 },
});

/** The panel bleeds off three edges; on a tall page off two; between words it is a band. */
function panelOf(composed: Composed, format: Format): Box {
  const u = unitOf(format);
  const { picture, columns } = composed.arrangement;
  if (isStory(format) && picture.x > 0) {
    const x = Math.round(picture.x);
    const y = Math.round(picture.y);
    return { x, y, width: format.width - x, height: format.height - y };
  }
  if (format.kind === 'clean') return { x: 0, y: 0, width: format.width, height: format.height };
  if (picture.width > format.width * 0.8) return rounded({ ...picture, x: 0, width: format.width });
  if (picture.x > format.width / 2) {
    const x = Math.round(picture.x - 20 * u);
    return { x, y: 0, width: format.width - x, height: format.height };
  }
  const words = Math.min(...columnBoxes({ columns }).map((box) => box.x), right(format.safe));
  return { x: 0, y: 0, width: Math.round(Math.min(words - 52 * u, right(picture) + 20 * u)), height: format.height };
}

function paintPage(ctx: SKRSContext2D, format: Format, composed: Composed, theme: MagazineTheme): void {
  const u = unitOf(format);
  ctx.fillStyle = theme.page;
  ctx.fillRect(0, 0, format.width, format.height);
  const [head, details] = composed.arrangement.columns;
  const isBand = composed.arrangement.picture.width > format.width * 0.8;
  if (!head || !details || isBand || details.box.height === 0) return;
  const y = Math.round(details.box.y - 22 * u);
  if (y < bottom(head.box) + 12 * u) return;
  const x = details.box.x;
  const end = isStory(format) ? composed.arrangement.picture.x - 30 * u : right(details.box);
  ctx.fillStyle = theme.ink;
  ctx.fillRect(x, y, end - x, Math.max(2, Math.round(2 * u)));
}

function paintPanel(ctx: SKRSContext2D, panel: Box, product: Box, theme: MagazineTheme): void {
  const light = ctx.createLinearGradient(panel.x, panel.y, panel.x, bottom(panel));
  light.addColorStop(0, theme.panelLight);
  light.addColorStop(1, theme.panel);
  ctx.fillStyle = light;
  ctx.fillRect(panel.x, panel.y, panel.width, panel.height);
  // The table on which the product stands.
  const edge = bottom(product) - product.height * 0.055;
  ctx.fillStyle = theme.shadow;
  ctx.globalAlpha = 0.07;
  ctx.fillRect(panel.x, edge, panel.width, bottom(panel) - edge);
  ctx.globalAlpha = 1;
}

/** Beside words a wide product would be small. */
const candidatesFor = (format: Format, aspect: number | null) => {
  if (aspect !== null && aspect > 1.1 && !isWide(format) && !isStory(format))
    return [(wish: ArrangeWish) => wordsAround(wish, 'left')];
  if (isStory(format))
    return [
      firstThatFits(
        (wish) => headlineAcross(wish, 0.5),
        (wish) => wordsAbove(wish),
      ),
    ];
  const apart = (wish: ArrangeWish) => wordsApart(wish, 'left', [0.5, 0.56, 0.62, 0.7, 0.8]);
  return [isWide(format) ? firstThatFits(wordsInColumns, apart) : apart];
};

async function withProduct(wish: LookWish, art: ProductArt): Promise<StillScene> {
  const { recipe, format } = wish;
  const theme = magazineTheme(recipe);
  const u = unitOf(format);
  const composed = compose(wish, {
    scale: magazineType(theme),
    badge,
    base: {
      aspect: art.width / art.height,
      margin: isStory(format) ? 0 : 40 * u,
      floor: format.height * (isStory(format) ? 0.09 : 0.085),
      wordsEnd: format.height,
      pictureShare: 0.52,
    },
    candidates: candidatesFor(format, art.width / art.height),
    fallbacks: [(wish) => wordsBeside(wish)],
    stand(picture) {
      const isBand = picture.width > format.width * 0.8;
      const air = isStory(format) || isBand ? { side: 34 * u, top: 40 * u } : { side: 0, top: 0 };
      const zone = { ...picture, x: picture.x + air.side, width: picture.width - 2 * air.side };
      const foot = isBand ? 30 * u : 0;
      return standIn({ ...zone, y: picture.y + air.top, height: picture.height - air.top - foot }, art, 0.5);
    },
  });
  const panel = panelOf(composed, format);
  const box = { ...composed.product, x: panel.x + (panel.width - composed.product.width) / 2 };
  const product = await stand(art, box, recipe.route);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: product.at,
    paintUnderText(ctx) {
      paintPage(ctx, format, composed, theme);
      paintPanel(ctx, panel, product.at, theme);
      paintShadows(ctx, product, theme.shadow, 0.34);
      drawGrain(ctx, format.width, format.height, 0.06);
      paintProduct(ctx, product);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = magazineTheme(recipe);
  const composed = compose(wish, {
    scale: magazineType(theme),
    badge,
    base: { aspect: null, margin: 0, floor: 0, wordsEnd: format.height, pictureShare: 0.52 },
    candidates: candidatesFor(format, null),
    fallbacks: [(wish) => wordsBeside(wish)],
  });
  const window = rounded(panelOf(composed, format));
  const photo = await art.photo.crop(window.width / window.height, window.width);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: window,
    paintUnderText(ctx) {
      paintPage(ctx, format, composed, theme);
      ctx.drawImage(photo, window.x, window.y);
      drawGrain(ctx, format.width, format.height, 0.06);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

export const magazine: Look = {
  compose(wish) {
    const product = productFor(wish);
    return product ? withProduct(wish, product) : withPhoto(wish);
  },
};
