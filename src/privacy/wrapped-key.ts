/** How a key lies in the key store: the name of the key above it, and itself sealed under that one. */
import { createHmac } from 'node:crypto';
import { AppError } from '../errors.ts';
import type { KeyParent, KeyScope } from './keyring.ts';
import { seal, unseal } from './seal.ts';

/** Keys of 32 bytes outside the key store. The first wraps, every one opens; more than one only while they are rotated. */
export type MasterKeys = readonly [Uint8Array, ...Uint8Array[]];

export type WrappedKey = { parent: KeyParent; wrapped: Uint8Array };

/** `iv`: 12 fresh random bytes. */
export function wrapKey(
  scope: KeyScope,
  under: { parent: KeyParent; key: Uint8Array },
  key: Uint8Array,
  iv: Uint8Array,
): Uint8Array {
  const name = Buffer.from(under.parent);
  return Buffer.concat([Buffer.of(name.length), name, seal(under.key, placeOf(scope, under.parent), key, iv)]);
}

export function splitWrapped(stored: Uint8Array): WrappedKey {
  const length = stored[0] ?? 0;
  const parent = Buffer.from(stored.subarray(1, 1 + length)).toString('utf8');
  if (parent !== 'master' && !parent.startsWith('owner:')) {
    throw new AppError('sealed-value-damaged', 'A wrapped key names no known parent.', { retry: 'never' });
  }
  return { parent: parent as KeyParent, wrapped: stored.subarray(1 + length) };
}

/** The key, and which of `under` opened it (0 for the first); null where none does. */
export function unwrapKey(
  scope: KeyScope,
  { parent, wrapped }: WrappedKey,
  under: readonly Uint8Array[],
): { key: Uint8Array; by: number } | null {
  for (const [by, above] of under.entries()) {
    try {
      return { key: unseal(above, placeOf(scope, parent), wrapped), by };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'sealed-value-damaged') throw error;
    }
  }
  return null;
}

const placeOf = (scope: KeyScope, parent: KeyParent): string => `key ${scope} under ${parent}`;

/** 31 bits that tell master keys apart and nothing about them. */
export const fingerprintOf = (masterKey: Uint8Array): number =>
  createHmac('sha256', masterKey).update('adwright master key').digest().readUInt32BE(0) >>> 1;

/** Which master keys a running program was given, without the keys. */
export type GivenKeys = { wraps: number; opens: readonly number[] };

export const givenKeys = (masterKeys: MasterKeys): GivenKeys => ({
  wraps: fingerprintOf(masterKeys[0]),
  opens: masterKeys.map(fingerprintOf),
});
