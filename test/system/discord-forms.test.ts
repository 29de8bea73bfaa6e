import { afterEach, describe, expect, it } from 'vitest';
import type { ChatEvents, Submission, Taken } from '../../src/chat/chat-adapter.ts';
import type { FormView } from '../../src/chat/messages.ts';
import { systemClock } from '../../src/clock.ts';
import { adapterFor, labelsIn, placeIn, type Stage, setStage, words, wordsIn } from './discord-support.ts';
import { adForm, saying } from './slack-support.ts';

const callback = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const mug = { name: 'mug.jpg', bytes: new Uint8Array(9) };

let stage: Stage;
afterEach(() => stage.close());

async function open(answers: Partial<ChatEvents> = {}) {
  stage = await setStage({ answers });
  return { ...stage, anna: stage.discord.person('anna') };
}

const typed = { photos: [mug], brief: 'Good *coffee*', look: 'calm', places: ['tiktok'] };

describe('a form with something wrong in it', () => {
  it('is answered in private, field by field, and opens again with all that was entered', async () => {
    const answers: Taken[] = [
      { kind: 'fields', errors: { brief: 'This has 4,000 characters; 3,000 fit.', '': 'And something else.' } },
      { kind: 'taken' },
    ];
    const { anna, discord, events, shop } = await open({ submit: async () => answers.shift() ?? { kind: 'taken' } });
    await anna.command('ad', { sub: 'generate', where: shop });
    await anna.submit(typed);
    const said = await discord.waitFor(() => anna.ephemerals().find((one) => labelsIn(one).length > 0));
    expect(wordsIn(said)).toBe('**What should it say?**: This has 4,000 characters; 3,000 fit.\nAnd something else.');
    await anna.press(said, words.backToForm);
    expect(anna.fields().map((field) => field.label)).toEqual(['What should it say?', 'Look', 'Where']);
    expect(anna.fields()[0]?.value).toBe('Good *coffee*');
    await anna.submit({ brief: 'Good coffee' });
    await expect.poll(() => events.submissions.length).toBe(2);
    const [first, second] = events.submissions as [Submission, Submission];
    expect(second).toEqual({ ...first, values: { ...first.values, brief: 'Good coffee' } });
    expect(first.values['photos']).toHaveLength(1);
  });

  it('asks for the photos again only when they are what is wrong', async () => {
    const answers: Taken[] = [{ kind: 'fields', errors: { photos: 'mug.jpg is too big.' } }];
    const { anna, discord, events, shop } = await open({ submit: async () => answers.shift() ?? { kind: 'taken' } });
    await anna.command('ad', { sub: 'generate', where: shop });
    await anna.submit(typed);
    await anna.press(await discord.waitFor(() => anna.ephemerals().find((one) => labelsIn(one).length > 0)), words.backToForm);
    expect(anna.fields().map((field) => field.label)).toEqual(['Photos', 'What should it say?', 'Look', 'Where']);
    await anna.submit({ photos: [{ ...mug, name: 'small.jpg' }] });
    await expect.poll(() => events.submissions.length).toBe(2);
    expect(events.submissions[1]?.values).toMatchObject({ photos: [{ name: 'small.jpg' }], look: 'calm', places: ['tiktok'] });
  });

  it.each([
    ['refuses', async (): Promise<Taken> => ({ kind: 'refused', words: 'Not now.' }), 'Not now.'],
    ['does not answer', () => new Promise<Taken>(() => {}), words.notTaken],
    ['fails', () => Promise.reject(new Error('secret')), words.notTaken],
  ])('loses nothing when the core %s', async (_what, submit, sentence) => {
    const { anna, discord, shop } = await open({ submit });
    await anna.command('ad', { sub: 'generate', where: shop });
    await anna.submit(typed);
    const said = await discord.waitFor(() => anna.ephemerals().find((one) => labelsIn(one).length > 0));
    expect(wordsIn(said)).toBe(sentence);
    await anna.press(said, words.backToForm);
    expect(anna.fields()[0]?.value).toBe('Good *coffee*');
  });
});

