/** Bytes as an answer: read only as fast as the browser takes them, and no further when it goes away. */
import type { Bytes } from '../../src/generation/ports.ts';

export function streamOf(bytes: Bytes): ReadableStream<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
