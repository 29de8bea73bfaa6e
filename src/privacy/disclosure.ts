/** What went to a partner: one record per call, equal to what went over the wire. */
import { z } from 'zod';
import { disclosedFields } from './partners.ts';

export const disclosureFactsSchema = z.object({
  /** What for, e.g. "stills". */
  purpose: z.string(),
  fields: z.array(z.enum(disclosedFields)),
  /** Of the whole request body. */
  bytes: z.number().int(),
  sha256: z.string(),
  /** The partner's own id of it; null where the answer was lost. */
  remoteId: z.string().nullable(),
  copy: z.enum(['there', 'removed', 'unknown']),
});
export type DisclosureFacts = z.infer<typeof disclosureFactsSchema>;

/** Times in ms since 1970. `lapsesAt`: when the copy goes there at the latest; null where nobody says. */
export type Disclosure = {
  id: string;
  ownerId: string;
  adId: string | null;
  partner: string;
  facts: DisclosureFacts;
  at: number;
  lapsesAt: number | null;
};

/** Port to the disclosures. */
export interface DisclosureStore {
  /** Stored before the request is sent. */
  add(disclosure: Omit<Disclosure, 'at'>): Promise<void>;
  change(id: string, facts: DisclosureFacts): Promise<void>;
  /** Newest first. */
  ofOwner(ownerId: string): Promise<Disclosure[]>;
}