describe('a form that was sent', () => {
  it('becomes one request, however often Discord delivers it', async () => {
    const { anna, discord, events, shop } = await open();
    await anna.command('ad', { sub: 'generate', where: shop });
    discord.faults.duplicates = 1;
    await anna.submit(typed);
    await expect.poll(() => discord.calls(callback).length).toBe(3);
    await systemClock.sleep(200);
    expect(events.submissions).toHaveLength(1);
  });

  it('keeps its delivery id when it is sent again because our answer was lost', async () => {
    const { anna, discord, events, shop } = await open();
    await anna.command('ad', { sub: 'generate', where: shop });
    discord.faults.fail(callback, 10062);
    expect(await anna.submit(typed)).toEqual({ kind: 'timed-out' });
    // Discord said that nothing happened, so nothing did.
    expect(events.submissions).toEqual([]);
    await anna.submit(typed);
    await expect.poll(() => events.submissions.length).toBe(1);
  });

  it('shows the person their words when the bot was started anew meanwhile, in the language that is stored for them', async () => {
    const { anna, discord, adapter, shop } = await open();
    await anna.command('ad', { sub: 'generate', where: shop });
    await adapter.close();
    const met = new Set<string>();
    const again = adapterFor(discord, {
      meet: async ({ person }) => void met.add(person),
      words: ({ person }) => ({ ...words, formLost: met.has(person) ? 'Formular verloren:' : words.formLost }),
    });
    await again.start(stage.events);
    await anna.submit(typed);
    const [said] = anna.ephemerals();
    expect(wordsIn(said)).toBe('Formular verloren:\nGood \\*coffee\\*');
    expect(stage.events.submissions).toEqual([]);
    await again.close();
  });
});

describe('a form that needs stored values', () => {
  const loading: FormView = { ...adForm, fields: [{ id: 'loading', kind: 'note', text: 'One moment…' }] };
  const pressed = { formOf: () => ({ form: 'edit-text' as const, value: 'ad-1', person: null as never, place: null as never }) };

  async function pressEdit(later: () => Promise<FormView | { refused: string }>) {
    const opened = await open({ ...pressed, form: () => ({ now: loading, later }) });
    const buttons = [{ action: 'edit-text' as const, value: 'ad-1', label: 'Edit text' }];
    await opened.adapter.post(placeIn(opened.shop), saying('Ready', { buttons }), 'a-key');
    const reply = await opened.anna.press(opened.discord.messages(opened.shop.id)[0]!, 'Edit text');
    return { ...opened, reply };
  }

  it('opens with them when they come in time', async () => {
    const { anna, reply } = await pressEdit(async () => adForm);
    expect(reply).toMatchObject({ how: 'form' });
    expect(anna.fields()).toHaveLength(4);
  });

  it('opens by a button when they come too late', async () => {
    const { anna, discord, reply } = await pressEdit(async () => {
      await systemClock.sleep(2_500);
      return adForm;
    });
    expect(reply).toMatchObject({ how: 'message' });
    const [said] = anna.ephemerals();
    expect([wordsIn(said), labelsIn(said)]).toEqual([words.formNotOpened, [words.openForm]]);
    await systemClock.sleep(500);
    await anna.press(said!, words.openForm);
    expect(anna.fields()).toHaveLength(4);
    expect(discord.messages(stage.shop.id)).toHaveLength(1);
  });

  it.each([
    ['is refused', async () => ({ refused: 'This ad belongs to *somebody* else.' }), 'This ad belongs to \\*somebody\\* else.'],
    ['fails', () => Promise.reject(new Error('no store')), words.formNotOpened],
  ])('says in words why, when it %s', async (_what, later, sentence) => {
    const { anna } = await pressEdit(later);
    expect(anna.ephemerals().map(wordsIn)).toEqual([sentence]);
  });
});

describe('a command', () => {
  it('that takes its time is answered in private when the words are there, also when they are long', async () => {
    const lines = Array.from({ length: 150 }, (_, at) => ({ spans: [`${at} ${'long '.repeat(10)}`] }));
    const message = async () => ({ summary: 'A list', lines, buttons: [] });
    const { anna, discord, shop } = await open({ command: () => ({ kind: 'later', message }) });
    expect(await anna.command('ad', { sub: 'help', where: shop })).toMatchObject({ how: 'deferred' });
    await discord.waitFor(() => anna.ephemerals().length === 2 + 1);
    expect(anna.ephemerals().map(wordsIn).join('\n').split('\n')).toHaveLength(150);
  });

  it('that came too late is not carried out', async () => {
    const { anna, discord, events, shop } = await open();
    discord.faults.staleInteractions = true;
    const reply = anna.command('ad', { sub: 'generate', where: shop });
    await expect.poll(() => discord.calls(callback).at(-1)?.code).toBe(10062);
    expect(events.submissions).toEqual([]);
    await reply;
  });
});
