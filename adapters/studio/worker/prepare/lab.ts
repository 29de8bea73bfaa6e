/** sRGB bytes to CIE Lab planes, fast: by table where a curve is needed. */

export type LabPlanes = { l: Float32Array; a: Float32Array; b: Float32Array; width: number; height: number };
export type LabColour = { l: number; a: number; b: number };

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** The curve by table; one more entry, because rounding may reach past the end. */
const steps = 4_096;
const curve = Float32Array.from({ length: steps + 2 }, (_, index) => {
  const value = index / steps;
  return value > 216 / 24_389 ? Math.cbrt(value) : ((24_389 / 27) * value + 16) / 116;
});

/** Fractions of a table index are kept in so many bits, because whole numbers are added faster. */
const fractionBits = 16;

/** What a byte of red, green or blue adds to a table index of X, Y or Z; white is D65. */
const partOf = (weight: number, white: number) =>
  Int32Array.from(linear, (value) => Math.round((value * weight * steps * 2 ** fractionBits) / white));
const [xr, xg, xb] = [partOf(0.4124, 0.9505), partOf(0.3576, 0.9505), partOf(0.1805, 0.9505)];
const [yr, yg, yb] = [partOf(0.2126, 1), partOf(0.7152, 1), partOf(0.0722, 1)];
const [zr, zg, zb] = [partOf(0.0193, 1.089), partOf(0.1192, 1.089), partOf(0.9505, 1.089)];
const half = 2 ** (fractionBits - 1);

type Run = { data: Uint8Array; from: number; channels: number; count: number };
type Target = { l: Float32Array; a: Float32Array; b: Float32Array };

/** Converts `count` pixels in a row, from byte `from` on, to the places from `to` on. */
export function convertRun({ data, from, channels, count }: Run, { l, a, b }: Target, to: number): void {
  for (let index = to, at = from; index < to + count; index += 1, at += channels) {
    const red = data[at] as number;
    const green = data[at + 1] as number;
    const blue = data[at + 2] as number;
    const xSum = (xr[red] as number) + (xg[green] as number) + (xb[blue] as number);
    const ySum = (yr[red] as number) + (yg[green] as number) + (yb[blue] as number);
    const zSum = (zr[red] as number) + (zg[green] as number) + (zb[blue] as number);
    const x = curve[(xSum + half) >> fractionBits] as number;
    const y = curve[(ySum + half) >> fractionBits] as number;
    const z = curve[(zSum + half) >> fractionBits] as number;
    l[index] = 116 * y - 16;
    a[index] = 500 * (x - y);
    b[index] = 200 * (y - z);
  }
}

export function toLab(picture: { data: Uint8Array; width: number; height: number; channels: 3 | 4 }): LabPlanes {
  const { data, width, height, channels } = picture;
  const count = width * height;
  const planes = { l: new Float32Array(count), a: new Float32Array(count), b: new Float32Array(count), width, height };
  convertRun({ data, from: 0, channels, count }, planes, 0);
  return planes;
}

export function labToHex({ l, a, b }: LabColour): string {
  const fy = (l + 16) / 116;
  const undo = (f: number) => (f ** 3 > 216 / 24_389 ? f ** 3 : (116 * f - 16) / (24_389 / 27));
  const x = undo(fy + a / 500) * 0.9505;
  const y = undo(fy);
  const z = undo(fy - b / 200) * 1.089;
  const byte = (value: number) => {
    const part = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.min(255, Math.max(0, Math.round(part * 255)))
      .toString(16)
      .padStart(2, '0');
  };
  const red = byte(3.2406 * x - 1.5372 * y - 0.4986 * z);
  const green = byte(-0.9689 * x + 1.8758 * y + 0.0415 * z);
  return `#${red}${green}${byte(0.0557 * x - 0.204 * y + 1.057 * z)}`;
}
