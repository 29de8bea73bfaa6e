/** The privacy policy as text: made from what is declared, so that it cannot promise anything else than what is held. */

import type { PartnerHere } from './partners.ts';
import type { DataClass, Declaration, PolicyClause } from './personal-data.ts';

/** Grows when anything changes that a person has to know; a test holds the text to it. */
export const policyVersion = '2026-11-23';

/** Everything the words of a policy are made of. `contact`: where the operator's privacy team is reached; null: not named. */
export type PolicyFacts = {
  classes: { id: DataClass; clause: PolicyClause }[];
  partners: PartnerHere[];
  contact: string | null;
  /** After so many days everything of a workspace that removed the bot is gone. */
  graceDays: number;
};

const order: readonly PolicyClause[] = [
  '1 Account Data',
  '1 Media Assets',
  '1 Usage Details',
  '2 Protection',
  '3 Subprocessors',
  '4 Retention',
];

/** The classes of data that the declarations name, each once, in the order of the policy. What belongs to nobody is left out. */
export function classesOf(declarations: readonly Declaration[]): PolicyFacts['classes'] {
  const found = new Map<DataClass, PolicyClause>();
  for (const one of declarations)
    if ('class' in one && one.class !== 'nobody' && !found.has(one.class)) found.set(one.class, one.clause);
  return [...found]
    .map(([id, clause]) => ({ id, clause }))
    .sort((a, b) => order.indexOf(a.clause) - order.indexOf(b.clause) || a.id.localeCompare(b.id));
}
