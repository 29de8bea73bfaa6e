/** Port to the intake: one row per acknowledged request, written before it is acknowledged, gone after 24 hours. */
export type IntakeState = 'taken' | 'done' | 'refused' | 'void';

export type NewIntake = {
  id: string;
  /** The platform's delivery id; a second row with the same one is never stored. */
  deliveryId: string;
  /** The person, as `platform workspace person`: hashed, never stored. */
  person: string;
  /** JSON; sealed under the key of this hour. */
  input: unknown;
  createdAt: number;
};

export interface IntakeStore {
  /** One insert. `duplicate`: this delivery is stored already. Rejects with `database-unavailable` or `key-store-unavailable`. */
  add(intake: NewIntake): Promise<'added' | 'duplicate'>;
  read(id: string): Promise<{ state: IntakeState; input: unknown } | null>;
  /** Counts an orderly failure; resolves with the count. */
  countFailure(id: string): Promise<number>;
  settle(id: string, state: Exclude<IntakeState, 'taken'>): Promise<void>;
  /** Ids of requests still to be carried out, taken before `before`. */
  waiting(before: number): Promise<string[]>;
  /** Removes all rows and keys of hours that began 24 hours before `now` or earlier. */
  expire(now: number): Promise<void>;
}
