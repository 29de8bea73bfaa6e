import { describe, expect, it } from 'vitest';
import { checkedView } from '../../../adapters/playground/slack/methods/blocks.ts';
import { createWorld } from '../../../adapters/playground/slack/world.ts';
import { errorsPerBlock, fieldValues } from '../../../adapters/slack/form-answers.ts';
import { modalOf } from '../../../adapters/slack/form-view.ts';
import { plainWords } from '../../../adapters/slack/plain-words.ts';
import type { Field, FormView } from '../../../src/chat/messages.ts';
import { systemClock } from '../../../src/clock.ts';

const world = createWorld({ clock: systemClock, botToken: 'b', appToken: 'a', signingSecret: 's' });
const form = (fields: Field[], more: Partial<FormView> = {}): FormView => ({
  form: 'make-ad',
  title: 'Make an ad',
  submit: 'Make it',
  cancel: 'Cancel',
  context: 'opaque',
  fields,
  ...more,
});
const options = (count: number) => Array.from({ length: count }, (_, place) => ({ id: `o${place}`, label: `Option ${place}` }));
const types = (fields: Field[]) =>
  modalOf(form(fields)).blocks.map((block) => (block.type === 'input' ? block.element.type : block.type));

describe('a form in Slack', () => {
  it('uses the kind of entry that fits the number of choices', () => {
    const choice = (count: number): Field => ({ id: `c${count}`, kind: 'choice', label: 'One', options: options(count) });
    const choices = (count: number): Field => ({ id: `m${count}`, kind: 'choices', label: 'Some', options: options(count) });
    expect(types([choice(3), choice(12), choices(10), choices(11)])).toEqual([
      'radio_buttons',
      'static_select',
      'checkboxes',
      'multi_static_select',
    ]);
  });

  it('is accepted by Slack with every kind of field, filled in and empty', () => {
    const fields: Field[] = [
      { id: 'f', kind: 'files', label: 'Photos', most: 10, types: ['image/jpeg', '.PNG', 'heic'], hint: 'At most ten' },
      { id: 't', kind: 'text', lines: 'one', label: 'Headline', most: 80, initial: 'Hello', placeholder: 'Type' },
      { id: 'u', kind: 'text', lines: 'many', label: 'Body', most: 9000, optional: true },
      { id: 'c', kind: 'choice', label: 'Look', options: options(3), initial: 'o1' },
      { id: 'd', kind: 'choices', label: 'Places', options: options(3), initial: ['o0', 'o2'], optional: true },
      { id: 'n', kind: 'note', text: 'A *note* with <!channel>' },
    ];
    const modal = modalOf(form(fields));
    expect(() => checkedView(world, modal)).not.toThrow();
    expect(modal.blocks[0]).toMatchObject({ element: { filetypes: ['jpg', 'jpeg', 'png', 'heic'] } });
    expect(modal.blocks[5]).toEqual({
      type: 'context',
      block_id: 'n',
      elements: [{ type: 'plain_text', text: 'A *note* with <!channel>', emoji: false }],
    });
  });

  it('shows a handed-over text whole, even when it is longer than its field allows', () => {
    const initial = 'x'.repeat(1500);
    const [block] = modalOf(form([{ id: 't', kind: 'text', lines: 'many', label: 'Brief', most: 1000, initial }])).blocks;
    expect(block).toMatchObject({ element: { initial_value: initial, max_length: 1500 } });
  });

  it('refuses what Slack cannot show, and names the limit', () => {
    const tooMuch: [string, FormView][] = [
      ['modalTitle', form([], { title: 'A title that is far too long' })],
      ['modalContext', form([], { context: 'x'.repeat(3001) })],
      ['textInput', form([{ id: 't', kind: 'text', lines: 'many', label: 'Brief', most: 1000, initial: 'x'.repeat(3001) }])],
      ['filesPerInput', form([{ id: 'f', kind: 'files', label: 'Photos', most: 11, types: [] }])],
      ['selectOptions', form([{ id: 'c', kind: 'choice', label: 'Look', options: options(101) }])],
      ['optionLabel', form([{ id: 'c', kind: 'choice', label: 'Look', options: [{ id: 'a', label: 'x'.repeat(76) }] }])],
    ];
    for (const [limit, view] of tooMuch) {
      expect(() => modalOf(view), limit).toThrow(
        expect.objectContaining({ code: 'chat-refused', message: expect.stringContaining(limit) }),
      );
    }
  });

  it('gives back every answer under the id of its field', () => {
    const answers = {
      photos: {
        answer: {
          type: 'file_input',
          files: [
            { id: 'F1', name: 'a.png', size: 3 },
            { id: 'F2', name: null, size: null },
          ],
        },
      },
      brief: { answer: { type: 'plain_text_input', value: ' a & b <c> ' } },
      empty: { answer: { type: 'plain_text_input', value: null } },
      look: { answer: { type: 'static_select', selected_option: { value: 'bold' } } },
      none: { answer: { type: 'radio_buttons', selected_option: null } },
      places: { answer: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
    };
    expect(fieldValues(answers, 'T1')).toEqual({
      photos: [
        { platform: 'slack', workspace: 'T1', file: 'F1', name: 'a.png', bytes: 3 },
        { platform: 'slack', workspace: 'T1', file: 'F2', name: '', bytes: 0 },
      ],
      brief: ' a & b <c> ',
      empty: '',
      look: 'bold',
      none: '',
      places: ['a', 'b'],
    });
  });

  it('shows every error at a field that can show one', () => {
    expect(errorsPerBlock({ brief: 'Too long.', note: 'Not here.', gone: 'Nor here.' }, ['photos', 'brief'])).toEqual({
      brief: 'Too long.',
      photos: 'Not here. Nor here.',
    });
  });
});

describe("a message's text", () => {
  it.each([
    ['a &amp; b &lt;c&gt; &amp;lt;', 'a & b <c> &lt;'],
    ['see <https://shop.example/x?a=1&amp;b=2|our shop>', 'see our shop'],
    ['see <https://shop.example/?a=1&amp;b=2>', 'see https://shop.example/?a=1&b=2'],
    ['<!channel> and <!here> look', '@channel and @here look'],
    ['<@U0123> in <#C0123|general> says hi', 'in #general says hi'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['*bold* stays', '*bold* stays'],
  ])('is read as the person typed it: %s', (marked, plain) => {
    expect(plainWords(marked)).toBe(plain);
  });
});
