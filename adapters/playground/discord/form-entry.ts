/** What the Discord client does with a form before it sends it: starts with the given values and checks what the person entered. */
import { type HandedFile, handOver, NotSent } from './handed-files.ts';
import type { Surroundings } from './surroundings.ts';
import { toldChannel, toldRole, toldUser } from './told.ts';
import { toldFile } from './told-message.ts';
import type { Json, StoredFile, StoredForm } from './world.ts';

/** By the field's custom id or by its label. */
export type Entered = Readonly<Record<string, string | boolean | readonly string[] | readonly HandedFile[]>>;

type Option = { value: string; label: string; default?: boolean };
export type FormField = {
  type: number;
  id: number;
  custom_id: string;
  label: string;
  description: string | null;
  required: boolean;
  value?: string;
  options?: Option[];
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  file_types?: string[];
  default?: boolean;
  [more: string]: unknown;
};

/** The fields of a form in their order, each with the label over it. Discord holds a field for required unless it says otherwise. */
export function fieldsOf(form: StoredForm): FormField[] {
  return form.components.flatMap((one): FormField[] => {
    const inside = (one['component'] ?? (one['components'] as Json[] | undefined)?.[0]) as FormField | undefined;
    if (!inside) return [];
    const label = String(one['label'] ?? inside['label']);
    const description = one['description'] === undefined ? null : String(one['description']);
    return [{ ...inside, label, description, required: inside.required ?? true }];
  });
}

/** The `components` and `resolved` of a submission. */
export function submitted(form: StoredForm, entered: Entered, around: Surroundings): { components: Json[]; resolved: Json } {
  const fields = fieldsOf(form);
  const stray = Object.keys(entered).find((key) => !fields.some((one) => one.custom_id === key || one.label === key));
  if (stray !== undefined) throw new NotSent(`The form has no field "${stray}"`);
  const attachments: Record<string, Json> = {};
  const resolved: Record<string, Json> = {};
  const components = form.components.map((one): Json => {
    const field = fields.find(
      (candidate) =>
        candidate.id === (one['component'] as Json | undefined)?.['id'] ||
        candidate.id === (one['components'] as Json[] | undefined)?.[0]?.['id'],
    );
    const common = { type: one['type'], id: one['id'] };
    if (!field) return common;
    const value = enteredValue(field, entered[field.custom_id] ?? entered[field.label], form, around);
    for (const file of value.files ?? []) attachments[file.id] = toldFile(file, around);
    Object.assign(resolved, resolvedOf(field, value.values ?? [], around));
    const { files: _files, ...told } = value;
    const inside = { type: field.type, id: field.id, custom_id: field.custom_id, ...told };
    return one['component'] ? { ...common, component: inside } : { ...common, components: [inside] };
  });
  return { components, resolved: { ...resolved, ...(Object.keys(attachments).length > 0 ? { attachments } : {}) } };
}

/** What the menus whose options Discord lists itself tell of those that were chosen. */
function resolvedOf({ type }: FormField, ids: readonly string[], { world }: Surroundings): Record<string, Json> {
  const people = ids.flatMap((id) => world.users.get(id) ?? []);
  const roles = [...world.guilds.values()].flatMap((guild) => [...guild.roles.values()]).filter(({ id }) => ids.includes(id));
  const users = Object.fromEntries(people.map((user) => [user.id, toldUser(user)]));
  switch (type) {
    case 5:
      return { users };
    case 6:
    case 7:
      return { ...(type === 7 ? { users } : {}), roles: Object.fromEntries(roles.map((role) => [role.id, toldRole(role, 1)])) };
    case 8:
      return {
        channels: Object.fromEntries(
          ids.flatMap((id) => world.channels.get(id) ?? []).map((one) => [one.id, toldChannel(world, one)]),
        ),
      };
    default:
      return {};
  }
}

type Value = { value?: string | boolean | null; values?: string[]; files?: StoredFile[] };

function enteredValue(field: FormField, given: Entered[string] | undefined, form: StoredForm, around: Surroundings): Value {
  switch (field.type) {
    case 4:
      return { value: typedText(field, given) };
    case 19: {
      const files = handedFiles(field, (given ?? []) as readonly HandedFile[], form, around);
      return { values: files.map((file) => file.id), files };
    }
    case 21: {
      const preset = field.options?.find((one) => one.default)?.value;
      const [value = null] = chosen(field, given === undefined ? (preset === undefined ? [] : [preset]) : [String(given)], 1);
      return { value };
    }
    case 23:
      return { value: given === undefined ? (field.default ?? false) : given === true };
    default: {
      const defaults = (field['default_values'] ?? []) as { id: string }[];
      const preset = [...(field.options ?? []).filter((one) => one.default), ...defaults].map((one) =>
        'value' in one ? one.value : one.id,
      );
      const most = field.max_values ?? (field.type === 22 ? (field.options?.length ?? 0) : 1);
      return { values: chosen(field, given === undefined ? preset : ([given].flat() as string[]), most) };
    }
  }
}

function typedText(field: FormField, given: Entered[string] | undefined): string {
  const text = typeof given === 'string' ? given : (field.value ?? '');
  if (text === '' && field.required) throw new NotSent(`"${field.label}" is required`);
  if (text !== '' && text.length < (field.min_length ?? 0)) throw new NotSent(`"${field.label}" is too short`);
  if (text.length > (field.max_length ?? 4000)) throw new NotSent(`"${field.label}" is too long`);
  return text;
}

function chosen(field: FormField, values: string[], most: number): string[] {
  // The three menus whose options Discord itself lists come without any.
  const unknown = field.options && values.find((value) => !field.options?.some((one) => one.value === value));
  if (unknown !== undefined) throw new NotSent(`"${field.label}" has no choice "${unknown}"`);
  if (values.length < leastOf(field)) throw new NotSent(`"${field.label}" is required`);
  if (values.length > most) throw new NotSent(`"${field.label}" takes at most ${most}`);
  return values;
}

const leastOf = (field: FormField): number => (field.required ? Math.max(1, field.min_values ?? 1) : 0);

function handedFiles(field: FormField, files: readonly HandedFile[], form: StoredForm, { world }: Surroundings): StoredFile[] {
  if (files.length < leastOf(field)) throw new NotSent(`"${field.label}" is required`);
  if (files.length > (field.max_values ?? 1)) throw new NotSent(`"${field.label}" takes at most ${field.max_values ?? 1} files`);
  const stored = files.map((file) => handOver(file, { owner: form.owner, channel: form.channel, isEphemeral: true }, world));
  const wrong = field.file_types && stored.find((file) => !field.file_types?.some((type) => accepts(type, file)));
  if (wrong) throw new NotSent(`"${field.label}" does not take ${wrong.name}`);
  return stored;
}

const accepts = (type: string, { name, mediaType }: StoredFile): boolean =>
  type.startsWith('.') ? name.toLowerCase().endsWith(type) : mediaType.startsWith(`${type}/`);
