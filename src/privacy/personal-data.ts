/** What every outside system owes: a declaration of the personal data it holds. `ls adapters` is the list of every system that data can reach. */

/** Policy clauses (privacy policy of 21 May 2026): 1 what is collected, 2 protection, 3 partners, 4 retention and rights. */
export type PolicyClause =
  | '1 Account Data'
  | '1 Media Assets'
  | '1 Usage Details'
  | '2 Protection'
  | '3 Subprocessors'
  | '4 Retention';

/** What a person is told of in one sentence, in their language; `nobody`: nothing of any person. */
export const dataClasses = [
  'identity',
  'token',
  'photo',
  'ad',
  'product',
  'brand',
  'posted',
  'keys',
  'request',
  'usage',
  'consent',
  'disclosure',
  'rights',
  'nobody',
] as const;
export type DataClass = (typeof dataClasses)[number];

export type Holding = {
  class: DataClass;
  /** What is held, in words for a person. */
  holds: string;
  /** Why, in words for a person. */
  purpose: string;
  clause: PolicyClause;
  /** For how long, in words for a person. */
  keptFor: string;
  /** How it gets into an export. */
  exported: string;
  /** How erasing on request removes it. */
  erased: string;
  /** How retention removes it without a request; `until erased` where nothing else does. */
  expires: string;
};

/** An area that holds nothing personal argues why in one sentence. */
export type Declaration = Holding | { keepsNothing: string };

export type PersonalData<Area extends string = string> = Readonly<Record<Area, Declaration>>;

/** Every adapter is an outside system: it has a name, declares its personal data and can be closed. */
export interface OutsideSystem {
  /** The adapter's folder name. */
  readonly name: string;
  readonly personalData: PersonalData;
  /** Lets go of connections, processes and files; safe to call twice. */
  close(): Promise<void>;
}
