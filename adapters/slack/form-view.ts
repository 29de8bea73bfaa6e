/** Turns a form into a Slack modal. The field's id becomes the block's id, so that answers and errors find their field. */
import type { Field, FormView } from '../../src/chat/messages.ts';
import { readNamed } from '../../src/chat/named-ids.ts';
import { checkCount, fitting, limits } from './limits.ts';
import { type PlainText, plain } from './message-blocks.ts';

type Option = { text: PlainText; value: string };
type InputElement =
  | { type: 'file_input'; action_id: string; filetypes?: string[]; max_files: number }
  | {
      type: 'plain_text_input';
      action_id: string;
      multiline: boolean;
      max_length: number;
      initial_value?: string;
      placeholder?: PlainText;
    }
  | { type: 'users_select'; action_id: string; initial_user?: string }
  | { type: 'multi_users_select'; action_id: string; initial_users?: string[] }
  | {
      type: 'multi_conversations_select';
      action_id: string;
      initial_conversations?: string[];
      filter: { include: ('public' | 'private')[]; exclude_bot_users: boolean };
    }
  | { type: 'radio_buttons' | 'static_select'; action_id: string; options: Option[]; initial_option?: Option }
  | { type: 'checkboxes' | 'multi_static_select'; action_id: string; options: Option[]; initial_options?: Option[] };
type ViewBlock =
  | { type: 'input'; block_id: string; label: PlainText; hint?: PlainText; optional: boolean; element: InputElement }
  | { type: 'context'; block_id: string; elements: PlainText[] };

export type Modal = {
  type: 'modal';
  callback_id: string;
  title: PlainText;
  submit: PlainText;
  close: PlainText;
  private_metadata: string;
  blocks: ViewBlock[];
};

/** The id of the one element in every block. */
const elementId = 'answer';
const mostRadioButtons = 5;

export function modalOf(form: FormView): Modal {
  checkCount('blocksPerModal', form.fields.length);
  checkCount('modalContext', form.context.length);
  return {
    type: 'modal',
    callback_id: form.form,
    title: plain(fitting('modalTitle', form.title)),
    submit: plain(fitting('modalButton', form.submit)),
    close: plain(fitting('modalButton', form.cancel)),
    private_metadata: form.context,
    blocks: form.fields.map(blockOf),
  };
}

function blockOf(field: Field): ViewBlock {
  if (field.kind === 'note')
    return { type: 'context', block_id: field.id, elements: [plain(fitting('contextText', field.text))] };
  return {
    type: 'input',
    block_id: field.id,
    label: plain(fitting('label', field.label)),
    ...(field.hint ? { hint: plain(fitting('label', field.hint)) } : {}),
    optional: field.optional ?? false,
    element: elementOf(field),
  };
}

function elementOf(field: Exclude<Field, { kind: 'note' }>): InputElement {
  switch (field.kind) {
    case 'files':
      return fileInput(field);
    case 'text':
      return textInput(field);
    case 'person':
      return { type: 'users_select', action_id: elementId, ...(field.initial ? { initial_user: field.initial } : {}) };
    case 'people': {
      const { people } = readNamed(field.initial ?? []);
      return { type: 'multi_users_select', action_id: elementId, ...(people.length > 0 ? { initial_users: people } : {}) };
    }
    case 'channels': {
      const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true };
      const initial = field.initial?.length ? { initial_conversations: [...field.initial] } : {};
      return { type: 'multi_conversations_select', action_id: elementId, filter, ...initial };
    }
    case 'choice': {
      const options = field.options.map(optionOf);
      const initial = options.find((option) => option.value === field.initial);
      const type = options.length <= mostRadioButtons ? 'radio_buttons' : 'static_select';
      checkCount('selectOptions', options.length);
      return { type, action_id: elementId, options, ...(initial ? { initial_option: initial } : {}) };
    }
    case 'choices': {
      const options = field.options.map(optionOf);
      const initial = options.filter((option) => field.initial?.includes(option.value));
      const type = options.length <= limits.radioOptions ? 'checkboxes' : 'multi_static_select';
      checkCount('selectOptions', options.length);
      return { type, action_id: elementId, options, ...(initial.length > 0 ? { initial_options: initial } : {}) };
    }
  }
}

function fileInput(field: Extract<Field, { kind: 'files' }>): InputElement {
  checkCount('filesPerInput', field.most);
  const filetypes = [...new Set(field.types.flatMap(endingsOf))];
  return { type: 'file_input', action_id: elementId, ...(filetypes.length > 0 ? { filetypes } : {}), max_files: field.most };
}

function textInput(field: Extract<Field, { kind: 'text' }>): InputElement {
  checkCount('textInput', field.initial?.length ?? 0);
  return {
    type: 'plain_text_input',
    action_id: elementId,
    multiline: field.lines === 'many',
    // A text handed over longer than the field allows is shown whole; the core says so on its field.
    max_length: Math.max(1, Math.min(limits.textInput, Math.max(field.most, field.initial?.length ?? 0))),
    ...(field.initial ? { initial_value: field.initial } : {}),
    ...(field.placeholder ? { placeholder: plain(fitting('placeholder', field.placeholder)) } : {}),
  };
}

function optionOf(option: { id: string; label: string }): Option {
  return { text: plain(fitting('optionLabel', option.label)), value: fitting('optionValue', option.id) };
}

const endings: Readonly<Record<string, string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heic', 'heif'],
};

/** Slack filters by file name; a field may name media types or endings. */
function endingsOf(type: string): string[] {
  return endings[type] ?? [(type.split('/').at(-1) ?? type).replace(/^\./, '').toLowerCase()];
}
