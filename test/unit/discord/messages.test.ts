import { describe, expect, it } from 'vitest';
import { isFileHost, isSafeBaseUrl } from '../../../adapters/discord/connection.ts';
import { type ButtonMemory, pressControl, readControl } from '../../../adapters/discord/custom-ids.ts';
import { batches } from '../../../adapters/discord/file-delivery.ts';
import { readSource, uploadedFile } from '../../../adapters/discord/file-refs.ts';
import { literally, plainWords } from '../../../adapters/discord/literal-text.ts';
import { type Drawing, messageBodies, messageBody } from '../../../adapters/discord/message-body.ts';
import { createBoundedMemory } from '../../../src/bounded-memory.ts';
import { actionIds, type Line, type MessageView } from '../../../src/chat/messages.ts';
import { randomId } from '../../../src/ids.ts';
import { testClock } from '../../support/test-clock.ts';

const clock = testClock();
const memory: ButtonMemory = {
  values: createBoundedMemory({ clock, most: 10, livesMs: 1_000 }),
  questions: createBoundedMemory({ clock, most: 10, livesMs: 1_000 }),
  newId: randomId,
};
const drawing: Drawing = { workspace: '1234567890123456789', message: '7', memory, isLasting: true };
const view = (lines: Line[], more: Partial<MessageView> = {}): MessageView => ({
  summary: 'Summary',
  lines,
  buttons: [],
  ...more,
});
const textOf = (shown: MessageView): string => {
  const [first] = messageBody(shown, drawing).components[0]!.components;
  return first && 'content' in first ? first.content : '';
};

describe('text on Discord', () => {
  it.each([
    ['*bold* _it_ ~~no~~ `code` ||spoiler||', '\\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\` \\|\\|spoiler\\|\\|'],
    ['# one\n## two\n- three\n1. four\n> five\n-# six', '\\# one\n\\## two\n\\- three\n1\\. four\n\\> five\n\\-# six'],
    ['@everyone <@1> <#2> <:a:3> <t:4>', '\\@everyone \\<\\@1\\> \\<#2\\> \\<:a:3\\> \\<t:4\\>'],
    ['https://a.example [x](http://b.example)', 'https\\://a.example \\[x\\](http\\://b.example)'],
    ['C:\\dir, €19.90 - 2.5 #1', 'C:\\\\dir, €19.90 - 2.5 #1'],
  ])('is shown as it was typed: %s', (typed, sent) => {
    expect(literally(typed)).toBe(sent);
    expect(sent.replaceAll(/\\([^A-Za-z0-9\s])/g, '$1')).toBe(typed);
  });

  it('is read as plain words', () => {
    expect(
      plainWords('<@1> **Good** __mug__ <#2> [shop](https://a.example) <https://b.example> <a:x:3> 2\\*3 <t:4:R>  ~~x~~'),
    ).toBe('Good mug shop https://b.example 2*3 x');
    expect(plainWords('3 < 4 and 5 > 4, a_b_c, 5 * 4 * 3')).toBe('3 < 4 and 5 > 4, a_b_c, 5 * 4 * 3');
  });
});

describe('a message on Discord', () => {
  it('has bold, small print and people', () => {
    const lines: Line[] = [
      { spans: [{ bold: ' *Ready* ' }, 'now'] },
      { spans: ['a\nb'], fine: true },
      { spans: [{ person: '42' }, ' look'] },
      { spans: [''] },
    ];
    expect(textOf(view(lines))).toBe(' **\\*Ready\\*** now\n-# a\n-# b\n<@42> look');
    expect(messageBody(view(lines), drawing).allowed_mentions).toEqual({ parse: [], users: ['42'], replied_user: false });
  });

  it('offers what is to be copied in a block of its own, as it is', () => {
    const copyable = (text: string): Line => ({ spans: [text], copyable: true });
    expect(textOf(view([copyable('*Good* coffee\n@everyone')]))).toBe('```\n*Good* coffee\n@everyone\n```');
    expect(textOf(view([copyable('a ``` b')]))).toBe('a \\`\\`\\` b');
  });

  it('says its summary where it has no lines', () => {
    expect(textOf(view([]))).toBe('Summary');
  });

  it('becomes several where only one person sees it and it is long; the buttons are in the last', () => {
    const lines = [
      { spans: ['*'.repeat(5_000)] },
      ...Array.from({ length: 90 }, (_, at) => ({ spans: [`${at} ${'x'.repeat(90)}`] })),
    ];
    const shown = view(lines, { buttons: [{ action: 'retry', value: 'v', label: 'Retry' }] });
    const bodies = messageBodies(shown, { ...drawing, isLasting: false });
    expect(bodies.length).toBeGreaterThan(4);
    const texts = bodies.map((body) => JSON.parse(JSON.stringify(body.components[0]!.components[0])).content as string);
    expect(texts.every((text) => text.length <= 4_000)).toBe(true);
    expect(
      texts
        .join('')
        .replaceAll(/[\\\n]/g, '')
        .match(/\*/g),
    ).toHaveLength(5_000);
    expect(bodies.map((body) => JSON.stringify(body).includes('Retry'))).toEqual([...bodies.slice(1).map(() => false), true]);
    expect(() => messageBody(shown, drawing)).toThrow('limit text');
  });

  it('shows five buttons in a row, and only a picture of its own', () => {
    const buttons = actionIds.slice(0, 8).map((action) => ({ action, value: randomId(), label: action }));
    const picture = { picture: { platform: 'discord', id: 'picture/1/7/3/a.png' }, altText: 'A mug' };
    const body = messageBody(view([{ spans: ['x'] }], { buttons, picture }), drawing);
    expect(body.components[0]!.components.map((one) => one.type)).toEqual([10, 12, 1, 1]);
    expect(body.attachments).toEqual([{ id: '3' }]);
    const elsewhere = messageBody(view([{ spans: ['x'] }], { picture }), { ...drawing, message: '8' });
    expect(elsewhere.components[0]!.components.map((one) => one.type)).toEqual([10]);
  });
});

