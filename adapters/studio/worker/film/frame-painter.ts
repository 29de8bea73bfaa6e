/** Draws frame after frame, each time only what has changed since the one before, and keeps the frame in the encoder's own format. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../../../src/generation/formats.ts';
import { i420Size, toI420 } from './i420.ts';
import { drawSprite, extentOf, isSame, type Sprite } from './sprite.ts';

/** What stands still, and what moves over it, from back to front; each thing keeps its place in the list also while it is not seen. */
export type StandingMoment = { ground: Canvas; sprites: readonly (Sprite | null)[] };
/** `paint`: a moment that is drawn whole, such as one scene taking the place of another. */
export type Moment = StandingMoment | { paint(ctx: SKRSContext2D): void };

export type FramePainter = {
  /** Writes the frame into `out` as I420. */
  next(moment: Moment, out: Uint8Array): void;
};

export function createFramePainter(width: number, height: number): FramePainter {
  const ctx = createCanvas(width, height).getContext('2d');
  // Smooth enough at the small changes of size that happen here, and a third of the time.
  ctx.imageSmoothingQuality = 'low';
  const frame = new Uint8Array(i420Size(width, height));
  const whole = { x: 0, y: 0, width, height };
  let before: Moment | null = null;

  const keep = (box: Box): void => {
    const { data } = ctx.getImageData(box.x, box.y, box.width, box.height);
    toI420(data, box, { width, height }, frame);
  };
  return {
    next(moment, out) {
      if ('paint' in moment) {
        moment.paint(ctx);
        keep(whole);
      } else {
        const dirty = changedBetween(before, moment, whole);
        if (dirty) {
          redraw(ctx, moment, dirty);
          keep(dirty);
        }
      }
      before = moment;
      out.set(frame);
    },
  };
}

export function drawMoment(ctx: SKRSContext2D, { ground, sprites }: StandingMoment): void {
  ctx.drawImage(ground, 0, 0);
  for (const sprite of sprites) if (sprite) drawSprite(ctx, sprite);
}

function redraw(ctx: SKRSContext2D, moment: StandingMoment, box: Box): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.x, box.y, box.width, box.height);
  ctx.clip();
  drawMoment(ctx, moment);
  ctx.restore();
}

/** Null: nothing has. Both sides even, because colours are kept for two by two pixels. */
function changedBetween(before: Moment | null, now: StandingMoment, whole: Box): Box | null {
  if (!before || 'paint' in before || before.ground !== now.ground) return whole;
  const boxes: Box[] = [];
  for (let index = 0; index < Math.max(before.sprites.length, now.sprites.length); index += 1) {
    const [old, fresh] = [before.sprites[index], now.sprites[index]];
    if (!old && !fresh) continue;
    if (old && fresh && isSame(old, fresh)) continue;
    for (const one of [old, fresh]) if (one) boxes.push(extentOf(one));
  }
  return boxes.length === 0 ? null : around(boxes, whole);
}

function around(boxes: readonly Box[], { width, height }: Box): Box | null {
  const even = (value: number) => Math.floor(value / 2) * 2;
  const x = even(Math.max(0, Math.min(...boxes.map((box) => box.x))));
  const y = even(Math.max(0, Math.min(...boxes.map((box) => box.y))));
  const right = Math.min(width, even(Math.max(...boxes.map((box) => box.x + box.width)) + 2));
  const low = Math.min(height, even(Math.max(...boxes.map((box) => box.y + box.height)) + 2));
  return right > x && low > y ? { x, y, width: right - x, height: low - y } : null;
}
