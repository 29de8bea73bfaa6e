/** The records of an export, as they stand in its JSON files. Their schemas are shipped in the archive. */
import { z } from 'zod';
import { settingsSchema } from '../../../accounts/settings.ts';
import { kitFactsSchema } from '../../../brand/kit.ts';
import { productFactsSchema } from '../../../brand/product.ts';
import { adStates } from '../../../generation/ad.ts';
import { briefSchema } from '../../../generation/brief.ts';
import { recipeSchema } from '../../../generation/recipe.ts';
import { disclosureFactsSchema } from '../../../privacy/disclosure.ts';
import { usageFactsSchema } from '../../../usage/usage.ts';

const instant = z.iso.datetime();

export const recordSchemas = {
  account: z.object({
    /** Null where the identities are not joined to an account. */
    account: z.string().nullable(),
    email: z.string().nullable(),
    isVerified: z.boolean(),
    /** Credentials are kept as a hash that helps nobody else, so it is only said that there are some. */
    hasPassword: z.boolean(),
    recoveryCodes: z.number().int(),
    members: z.array(z.object({ member: z.string(), settings: settingsSchema })),
  }),
  identities: z.object({ platform: z.string(), workspace: z.string(), person: z.string() }),
  consents: z.object({ partner: z.string(), given: z.boolean(), textVersion: z.string(), at: instant }),
  ads: z.object({
    id: z.string(),
    firstVersion: z.string(),
    version: z.number().int(),
    state: z.enum(adStates),
    madeAt: instant,
    brief: briefSchema,
    recipe: recipeSchema.nullable(),
    proposals: z.array(recipeSchema),
    /** Whoever was asked is somebody else, and left out. */
    approval: z.enum(['asked', 'approved', 'changes']).nullable(),
    photos: z.array(z.string()),
    files: z.array(
      z.object({ path: z.string(), format: z.string(), width: z.number(), height: z.number(), altText: z.string() }),
    ),
  }),
  products: z.object({ id: z.string(), ...productFactsSchema.shape, photos: z.array(z.string()) }),
  brands: z.object({ id: z.string(), ...kitFactsSchema.omit({ editors: true }).shape, logo: z.string().nullable() }),
  disclosures: z.object({
    partner: z.string(),
    ad: z.string().nullable(),
    at: instant,
    lapsesAt: instant.nullable(),
    ...disclosureFactsSchema.shape,
  }),
  requests: z.object({ at: instant, state: z.string(), input: z.unknown() }),
  usage: z.object({ ...usageFactsSchema.shape, at: instant }),
  messages: z.object({
    ad: z.string(),
    platform: z.string(),
    workspace: z.string(),
    channel: z.string(),
    message: z.string(),
    thread: z.string().nullable(),
    what: z.enum(['ad', 'copy', 'earlier']),
  }),
} as const;

export type RecordName = keyof typeof recordSchemas;
export type RecordOf<Name extends RecordName> = z.infer<(typeof recordSchemas)[Name]>;

/** Where each kind stands in the archive: one object, a list, or one per line. */
export const recordFiles: Record<RecordName, string> = {
  account: 'account.json',
  identities: 'identities.json',
  consents: 'consents.json',
  ads: 'ads.jsonl',
  products: 'products.json',
  brands: 'brands.json',
  disclosures: 'disclosures.jsonl',
  requests: 'requests-24h.jsonl',
  usage: 'usage-24h.jsonl',
  messages: 'messages.jsonl',
};

/** What is left out, and why: never silently. */
export const notIncluded = [
  { what: 'password and recovery codes', why: 'Only bcrypt hashes are kept, which help nobody else.' },
  { what: 'tokens of workspaces', why: 'A token opens the workspace to whoever has it.' },
  { what: 'encryption keys', why: 'They are secrets; everything they encrypt is in this archive, decrypted.' },
  { what: 'who was asked to approve an ad', why: 'That is personal data of somebody else.' },
  { what: 'who else may edit a brand', why: 'That is personal data of others.' },
  { what: 'originals of photos', why: 'They were never kept: only the straightened copy without metadata is, and it is here.' },
  { what: 'messages themselves', why: 'They lie with the chat platform; messages.jsonl names each of them.' },
] as const;
