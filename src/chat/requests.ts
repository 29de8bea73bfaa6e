/** What people ask through a chat, in the form in which it is stored until it is carried out. */
import { z } from 'zod';
import { audienceSchema, settingsSchema } from '../accounts/settings.ts';
import { workspaceRulesSchema } from '../accounts/workspace-rules.ts';
import { kitFactsSchema } from '../brand/kit.ts';
import { productFactsSchema } from '../brand/product.ts';
import { copySchema, languageSchema, lookSchema } from '../generation/recipe.ts';
import { localeSchema } from './locale.ts';
import { actionIds } from './messages.ts';
import { erasureScope } from './privacy/erasure-scope.ts';

export const personSchema = z.object({ platform: z.string(), workspace: z.string(), person: z.string() });
export const placeSchema = z.object({
  platform: z.string(),
  workspace: z.string(),
  channel: z.string(),
  thread: z.string().nullable(),
});
export const fileSchema = z.object({
  platform: z.string(),
  workspace: z.string(),
  file: z.string(),
  name: z.string(),
  bytes: z.number(),
});
export const messageSchema = z.object({
  platform: z.string(),
  workspace: z.string(),
  channel: z.string(),
  message: z.string(),
  thread: z.string().nullable(),
});

export const requestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('make-ad'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    text: z.string(),
    places: z.array(z.string()),
    film: z.boolean(),
    language: languageSchema.optional(),
    /** As typed; absent: the brief's, the brand's, or one that is chosen. */
    button: z.string().optional(),
    /** Said now, together with agreeing to the policy; absent: as they said before. */
    keepPhotos: z.boolean().optional(),
    audience: audienceSchema,
    files: z.array(fileSchema),
    /** A brand kit, or `none`; absent: the usual one of the place. */
    kit: z.string().optional(),
    /** A saved product, whose photos come first. */
    product: z.string().optional(),
    /** An ad for each file, instead of one with all of them. */
    each: z.boolean().optional(),
    /** Somebody's ad that is made once more, with its photos behind the files. */
    copyOf: z.string().optional(),
    /** With the project's own photo. */
    sample: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('edit-text'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    adId: z.string(),
    copy: copySchema,
    look: lookSchema.optional(),
    /** Only where it changes. */
    language: languageSchema.optional(),
    files: z.array(fileSchema),
  }),
  z.object({
    kind: z.literal('ask-approval'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    adId: z.string(),
    approver: z.string(),
  }),
  z.object({
    kind: z.literal('request-changes'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    adId: z.string(),
    note: z.string(),
  }),
  z.object({
    kind: z.literal('settings'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    settings: settingsSchema,
  }),
  z.object({
    kind: z.literal('save-kit'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    /** Null for a new one. */
    kitId: z.string().nullable(),
    facts: kitFactsSchema,
    /** Used from now on wherever no other is chosen. */
    everywhere: z.boolean(),
    /** Null: the logo stays as it is. */
    logo: fileSchema.or(z.literal('remove')).nullable(),
    /** Null: the font stays as it is. */
    font: fileSchema.or(z.literal('remove')).nullable().default(null),
  }),
  z.object({
    kind: z.literal('save-product'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    adId: z.string(),
    facts: productFactsSchema,
  }),
  z.object({
    kind: z.literal('erase'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    scope: erasureScope,
  }),
  z.object({
    kind: z.literal('workspace-rules'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    rules: workspaceRulesSchema,
  }),
  /** Of nobody's asking: the bot came to a workspace, and this person is welcomed. */
  z.object({ kind: z.literal('welcome'), locale: localeSchema, person: personSchema, place: placeSchema }),
  z.object({
    kind: z.literal('press'),
    locale: localeSchema,
    person: personSchema,
    place: placeSchema,
    action: z.enum(actionIds),
    value: z.string(),
    message: messageSchema.nullable(),
  }),
]);
export type Request = z.infer<typeof requestSchema>;
export type AdRequest = Extract<Request, { kind: 'make-ad' }>;
export type EditRequest = Extract<Request, { kind: 'edit-text' }>;
export type AskApprovalRequest = Extract<Request, { kind: 'ask-approval' }>;
export type ChangesRequest = Extract<Request, { kind: 'request-changes' }>;
export type SettingsRequest = Extract<Request, { kind: 'settings' }>;
export type KitRequest = Extract<Request, { kind: 'save-kit' }>;
export type ProductRequest = Extract<Request, { kind: 'save-product' }>;
export type EraseRequest = Extract<Request, { kind: 'erase' }>;
export type RulesRequest = Extract<Request, { kind: 'workspace-rules' }>;
export type WelcomeRequest = Extract<Request, { kind: 'welcome' }>;
export type PressRequest = Extract<Request, { kind: 'press' }>;

/** What travels with an open form. */
export const makeContextSchema = z.object({
  place: placeSchema,
  files: z.array(fileSchema),
  /** The form asks the person to agree before anything is kept for them. */
  accepts: z.boolean(),
  /** The ad that is made once more, where its photos are still there. */
  copyOf: z.string().optional(),
  /** With the project's own photo where none is added. */
  sample: z.boolean().optional(),
});
export const kitContextSchema = z.object({ place: placeSchema, kitId: z.string().nullable() });
export const productContextSchema = z.object({ place: placeSchema, adId: z.string() });
export const adContextSchema = z.object({ place: placeSchema, adId: z.string() });
export const settingsContextSchema = z.object({ place: placeSchema });

export const editContextSchema = z.object({ place: placeSchema, adId: z.string(), needsPhoto: z.boolean() });
