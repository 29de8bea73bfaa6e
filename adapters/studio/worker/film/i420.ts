/** RGBA to planar 4:2:0 in the limited range of BT.709, the encoder's own format. */

export const i420Size = (width: number, height: number) => (width * height * 3) / 2;

/** Fixed point, 16 bits: 219 steps of luma from 16, 224 of chroma around 128. `rgba`: the pixels of `box`, whose sides are even. `out`: a frame of Y, then U, then V, of which only the box is written. */
export function toI420(
  rgba: Uint8Array | Uint8ClampedArray,
  box: { x: number; y: number; width: number; height: number },
  frame: { width: number; height: number },
  out: Uint8Array,
): void {
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, box.width * box.height);
  const planeU = frame.width * frame.height;
  const chromaWidth = frame.width >> 1;
  const planeV = planeU + chromaWidth * (frame.height >> 1);
  for (let row = 0; row < box.height; row += 2) {
    let from = row * box.width;
    let top = (box.y + row) * frame.width + box.x;
    let low = top + frame.width;
    const chroma = ((box.y + row) >> 1) * chromaWidth + (box.x >> 1);
    let u = planeU + chroma;
    let v = planeV + chroma;
    for (let column = 0; column < box.width; column += 2) {
      const a = pixels[from] as number;
      const b = pixels[from + 1] as number;
      const c = pixels[from + box.width] as number;
      const d = pixels[from + box.width + 1] as number;
      out[top] = (11_966 * (a & 255) + 40_254 * ((a >> 8) & 255) + 4_064 * ((a >> 16) & 255) + 1_081_344) >> 16;
      out[top + 1] = (11_966 * (b & 255) + 40_254 * ((b >> 8) & 255) + 4_064 * ((b >> 16) & 255) + 1_081_344) >> 16;
      out[low] = (11_966 * (c & 255) + 40_254 * ((c >> 8) & 255) + 4_064 * ((c >> 16) & 255) + 1_081_344) >> 16;
      out[low + 1] = (11_966 * (d & 255) + 40_254 * ((d >> 8) & 255) + 4_064 * ((d >> 16) & 255) + 1_081_344) >> 16;
      // Red and blue of the four are added side by side in one number.
      const both = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff);
      const red = both & 0xffff;
      const green = ((a >> 8) & 255) + ((b >> 8) & 255) + ((c >> 8) & 255) + ((d >> 8) & 255);
      const blue = both >> 16;
      out[u] = (-6_596 * red - 22_189 * green + 28_784 * blue + 33_685_504) >> 18;
      out[v] = (28_784 * red - 26_145 * green - 2_639 * blue + 33_685_504) >> 18;
      u += 1;
      v += 1;
      from += 2;
      top += 2;
      low += 2;
    }
  }
}
