/** The receipt of an erasure: what went, what is still owed elsewhere and when it lapses. It carries no personal data and is signed. */
import { z } from 'zod';
import { isSignedBy, type PublicKey, type Signer } from './signing.ts';

export const erasureScopes = ['ad', 'photos', 'product', 'workspace', 'account'] as const;
export const erasureScopeSchema = z.enum(erasureScopes);
export type ErasureScopeKind = z.infer<typeof erasureScopeSchema>;

const instant = z.iso.datetime();

/** One thing that lies with somebody else. `lapses`: when it goes there by itself, or is given up; null where nobody says. */
export const remoteItemSchema = z.object({
  /** Which outside system, by its name. */
  system: z.string(),
  what: z.enum(['messages', 'files', 'inputs']),
  count: z.number().int(),
  state: z.enum(['done', 'outstanding', 'lapsed', 'impossible']),
  lapses: instant.nullable(),
});
export type RemoteItem = z.infer<typeof remoteItemSchema>;

/** `remains`: rows, objects and keys counted after erasing, without opening any; a receipt is only written at 0. */
export const receiptSchema = z.object({
  version: z.literal(1),
  /** `addendum`: says what became of what was outstanding. */
  kind: z.enum(['receipt', 'addendum']),
  /** Random. */
  request: z.string(),
  scope: erasureScopeSchema,
  askedAt: instant,
  keysDestroyedAt: instant,
  erasedAt: instant,
  writtenAt: instant,
  removed: z.object({
    ads: z.number().int(),
    photos: z.number().int(),
    files: z.number().int(),
    products: z.number().int(),
    people: z.number().int(),
    handedOver: z.number().int(),
  }),
  remains: z.literal(0),
  remote: z.array(remoteItemSchema),
  /** What a backup of the operator may still hold: bytes that no key here opens, and keyed hashes until the day on which backups lapse. */
  backups: z.string(),
  /** By then a copy of the keys that the operator keeps apart is replaced. Receipts from before this was said have none. */
  keyCopyUntil: instant.exactOptional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const signedReceiptSchema = z.object({ receipt: receiptSchema, keyId: z.string(), signature: z.string() });
export type SignedReceipt = z.infer<typeof signedReceiptSchema>;

export async function signReceipt(signer: Pick<Signer, 'sign'>, receipt: Receipt): Promise<SignedReceipt> {
  return { receipt, ...(await signer.sign(bytesOf(receipt))) };
}

/** `null`: good. Otherwise what is wrong. `known`: the operator's keys, from where the checker trusts them. */
export function receiptProblem(json: string, known: readonly PublicKey[]): 'not-a-receipt' | 'unknown-key' | 'altered' | null {
  const read = signedReceiptSchema.safeParse(parsed(json));
  if (!read.success) return 'not-a-receipt';
  const { receipt, ...by } = read.data;
  if (!known.some(({ id }) => id === by.keyId)) return 'unknown-key';
  // Whatever the schema let pass unread is altered too.
  if (JSON.stringify(parsed(json)) !== JSON.stringify(read.data)) return 'altered';
  return isSignedBy(known, bytesOf(receipt), by) ? null : 'altered';
}

const bytesOf = (receipt: Receipt): Uint8Array => Buffer.from(JSON.stringify(receiptSchema.parse(receipt)));

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
