/** Content credentials with a certificate of the operator's own. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { signFile } from '../../../adapters/studio/worker/mark/sign-file.ts';
import { openCredentials } from '../../../src/app/open-credentials.ts';
import { readElsewhere } from '../../support/provenance/check-credentials.ts';
import { testClock } from '../../support/test-clock.ts';
import { testFolder } from '../../support/test-folder.ts';

const never = async (): Promise<never> => Promise.reject(new Error('no key of the installation is needed'));
const deps = { keys: { list: () => (async function* () {})() }, keyring: { create: never }, clock: testClock() };

const curve = (name: string) => ['ec', '-pkeyopt', `ec_paramgen_curve:${name}`];

/** A root, and a signer below it, made with the tools an operator has. */
function madeWithOpenssl(kind: readonly string[]): { certFile: string; keyFile: string } {
  const folder = testFolder();
  const at = (name: string) => join(folder, name);
  const days = ['-days', '30'];
  const openssl = (...given: string[]) => execFileSync('openssl', given, { stdio: 'pipe' });
  const fresh = (name: string) => ['-newkey', ...kind, '-nodes', '-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)];
  openssl('req', '-x509', ...fresh('root'), '-subj', '/O=Fjord/CN=Root', ...days);
  openssl(
    ...['req', '-x509', '-CA', at('root.pem'), '-CAkey', at('root.key'), ...fresh('leaf'), '-subj', '/O=Fjord/CN=Ads', ...days],
    ...['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'keyUsage=critical,digitalSignature'],
    ...['-addext', 'extendedKeyUsage=emailProtection'],
  );
  execFileSync('sh', ['-c', `cat '${at('leaf.pem')}' '${at('root.pem')}' > '${at('chain.pem')}'`]);
  return { certFile: at('chain.pem'), keyFile: at('leaf.key') };
}

describe('a certificate of the operator', () => {
  it.each([
    ['P-256', curve('P-256'), 'es256'],
    ['P-384', curve('P-384'), 'es384'],
    ['Ed25519', ['ed25519'], 'ed25519'],
    ['RSA', ['rsa:2048'], 'ps256'],
  ])('with a key of kind %s signs files, and its name is in them', async (_, kind, algorithm) => {
    const signer = openCredentials({ credentialFiles: madeWithOpenssl(kind) }, { ...deps, clock: { now: Date.now } });
    const known = await signer.credentials();
    expect(known).toMatchObject({ algorithm, origin: 'operator' });
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a04020' } })
      .jpeg()
      .toBuffer();
    const wish = { mediaType: 'image/jpeg', madeBy: 'studio', signing: known, signatureOf: signer.sign } as const;
    const told = readElsewhere((await signFile(picture, wish)) ?? picture, 'image/jpeg');
    expect(told?.validation_state).toBe('Valid');
    expect(told?.manifests[told.active_manifest]?.signature_info.issuer).toBe('Fjord');
  });

  it('that cannot sign stops the start with what to do', () => {
    const [mine, another] = [madeWithOpenssl(['ed25519']), madeWithOpenssl(['ed25519'])];
    const open =
      (files: { certFile: string; keyFile: string }, now = Date.now()) =>
      () =>
        openCredentials({ credentialFiles: files }, { ...deps, clock: { now: () => now } });
    expect(open({ ...mine, keyFile: another.keyFile })).toThrow(/does not belong to the first certificate/u);
    expect(open({ ...mine, keyFile: join(mine.certFile, '..', 'no.key') })).toThrow(/cannot be used \(ENOENT\)/u);
    expect(open({ ...mine, certFile: mine.keyFile })).toThrow(/C2PA_CERT_FILE/u);
    expect(open(mine, Date.now() + 40 * 86_400_000)).toThrow(/too old/u);
  });
});
