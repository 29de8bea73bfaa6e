import { describe, expect, it } from 'vitest';
import { type FormPlan, type FormState, freshForm, planForm } from '../../../adapters/discord/form-plan.ts';
import { modalOf } from '../../../adapters/discord/modal.ts';
import { editTextForm } from '../../../src/chat/forms/edit-text-form.ts';
import { makeAdForm } from '../../../src/chat/forms/make-ad-form.ts';
import type { Field, FileRef, FormView } from '../../../src/chat/messages.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';

const words = wordingIn('en');
const place = { platform: 'discord', workspace: '1', channel: '2', thread: null };
const photo: FileRef = { platform: 'discord', workspace: '1', file: '1/2/3', name: 'mug.jpg', bytes: 3 };
const form = (...fields: Field[]): FormView => ({ form: 'make-ad', title: 'T', submit: 'S', cancel: 'C', context: '', fields });
const text = (id: string, more: Partial<Extract<Field, { kind: 'text' }>> = {}): Field => ({
  id,
  kind: 'text',
  lines: 'one',
  label: id,
  most: 100,
  ...more,
});
const note = (id: string, words: string): Field => ({ id, kind: 'note', text: words });
const options = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
/** A form like that for an ad; the real one grows, and is looked at below. */
const makeAd = ({ brief = '', files = [] as FileRef[] } = {}): FormView =>
  form(
    ...(files.length > 0
      ? [note('kept', `Kept from before: ${files.map((file) => file.name).join(', ')}. Add more below.`)]
      : []),
    {
      id: 'photos',
      kind: 'files',
      label: 'Product photos',
      hint: 'h'.repeat(90),
      most: 5 - files.length,
      types: [],
      optional: files.length > 0,
    },
    text('brief', { lines: 'many', initial: brief }),
    { id: 'film', kind: 'choice', label: 'Film', options: options('no', 'yes'), initial: 'no' },
    { id: 'places', kind: 'choices', label: 'Places', options: options('meta', 'tiktok'), optional: true },
    { id: 'language', kind: 'choice', label: 'Language', options: options('guess', 'de'), initial: 'guess' },
    { id: 'keep', kind: 'choice', label: 'Keep', options: options('keep', 'forget') },
  );

const shownIn = ({ shown }: FormPlan): string[] => shown.map((one) => (one.kind === 'note' ? `(${one.text})` : one.field.id));
const plan = (view: FormView, state: Partial<FormState> = {}) => planForm(view, { ...freshForm, ...state });

describe("what of a form fits into Discord's five places", () => {
  it('are the needed fields, then the others in their order', () => {
    const planned = plan(makeAd());
    expect(shownIn(planned)).toEqual(['photos', 'brief', 'film', 'places', 'keep']);
    expect(planned.silent).toEqual({ language: 'guess' });
  });

  it('keeps what is not shown as it came', () => {
    const copy = { headline: 'Good', body: 'Better', button: 'Buy', price: '€5', oldPrice: '', smallPrint: '18+' };
    const planned = plan(editTextForm(words, { adId: 'a', place, copy, look: 'block', needsPhoto: true, begins: 'words' }));
    expect(shownIn(planned)).toEqual(['photos', 'headline', 'body', 'button', 'price']);
    expect(planned.silent).toEqual({ oldPrice: '', smallPrint: '18+', look: 'block' });
  });

  it('are not asked again where the person has told them', () => {
    const given = { photos: [], brief: 'x', places: ['meta'], film: 'yes', audience: 'me' };
    const planned = plan(makeAd({ files: [photo], brief: 'x' }), { given, onlyNeeded: true });
    expect(shownIn(planned)).toEqual(['keep']);
    expect(planned.silent).toEqual({ photos: [], brief: 'x', places: ['meta'], film: 'yes', language: 'guess' });
  });

  it('come back with what was typed, and the wrong ones first of all', () => {
    const typed = { photos: [photo], brief: 'words', film: 'yes', places: ['meta'], language: 'de', keep: 'keep' };
    const planned = plan(makeAd(), { typed, wrong: ['language'] });
    expect(shownIn(planned)).toEqual(['brief', 'film', 'places', 'language', 'keep']);
    expect(planned.silent).toEqual({ photos: [photo] });
    expect(planned.shown.map((one) => (one.kind === 'input' && 'initial' in one.field ? one.field.initial : null))).toEqual([
      'words',
      'yes',
      ['meta'],
      'de',
      'keep',
    ]);
    expect(shownIn(plan(makeAd(), { typed, wrong: ['photos'] }))[0]).toBe('photos');
  });

  it('never asks for more than five, however many are needed', () => {
    const planned = plan(form(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => text(id))));
    expect(shownIn(planned)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(planned.silent).toEqual({ f: '' });
  });
});

