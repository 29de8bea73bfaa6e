/** The photo in cells of a few pixels: tells cheaply where there is nothing but backdrop, so that only the rest is looked at closely. */
import { type Backdrop, distancesFrom } from './backdrop.ts';
import { toLab } from './lab.ts';
import type { RawPicture } from './normalise.ts';

/** Pixels. */
export const cellSide = 4;
/** The Lab distance that one step of a byte makes at most, or nearly so: tried on grey, saturated and dark colours. */
const labPerByte = 0.7;

/** Only whole cells count; pixels left over at the right and at the bottom belong to none. */
export type Cells = {
  across: number;
  down: number;
  /** Lab distance of each cell's middle colour from the backdrop there. */
  distance: Float32Array;
  /** How far a pixel of the cell may be from the middle colour, as a Lab distance. */
  spread: Float32Array;
};

type Ranges = { middle: Uint8Array; half: Float32Array };

/** Writes what lies halfway between the lowest and the highest byte of each channel of a cell, and half of what is between them. */
function measureCell({ data, width, channels }: RawPicture, first: number, cell: number, { middle, half }: Ranges): void {
  let [redLow, greenLow, blueLow] = [255, 255, 255];
  let [redHigh, greenHigh, blueHigh] = [0, 0, 0];
  for (let y = 0, line = first; y < cellSide; y += 1, line += width * channels) {
    for (let at = line; at < line + cellSide * channels; at += channels) {
      const red = data[at] as number;
      const green = data[at + 1] as number;
      const blue = data[at + 2] as number;
      if (red < redLow) redLow = red;
      if (red > redHigh) redHigh = red;
      if (green < greenLow) greenLow = green;
      if (green > greenHigh) greenHigh = green;
      if (blue < blueLow) blueLow = blue;
      if (blue > blueHigh) blueHigh = blue;
    }
  }
  middle[cell * 3] = (redLow + redHigh) >> 1;
  middle[cell * 3 + 1] = (greenLow + greenHigh) >> 1;
  middle[cell * 3 + 2] = (blueLow + blueHigh) >> 1;
  half[cell] = (Math.max(redHigh - redLow, greenHigh - greenLow, blueHigh - blueLow) + 1) / 2;
}

/** `middle` is a picture with a pixel for each cell. */
function rangesOf(photo: RawPicture, across: number, down: number): Ranges {
  const ranges = { middle: new Uint8Array(across * down * 3), half: new Float32Array(across * down) };
  for (let row = 0, cell = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1, cell += 1) {
      measureCell(photo, (row * cellSide * photo.width + column * cellSide) * photo.channels, cell, ranges);
    }
  }
  return ranges;
}

export function cellsOf(photo: RawPicture, backdrop: Backdrop): Cells {
  const across = Math.floor(photo.width / cellSide);
  const down = Math.floor(photo.height / cellSide);
  const { middle, half } = rangesOf(photo, across, down);
  const distance = distancesFrom(backdrop, toLab({ data: middle, width: across, height: down, channels: 3 }));
  return { across, down, distance, spread: half.map((value) => value * labPerByte) };
}

/** 1 for cells of which every pixel is closer to the backdrop than `limit`, and so are all pixels of the cells around it. */
export function plainCells({ across, down, distance, spread }: Cells, limit: number): Uint8Array {
  const single = new Uint8Array(across * down);
  for (let cell = 0; cell < single.length; cell += 1) {
    single[cell] = (distance[cell] as number) + (spread[cell] as number) < limit ? 1 : 0;
  }
  const plain = new Uint8Array(across * down);
  for (let row = 1; row < down - 1; row += 1) {
    for (let cell = row * across + 1; cell < (row + 1) * across - 1; cell += 1) {
      plain[cell] = isPlainRow(single, cell - across) & isPlainRow(single, cell) & isPlainRow(single, cell + across);
    }
  }
  return plain;
}

const isPlainRow = (single: Uint8Array, cell: number) =>
  (single[cell - 1] as number) & (single[cell] as number) & (single[cell + 1] as number);
