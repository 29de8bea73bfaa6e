/** Signatures that anybody can check with the operator's public key (Ed25519, RFC 8032). A key is made from 32 random bytes that only the key store holds. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { Keyring, KeyStore } from './keyring.ts';

/** `id`: the first 16 hex digits of the SHA-256 of the public key. `key`: 32 bytes in base64url. `retired`: signs nothing new. */
export const publicKeySchema = z.object({
  id: z.string(),
  algorithm: z.literal('Ed25519'),
  key: z.string(),
  retired: z.boolean(),
});
export type PublicKey = z.infer<typeof publicKeySchema>;

export const publicKeysSchema = z.object({ keys: z.array(publicKeySchema) });

export interface Signer {
  /** Signs with the newest key. `signature` in base64url. */
  sign(bytes: Uint8Array): Promise<{ keyId: string; signature: string }>;
  /** All keys that ever signed, the newest last. */
  publicKeys(): Promise<PublicKey[]>;
  /** From now on a new key signs; the others stay listed. */
  renew(): Promise<void>;
}

const prefix = 'system:signing:';
type Scope = `${typeof prefix}${number}`;

/** What stands before the 32 bytes in the usual formats of Ed25519 keys (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

export function createSigner({ keys, keyring }: { keys: Pick<KeyStore, 'list'>; keyring: Keyring }): Signer {
  async function numbers(): Promise<number[]> {
    const found: number[] = [];
    for await (const scope of keys.list(prefix)) found.push(Number(scope.slice(prefix.length)));
    return found.sort((a, b) => a - b);
  }
  const scopeOf = (number: number): Scope => `${prefix}${number}`;
  const privateOf = async (number: number): Promise<KeyObject> =>
    createPrivateKey({
      key: Buffer.concat([privateHead, await keyring.create(scopeOf(number), 'master')]),
      format: 'der',
      type: 'pkcs8',
    });

  return {
    async sign(bytes) {
      const key = await privateOf((await numbers()).at(-1) ?? 1);
      return { keyId: idOf(rawOf(key)), signature: sign(null, bytes, key).toString('base64url') };
    },
    async publicKeys() {
      const all = await numbers();
      const raws = await Promise.all((all.length > 0 ? all : [1]).map(async (number) => rawOf(await privateOf(number))));
      return raws.map((raw, index) => ({
        id: idOf(raw),
        algorithm: 'Ed25519' as const,
        key: raw.toString('base64url'),
        retired: index < raws.length - 1,
      }));
    },
    async renew() {
      await keyring.create(scopeOf(((await numbers()).at(-1) ?? 0) + 1), 'master');
    },
  };
}

/** Only with a key that the checker already trusts: never one that came along with the signature. */
export function isSignedBy(known: readonly PublicKey[], bytes: Uint8Array, by: { keyId: string; signature: string }): boolean {
  const found = known.find(({ id }) => id === by.keyId);
  if (!found) return false;
  const raw = Buffer.from(found.key, 'base64url');
  if (raw.length !== 32 || idOf(raw) !== found.id) return false;
  const key = createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' });
  return verify(null, bytes, key, Buffer.from(by.signature, 'base64url'));
}

const rawOf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead.length);

const idOf = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex').slice(0, 16);
