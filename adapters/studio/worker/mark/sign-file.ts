/** Content credentials (C2PA): a signed statement inside the file of who made it and how. The private key is elsewhere; what is to be signed is handed out. */
import { type MadeBy, sourceTypes } from '../../../../src/generation/provenance/made-by.ts';
import type { Signing } from '../../messages.ts';
import type { MarkedType } from './xmp.ts';

type Library = typeof import('@contentauth/c2pa-node');

/** Null where the library has no program for this system. */
export async function openLibrary(): Promise<Library | null> {
  const library = await import('@contentauth/c2pa-node');
  try {
    library.Builder.new();
    return library;
  } catch {
    return null;
  }
}

export type SignWish = {
  mediaType: MarkedType;
  madeBy: MadeBy;
  signing: Signing;
  /** Gives the raw signature of the bytes. */
  signatureOf(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
};

/** Bytes for the signature with its certificates, at least as many as any of them needs. */
const room = (chain: string): number => 4_096 + chain.length;

/** It names no person, no file and no time. */
const statementOf = (madeBy: MadeBy) => ({
  claim_generator_info: [{ name: 'Adwright' }],
  assertions: [
    { label: 'c2pa.actions.v2', data: { actions: [{ action: 'c2pa.created', digitalSourceType: sourceTypes[madeBy] }] } },
  ],
});

/** Null where the library does not run here: the file then goes without. */
export async function signFile(file: Uint8Array, { mediaType, madeBy, signing, signatureOf }: SignWish): Promise<Buffer | null> {
  const library = await openLibrary();
  if (!library) return null;
  const { Builder, CallbackSigner } = library;
  const signer = CallbackSigner.newSigner(
    {
      alg: signing.algorithm,
      certs: [Buffer.from(signing.chain)],
      reserveSize: room(signing.chain),
      directCoseHandling: false,
    },
    async (bytes) => Buffer.from(await signatureOf(bytes)),
  );
  const made: { buffer: Buffer | null } = { buffer: null };
  const builder = Builder.withJson(statementOf(madeBy), { builder: { thumbnail: { enabled: false } } });
  await builder.signAsync(
    signer,
    { buffer: Buffer.from(file.buffer, file.byteOffset, file.byteLength), mimeType: mediaType },
    made,
  );
  if (!made.buffer) throw new Error('The signed file is missing');
  return made.buffer;
}
