/** Command definitions as the loopback accepts them. Limits: Discord's documentation, interactions/application-commands. */
import { z } from 'zod';

/** The languages that names can be translated into. */
const locales =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

const typedName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u, 'Command name is invalid')
  .refine((name) => name === name.toLowerCase(), 'Command name must be in lower case');
const menuName = z.string().min(1).max(32);
const description = z.string().min(1).max(100);
const byLocale = (value: z.ZodType) =>
  z
    .record(z.string(), value.nullable())
    .refine((map) => Object.keys(map).every((key) => locales.includes(key)), 'Unknown locale')
    .nullish();

const choice = z.strictObject({
  name: z.string().min(1).max(100),
  name_localizations: byLocale(z.string().min(1).max(100)),
  value: z.union([z.string().max(100), z.number()]),
});

const named = {
  name: typedName,
  name_localizations: byLocale(typedName),
  description,
  description_localizations: byLocale(description),
};
const option = z
  .strictObject({
    ...named,
    type: z.union([3, 4, 5, 6, 7, 8, 9, 10, 11].map((type) => z.literal(type))),
    required: z.boolean().optional(),
    choices: z.array(choice).max(25).optional(),
    autocomplete: z.boolean().optional(),
    channel_types: z.array(z.number()).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    min_length: z.number().int().min(0).max(6000).optional(),
    max_length: z.number().int().min(1).max(6000).optional(),
    file_types: z.array(z.string()).max(10).optional(),
  })
  .refine((one) => !(one.autocomplete && one.choices?.length), 'Choices and autocomplete exclude each other');

const options = z
  .array(option)
  .max(25)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'Option names must be unique')
  .refine(
    (all) => all.every((one, at) => one.required !== true || at === 0 || all[at - 1]?.required === true),
    'Required options must be placed before non-required options',
  );
const subcommand = z.strictObject({ ...named, type: z.literal(1), options: options.optional() });
const group = z.strictObject({ ...named, type: z.literal(2), options: z.array(subcommand).min(1).max(25) });

const common = {
  id: z.string().optional(),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  default_permission: z.boolean().nullish(),
  nsfw: z.boolean().optional(),
  contexts: z
    .array(z.union([z.literal(0), z.literal(1), z.literal(2)]))
    .min(1)
    .nullish(),
  integration_types: z
    .array(z.union([z.literal(0), z.literal(1)]))
    .min(1)
    .optional(),
};
const typed = z.strictObject({
  ...common,
  ...named,
  type: z.literal(1).optional(),
  options: z
    .union([
      z
        .array(z.union([subcommand, group]))
        .min(1)
        .max(25),
      options,
    ])
    .optional(),
});
const inMenu = z.strictObject({
  ...common,
  type: z.union([z.literal(2), z.literal(3)]),
  name: menuName,
  name_localizations: byLocale(menuName),
  description: z.literal('').optional(),
  description_localizations: z.record(z.string(), z.never()).nullish(),
  options: z.array(z.never()).optional(),
});
const command = z.union([typed, inMenu]);
export type SentCommand = z.infer<typeof command>;

/** How many commands of each kind an app may have. */
const most: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
/** The words of one command together, counting the longest language. */
const mostWords = 8000;

const typeOf = (one: SentCommand) => one.type ?? 1;

export const commandList = z
  .array(command)
  .refine(
    (all) => Object.entries(most).every(([type, limit]) => all.filter((one) => typeOf(one) === Number(type)).length <= limit),
    'Maximum number of application commands reached',
  )
  .refine(
    (all) => new Set(all.map((one) => `${typeOf(one)} ${one.name}`)).size === all.length,
    'Application command names must be unique',
  )
  .refine((all) => all.every((one) => wordsIn(one) <= mostWords), 'Command is too large');

function wordsIn(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, one) => sum + wordsIn(one), 0);
  if (typeof part !== 'object' || part === null) return 0;
  const {
    name,
    description,
    value,
    options,
    choices,
    name_localizations: names,
    description_localizations: descriptions,
  } = part as Record<string, unknown>;
  return longest(name, names) + longest(description, descriptions) + longest(value, null) + wordsIn(options) + wordsIn(choices);
}

function longest(text: unknown, translations: unknown): number {
  const all = [text, ...Object.values((translations as Record<string, unknown> | null | undefined) ?? {})];
  return Math.max(0, ...all.map((one) => (typeof one === 'string' ? one.length : 0)));
}
