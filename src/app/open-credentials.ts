/** Whose certificate signs finished files: the operator's from two files, else the one that this installation makes for itself. */
import { constants, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import { codeOf } from '../errors.ts';
import { type CredentialSigner, createSelfMadeSigner, type SigningAlgorithm } from '../generation/provenance/credentials.ts';
import type { Keyring, KeyStore } from '../privacy/keyring.ts';
import type { Config } from './config.ts';
import { StartProblem } from './start-problem.ts';

type Deps = { keys: Pick<KeyStore, 'list'>; keyring: Pick<Keyring, 'create'>; clock: Pick<Clock, 'now'> };

export function openCredentials({ credentialFiles }: Pick<Config, 'credentialFiles'>, deps: Deps): CredentialSigner {
  return credentialFiles ? operatorSigner(credentialFiles, deps.clock.now()) : createSelfMadeSigner(deps);
}

/** One that is opened only when something is to be signed. */
export const openedLater = (open: () => Promise<CredentialSigner>): CredentialSigner => ({
  credentials: async () => (await open()).credentials(),
  sign: async (bytes) => (await open()).sign(bytes),
});

type Files = NonNullable<Config['credentialFiles']>;

function operatorSigner(files: Files, now: number): CredentialSigner {
  const { chain, certificate, key } = readFiles(files);
  const until = Date.parse(certificate.validTo);
  const algorithm = algorithmOf(key);
  if (!certificate.checkPrivateKey(key))
    throw new StartProblem(
      'C2PA_KEY_FILE does not belong to the first certificate in C2PA_CERT_FILE. Put the signing certificate first.',
    );
  if (!algorithm)
    throw new StartProblem(
      'C2PA_KEY_FILE holds a kind of key that content credentials do not know: use P-256, P-384, P-521, Ed25519 or RSA.',
    );
  if (until < now)
    throw new StartProblem('The certificate in C2PA_CERT_FILE is too old: get a new one, or leave both settings out.');
  return {
    credentials: async () => ({ algorithm, chain, origin: 'operator', until }),
    sign: async (bytes) => signatureBy(key, algorithm, bytes),
  };
}

function readFiles({ certFile, keyFile }: Files): { chain: string; certificate: X509Certificate; key: KeyObject } {
  try {
    const chain = readFileSync(certFile, 'utf8');
    return { chain, certificate: new X509Certificate(chain), key: createPrivateKey(readFileSync(keyFile)) };
  } catch (error) {
    throw new StartProblem(
      `C2PA_CERT_FILE or C2PA_KEY_FILE cannot be used (${codeOf(error) ?? 'not PEM'}). Check both paths, permissions, and that they hold PEM.`,
    );
  }
}

function algorithmOf({ asymmetricKeyType: kind, asymmetricKeyDetails: details }: KeyObject): SigningAlgorithm | null {
  if (kind === 'ed25519') return 'ed25519';
  if (kind === 'rsa') return 'ps256';
  const curves: Readonly<Record<string, SigningAlgorithm>> = { prime256v1: 'es256', secp384r1: 'es384', secp521r1: 'es512' };
  return kind === 'ec' ? (curves[details?.namedCurve ?? ''] ?? null) : null;
}

const hashes = { es256: 'sha256', es384: 'sha384', es512: 'sha512', ps256: 'sha256', ed25519: null } as const;

function signatureBy(key: KeyObject, algorithm: SigningAlgorithm, bytes: Uint8Array): Uint8Array {
  if (algorithm === 'ps256')
    return sign('sha256', bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST });
  return sign(hashes[algorithm], bytes, { key, dsaEncoding: 'ieee-p1363' });
}
