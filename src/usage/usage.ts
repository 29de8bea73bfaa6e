/** Who used what and when: the only place where times, addresses and browsers are kept (policy clause 1, usage details), and for 24 hours at most (clause 4). */
import { z } from 'zod';

export const usageFactsSchema = z.object({
  /** Ms since 1970. */
  at: z.number(),
  what: z.enum(['command', 'request', 'ad', 'page', 'sign-in']),
  /** A word of ours, never of the person: which command, kind of request or page. */
  name: z.string(),
  /** How long it took, in ms; null where that was not measured. */
  ms: z.number().nullable(),
  /** Of a browser; null in a chat, which tells neither. */
  address: z.string().nullable(),
  browser: z.string().nullable(),
});
export type UsageFacts = z.infer<typeof usageFactsSchema>;

/** `person`: as `platform workspace person`, also of an account; null where nobody is known. */
export type UsageEvent = UsageFacts & { person: string | null };

/** Port to the usage events, each sealed under the key of its hour. What is older than 24 hours is never given out, whether it was removed yet or not. */
export interface UsageStore {
  record(events: readonly UsageEvent[]): Promise<void>;
  /** Oldest first. */
  ofPerson(person: string): Promise<UsageFacts[]>;
  /** When the oldest one that can still be read was made; null where there is none. */
  oldest(): Promise<number | null>;
  /** When the oldest hour began of which anything still lies here, ms, whether it can be read or not; null: none. */
  oldestHour(): Promise<number | null>;
  /** Removes this person's events. */
  forgetPerson(person: string): Promise<void>;
  /** Destroys the keys of hours that began 24 hours ago or earlier, then drops all their rows at once. Resolves with how many hours went. */
  expire(): Promise<number>;
}

/** Notes what happened; never keeps anybody waiting, and losing one is no loss to the person. */
export type NoteUsage = (event: UsageEvent) => void;
