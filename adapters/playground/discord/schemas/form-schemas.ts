/** Forms ("modals") as the loopback accepts them. */
import { z } from 'zod';
import { customId, id, selectMenu, textDisplay, words } from './component-parts.ts';

const required = z.boolean().optional();
const option = z.strictObject({
  label: words(100),
  value: words(100),
  description: words(100).optional(),
  default: z.boolean().optional(),
});
const unique = (options: { value: string }[]) => new Set(options.map((one) => one.value)).size === options.length;

const textFields = {
  type: z.literal(4),
  id,
  custom_id: customId,
  style: z.union([z.literal(1), z.literal(2)]),
  min_length: z.number().int().min(0).max(4000).optional(),
  max_length: z.number().int().min(1).max(4000).optional(),
  required,
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
};
const fits = (input: { value?: string | undefined; max_length?: number | undefined }) =>
  (input.value?.length ?? 0) <= (input.max_length ?? 4000);
const textInput = z.strictObject(textFields).refine(fits, 'value is over max_length');

const fileUpload = z
  .strictObject({
    type: z.literal(19),
    id,
    custom_id: customId,
    min_values: z.number().int().min(0).max(10).optional(),
    max_values: z.number().int().min(1).max(10).optional(),
    required,
    file_types: z
      .array(z.string().regex(/^(image|video|audio|\.[a-z0-9]+)$/))
      .min(1)
      .max(10)
      .optional(),
  })
  .refine((one) => (one.min_values ?? 1) <= (one.max_values ?? 1), 'min_values is over max_values')
  .refine((one) => one.required !== true || one.min_values !== 0, 'A required upload cannot take no file');
const radioGroup = z.strictObject({
  type: z.literal(21),
  id,
  custom_id: customId,
  required,
  options: z.array(option).min(2).max(10).refine(unique, 'Option values must be unique'),
});
const checkboxGroup = z.strictObject({
  type: z.literal(22),
  id,
  custom_id: customId,
  required,
  min_values: z.number().int().min(0).max(10).optional(),
  max_values: z.number().int().min(1).max(10).optional(),
  options: z.array(option).min(1).max(10).refine(unique, 'Option values must be unique'),
});
const checkbox = z.strictObject({ type: z.literal(23), id, custom_id: customId, default: z.boolean().optional() });

const label = z.strictObject({
  type: z.literal(18),
  id,
  label: words(45),
  description: words(100).optional(),
  component: z.union([textInput, selectMenu, fileUpload, radioGroup, checkboxGroup, checkbox]),
});
/** The older way: a text field that carries its own label. */
const labelledRow = z.strictObject({
  type: z.literal(1),
  id,
  components: z.array(z.strictObject({ ...textFields, label: words(45) }).refine(fits, 'value is over max_length')).length(1),
});

export const formData = z.strictObject({
  custom_id: customId,
  title: words(45),
  components: z
    .array(z.discriminatedUnion('type', [label, textDisplay, labelledRow]))
    .min(1)
    .max(5),
});
