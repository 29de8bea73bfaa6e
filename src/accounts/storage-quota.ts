/** How full the storage of a workspace is. No input, no output. */

const bytesPerMb = 1_000_000;
/** From here on people are warned. */
const nearlyFull = 0.8;

/** `usedMb`, `mostMb`: whole megabytes. `percent`: never 100 before it is full. */
export type StorageUse = { usedMb: number; mostMb: number; percent: number; isNearlyFull: boolean; isFull: boolean };

/** `chosenMb`: what an admin set, which counts where it is less than the operator's ceiling; null: nothing. */
export function storageUse(
  usedBytes: number,
  { ceilingMb, chosenMb }: { ceilingMb: number; chosenMb: number | null },
): StorageUse {
  const mostMb = Math.min(ceilingMb, chosenMb ?? ceilingMb);
  const share = usedBytes / (mostMb * bytesPerMb);
  return {
    usedMb: Math.ceil(usedBytes / bytesPerMb),
    mostMb,
    percent: Math.min(100, Math.floor(share * 100)),
    isNearlyFull: share >= nearlyFull,
    isFull: share >= 1,
  };
}
