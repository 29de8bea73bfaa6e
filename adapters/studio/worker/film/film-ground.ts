/** The shapes on which films of a look stand, for words on any side of the picture. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { SceneName } from '../../../../src/generation/film/timeline.ts';
import type { Box } from '../../../../src/generation/formats.ts';
import type { Side } from './plan-scene.ts';

/** `edge`: where the words end, as in the plan of the scene. */
export type GroundWish = { scene: SceneName; width: number; height: number; side: Side; edge: number; picture: Box };

/** Scenes in which the product comes close. */
export const isClose = (scene: SceneName): boolean => scene === 'proof' || scene === 'detail';

/** All that is not the words': the part of the frame in which a picture may bleed off, at this distance from them. */
export function pictureField({ width, height, side, edge }: Omit<GroundWish, 'scene' | 'picture'>, gap: number): Box {
  switch (side) {
    case 'above':
      return { x: 0, y: edge + gap, width, height: height - edge - gap };
    case 'below':
      return { x: 0, y: 0, width, height: edge - gap };
    case 'left':
      return { x: edge + gap, y: 0, width: width - edge - gap, height };
    case 'right':
      return { x: 0, y: 0, width: edge - gap, height };
  }
}

/** How far a slope falls over the frame. */
const fallOf = ({ width, height, side }: Pick<GroundWish, 'width' | 'height' | 'side'>): number =>
  side === 'left' || side === 'right' ? height * 0.2 : Math.min(height * 0.13, width * 0.24);

type Line = [x1: number, y1: number, x2: number, y2: number];

/** The sloping border between words and picture. */
export function slopeLine(wish: Omit<GroundWish, 'scene' | 'picture'>, gap: number): Line {
  const { width, height, side, edge } = wish;
  const fall = fallOf(wish);
  switch (side) {
    case 'above':
      return [0, edge + gap, width, edge + gap + fall];
    case 'below':
      return [0, edge - gap - fall, width, edge - gap];
    case 'left':
      return [edge + gap + fall, 0, edge + gap, height];
    case 'right':
      return [edge - gap, 0, edge - gap - fall, height];
  }
}

/** The picture's side of the slope. */
export function slopePath(ctx: SKRSContext2D, wish: Omit<GroundWish, 'scene' | 'picture'>, gap: number): void {
  const { width, height, side } = wish;
  const [x1, y1, x2, y2] = slopeLine(wish, gap);
  const far: Record<Side, [number, number, number, number]> = {
    above: [width, height, 0, height],
    below: [width, 0, 0, 0],
    left: [width, height, width, 0],
    right: [0, height, 0, 0],
  };
  const [x3, y3, x4, y4] = far[side];
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.lineTo(x3, y3);
  ctx.lineTo(x4, y4);
  ctx.closePath();
}
