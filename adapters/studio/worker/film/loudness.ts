/** Loudness of a short piece of sound after ITU-R BS.1770 at 48 kHz, without the relative gate. */

type Filter = { b: readonly [number, number, number]; a: readonly [number, number] };

const shelf: Filter = { b: [1.53512485958697, -2.69169618940638, 1.19839281085285], a: [-1.69065929318241, 0.73248077421585] };
const highPass: Filter = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

function run(samples: Float32Array, { b, a }: Filter): Float32Array {
  const out = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let index = 0; index < samples.length; index += 1) {
    const x = samples[index] ?? 0;
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[index] = y;
  }
  return out;
}

/** LUFS of all channels together. */
export function loudnessOf(channels: Float32Array[]): number {
  const power = channels.reduce((sum, channel) => {
    const weighted = run(run(channel, shelf), highPass);
    let total = 0;
    for (const value of weighted) total += value * value;
    return sum + total / weighted.length;
  }, 0);
  return -0.691 + 10 * Math.log10(Math.max(power, 1e-12));
}
