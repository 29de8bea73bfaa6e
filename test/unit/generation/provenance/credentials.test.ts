/** The certificate that an installation makes for itself. */
import { randomBytes, verify, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSelfMadeSigner } from '../../../../src/generation/provenance/credentials.ts';
import { createKeyring, type KeyStore } from '../../../../src/privacy/keyring.ts';
import { memoryKeyStore } from '../../../support/memory-key-store.ts';
import { testClock } from '../../../support/test-clock.ts';

const day = 86_400_000;
const master = randomBytes(32);

function signerOn(keys: KeyStore, now: number) {
  const clock = testClock(now);
  const keyring = createKeyring({ store: keys, masterKeys: [master], clock, randomBytes });
  return createSelfMadeSigner({ keys, keyring, clock });
}

const certificatesOf = (chain: string) =>
  (chain.match(/-----BEGIN[\s\S]+?-----END CERTIFICATE-----/gu) ?? []).map((pem) => new X509Certificate(pem));

describe('the certificate of an installation', () => {
  const now = Date.UTC(2026, 10, 23, 9);

  it('is one for signing, under a root of its own, and good for ten years', async () => {
    const { chain, algorithm, origin, until } = await signerOn(memoryKeyStore(), now).credentials();
    const [signer, root] = certificatesOf(chain);
    expect([algorithm, origin]).toEqual(['ed25519', 'self-made']);
    expect(signer?.checkIssued(root!)).toBe(true);
    expect(signer?.verify(root!.publicKey)).toBe(true);
    expect(root?.verify(root.publicKey)).toBe(true);
    expect([signer?.ca, root?.ca]).toEqual([false, true]);
    expect(signer?.keyUsage).toEqual(['1.3.6.1.5.5.7.3.4']);
    expect(Date.parse(signer?.validFrom ?? '')).toBe(Date.UTC(2026, 10, 23));
    expect(until).toBe(Date.UTC(2036, 10, 23));
  });

  it('names no person and no machine', async () => {
    const { chain } = await signerOn(memoryKeyStore(), now).credentials();
    expect(certificatesOf(chain).map(({ subject }) => subject)).toEqual([
      'O=Adwright\nCN=Signer of an Adwright installation',
      'O=Adwright\nCN=Root that this installation made for itself',
    ]);
  });

  it('is the same, byte for byte, in every process and after every start', async () => {
    const keys = memoryKeyStore();
    const first = await signerOn(keys, now).credentials();
    expect(await signerOn(keys, now + 400 * day).credentials()).toEqual(first);
    expect((await signerOn(memoryKeyStore(), now).credentials()).chain).not.toBe(first.chain);
  });

  it('signs what it is given, so that the certificate alone is enough to check it', async () => {
    const signer = signerOn(memoryKeyStore(), now);
    const [certificate] = certificatesOf((await signer.credentials()).chain);
    const bytes = Buffer.from('a claim');
    const signature = await signer.sign(bytes);
    expect(verify(null, bytes, certificate!.publicKey, signature)).toBe(true);
    expect(verify(null, Buffer.from('another claim'), certificate!.publicKey, signature)).toBe(false);
  });

  it('is followed by another one a year before it ends', async () => {
    const keys = memoryKeyStore();
    const first = await signerOn(keys, now).credentials();
    const later = await signerOn(keys, now + 9.1 * 365 * day).credentials();
    expect(later.chain).not.toBe(first.chain);
    expect(later.until).toBeGreaterThan(first.until + 8 * 365 * day);
  });
});
