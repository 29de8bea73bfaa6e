/** An export on request: what its steps need to know, and what is in the archive. */
import { z } from 'zod';
import { localeSchema } from '../../locale.ts';
import { messageSchema, personSchema, placeSchema } from '../../requests.ts';

/** Why it is in the archive, and from where its bytes come. */
export const entrySchema = z.object({
  /** In the archive. */
  path: z.string(),
  mediaType: z.string(),
  category: z.enum([
    'account',
    'identities',
    'consents',
    'ads',
    'products',
    'brands',
    'disclosures',
    'requests',
    'usage',
    'messages',
    'media',
  ]),
  /** How long it is kept here, in a word for a program. */
  retention: z.enum(['until-deleted', '24-hours']),
  bytes: z.number().int(),
  source: z.discriminatedUnion('from', [
    z.object({ from: z.literal('section'), id: z.string() }),
    z.object({ from: z.literal('creative'), id: z.string(), adId: z.string() }),
    z.object({ from: z.literal('photo'), id: z.string(), area: z.enum(['photos', 'cutouts']) }),
    z.object({ from: z.literal('logo'), id: z.string() }),
    z.object({ from: z.literal('font'), id: z.string() }),
  ]),
});
export type Entry = z.infer<typeof entrySchema>;

export const exportFactsSchema = z.object({
  person: personSchema,
  /** Where the person asked; null: in the portal, where it is fetched once. */
  place: placeSchema.nullable(),
  locale: localeSchema,
  /** Ms since 1970; 0: not gathered yet. */
  gatheredAt: z.number(),
  counts: z.record(z.string(), z.number()),
  entries: z.array(entrySchema),
  /** SHA-256 of entries that were written, by path. */
  hashes: z.record(z.string(), z.string()),
  message: messageSchema.nullable(),
  /** The journal of files handed over: the platform's ids by key. */
  sent: z.record(z.string(), z.string()),
});
export type ExportFacts = z.infer<typeof exportFactsSchema>;
