/** The last thing that is done to a finished file: it is told how it came to be, and signed where there is somebody to sign. */
import type { Marking } from '../../messages.ts';
import { ask } from '../channel.ts';
import { signFile } from './sign-file.ts';
import { type MarkedType, withXmp } from './xmp.ts';

export type MarkedFile = { bytes: Uint8Array; isSigned: boolean };
/** Marks a file. */
export type Mark = (file: Uint8Array, mediaType: MarkedType) => Promise<MarkedFile>;

/** Bytes that a mark adds to a file, at most. */
export const markBytes = ({ signing }: Marking): number => 1_024 + (signing ? 10_000 + 2 * signing.chain.length : 0);

const question = { asks: 'signature' } as const;

export const markerFor =
  ({ madeBy, signing }: Marking): Mark =>
  async (file, mediaType) => {
    const told = withXmp(file, mediaType, madeBy);
    const signed =
      signing && (await signFile(told, { mediaType, madeBy, signing, signatureOf: (bytes) => ask(question, bytes) }));
    return signed ? { bytes: signed, isSigned: true } : { bytes: told, isSigned: false };
  };
