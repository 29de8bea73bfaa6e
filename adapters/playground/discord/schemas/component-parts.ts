/** What components of messages and of forms share. Limits: Discord's documentation, components/reference. */
import { z } from 'zod';

export const words = (most: number) => z.string().min(1).max(most);
export const customId = words(100);
/** A number that the app gives a component; Discord gives one where it is absent. */
export const id = z.number().int().nonnegative().optional();
const emoji = z.strictObject({ id: z.string().nullish(), name: z.string().nullish(), animated: z.boolean().optional() });

const link = z.strictObject({
  type: z.literal(2),
  id,
  style: z.literal(5),
  label: words(80).optional(),
  emoji: emoji.optional(),
  url: z.url().max(512),
  disabled: z.boolean().optional(),
});
const pressed = z.strictObject({
  type: z.literal(2),
  id,
  style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  label: words(80).optional(),
  emoji: emoji.optional(),
  custom_id: customId,
  disabled: z.boolean().optional(),
});
export const button = z
  .discriminatedUnion('style', [link, pressed])
  .refine((one) => one.label !== undefined || one.emoji !== undefined, 'A button must have a label or an emoji');

const stringOption = z.strictObject({
  label: words(100),
  value: words(100),
  description: words(100).optional(),
  emoji: emoji.optional(),
  default: z.boolean().optional(),
});
const range = { min_values: z.number().int().min(0).max(25).optional(), max_values: z.number().int().min(1).max(25).optional() };
const menu = {
  id,
  custom_id: customId,
  placeholder: words(150).optional(),
  ...range,
  disabled: z.boolean().optional(),
  required: z.boolean().optional(),
};
const listedMenu = z
  .strictObject({ type: z.literal(3), ...menu, options: z.array(stringOption).min(1).max(25) })
  .refine((one) => new Set(one.options.map((option) => option.value)).size === one.options.length, 'Option values must be unique')
  .refine((one) => (one.max_values ?? 1) <= one.options.length, 'max_values is more than there are options')
  .refine((one) => (one.min_values ?? 1) <= (one.max_values ?? 1), 'min_values is over max_values')
  .refine(
    (one) => one.options.filter((option) => option.default).length <= (one.max_values ?? 1),
    'More defaults than may be chosen',
  );
const chosenByClient = (type: 5 | 6 | 7 | 8) =>
  z.strictObject({
    type: z.literal(type),
    ...menu,
    default_values: z
      .array(z.strictObject({ id: z.string(), type: z.enum(['user', 'role', 'channel']) }))
      .max(25)
      .optional(),
    channel_types: z.array(z.number().int()).optional(),
  });
export const selectMenu = z.union([listedMenu, chosenByClient(5), chosenByClient(6), chosenByClient(7), chosenByClient(8)]);

export const textDisplay = z.strictObject({ type: z.literal(10), id, content: words(4000) });
