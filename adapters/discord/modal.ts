/** Turns a planned form into a Discord modal. The field's id becomes the component's id, so that answers find their field. */
import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { FormView } from '../../src/chat/messages.ts';
import { readNamed } from '../../src/chat/named-ids.ts';
import type { InputField, Shown } from './form-plan.ts';
import { checkCount, fitting, limits } from './limits.ts';
import { literally } from './literal-text.ts';

export function modalOf(
  customId: string,
  form: Pick<FormView, 'title'>,
  shown: readonly Shown[],
): APIModalInteractionResponseCallbackData {
  checkCount('modalComponents', shown.length);
  return {
    custom_id: fitting('customId', customId),
    title: fitting('modalTitle', form.title),
    components: shown.map(componentOf),
  };
}

function componentOf(one: Shown): APILabelComponent | APITextDisplayComponent {
  if (one.kind === 'note') return { type: ComponentType.TextDisplay, content: fitting('text', literally(one.text)) };
  const { field, hint } = one;
  return {
    type: ComponentType.Label,
    label: fitting('label', field.label),
    ...(hint ? { description: fitting('hint', hint) } : {}),
    component: inputOf(field),
  };
}

function inputOf(field: InputField): APIComponentInLabel {
  const common = { custom_id: fitting('customId', field.id), required: !field.optional };
  switch (field.kind) {
    case 'files':
      checkCount('filesPerInput', field.most);
      // Discord filters by file name only: what a file really is, is looked at when it has come.
      return { type: ComponentType.FileUpload, ...common, min_values: field.optional ? 0 : 1, max_values: field.most };
    case 'text':
      return textInput(field, common);
    case 'choice':
      return choice(field, common);
    case 'choices':
      return choices(field, common);
    case 'person':
      return person(field, common);
    case 'people':
      return people(field, common);
    case 'channels':
      return channels(field, common);
  }
}

type Common = { custom_id: string; required: boolean };

function textInput(field: Extract<InputField, { kind: 'text' }>, common: Common): APIComponentInLabel {
  const initial = field.initial ?? '';
  checkCount('textInput', initial.length);
  return {
    type: ComponentType.TextInput,
    ...common,
    style: field.lines === 'many' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    // A text handed over longer than the field allows is shown whole; the core says so on its field.
    max_length: Math.max(1, Math.min(limits.textInput, Math.max(field.most, initial.length))),
    ...(initial ? { value: initial } : {}),
    ...(field.placeholder ? { placeholder: fitting('placeholder', field.placeholder) } : {}),
  };
}

function choice(field: Extract<InputField, { kind: 'choice' }>, common: Common): APIComponentInLabel {
  const options = field.options.map((option) => optionOf(option, option.id === field.initial));
  const isShort = options.length >= 2 && options.length <= limits.radioOptions;
  if (isShort) return { type: ComponentType.RadioGroup, ...common, options };
  checkCount('selectOptions', options.length);
  return { type: ComponentType.StringSelect, ...common, options, min_values: field.optional ? 0 : 1, max_values: 1 };
}

function choices(field: Extract<InputField, { kind: 'choices' }>, common: Common): APIComponentInLabel {
  const options = field.options.map((option) => optionOf(option, field.initial?.includes(option.id) ?? false));
  const counts = { min_values: field.optional ? 0 : 1, max_values: options.length };
  if (options.length <= limits.radioOptions) return { type: ComponentType.CheckboxGroup, ...common, options, ...counts };
  checkCount('selectOptions', options.length);
  return { type: ComponentType.StringSelect, ...common, options, ...counts };
}

function person(field: Extract<InputField, { kind: 'person' }>, common: Common): APIComponentInLabel {
  const chosen = field.initial ? [{ id: field.initial, type: SelectMenuDefaultValueType.User as const }] : [];
  return {
    type: ComponentType.UserSelect,
    ...common,
    min_values: field.optional ? 0 : 1,
    max_values: 1,
    ...(chosen.length > 0 ? { default_values: chosen } : {}),
  };
}

function people(field: Extract<InputField, { kind: 'people' }>, common: Common): APIComponentInLabel {
  const { people: users, roles } = readNamed(field.initial ?? []);
  const chosen = [
    ...users.map((id) => ({ id, type: SelectMenuDefaultValueType.User as const })),
    ...roles.map((id) => ({ id, type: SelectMenuDefaultValueType.Role as const })),
  ];
  return {
    type: ComponentType.MentionableSelect,
    ...common,
    ...severalOf(field.optional, chosen.length),
    ...(chosen.length > 0 ? { default_values: chosen } : {}),
  };
}

/** Threads count as their channel, so they are not offered. */
const channelTypes = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum];

function channels(field: Extract<InputField, { kind: 'channels' }>, common: Common): APIComponentInLabel {
  const chosen = (field.initial ?? []).map((id) => ({ id, type: SelectMenuDefaultValueType.Channel as const }));
  return {
    type: ComponentType.ChannelSelect,
    ...common,
    ...severalOf(field.optional, chosen.length),
    channel_types: channelTypes,
    ...(chosen.length > 0 ? { default_values: chosen } : {}),
  };
}

function severalOf(optional: boolean | undefined, chosen: number) {
  checkCount('selectOptions', chosen);
  return { min_values: optional ? 0 : 1, max_values: limits.selectOptions };
}

function optionOf(option: { id: string; label: string }, isChosen: boolean) {
  const words = { label: fitting('optionLabel', option.label), value: fitting('optionValue', option.id) };
  return isChosen ? { ...words, default: true } : words;
}
