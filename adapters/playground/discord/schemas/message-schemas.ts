/** Messages as the loopback accepts them: unknown types, unknown keys and overlong values are refused, as Discord does or should. */
import { z } from 'zod';
import { button, id, selectMenu, textDisplay, words } from './component-parts.ts';

const media = z.strictObject({
  url: z
    .union([z.string().regex(/^attachment:\/\/[\w.-]+$/), z.url({ protocol: /^https?$/ })])
    .refine((url) => url.length <= 2048),
});
const described = { description: words(1024).nullish(), spoiler: z.boolean().optional() };

const actionRow = z.strictObject({
  type: z.literal(1),
  id,
  components: z.union([z.array(button).min(1).max(5), z.array(selectMenu).length(1)]),
});
const thumbnail = z.strictObject({ type: z.literal(11), id, media, ...described });
const section = z.strictObject({
  type: z.literal(9),
  id,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.union([button, thumbnail]),
});
const gallery = z.strictObject({
  type: z.literal(12),
  id,
  items: z
    .array(z.strictObject({ media, ...described }))
    .min(1)
    .max(10),
});
const file = z.strictObject({
  type: z.literal(13),
  id,
  file: media.refine((one) => one.url.startsWith('attachment://'), 'A file component shows an attachment only'),
  spoiler: z.boolean().optional(),
});
const separator = z.strictObject({
  type: z.literal(14),
  id,
  divider: z.boolean().optional(),
  spacing: z.union([z.literal(1), z.literal(2)]).optional(),
});
const inContainer = z.discriminatedUnion('type', [actionRow, textDisplay, section, gallery, separator, file]);
const container = z.strictObject({
  type: z.literal(17),
  id,
  components: z.array(inContainer).min(1),
  accent_color: z.number().int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().optional(),
});

/** With the Components V2 flag. */
export const modernComponents = z.array(
  z.discriminatedUnion('type', [actionRow, textDisplay, section, gallery, separator, file, container]),
);
/** Without it: rows of buttons and menus under the words. */
export const plainComponents = z.array(actionRow).max(5);

/** Counting those inside others; text of all of them together. */
export const mostComponents = 40;
export const mostDisplayedText = 4000;

const embed = z.looseObject({
  title: z.string().max(256).optional(),
  description: z.string().max(4096).optional(),
  fields: z
    .array(z.looseObject({ name: words(256), value: words(1024) }))
    .max(25)
    .optional(),
});
const attachment = z.strictObject({
  id: z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]).transform(String),
  filename: words(1024).optional(),
  description: z.string().max(1024).nullish(),
  title: z.string().max(1024).nullish(),
  waveform: z.string().nullish(),
  duration_secs: z.number().nullish(),
  is_spoiler: z.boolean().nullish(),
  /** discord.js sends back what it was told of a file that is kept. */
  url: z.string().optional(),
  proxy_url: z.string().optional(),
  size: z.number().optional(),
  content_type: z.string().nullish(),
  ephemeral: z.boolean().optional(),
  flags: z.number().optional(),
});
export type SentAttachment = z.infer<typeof attachment>;

const allowedMentions = z.strictObject({
  parse: z.array(z.enum(['roles', 'users', 'everyone'])).optional(),
  users: z.array(z.string()).max(100).optional(),
  roles: z.array(z.string()).max(100).optional(),
  replied_user: z.boolean().optional(),
});

/** Every key that a message may be sent with; `components` are read once the flags are known. */
export const messageBody = z.strictObject({
  /** Bots may send 2,000 characters, though the OpenAPI file says 4,000. */
  content: z.string().max(2000).nullish(),
  embeds: z.array(embed).max(10).nullish(),
  components: z.array(z.unknown()).nullish(),
  attachments: z.array(attachment).max(10).nullish(),
  flags: z.number().int().nullish(),
  allowed_mentions: allowedMentions.nullish(),
  message_reference: z.looseObject({ message_id: z.string(), fail_if_not_exists: z.boolean().optional() }).nullish(),
  nonce: z
    .union([words(25), z.number().int()])
    .transform(String)
    .nullish(),
  enforce_nonce: z.boolean().nullish(),
  tts: z.boolean().nullish(),
});
export type MessageBody = z.infer<typeof messageBody>;
