/** A certificate that an installation makes for itself: a root and a signer below it (Ed25519, RFC 5280 and RFC 8410). The same seed and day give the same bytes in every process. */
import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { bits, identifier, integer, moment, octets, sequence, setOf, tagged, text, yes } from './der.ts';

export type Chain = {
  /** The signer's certificate, then its root, in PEM. */
  pem: string;
  key: KeyObject;
  /** Milliseconds since 1970. */
  until: number;
};

const yearsOfLife = 10;
const ed25519 = sequence(identifier('1.3.101.112'));
/** What stands before the 32 bytes of a private key (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const organisation = 'Adwright';

/** `seed`: 32 bytes that nobody else knows. `from`: the day it begins to hold. */
export function makeChain(seed: Uint8Array, from: Date): Chain {
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + yearsOfLife);
  const root = keyFrom(seed, 'root');
  const key = keyFrom(seed, 'signer');
  const rootName = nameOf('Root that this installation made for itself');
  const days = { from, until };
  const signer = certificate({
    of: { key, name: nameOf('Signer of an Adwright installation') },
    by: { key: root, name: rootName },
    days,
    extensions: [
      extension('2.5.29.19', sequence(), { isCritical: true }),
      // Key usage: digital signatures. Extended key usage: e-mail protection, which content credentials ask for.
      extension('2.5.29.15', bits(Buffer.from([0x80]), 7), { isCritical: true }),
      extension('2.5.29.37', sequence(identifier('1.3.6.1.5.5.7.3.4'))),
    ],
  });
  const above = certificate({
    of: { key: root, name: rootName },
    by: { key: root, name: rootName },
    days,
    extensions: [
      extension('2.5.29.19', sequence(yes), { isCritical: true }),
      // Key usage: signing certificates.
      extension('2.5.29.15', bits(Buffer.from([0x04]), 2), { isCritical: true }),
    ],
  });
  return { pem: pemOf(signer) + pemOf(above), key, until: until.getTime() };
}

function keyFrom(seed: Uint8Array, what: string): KeyObject {
  const derived = Buffer.from(hkdfSync('sha256', seed, Buffer.alloc(0), `content credentials ${what}`, 32));
  return createPrivateKey({ key: Buffer.concat([privateHead, derived]), format: 'der', type: 'pkcs8' });
}

const publicOf = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' });
const namesKey = (key: KeyObject): Buffer => createHash('sha256').update(publicOf(key)).digest().subarray(0, 20);

const nameOf = (common: string): Buffer =>
  sequence(setOf(sequence(identifier('2.5.4.10'), text(organisation))), setOf(sequence(identifier('2.5.4.3'), text(common))));

const extension = (id: string, value: Uint8Array, { isCritical = false } = {}): Buffer =>
  sequence(identifier(id), ...(isCritical ? [yes] : []), octets(value));

type Party = { key: KeyObject; name: Buffer };
type Wanted = { of: Party; by: Party; days: { from: Date; until: Date }; extensions: Buffer[] };

function certificate({ of, by, days, extensions }: Wanted): Buffer {
  const serial = Buffer.from(namesKey(of.key).subarray(0, 16));
  // Positive, and as long as it looks.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const told = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ed25519,
    by.name,
    sequence(moment(days.from), moment(days.until)),
    of.name,
    publicOf(of.key),
    tagged(
      0xa3,
      sequence(
        ...extensions,
        extension('2.5.29.14', octets(namesKey(of.key))),
        extension('2.5.29.35', sequence(tagged(0x80, namesKey(by.key)))),
      ),
    ),
  );
  return sequence(told, ed25519, bits(sign(null, told, by.key)));
}

const pemOf = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/gu, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
