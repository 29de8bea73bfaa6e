/** sRGB bytes to CIE Lab planes, fast: by table where a curve is needed. */

export type LabPlanes = { l: Float32Array; a: Float32Array; b: Float32Array; width: number; height: number };
export type LabColour = { l: number; a: number; b: number };

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

const steps = 4_096;
const curve = Float32Array.from({ length: steps + 2 }, (_, index) => {
  const value = index / steps;
  return value > 216 / 24_389 ? Math.cbrt(value) : ((24_389 / 27) * value + 16) / 116;
});
const bend = (value: number) => curve[Math.min(steps, Math.max(0, Math.round(value * steps)))] ?? 0;

export function labOf(r: number, g: number, b: number): LabColour {
  const red = linear[r] ?? 0;
  const green = linear[g] ?? 0;
  const blue = linear[b] ?? 0;
  const x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = bend(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

export function toLab(picture: { data: Uint8Array; width: number; height: number; channels: 3 | 4 }): LabPlanes {
  const { data, width, height, channels } = picture;
  const count = width * height;
  const planes = { l: new Float32Array(count), a: new Float32Array(count), b: new Float32Array(count), width, height };
  for (let index = 0, at = 0; index < count; index += 1, at += channels) {
    // As in labOf, but without an object for each pixel.
    const red = linear[data[at] as number] as number;
    const green = linear[data[at + 1] as number] as number;
    const blue = linear[data[at + 2] as number] as number;
    const x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
    const y = bend(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
    planes.l[index] = 116 * y - 16;
    planes.a[index] = 500 * (x - y);
    planes.b[index] = 200 * (y - z);
  }
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
