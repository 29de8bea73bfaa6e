/** Turns what Slack tells about a submitted form into values per field, and the core's words back onto fields. */
import { z } from 'zod';
import type { FieldValue, FileRef } from '../../src/chat/messages.ts';
import { namedValue } from '../../src/chat/named-ids.ts';

const file = z.object({ id: z.string(), name: z.string().nullish(), size: z.number().nullish() });
const answer = z.object({
  type: z.string(),
  value: z.string().nullish(),
  files: z.array(file).nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});
export const answersSchema = z.record(z.string(), z.record(z.string(), answer));

export type SlackFile = z.infer<typeof file>;

/** A field that was left empty is an empty text or an empty list. */
export function fieldValues(answers: z.infer<typeof answersSchema>, workspace: string): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const [block, elements] of Object.entries(answers)) {
    const given = Object.values(elements)[0];
    if (given) values[block] = fieldValue(given, workspace);
  }
  return values;
}

function fieldValue(given: z.infer<typeof answer>, workspace: string): FieldValue {
  switch (given.type) {
    case 'file_input':
      return (given.files ?? []).map((one) => fileRef(one, workspace));
    case 'checkboxes':
    case 'multi_static_select':
      return (given.selected_options ?? []).map((option) => option.value);
    case 'multi_users_select':
      return (given.selected_users ?? []).map((id) => namedValue('person', id));
    case 'multi_conversations_select':
      return given.selected_conversations ?? [];
    case 'users_select':
      return given.selected_user ?? '';
    case 'radio_buttons':
    case 'static_select':
      return given.selected_option?.value ?? '';
    default:
      return given.value ?? '';
  }
}

export function fileRef(one: SlackFile, workspace: string): FileRef {
  return { platform: 'slack', workspace, file: one.id, name: one.name ?? '', bytes: one.size ?? 0 };
}

/** Slack shows an error only at a field that takes input: words for any other go to the first one. */
export function errorsPerBlock(errors: Readonly<Record<string, string>>, inputs: readonly string[]): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [field, words] of Object.entries(errors)) {
    const block = inputs.includes(field) ? field : inputs[0];
    if (block === undefined) continue;
    shown[block] = shown[block] === undefined ? words : `${shown[block]} ${words}`;
  }
  return shown;
}
