/** A request that came by mail: what is wished, and whether whoever owns the address has said in a chat that it was them. */
import { z } from 'zod';
import type { PrivacyRequest, PrivacyRequestStore } from '../../../privacy/privacy-request.ts';
import { personSchema, placeSchema } from '../../requests.ts';

const mailWishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('export') }),
  z.object({ kind: z.literal('erase'), handOver: z.boolean() }),
  /** `email`: the new address, in the form of `normalEmail`. */
  z.object({ kind: z.literal('correct'), email: z.string() }),
]);

export type MailWish = z.infer<typeof mailWishSchema>;

/** What such a request holds until it is carried out. */
export const mailFactsSchema = z.object({
  wish: mailWishSchema,
  accountId: z.string(),
  /** The address was verified, so that nobody need be asked. */
  isVerified: z.boolean(),
  /** Who said yes, and where the answer goes; null: nobody yet. */
  confirmed: z.object({ person: personSchema, place: placeSchema }).nullable(),
});
export type MailFacts = z.infer<typeof mailFactsSchema>;

/**
 * `asked`: the question stands in direct messages. `confirmed` and `refused`: it was answered. `unreachable`: no direct message can be sent. `unlinked`: nobody in any chat belongs to the account.
 * `lapsed`: nobody answered in time. `begun`: it is carried out. `corrected` and `taken`: how a correction ended.
 */
export type MailStep =
  | 'asked'
  | 'confirmed'
  | 'refused'
  | 'unreachable'
  | 'unlinked'
  | 'lapsed'
  | 'begun'
  | 'corrected'
  | 'taken';

/** A week from the day it came. */
export const confirmWithinMs = 7 * 24 * 3_600_000;

/** The same kind of request of the same person may come from elsewhere, too. */
const prefix = 'mail-';
export const mailRequestId = (id: string): string => `${prefix}${id}`;
export const isByMail = ({ id }: Pick<PrivacyRequest, 'id'>): boolean => id.startsWith(prefix);

export function isSameWish(one: MailWish, other: MailWish): boolean {
  if (one.kind === 'erase') return other.kind === 'erase' && one.handOver === other.handOver;
  if (one.kind === 'correct') return other.kind === 'correct' && one.email === other.email;
  return other.kind === 'export';
}

/** Ends one that was not begun yet, as if nobody had answered. False for one that is carried out, or has ended. */
export async function endWaiting(
  { privacyRequests }: { privacyRequests: Pick<PrivacyRequestStore, 'claim' | 'finish'> },
  { id, step }: Pick<PrivacyRequest, 'id' | 'step'>,
): Promise<boolean> {
  const isWaiting = step === null || step === 'asked' || step === 'confirmed';
  const lapsed: MailStep = 'lapsed';
  if (!isWaiting || !(await privacyRequests.claim(id, step, lapsed))) return false;
  await privacyRequests.finish(id, 'done');
  return true;
}

export const mayBegin = ({ isVerified }: Pick<MailFacts, 'isVerified'>, step: string | null): boolean =>
  step === 'confirmed' || (isVerified && step === null);
