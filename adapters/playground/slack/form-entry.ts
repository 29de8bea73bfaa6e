/** What the Slack client does with a form before it sends it: starts with the given values and checks what the person entered. */
import { addFile, toldFile } from './methods/files.ts';
import type { Surroundings } from './methods/method.ts';
import type { Json, StoredView } from './world.ts';

/** The person's own program refuses to send the form; nothing reaches the app. */
export class FormNotSent extends Error {
  override readonly name = 'FormNotSent';
}

export type HandedFile = { name: string; bytes: Uint8Array };
export type Entered = Readonly<Record<string, string | readonly string[] | readonly HandedFile[]>>;

type Option = { value: string; text: Json };
type Element = {
  type: string;
  action_id: string;
  max_files?: number;
  max_length?: number;
  initial_value?: string;
  initial_user?: string;
  initial_users?: string[];
  initial_conversations?: string[];
  initial_option?: Option;
  initial_options?: Option[];
  options?: Option[];
};

const mostFileBytes = 10_000_000;

/** The `state.values` of a submission. */
export function enteredValues(view: StoredView, entered: Entered, around: Surroundings): Json {
  const values: Json = {};
  for (const block of view.view['blocks'] as { type: string; block_id?: string; optional?: boolean; element: Element }[]) {
    if (block.type !== 'input' || block.block_id === undefined) continue;
    const value = enteredValue(block.element, entered[block.block_id], view.owner, around);
    const isEmpty =
      [value['value'], value['selected_option'], value['selected_user']].every(
        (one) => one === null || one === undefined || one === '',
      ) && isEmptyList(value);
    if (isEmpty && block.optional !== true) throw new FormNotSent(`"${block.block_id}" must be filled in`);
    values[block.block_id] = { [block.element.action_id]: { type: block.element.type, ...value } };
  }
  const known = new Set(Object.keys(values));
  const stray = Object.keys(entered).find((id) => !known.has(id));
  if (stray !== undefined) throw new FormNotSent(`the form has no field "${stray}"`);
  return values;
}

function isEmptyList(value: Json): boolean {
  const list = value['files'] ?? value['selected_options'] ?? value['selected_users'] ?? value['selected_conversations'];
  return list === undefined || (Array.isArray(list) && list.length === 0);
}

function enteredValue(element: Element, given: Entered[string] | undefined, owner: string, around: Surroundings): Json {
  switch (element.type) {
    case 'plain_text_input': {
      const text = typeof given === 'string' ? given : (element.initial_value ?? '');
      if (text.length > (element.max_length ?? 3000)) throw new FormNotSent('the text is too long');
      return { value: text === '' ? null : text };
    }
    case 'users_select': {
      const chosen = typeof given === 'string' ? given : (element.initial_user ?? null);
      if (chosen !== null && !around.world.people.has(chosen)) throw new FormNotSent(`there is nobody "${chosen}"`);
      return { selected_user: chosen };
    }
    case 'multi_users_select': {
      const chosen = (given as readonly string[] | undefined) ?? element.initial_users ?? [];
      const stranger = chosen.find((one) => !around.world.people.has(one));
      if (stranger !== undefined) throw new FormNotSent(`there is nobody "${stranger}"`);
      return { selected_users: [...chosen] };
    }
    case 'multi_conversations_select': {
      const chosen = (given as readonly string[] | undefined) ?? element.initial_conversations ?? [];
      const unknown = chosen.find((one) => !around.world.channels.has(one));
      if (unknown !== undefined) throw new FormNotSent(`there is no channel "${unknown}"`);
      return { selected_conversations: [...chosen] };
    }
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: given === undefined ? (element.initial_option ?? null) : option(element, String(given)) };
    case 'checkboxes':
    case 'multi_static_select':
      return {
        selected_options:
          given === undefined ? (element.initial_options ?? []) : (given as readonly string[]).map((id) => option(element, id)),
      };
    default:
      return { files: handedFiles(element, (given ?? []) as readonly HandedFile[], owner, around) };
  }
}

function option(element: Element, value: string): Option {
  const found = element.options?.find((one) => one.value === value);
  if (!found) throw new FormNotSent(`there is no choice "${value}"`);
  return found;
}

function handedFiles(element: Element, files: readonly HandedFile[], owner: string, { world, baseUrl }: Surroundings): Json[] {
  if (files.length > (element.max_files ?? 10)) throw new FormNotSent('too many files');
  return files.map(({ name, bytes }) => {
    if (bytes.length > mostFileBytes) throw new FormNotSent('a file is over 10 MB');
    const stored = addFile(world, {
      name,
      title: name,
      altText: '',
      owner,
      fromBot: false,
      length: bytes.length,
      bytes: Buffer.from(bytes),
      state: 'completed',
    });
    return toldFile(world, stored, baseUrl());
  });
}
