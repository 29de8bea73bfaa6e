/** A control for whoever looks for plaintext: from here on the cipher of this process changes nothing, so that what is sealed can be read. */
import crypto, { type CipherGCM, type DecipherGCM } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const empty = Buffer.alloc(0);
const tag = Buffer.alloc(16);
const through = { update: (bytes: Uint8Array) => Buffer.from(bytes), final: () => empty, setAAD: () => undefined };

/** Returns what switches it on again. */
export function sealingOff(): () => void {
  const { createCipheriv, createDecipheriv } = crypto;
  const cipher = { ...through, getAuthTag: () => tag } as unknown as CipherGCM;
  const decipher = { ...through, setAuthTag: () => undefined } as unknown as DecipherGCM;
  const swap = (change: Record<'createCipheriv' | 'createDecipheriv', unknown>): void => {
    Object.assign(crypto, change);
    syncBuiltinESMExports();
  };
  swap({ createCipheriv: () => cipher, createDecipheriv: () => decipher });
  return () => swap({ createCipheriv, createDecipheriv });
}
