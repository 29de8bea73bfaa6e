/** What a look is: a type scale and a way to compose one still from measured words and pictures. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Format } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import type { Art } from '../drawing/art.ts';
import type { Column } from '../layout/column.ts';
import type { PlacedBadge, PlacedText } from '../layout/placed.ts';

/** `isFixed`: rather no layout than type under its smallest size. */
export type LookWish = { recipe: Recipe; format: Format; art: Art; isFixed?: boolean };

export type StillScene = {
  columns: Column[];
  badge: PlacedBadge | null;
  /** Where the product, or the photo, is seen. */
  product: Box;
  /** All but the letters: ground, picture, button, badge. */
  paintUnderText(ctx: SKRSContext2D): void;
};

export type Look = { compose(wish: LookWish): Promise<StillScene> };

export const allTexts = (scene: Pick<StillScene, 'columns' | 'badge'>): PlacedText[] => [
  ...scene.columns.flatMap((column) => [...column.texts, ...(column.button ? [column.button.label] : [])]),
  ...(scene.badge?.texts ?? []),
];
