/** Measures finished files in the sandbox: whoever checks one may have it from anywhere. */
import { AppError } from '../../src/errors.ts';
import type { FileFacts } from '../../src/generation/check-placement.ts';
import type { Measurer, Sandbox } from '../../src/generation/ports.ts';
import { measuredMessageSchema } from './messages.ts';

export const createMeasurer = ({ sandbox }: { sandbox: Sandbox }): Measurer => ({
  async measure(file, signal) {
    const found: (FileFacts | null)[] = [];
    await sandbox.run(
      { kind: 'measure-file', header: {}, blobs: [file] },
      {
        signal,
        async onFrame({ header }) {
          const read = measuredMessageSchema.safeParse(header);
          if (!read.success)
            throw new AppError('studio-failed', 'The worker said something unexpected', { retry: 'never', cause: read.error });
          found.push(read.data.part === 'measured' ? read.data.facts : null);
        },
      },
    );
    return found[0] ?? null;
  },
});
