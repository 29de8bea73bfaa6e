/** RGBA to planar 4:2:0 in the limited range of BT.709, the encoder's own format. */

export const i420Size = (width: number, height: number) => (width * height * 3) / 2;

/** Fixed point, 16 bits: 219 steps of luma from 16, 224 of chroma around 128. `out` holds Y, then U, then V. */
export function toI420(rgba: Uint8Array, width: number, height: number, out: Uint8Array): void {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const chromaWidth = width >> 1;
  let u = width * height;
  let v = u + chromaWidth * (height >> 1);
  for (let y = 0; y < height; y += 2) {
    let top = y * width;
    let low = top + width;
    for (let x = 0; x < chromaWidth; x += 1) {
      const a = pixels[top] as number;
      const b = pixels[top + 1] as number;
      const c = pixels[low] as number;
      const d = pixels[low + 1] as number;
      const ar = a & 255;
      const ag = (a >> 8) & 255;
      const ab = (a >> 16) & 255;
      const br = b & 255;
      const bg = (b >> 8) & 255;
      const bb = (b >> 16) & 255;
      const cr = c & 255;
      const cg = (c >> 8) & 255;
      const cb = (c >> 16) & 255;
      const dr = d & 255;
      const dg = (d >> 8) & 255;
      const db = (d >> 16) & 255;
      out[top] = (11_966 * ar + 40_254 * ag + 4_064 * ab + 1_081_344) >> 16;
      out[top + 1] = (11_966 * br + 40_254 * bg + 4_064 * bb + 1_081_344) >> 16;
      out[low] = (11_966 * cr + 40_254 * cg + 4_064 * cb + 1_081_344) >> 16;
      out[low + 1] = (11_966 * dr + 40_254 * dg + 4_064 * db + 1_081_344) >> 16;
      const r = ar + br + cr + dr;
      const g = ag + bg + cg + dg;
      const blue = ab + bb + cb + db;
      out[u] = (-6_596 * r - 22_189 * g + 28_784 * blue + 33_685_504) >> 18;
      out[v] = (28_784 * r - 26_145 * g - 2_639 * blue + 33_685_504) >> 18;
      u += 1;
      v += 1;
      top += 2;
      low += 2;
    }
  }
}
