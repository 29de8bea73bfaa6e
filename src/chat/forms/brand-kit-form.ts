/** The form for a brand kit. The first five fields are what a brand is seen by: some platforms show no more. */
import { type KitFacts, kitLimits } from '../../brand/kit.ts';
import { fontTypes } from '../../generation/font.ts';
import type { Field, FormView, Place } from '../messages.ts';
import { namedValue } from '../named-ids.ts';
import type { Wording } from '../wording/wording.ts';
import { photoTypes } from './make-ad-form.ts';

/** `begins`: which fields come first. `kitId`: null for a new one. */
export type KitStart = {
  place: Place;
  kitId: string | null;
  facts: Partial<KitFacts>;
  hasLogo: boolean;
  isDefault: boolean;
  begins: 'look' | 'rest';
};

export function brandKitForm(wording: Wording, start: KitStart): FormView {
  const words = wording.brand;
  const fields = start.begins === 'look' ? [...lookFields, ...restFields] : [...restFields, ...lookFields];
  return {
    form: 'brand-kit',
    title: words.formTitle,
    submit: words.save,
    cancel: wording.form.cancel,
    context: JSON.stringify({ place: start.place, kitId: start.kitId }),
    fields: fields.flatMap((field) => field(words, start) ?? []),
  };
}

type Words = Wording['brand'];
type FieldOf = (words: Words, start: KitStart) => Field | null;

type Text = { id: keyof KitFacts; most: number; lines?: 'many'; initial: string | undefined; label: string };
const text = ({ id, most, lines, initial, label }: Text): Extract<Field, { kind: 'text' }> => ({
  id,
  kind: 'text',
  lines: lines ?? 'one',
  label,
  most,
  optional: true,
  ...(initial ? { initial } : {}),
});

const choice = (id: string, label: string, [no, yes]: [string, string], initial: boolean): Field => ({
  id,
  kind: 'choice',
  label,
  options: [
    { id: 'no', label: no },
    { id: 'yes', label: yes },
  ],
  initial: initial ? 'yes' : 'no',
});

const lookFields: FieldOf[] = [
  (words, { facts }) => ({
    ...text({ id: 'name', most: kitLimits.name, initial: facts.name, label: words.name }),
    optional: false,
  }),
  (words, { facts }) => ({
    ...text({ id: 'colours', most: 80, initial: facts.colours?.join(' '), label: words.colours }),
    hint: words.coloursHint,
    placeholder: words.coloursPlaceholder,
  }),
  (words, { hasLogo }) => ({
    id: 'logo',
    kind: 'files',
    label: words.logo,
    hint: hasLogo ? words.logoHintKept : words.logoHint,
    most: 2,
    types: [...photoTypes, ...fontTypes],
    optional: true,
  }),
  (words, { facts }) =>
    text({ id: 'buttonText', most: kitLimits.buttonText, initial: facts.buttonText, label: words.buttonText }),
  (words, { facts }) =>
    text({ id: 'webAddress', most: kitLimits.webAddress + 10, initial: facts.webAddress, label: words.webAddress }),
];

const restFields: FieldOf[] = [
  (words, { facts }) => ({
    ...text({ id: 'smallPrint', most: kitLimits.smallPrint, initial: facts.smallPrint, label: words.smallPrint }),
    placeholder: words.smallPrintPlaceholder,
  }),
  (words, { facts }) => ({
    ...text({ id: 'neverSay', most: 900, lines: 'many', initial: facts.neverSay?.join(', '), label: words.neverSay }),
    hint: words.neverSayHint,
  }),
  (words, { facts }) => ({
    ...text({ id: 'tone', most: kitLimits.tone, initial: facts.tone, label: words.tone }),
    hint: words.toneHint,
    placeholder: words.tonePlaceholder,
  }),
  (words, { facts }) => choice('isOpen', words.isOpen, [words.isOpenNo, words.isOpenYes], facts.isOpen ?? false),
  (words, { facts }) => ({
    id: 'editors',
    kind: 'people',
    label: words.editors,
    roles: false,
    optional: true,
    ...(facts.editors ? { initial: facts.editors.map((id) => namedValue('person', id)) } : {}),
  }),
  (words, { isDefault }) => choice('everywhere', words.everywhere, [words.everywhereNo, words.everywhereYes], isDefault),
  (words, { hasLogo }) => (hasLogo ? kept('logoStays', words.logoStays, words) : null),
  (words, { facts }) => ({
    id: 'fontUse',
    kind: 'choice',
    label: words.fontUse,
    options: [
      { id: 'headlines', label: words.fontUseHeadlines },
      { id: 'everything', label: words.fontUseEverything },
    ],
    initial: facts.font ?? 'headlines',
  }),
  (words, { facts }) => (facts.font ? kept('fontStays', words.fontStays, words) : null),
];

const kept = (id: string, label: string, words: Words): Field => ({
  id,
  kind: 'choice',
  label,
  options: [
    { id: 'keep', label: words.logoKeep },
    { id: 'remove', label: words.logoRemove },
  ],
  initial: 'keep',
});
