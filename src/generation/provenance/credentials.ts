/** Who signs the content credentials of finished files: the operator's certificate, or one that the installation made for itself. */
import { sign } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Keyring, KeyStore } from '../../privacy/keyring.ts';
import { makeChain } from './self-made-chain.ts';

/** As C2PA names them. */
export type SigningAlgorithm = 'es256' | 'es384' | 'es512' | 'ps256' | 'ed25519';

export type Credentials = {
  algorithm: SigningAlgorithm;
  /** The certificates in PEM, the signer's own first. */
  chain: string;
  origin: 'operator' | 'self-made';
  /** When they end to hold; milliseconds since 1970. */
  until: number;
};

/** Signs for content credentials; the private key never leaves it. */
export interface CredentialSigner {
  /** Rejects with `key-store-unavailable` where the keys are away. */
  credentials(): Promise<Credentials>;
  /** A raw signature, as COSE wants it. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

const prefix = 'system:credentials:';
type Scope = `${typeof prefix}${number}`;
const dayMs = 86_400_000;
/** A certificate that nears its end is followed by another one; what it signed stays as it is. */
const oldestDays = 9 * 365;

/** The seed of the certificate lies in the key store, under the day on which it was made. */
export function createSelfMadeSigner(deps: {
  keys: Pick<KeyStore, 'list'>;
  keyring: Pick<Keyring, 'create'>;
  clock: Pick<Clock, 'now'>;
}): CredentialSigner {
  async function current() {
    const today = Math.floor(deps.clock.now() / dayMs);
    let newest = 0;
    for await (const scope of deps.keys.list(prefix)) newest = Math.max(newest, Number(scope.slice(prefix.length)));
    const day = newest > 0 && today - newest < oldestDays ? newest : today;
    const scope: Scope = `${prefix}${day}`;
    return makeChain(await deps.keyring.create(scope, 'master'), new Date(day * dayMs));
  }
  return {
    async credentials() {
      const { pem, until } = await current();
      return { algorithm: 'ed25519', chain: pem, origin: 'self-made', until };
    },
    sign: async (bytes) => sign(null, bytes, (await current()).key),
  };
}
