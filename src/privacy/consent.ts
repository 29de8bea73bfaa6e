/** Consent to partners: given and withdrawn per partner, with its history. Nothing goes to a partner without it (policy clauses 3 and 4). */

/** The text people are shown when they are asked; a new one asks anew. */
export const consentTextVersion = '2026-11-22';

/** `at`: ms since 1970. */
export type ConsentAnswer = { partner: string; given: boolean; textVersion: string; at: number };

/** Port to the answers that people gave. */
export interface ConsentStore {
  /** Adds an answer; the earlier ones stay as history. */
  add(ownerId: string, answer: Omit<ConsentAnswer, 'at'>): Promise<void>;
  /** Oldest first. */
  history(ownerId: string): Promise<ConsentAnswer[]>;
  /** Whether the newest answer about this partner, to the text of this version, is yes; read anew at every call. */
  holds(ownerId: string, partner: string, textVersion: string): Promise<boolean>;
  /** How many people's newest answer about this partner, to the text of this version, is yes. */
  countAgreed(partner: string, textVersion: string): Promise<number>;
}

/** The partners a person agrees to now. An answer to an older text does not count as a yes. */
export function partnersAgreedTo(history: readonly ConsentAnswer[], textVersion: string): string[] {
  const newest = new Map<string, ConsentAnswer>();
  for (const answer of history) newest.set(answer.partner, answer);
  return [...newest.values()]
    .filter(({ given, textVersion: shown }) => given && shown === textVersion)
    .map(({ partner }) => partner);
}
