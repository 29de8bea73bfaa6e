/** The AI partners (policy clause 3): who they are is declared by their adapters; what is decided about them is here. */

/** Everything a person is told before they agree. Names and places are not translated; sentences are made in `chat/wording`. */
export type Partner = {
  /** The adapter's folder name. */
  id: string;
  name: string;
  /** Who runs it, and where it computes. */
  company: string;
  country: string;
  /** What it is used for. */
  uses: readonly PartnerUse[];
  /** What it gets, and nothing else. */
  gets: readonly Disclosed[];
  /** Days after which the partner's copy goes by itself, as its documents say; null where they do not. */
  keepsDays: number | null;
  /** Whether it can be asked to remove a copy at once. */
  canForget: boolean;
  /** Where its terms can be read. */
  terms: string;
};

export const partnerUses = ['copy', 'stills', 'clips', 'transitions'] as const;
export type PartnerUse = (typeof partnerUses)[number];
/** Policy clause 3: "such as uploaded product images, color profiles, and prompt instructions". */
export const disclosedFields = ['picture', 'colours', 'prompt'] as const;
export type Disclosed = (typeof disclosedFields)[number];

/** `isReady`: configured by the operator, who has confirmed that the partner trains on nothing. */
export type PartnerHere = Partner & { isReady: boolean };
