/** Counts the bytes that are handed in, and remembers whether they broke off: that is the fault of whoever hands them in. */
import type { Bytes } from '../../src/generation/ports.ts';

export type WatchedSource = { bytes: Bytes; count: number; failed: boolean };

export function watchSource(source: Bytes): WatchedSource {
  const watched: WatchedSource = { bytes: counted(), count: 0, failed: false };
  return watched;

  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of source) {
        watched.count += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      watched.failed = true;
      throw error;
    }
  }
}
