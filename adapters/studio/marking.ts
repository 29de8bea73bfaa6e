/** What the studio's worker is told of marking files, and the answers to what it asks to be signed. */
import { AppError } from '../../src/errors.ts';
import type { SandboxOptions } from '../../src/generation/ports.ts';
import type { CredentialSigner } from '../../src/generation/provenance/credentials.ts';
import type { Logger } from '../../src/log.ts';
import { type Marking, questionSchema } from './messages.ts';

/** `credentials`: null where files are not signed. */
export type MarkingDeps = { credentials: CredentialSigner | null; log: Logger };

/** Everything that the studio draws is a composite of photos and drawn parts. */
export async function markingOf({ credentials }: MarkingDeps): Promise<Marking> {
  const known = await credentials?.credentials();
  return { madeBy: 'studio', signing: known ? { algorithm: known.algorithm, chain: known.chain } : null };
}

/** A worker that was broken into could still have signed what it sends, so it gets no more signatures than it may send files. */
export function answersFor({ credentials }: MarkingDeps, most: number): Pick<SandboxOptions, 'onQuestion'> {
  if (!credentials) return {};
  let left = most;
  return {
    async onQuestion({ header, blob }) {
      if (!questionSchema.safeParse(header).success || left === 0)
        throw new AppError('studio-failed', 'The worker asked for something that it may not have.', { retry: 'never' });
      left -= 1;
      return credentials.sign(blob);
    },
  };
}

/** Files without credentials are good files; that they have none is for the operator to know. */
export function noteUnsigned({ log, credentials }: MarkingDeps, { isSigned }: { isSigned: boolean }): void {
  if (credentials && !isSigned) log.warn('content credentials cannot be made on this system; files go without');
}