describe('the notes of a form', () => {
  it('go into the hint of the next field where they fit', () => {
    const planned = plan(form(note('n', 'Two were too many.'), text('a', { hint: 'A sentence.' })));
    expect(planned.shown).toMatchObject([{ kind: 'input', hint: 'Two were too many. A sentence.' }]);
  });

  it('get a place of their own where they do not, instead of a field that can do without', () => {
    const planned = plan(makeAd({ files: [photo], brief: 'Bread' }));
    const [first, ...rest] = shownIn(planned);
    expect(first).toContain('Kept from before: mug.jpg');
    expect(rest).toEqual(['photos', 'brief', 'film', 'keep']);
    expect(planned.silent).toEqual({ places: [], language: 'guess' });
  });

  it('are shortened, and show it, only where five fields are needed', () => {
    const long = 'word '.repeat(60);
    const planned = plan(
      form(...['a', 'b', 'c', 'd'].map((id) => text(id)), note('n', long), text('e'), note('m', 'At the end.')),
    );
    expect(shownIn(planned)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const last = planned.shown[4];
    expect(last?.kind === 'input' && last.hint.length).toBe(100);
    expect(last?.kind === 'input' && last.hint.endsWith('…')).toBe(true);
  });

  it('go with the field they explain, and stand alone where a form only says something', () => {
    expect(shownIn(plan(makeAd({ files: [photo] }), { given: { photos: [] } }))).toEqual([
      'brief',
      'film',
      'places',
      'language',
      'keep',
    ]);
    expect(shownIn(plan(form(note('a', 'One.'), note('b', 'Two.'))))).toEqual(['(One.\nTwo.)']);
  });
});

describe('a modal', () => {
  const modal = (view: FormView, state: Partial<FormState> = {}) => modalOf('form-1', view, plan(view, state).shown);

  it('has the right input for every field', () => {
    const { components, title } = modal(makeAd({ files: [photo] }));
    expect(title).toBe('T');
    expect(components.map((one) => ('component' in one ? one.component.type : one.type))).toEqual([10, 19, 4, 21, 21]);
    expect(components[1]).toMatchObject({
      label: 'Product photos',
      component: { required: false, min_values: 0, max_values: 4 },
    });
    expect(components[3]).toMatchObject({
      component: { required: true, options: [{ value: 'no', default: true }, { value: 'yes' }] },
    });
    const person = { id: 'who', kind: 'person', label: 'Who approves?', optional: true } as unknown as Field;
    expect(modal(form(person)).components).toMatchObject([{ component: { type: 5, required: false, min_values: 0 } }]);
  });

  it('can be made of every form of the core, with all that can be in it', () => {
    const copy = { headline: 'Good', body: 'Better', button: 'Buy', price: '€5', oldPrice: '', smallPrint: '18+' };
    const many = Array.from({ length: 7 }, (_, at) => ({ ...photo, name: `${at} ${'n'.repeat(60)}.jpg` }));
    const start = {
      place,
      brief: 'x'.repeat(5_000),
      files: many.slice(0, 4),
      from: 'message' as const,
      dropped: 2,
      chosen: null,
    };
    const forms = [
      makeAdForm(words, { ...start, settings: {} }),
      makeAdForm(words, { ...start, files: [], brief: '', settings: {} }),
      editTextForm(words, { adId: 'a', place, copy, look: 'block', needsPhoto: true, begins: 'words' }),
    ];
    for (const one of forms) {
      expect(modal(one).components.length).toBeLessThanOrEqual(5);
      const { shown, silent } = plan(one);
      const ids = one.fields.filter((field) => field.kind !== 'note').map((field) => field.id);
      const told = [...Object.keys(silent), ...shown.flatMap((part) => (part.kind === 'input' ? part.field.id : []))];
      expect(told.sort()).toEqual(ids.sort());
    }
  });

  it('offers many choices in a menu', () => {
    const options = Array.from({ length: 12 }, (_, at) => ({ id: `o${at}`, label: `Option ${at}` }));
    const { components } = modal(
      form(
        { id: 'one', kind: 'choice', label: 'One', options, initial: 'o3' },
        { id: 'some', kind: 'choices', label: 'Some', options, optional: true, initial: ['o1', 'o2'] },
      ),
    );
    expect(components).toMatchObject([
      { component: { type: 3, max_values: 1 } },
      { component: { type: 3, min_values: 0, max_values: 12 } },
    ]);
  });

  it.each([
    ['label', form(text('a', { label: 'x'.repeat(46) }))],
    ['placeholder', form(text('a', { placeholder: 'x'.repeat(101) }))],
    ['textInput', form(text('a', { initial: 'x'.repeat(4001) }))],
    ['modalTitle', { ...form(text('a')), title: 'x'.repeat(46) }],
    [
      'selectOptions',
      form({
        id: 'a',
        kind: 'choice',
        label: 'a',
        options: Array.from({ length: 26 }, (_, at) => ({ id: `${at}`, label: 'x' })),
      }),
    ],
  ])('is refused with the name of the limit it is over: %s', (limit, view) => {
    expect(() => modal(view)).toThrow(limit);
  });
});
