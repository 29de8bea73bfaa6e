/** A request of a person about their own data: it has a number, a clock and steps, and survives crashes. Port to where it is kept. */

export const privacyRequestKinds = ['export', 'erase', 'correct'] as const;
export type PrivacyRequestKind = (typeof privacyRequestKinds)[number];

/** `open`: still being worked on. `owed`: done here, something is outstanding elsewhere. */
export type PrivacyRequestState = 'open' | 'owed' | 'done';

/** Under which law it is asked. Who does not say is answered under the stricter one. */
export type PrivacyLaw = 'gdpr' | 'ccpa';
/** Days. GDPR art. 12(3): one month; CCPA § 1798.130(a)(2): 45 days. */
export const answerWithinDays: Readonly<Record<PrivacyLaw, number>> = { gdpr: 30, ccpa: 45 };
/** The operator is warned when so much of the time is over. */
export const warnAfterShare = 0.8;

export type PrivacyRequest = {
  /** Random; stands on the receipt. */
  id: string;
  kind: PrivacyRequestKind;
  state: PrivacyRequestState;
  /** The last step that was finished; null: none. */
  step: string | null;
  /** What the steps need, opaque here; sealed under a key of its own, which goes with the request's end; null then. */
  facts: unknown;
  /** Signed, without personal data; null before it is written. */
  receipt: string | null;
  /** Ms since 1970. */
  receivedAt: number;
  dueAt: number;
  doneAt: number | null;
};

export type NewPrivacyRequest = Pick<PrivacyRequest, 'id' | 'kind' | 'facts'> & {
  /** Who asked, as `platform workspace person`; stored as a hash, and forgotten when they are erased. */
  person: string;
  /** Absent: `gdpr`. */
  law?: PrivacyLaw;
};

export interface PrivacyRequestStore {
  /** Stores it with its clock running; a second one with the same id changes nothing. */
  add(request: NewPrivacyRequest): Promise<void>;
  read(id: string): Promise<PrivacyRequest | null>;
  /** Notes a finished step, with the facts as they are then. */
  advance(id: string, step: string, facts: unknown): Promise<void>;
  /** From one step (null: none) to the next, for one of several that try at once. */
  claim(id: string, step: string | null, next: string): Promise<boolean>;
  saveReceipt(id: string, receipt: string): Promise<void>;
  /** Done here. `owed`: the key of the facts stays until what is outstanding elsewhere is settled. */
  finish(id: string, state: 'owed' | 'done'): Promise<void>;
  /** Ids in these states, oldest first. */
  list(states: readonly PrivacyRequestState[]): Promise<string[]>;
  /** Those of one person, newest first; facts are left out. */
  ofPerson(person: string): Promise<PrivacyRequest[]>;
  /** All requests of the first are the second's now. */
  movePerson(from: string, to: string): Promise<void>;
  /** From now on nothing tells who asked for this person's requests. */
  forgetPerson(person: string): Promise<void>;
  /** Open requests whose time is over by the given share at `now`. */
  late(now: number, share: number): Promise<{ id: string; dueAt: number }[]>;
}

/** 0 to 1 and beyond: how much of its time a request has used. */
export const timeUsed = ({ receivedAt, dueAt }: Pick<PrivacyRequest, 'receivedAt' | 'dueAt'>, now: number): number =>
  (now - receivedAt) / (dueAt - receivedAt);
