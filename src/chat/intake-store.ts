/** Port to the intake: one row per acknowledged request, written before it is acknowledged, gone after 24 hours. */
export type IntakeState = 'taken' | 'done' | 'refused' | 'void';

export type NewIntake = {
  id: string;
  /** Random: names this try to store it. */
  attempt: string;
  /** The platform's delivery id; a second row with the same one is never stored. */
  deliveryId: string;
  /** The person, as `platform workspace person`: hashed, never stored. */
  person: string;
  /** JSON; sealed under the key of this hour. */
  input: unknown;
  createdAt: number;
};

export interface IntakeStore {
  /**
   * Stores the request, once per delivery. `id`: of the row that now stands for it, which may be an earlier one; `isOwed`: it is still
   * to be carried out. Rejects with `database-unavailable` or `key-store-unavailable`: then it is not known whether it was stored.
   */
  add(intake: NewIntake): Promise<{ id: string; isOwed: boolean }>;
  /** Makes what this try stored void, unless a later try was told that it is taken. */
  revoke(attempt: string): Promise<void>;
  read(id: string): Promise<{ state: IntakeState; input: unknown; createdAt: number } | null>;
  /** Counts an orderly failure; resolves with the count. */
  countFailure(id: string): Promise<number>;
  settle(id: string, state: Exclude<IntakeState, 'taken'>): Promise<void>;
  /** What this person asked for and is still kept, oldest first; `input` as it was stored. */
  ofPerson(person: string): Promise<{ state: IntakeState; input: unknown; createdAt: number }[]>;
  /** How many of this person's requests are still kept. */
  countOf(person: string): Promise<number>;
  /** What this person asked for is forgotten and never carried out; a second delivery of it is still recognised. */
  forgetPerson(person: string): Promise<void>;
  /** Ids of requests still to be carried out, taken before `before`. */
  waiting(before: number): Promise<string[]>;
  /** Removes all rows and keys of hours that began 24 hours before `now` or earlier. */
  expire(now: number): Promise<void>;
}

/** What is still to be carried out, of a person's requests. */
export const requestsWaiting = (requests: readonly { state: IntakeState; input: unknown }[]): unknown[] =>
  requests.flatMap(({ state, input }) => (state === 'taken' ? [input] : []));
