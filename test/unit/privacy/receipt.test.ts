import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../../src/privacy/keyring.ts';
import { type Receipt, receiptProblem, signReceipt } from '../../../src/privacy/receipt.ts';
import { createSigner } from '../../../src/privacy/signing.ts';
import { memoryKeyStore } from '../../support/memory-key-store.ts';
import { testClock } from '../../support/test-clock.ts';

const at = '2026-11-22T12:00:00.000Z';
const receipt: Receipt = {
  version: 1,
  kind: 'receipt',
  request: 'r1',
  scope: 'workspace',
  askedAt: at,
  keysDestroyedAt: at,
  erasedAt: at,
  writtenAt: at,
  removed: { ads: 2, photos: 1, files: 9, products: 0, people: 1, handedOver: 0 },
  remains: 0,
  remote: [{ system: 'chat', what: 'messages', count: 2, state: 'outstanding', lapses: at }],
  backups: 'none',
};

function signerHere() {
  const keys = memoryKeyStore();
  const keyring = createKeyring({ store: keys, masterKeys: [randomBytes(32)], clock: testClock(), randomBytes });
  return createSigner({ keys, keyring });
}

describe('a receipt', () => {
  it('is genuine with the keys of whoever signed it, and with no others', async () => {
    const signer = signerHere();
    const json = JSON.stringify(await signReceipt(signer, receipt));
    expect(receiptProblem(json, await signer.publicKeys())).toBe(null);
    expect(receiptProblem(json, await signerHere().publicKeys())).toBe('unknown-key');
    expect(receiptProblem('{}', await signer.publicKeys())).toBe('not-a-receipt');
  });

  it('from before copies of keys were named is as genuine as one that names them', async () => {
    const signer = signerHere();
    const json = JSON.stringify(await signReceipt(signer, { ...receipt, keyCopyUntil: at }));
    expect(receiptProblem(json, await signer.publicKeys())).toBe(null);
    expect(receiptProblem(json.replace(`,"keyCopyUntil":"${at}"`, ''), await signer.publicKeys())).toBe('altered');
  });

  it('fails when any one byte of it is another', async () => {
    const signer = signerHere();
    const keys = await signer.publicKeys();
    const json = Buffer.from(JSON.stringify(await signReceipt(signer, receipt)));
    for (let index = 0; index < json.length; index += 1) {
      const altered = Buffer.from(json);
      altered[index] = (altered[index] ?? 0) ^ 1;
      expect(receiptProblem(altered.toString('latin1'), keys), `byte ${index}`).not.toBe(null);
    }
  });

  it('stays genuine after the key was renewed, which signs what comes after', async () => {
    const signer = signerHere();
    const before = JSON.stringify(await signReceipt(signer, receipt));
    await signer.renew();
    const after = await signReceipt(signer, receipt);
    const keys = await signer.publicKeys();
    expect(keys.map(({ retired }) => retired)).toEqual([true, false]);
    expect(after.keyId).toBe(keys[1]?.id);
    expect(receiptProblem(before, keys)).toBe(null);
  });
});
