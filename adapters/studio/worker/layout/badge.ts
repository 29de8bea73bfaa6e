/** Finds the place of the price badge: on the product's shoulder, clear of all text, inside the safe box. */
import type { Box } from '../../../../src/generation/formats.ts';
import { type FittedText, setLines } from '../text/fit-text.ts';
import { type TextStyle, textWidth } from '../text/measure.ts';
import { bottom, grow, intersects, isInside, type PlacedBadge, type PlacedText, right } from './placed.ts';

export type BadgeWish = {
  price: string;
  oldPrice: string;
  style: TextStyle;
  oldStyle: TextStyle;
  radius: number;
  minPx: number;
  colours: readonly string[];
  safe: Box;
  /** What the badge leans on. */
  product: Box;
  /** A photo may be covered at its corners; a product only at its shoulder. */
  isPhoto: boolean;
  /** What it must not touch. */
  taken: Box[];
};

/** "（税込）" behind a price is small print of the price, and stands below it. */
const taxNote = /^(.*[円元])\s?([（(]?税[込抜]き?[）)]?)$/u;

type Line = { role: PlacedText['role']; fitted: FittedText; gap: number; isStruck?: boolean };

/** Old price, price and what belongs to it inside a disc: as large as the chord at their height allows. */
function badgeTexts(wish: BadgeWish, x: number, y: number, radius: number): PlacedText[] | null {
  const lines = badgeLines(wish, radius);
  if (!lines) return null;
  const height = lines.reduce((sum, { fitted, gap }) => sum + gap + fitted.ascent, 0);
  let top = y - height / 2 - (lines[0]?.isStruck ? radius * 0.06 : 0);
  return lines.map(({ role, fitted, gap, isStruck }) => {
    const placed: PlacedText = { role, fitted, align: 'center', x, top: top + gap, colours: wish.colours };
    top += gap + fitted.ascent;
    return isStruck ? { ...placed, isStruck } : placed;
  });
}

function badgeLines(wish: BadgeWish, radius: number): Line[] | null {
  const [, amount = wish.price, note = ''] = taxNote.exec(wish.price) ?? [];
  const natural = textWidth(amount, wish.style, 100);
  const px = Math.min(((radius * 1.56) / natural) * 100, radius * 0.72);
  if (px < wish.minPx) return null;
  const gap = radius * 0.15;
  const price: Line = { role: 'price', fitted: setLines([amount], wish.style, px), gap: wish.oldPrice === '' ? 0 : gap };
  const lines = [price];
  if (note !== '') lines.push({ role: 'price', fitted: setLines([note], wish.style, Math.max(wish.minPx, px * 0.4)), gap });
  if (wish.oldPrice === '') return lines;
  const oldNatural = textWidth(wish.oldPrice, wish.oldStyle, 100);
  const oldPx = Math.max(wish.minPx, Math.min(px * 0.55, ((radius * 1.25) / oldNatural) * 100));
  const old = setLines([wish.oldPrice], wish.oldStyle, oldPx);
  if (old.width > radius * (note === '' ? 1.5 : 1.25)) return null;
  return [{ role: 'old-price', fitted: old, gap: 0, isStruck: true }, ...lines];
}

type Spot = { x: number; y: number; cost: number };

/** Shoulders first; every spot keeps the badge's middle off the product's own middle. */
function spots(product: Box, radius: number): Spot[] {
  const found: Spot[] = [];
  for (const [side, sideCost] of [
    [1, 0],
    [-1, 0.35],
  ] as const) {
    for (const along of [0.16, 0.24, 0.34, 0.08, 0.46, 0.6, 0.75, 0.9, 0]) {
      for (const reach of [0.62, 0.45, 0.8, 0.95, 0.25, 0.05]) {
        const edge = side === 1 ? right(product) : product.x;
        const cost = sideCost + Math.abs(along - 0.2) * 1.1 + Math.abs(reach - 0.62) * 1.4;
        found.push({ x: edge + side * radius * reach, y: product.y + product.height * along, cost });
      }
    }
  }
  // A product as wide as the picture has no room beside it: then above its lower end.
  for (const [side, sideCost] of [
    [1, 2],
    [-1, 2.2],
  ] as const) {
    for (const above of [0.35, 0.6, 0.1, 0.9]) {
      for (const inward of [1, 1.4, 1.9]) {
        const edge = side === 1 ? right(product) : product.x;
        found.push({
          x: edge - side * radius * inward,
          y: product.y - radius * (above - 0.35),
          cost: sideCost + Math.abs(above - 0.35) + inward,
        });
      }
    }
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** Across the photo's lower edge, then its side, then a corner inside it. */
function photoSpots(photo: Box, radius: number): Spot[] {
  const heights = [
    bottom(photo) - radius * 0.5,
    photo.y + photo.height * 0.3,
    bottom(photo) - radius * 1.25,
    photo.y + photo.height * 0.5,
    photo.y + radius * 1.25,
  ];
  const reaches = [0.1, -0.25, -0.6, -1.2, -1.6];
  return heights.flatMap((y, row) =>
    reaches.flatMap((reach, column) =>
      ([1, -1] as const).map((side) => {
        const edge = side === 1 ? right(photo) : photo.x;
        return { x: edge + side * radius * reach, y, cost: row + column * 0.3 + (side === 1 ? 0 : 0.1) };
      }),
    ),
  );
}

const around = (spot: { x: number; y: number }, radius: number): Box => ({
  x: spot.x - radius,
  y: spot.y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

/** Null when there is no price. A badge that finds no spot becomes smaller; the caller makes room when that does not help. */
export function placeBadge(wish: BadgeWish): PlacedBadge | null {
  if (wish.price === '') return null;
  for (const shrink of [1, 0.92, 0.84, 0.76, 0.68]) {
    const radius = wish.radius * shrink;
    for (const spot of wish.isPhoto ? photoSpots(wish.product, radius) : spots(wish.product, radius)) {
      const disc = around(spot, radius);
      if (!isInside(disc, wish.safe) || wish.taken.some((box) => intersects(grow(disc, radius * 0.12), box))) continue;
      const texts = badgeTexts(wish, spot.x, spot.y, radius);
      if (texts) return { x: spot.x, y: spot.y, radius, texts };
    }
  }
  return null;
}

export const badgeBox = (badge: PlacedBadge) => around(badge, badge.radius);
