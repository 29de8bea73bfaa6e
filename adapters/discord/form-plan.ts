/** Decides what of a form fits into Discord's five places, and what the rest is submitted with. No input, no output. */
import type { Field, FieldValue, FormView } from '../../src/chat/messages.ts';
import { limits } from './limits.ts';

export type InputField = Exclude<Field, { kind: 'note' }>;
export type Shown = { kind: 'input'; field: InputField; hint: string } | { kind: 'note'; text: string };

export type FormPlan = {
  shown: Shown[];
  /** The values of the fields that are not shown: given already, or those the form came with. */
  silent: Record<string, FieldValue>;
};

export type FormState = {
  /** What the person has told otherwise: these fields are not asked again. */
  given: Readonly<Record<string, FieldValue>>;
  /** What the person typed into this form before. */
  typed: Readonly<Record<string, FieldValue>>;
  /** Fields that must be looked at again. */
  wrong: readonly string[];
  /** Asks only what is needed: photos and words came along. */
  onlyNeeded: boolean;
};

export const freshForm: FormState = { given: {}, typed: {}, wrong: [], onlyNeeded: false };

/**
 * Needed fields first: those with errors, and those that are required and come without a value. The other fields fill the
 * places that are left, in their order; the rest is submitted as it came, so that nothing is lost or changed.
 */
export function planForm(view: FormView, state: FormState): FormPlan {
  const inputs = view.fields.filter((field) => field.kind !== 'note').map((field) => withTyped(field, state.typed[field.id]));
  const open = inputs.filter((field) => isOpen(field, state));
  const needed = open.filter((field) => isNeeded(field, state)).slice(0, limits.modalComponents);
  const others = state.onlyNeeded ? [] : open.filter((field) => !needed.includes(field));
  for (let most = limits.modalComponents - needed.length; ; most -= 1) {
    const chosen = new Set([...needed, ...others.slice(0, Math.max(0, most))].map((field) => field.id));
    const asked = open.filter((field) => chosen.has(field.id));
    const closed = new Set(inputs.filter((field) => !open.includes(field)).map((field) => field.id));
    const shown = withNotes(view.fields, { asked, closed, shorten: most < 0 });
    if (shown.length > limits.modalComponents && most >= 0) continue;
    return { shown: shown.slice(0, limits.modalComponents), silent: silentValues(inputs, chosen, state) };
  }
}

function isOpen(field: InputField, { given, typed, wrong }: FormState): boolean {
  if (wrong.includes(field.id)) return true;
  // Files cannot be put back into a form: those handed over before count as given.
  const hasFiles = field.kind === 'files' && (typed[field.id]?.length ?? 0) > 0;
  return given[field.id] === undefined && !hasFiles;
}

const isNeeded = (field: InputField, { wrong }: FormState): boolean =>
  wrong.includes(field.id) || (!field.optional && initialValue(field).length === 0);

export function initialValue(field: InputField): FieldValue {
  switch (field.kind) {
    case 'files':
      return [];
    case 'choices':
    case 'people':
    case 'channels':
      return [...(field.initial ?? [])];
    default:
      return field.initial ?? '';
  }
}

/** The field with what the person entered before in place of what the form came with. */
function withTyped(field: InputField, typed: FieldValue | undefined): InputField {
  if (typed === undefined || field.kind === 'files') return field;
  if (field.kind === 'choices' || field.kind === 'people' || field.kind === 'channels')
    return Array.isArray(typed) ? { ...field, initial: typed.map(String) } : field;
  return typeof typed === 'string' ? { ...field, initial: typed } : field;
}

function silentValues(inputs: readonly InputField[], chosen: ReadonlySet<string>, { given, typed }: FormState) {
  const silent = inputs.filter((field) => !chosen.has(field.id));
  return Object.fromEntries(
    silent.map((field): [string, FieldValue] => {
      const files = field.kind === 'files' ? typed[field.id] : undefined;
      return [field.id, files ?? given[field.id] ?? initialValue(field)];
    }),
  );
}

type Asked = { asked: readonly InputField[]; closed: ReadonlySet<string>; shorten: boolean };

/** Notes stand before the next field: in its hint where they fit, else in a place of their own. What explains a field that was answered already goes with it. */
function withNotes(fields: readonly Field[], { asked, closed, shorten }: Asked): Shown[] {
  const shown: Shown[] = [];
  let notes: string[] = [];
  for (const field of fields) {
    if (field.kind === 'note') notes.push(field.text);
    else if (closed.has(field.id)) notes = [];
    const input = asked.find((one) => one.id === field.id);
    if (!input) continue;
    shown.push(...withOwnNotes(input, notes, shorten));
    notes = [];
  }
  const last = shown.at(-1);
  if (notes.length === 0) return shown;
  if (!shorten || last?.kind !== 'input') return [...shown, { kind: 'note', text: notes.join('\n') }];
  return [...shown.slice(0, -1), ...withOwnNotes(last.field, [last.hint, ...notes].filter(Boolean), true)];
}

function withOwnNotes(field: InputField, notes: readonly string[], shorten: boolean): Shown[] {
  const hint = [...notes, field.hint ?? ''].filter(Boolean).join(' ');
  if (hint.length <= limits.hint) return [{ kind: 'input', field, hint }];
  // There is no room for a place of its own either: shortened, and it shows.
  if (shorten) return [{ kind: 'input', field, hint: `${hint.slice(0, limits.hint - 1)}…` }];
  const own = notes.length > 0 ? notes : [];
  const rest = field.hint ?? '';
  if (rest.length <= limits.hint)
    return [
      { kind: 'note', text: own.join('\n') },
      { kind: 'input', field, hint: rest },
    ];
  return [
    { kind: 'note', text: [...own, rest].join('\n') },
    { kind: 'input', field, hint: '' },
  ];
}
