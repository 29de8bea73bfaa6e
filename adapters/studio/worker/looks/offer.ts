/** The offer look: the price leads, as large as it fits; the product stands before a disc of light on a cheerful ground. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { ProductArt } from '../drawing/art.ts';
import { type ControlStyle, paintControls } from '../drawing/controls.ts';
import { drawGrain } from '../drawing/grain.ts';
import { roundBox } from '../drawing/paint.ts';
import { paintProduct, paintShadows, stand } from '../drawing/standing.ts';
import { type ArrangeWish, isStory, isWide, wordsAbove, wordsBeside } from '../layout/arrange.ts';
import { standIn } from '../layout/placed.ts';
import { unitOf } from '../layout/words.ts';
import { compose, productFor, rounded } from './design.ts';
import type { Look, LookWish, StillScene } from './look.ts';
import { type OfferTheme, offerTheme, offerType } from './offer-theme.ts';

const badge = { radius: 96, isSpare: true };

const controls = ({ ink, shadow }: OfferTheme): ControlStyle => ({
  fill: ink,
  ink: '#ffffff',
  round: 0.24,
  shadow,
  shade: { alpha: 0.2, blur: 0.2, drop: 0.07 },
});

/** The disc begins where the words end, and goes off the edges behind the picture. */
function discOf(format: Format, picture: Box): { x: number; y: number; radius: number } {
  const u = unitOf(format);
  if (picture.y > format.height * 0.25) {
    const radius = format.width * 0.62;
    return { x: format.width / 2, y: picture.y - 10 * u + radius, radius };
  }
  const radius = Math.max(format.height * 0.6, (format.width - picture.x) * 0.62);
  return { x: picture.x - 16 * u + radius, y: format.height / 2, radius };
}

function paintGround(ctx: SKRSContext2D, format: Format, picture: Box, theme: OfferTheme): void {
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, format.width, format.height);
  const { x, y, radius } = discOf(format, picture);
  const ring = 26 * unitOf(format);
  for (const [extent, colour] of [
    [radius + ring, theme.ring],
    [radius, theme.disc],
  ] as const) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, extent, 0, 2 * Math.PI);
    ctx.fill();
  }
}

const isTall = (format: Format) => format.height > format.width * 1.2;

/** Beside words a photo on a tall page would be a strip, and a wide product small. */
const candidatesFor = (format: Format, aspect: number | null) => [
  isStory(format) || (aspect === null ? isTall(format) : aspect > 1.1 && !isWide(format))
    ? (wish: ArrangeWish) => wordsAbove(wish)
    : (wish: ArrangeWish) => wordsBeside(wish, 'right', 'bottom'),
];

async function withProduct(wish: LookWish, art: ProductArt): Promise<StillScene> {
  const { recipe, format } = wish;
  const theme = offerTheme(recipe);
  const u = unitOf(format);
  const composed = compose(wish, {
    scale: offerType(theme, recipe.copy.price !== ''),
    badge,
    stripSide: 'right',
    base: {
      aspect: art.width / art.height,
      margin: isStory(format) ? format.safe.x : 56 * u,
      floor: format.height * 0.06,
      wordsEnd: format.height,
      pictureShare: isStory(format) ? 0.44 : 0.5,
    },
    candidates: candidatesFor(format, art.width / art.height),
    stand: (picture) => standIn(picture, art, 0.5, 0.5),
  });
  const product = await stand(art, composed.product, recipe.route);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: product.at,
    paintUnderText(ctx) {
      paintGround(ctx, format, composed.arrangement.picture, theme);
      paintShadows(ctx, product, theme.shadow, 0.34, 0);
      drawGrain(ctx, format.width, format.height, 0.05);
      paintProduct(ctx, product);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

/** A card with a border of its own colour, as a photo pinned to the ground. */
async function withPhoto(wish: LookWish): Promise<StillScene> {
  const { recipe, format, art } = wish;
  const theme = offerTheme(recipe);
  const u = unitOf(format);
  const composed = compose(wish, {
    scale: offerType(theme, recipe.copy.price !== ''),
    badge,
    stripSide: 'right',
    base: {
      aspect: null,
      margin: isStory(format) ? format.safe.x : 56 * u,
      floor: isStory(format) ? format.height * 0.08 : 56 * u,
      wordsEnd: format.height,
      pictureShare: isStory(format) ? 0.42 : 0.5,
    },
    candidates: candidatesFor(format, null),
  });
  const card = rounded(composed.arrangement.picture);
  const photo = await art.photo.crop(card.width / card.height, card.width);
  return {
    columns: composed.arrangement.columns,
    badge: composed.badge,
    product: card,
    paintUnderText(ctx) {
      paintGround(ctx, format, card, theme);
      ctx.save();
      roundBox(ctx, card, 30 * u);
      ctx.clip();
      ctx.drawImage(photo, card.x, card.y);
      ctx.restore();
      drawGrain(ctx, format.width, format.height, 0.05);
      paintControls(ctx, composed, controls(theme));
    },
  };
}

export const offer: Look = {
  compose(wish) {
    const product = productFor(wish);
    return product ? withProduct(wish, product) : withPhoto(wish);
  },
};
