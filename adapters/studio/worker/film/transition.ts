/** One scene takes the place of another. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Transition } from './film-style.ts';
import { easeInOut } from './motion.ts';

type Frame = { width: number; height: number };

/** `part`: 0 to 1. Draws the coming scene where it has arrived, and the edge that it comes with. */
export function drawTransition(
  ctx: SKRSContext2D,
  { width, height }: Frame,
  kind: Transition,
  part: number,
  edge: string,
  drawNext: () => void,
): void {
  const come = easeInOut(part);
  const clipped = (path: () => void): void => {
    ctx.save();
    ctx.beginPath();
    path();
    ctx.closePath();
    ctx.clip();
    drawNext();
    ctx.restore();
  };
  const filled = (path: () => void): void => {
    ctx.fillStyle = edge;
    ctx.beginPath();
    path();
    ctx.closePath();
    ctx.fill();
  };
  switch (kind) {
    case 'slant': {
      const slant = height / 6;
      const x = width - come * (width + slant + 80);
      clipped(() => quad(ctx, x + slant, 0, width + slant + 200, 0, width + slant + 200, height, x, height));
      filled(() => quad(ctx, x + slant - 46, 0, x + slant, 0, x, height, x - 46, height));
      return;
    }
    case 'rise': {
      const y = height - come * (height + 12);
      clipped(() => ctx.rect(0, y, width, height - y));
      filled(() => ctx.rect(0, y - 8, width, 8));
      return;
    }
    case 'iris': {
      const radius = come * Math.hypot(width, height) * 0.52;
      const [x, y] = [width / 2, height / 2];
      filled(() => ctx.arc(x, y, radius + 14 * Math.min(1, radius / 80), 0, 2 * Math.PI));
      clipped(() => ctx.arc(x, y, radius, 0, 2 * Math.PI));
      return;
    }
  }
}

function quad(ctx: SKRSContext2D, ...points: [number, number, number, number, number, number, number, number]): void {
  const [x1, y1, x2, y2, x3, y3, x4, y4] = points;
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.lineTo(x3, y3);
  ctx.lineTo(x4, y4);
}