describe('a button on Discord', () => {
  it.each(actionIds)('says in 100 characters what %s is about, in which workspace, also when it is asked before', (action) => {
    const press = { action, value: `${randomId()}:3`, workspace: '1234567890123456789' };
    for (const more of [{}, { asks: true }, { about: '1234567890123456789' }]) {
      const id = pressControl({ ...press, ...more }, null);
      expect(readControl(id, memory)).toEqual({ kind: 'press', ...press, asks: false, about: null, ...more });
    }
  });

  it('remembers a long value for a while, and is honest afterwards', () => {
    const press = { action: 'retry' as const, value: `intake:${'x'.repeat(150)}`, workspace: 'dm1234567890123456789' };
    expect(() => pressControl(press, null)).toThrow('customId');
    const id = pressControl(press, memory);
    expect(readControl(id, memory)).toMatchObject({ kind: 'press', value: press.value, workspace: press.workspace });
    clock.advance(1_001);
    expect(readControl(id, memory)).toEqual({ kind: 'lost' });
    expect(readControl('nonsense', memory)).toEqual({ kind: 'lost' });
  });
});

describe('files for Discord', () => {
  it('go together as far as count and size allow', () => {
    const MiB = 1024 * 1024;
    const sizes = (lengths: number[]) => batches(lengths.map((length) => ({ length }))).map((batch) => batch.length);
    expect(sizes(Array(21).fill(1))).toEqual([10, 10, 1]);
    expect(sizes([9, 9, 9, 9, 24].map((size) => size * MiB))).toEqual([2, 2, 1]);
    expect(sizes([])).toEqual([]);
  });

  it('are fetched from the hosts of Discord only', () => {
    const cdn = 'https://cdn.discordapp.com';
    expect(isFileHost('https://cdn.discordapp.com/attachments/1/2/a.png?ex=1', cdn)).toBe(true);
    expect(isFileHost('https://media.discordapp.net/attachments/1/2/a.png', cdn)).toBe(true);
    for (const url of [
      'http://cdn.discordapp.com/a',
      'https://cdn.discordapp.com.evil.example/a',
      'https://u:p@cdn.discordapp.com/a',
      'nonsense',
    ])
      expect(isFileHost(url, cdn)).toBe(false);
    expect(isFileHost('https://media.discordapp.net/a', 'http://127.0.0.1:1')).toBe(false);
    expect([isSafeBaseUrl('http://discord.com'), isSafeBaseUrl('http://127.0.0.1:1/api'), isSafeBaseUrl('https://x')]).toEqual([
      false,
      true,
      true,
    ]);
    const told = { id: '3', filename: 'a.png', size: 3, url: `${cdn}/ephemeral-attachments/1/3/a.png?ex=1&is=2&hm=3` };
    const ref = uploadedFile(told, 'w');
    expect(ref.file).not.toContain('://');
    expect(readSource(ref.file, cdn)).toEqual({ kind: 'address', url: told.url });
  });
});

describe('memory', () => {
  it('forgets after its time, and the oldest first where there is too much', () => {
    const kept = createBoundedMemory<number>({ clock, most: 2, livesMs: 1_000 });
    for (const [at, key] of ['a', 'b', 'c'].entries()) kept.put(key, at);
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, 1, 2]);
    clock.advance(1_001);
    expect(kept.get('c')).toBeUndefined();
  });
});
