/** Turns what Discord tells about a submitted form into values per field, and the core's words about fields into a message. */
import { type APIModalSubmission, ComponentType, type ModalSubmitComponent } from 'discord.js';
import type { Field, FieldValue, FormView, Line, MessageView } from '../../src/chat/messages.ts';
import { namedValue } from '../../src/chat/named-ids.ts';
import { uploadedFile } from './file-refs.ts';

/** A field that was left empty is an empty text or an empty list. */
export function fieldValues(data: APIModalSubmission, form: FormView, workspace: string): Record<string, FieldValue> {
  return Object.fromEntries(
    inputsOf(data).map((input): [string, FieldValue] => {
      const field = form.fields.find((one) => one.id === input.custom_id);
      return [input.custom_id, answerOf(input, field?.kind, data, workspace)];
    }),
  );
}

function inputsOf(data: APIModalSubmission): ModalSubmitComponent[] {
  return data.components.flatMap((one) => (one.type === ComponentType.Label ? [one.component] : []));
}

function answerOf(
  input: ModalSubmitComponent,
  kind: Field['kind'] | undefined,
  data: APIModalSubmission,
  workspace: string,
): FieldValue {
  switch (input.type) {
    case ComponentType.FileUpload:
      return input.values.flatMap((id) => data.resolved?.attachments?.[id] ?? []).map((file) => uploadedFile(file, workspace));
    case ComponentType.TextInput:
      return input.value;
    case ComponentType.RadioGroup:
      return input.value ?? '';
    case ComponentType.Checkbox:
      return input.value ? 'yes' : '';
    case ComponentType.MentionableSelect:
      return input.values.map((id) => namedValue(data.resolved?.roles?.[id] ? 'role' : 'person', id));
    default:
      return kind === 'choices' || kind === 'channels' ? input.values : (input.values[0] ?? '');
  }
}

/** All that a person typed, for showing it back where the form itself is forgotten. */
export function typedText(data: APIModalSubmission): string {
  return inputsOf(data)
    .flatMap((input) => (input.type === ComponentType.TextInput && input.value.trim() !== '' ? [input.value.trim()] : []))
    .join('\n');
}

/** The core's words, each under the name of its field. */
export function errorsView(errors: Readonly<Record<string, string>>, form: FormView): MessageView {
  const lines = Object.entries(errors).map(([id, words]): Line => {
    const field = form.fields.find((one) => one.id === id);
    return field && field.kind !== 'note' ? { spans: [{ bold: field.label }, `: ${words}`] } : { spans: [words] };
  });
  return { summary: Object.values(errors).join(' '), lines, buttons: [] };
}
