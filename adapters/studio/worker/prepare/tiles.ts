/** Pictures in tiles, so that work is done only where somebody looks. */

/** Pixels: 2 to the power of `tileShift`. */
const tileShift = 5;
export const tileSide = 1 << tileShift;

export type Area = { left: number; top: number; width: number; height: number };

/** Answers with a function that has `fill` called once for the tile around the pixel with this index. */
export function onceForEachTile(width: number, height: number, fill: (tile: Area) => void): (at: number) => void {
  const across = Math.ceil(width / tileSide);
  const done = new Uint8Array(across * Math.ceil(height / tileSide));
  return (at) => {
    const y = Math.floor(at / width);
    const x = at - y * width;
    const tile = (y >> tileShift) * across + (x >> tileShift);
    if (done[tile] === 1) return;
    done[tile] = 1;
    const left = (x >> tileShift) << tileShift;
    const top = (y >> tileShift) << tileShift;
    fill({ left, top, width: Math.min(tileSide, width - left), height: Math.min(tileSide, height - top) });
  };
}
