/** Film-like grain: hides banding in soft gradients and makes flat colour look printed. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

const side = 256;
/** Light and dark specks laid over the picture: a few levels at most. */
const fineness = 0.32;
let tile: Canvas | null = null;

/** A small generator with a fixed seed: the same picture every time. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function grainTile(): Canvas {
  if (tile) return tile;
  const made = createCanvas(side, side);
  const ctx = made.getContext('2d');
  const image = ctx.createImageData(side, side);
  const random = seededRandom(7);
  for (let at = 0; at < image.data.length; at += 4) {
    const value = (random() + random() + random() - 1.5) / 1.5;
    const tone = value > 0 ? 255 : 0;
    image.data[at] = tone;
    image.data[at + 1] = tone;
    image.data[at + 2] = tone;
    image.data[at + 3] = Math.round(Math.abs(value) * 255);
  }
  ctx.putImageData(image, 0, 0);
  tile = made;
  return made;
}

export function drawGrain(ctx: SKRSContext2D, width: number, height: number, strength: number): void {
  ctx.save();
  ctx.globalAlpha = strength * fineness;
  const made = grainTile();
  // Laid tile by tile: a repeating pattern takes twice as long.
  for (let y = 0; y < height; y += side) {
    for (let x = 0; x < width; x += side) ctx.drawImage(made, x, y);
  }
  ctx.restore();
}
