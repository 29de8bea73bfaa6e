import { describe, expect, it } from 'vitest';
import { checkedBlocks } from '../../../adapters/playground/slack/methods/blocks.ts';
import { createWorld } from '../../../adapters/playground/slack/world.ts';
import { actionOf, messageBody } from '../../../adapters/slack/message-blocks.ts';
import { actionIds, type Button, type MessageView } from '../../../src/chat/messages.ts';
import { systemClock } from '../../../src/clock.ts';

const hostile = [
  '<!channel> buy now',
  '<!here|all>',
  '@everyone @here',
  '<@U0000000001>',
  '<https://evil.example|a friendly link>',
  'https://evil.example/x',
  '*bold* _italic_ ~gone~ `code` ```block```',
  ':tada: :skull:',
  '> quoted\n- a list\n1. another',
  'a & b < c > d &amp; &lt;!channel&gt;',
  '$'.concat('{7*7} {{7*7}} %s <%= 1 %>'),
  'שלום \u202Egnp.exe\u202C \u200B\u200D zero-width',
  '\u{1F469}\u200D\u{1F4BB} emoji',
];

const world = createWorld({ clock: systemClock, botToken: 'b', appToken: 'a', signingSecret: 's' });
const view = (more: Partial<MessageView>): MessageView => ({ summary: 'Summary', lines: [], buttons: [], ...more });
const button = (more: Partial<Button> = {}): Button => ({ action: 'retry', value: 'ad-1', label: 'Retry', ...more });

function shownTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(shownTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === 'text' && typeof one === 'string' ? [one] : shownTexts(one)));
}

function markedTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markedTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn') return shownTexts(value);
  return Object.values(value).flatMap(markedTexts);
}

describe("people's words in a Slack message", () => {
  it.each(hostile)('are shown letter for letter: %s', (text) => {
    const lines = [{ spans: [text, { bold: text }] }, { spans: [text, { bold: text }], fine: true }];
    const { blocks } = messageBody(view({ lines }));
    expect(shownTexts(blocks)).toEqual([text, text, text, text]);
    expect(markedTexts(blocks)).toEqual([]);
    expect(() => checkedBlocks(world, blocks)).not.toThrow();
  });

  it.each(hostile)('cannot call anybody or link anywhere from the notification: %s', (text) => {
    expect(messageBody(view({ summary: text })).text).not.toMatch(/[<>]/);
  });

  it.each(hostile)('cannot dress up a button: %s', (text) => {
    const confirm = { title: text, text, yes: text.slice(0, 30), no: 'No' };
    const { blocks } = messageBody(view({ buttons: [button({ label: text, confirm })] }));
    expect(markedTexts(blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).not.toContain('"emoji":true');
  });

  it('name a person only where the core says so', () => {
    const { blocks } = messageBody(
      view({ lines: [{ spans: ['For ', { person: 'U1' }] }, { spans: ['by ', { person: 'U1' }], fine: true }] }),
    );
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'For ' },
              { type: 'user', user_id: 'U1' },
            ],
          },
        ],
      },
      {
        type: 'context',
        elements: [
          { type: 'plain_text', text: 'by ', emoji: false },
          { type: 'mrkdwn', text: '<@U1>' },
        ],
      },
    ]);
  });

  it('cannot smuggle mark-up in as the id of a person', () => {
    const { blocks } = messageBody(view({ lines: [{ spans: [{ person: '!channel><@U2' }], fine: true }] }));
    expect(markedTexts(blocks)).toEqual(['<@U2>']);
  });
});

describe('a message over one of Slack’s limits', () => {
  it('keeps every letter of a long line by splitting it', () => {
    const text = `${'long words and \u{1F600} more '.repeat(400)}end`;
    for (const fine of [true, false]) {
      const { blocks } = messageBody(view({ lines: [{ spans: [text], fine }] }));
      expect(shownTexts(blocks).join('')).toBe(text);
      expect(() => checkedBlocks(world, blocks)).not.toThrow();
    }
  });

  it('never splits inside an emoji', () => {
    const text = `a${'\u{1F600}'.repeat(3000)}`;
    const parts = shownTexts(messageBody(view({ lines: [{ spans: [text] }] })).blocks);
    expect(parts.join('')).toBe(text);
    expect(parts.every((part) => Buffer.from(part).toString() === part)).toBe(true);
  });

  it('is refused with the name of the limit, and without its text', () => {
    const tooMuch: [string, Partial<MessageView>][] = [
      ['textPerMessage', { lines: [{ spans: ['secret '.repeat(2000)] }] }],
      ['blocksPerMessage', { lines: Array.from({ length: 51 }, () => ({ spans: ['secret'] })) }],
      ['summary', { summary: 'secret '.repeat(600) }],
      ['buttonLabel', { buttons: [button({ label: 'secret '.repeat(20) })] }],
      ['confirmTitle', { buttons: [button({ confirm: { title: 'secret '.repeat(20), text: 'x', yes: 'y', no: 'n' } })] }],
      ['altText', { picture: { picture: { platform: 'slack', id: 'F1' }, altText: 'secret '.repeat(400) } }],
      ['altText', { picture: { picture: { platform: 'slack', id: 'F1' }, altText: '' } }],
    ];
    for (const [limit, more] of tooMuch) {
      expect(() => messageBody(view(more)), limit).toThrow(
        expect.objectContaining({ code: 'chat-refused', message: expect.stringContaining(limit) }),
      );
      expect(() => messageBody(view(more)), limit).not.toThrow(
        expect.objectContaining({ message: expect.stringContaining('secret') }),
      );
    }
  });

  it('puts many buttons into several rows, each with an id of its own that leads back to its action', () => {
    const buttons = [...actionIds, ...actionIds, ...actionIds, ...actionIds].map((action) => button({ action, label: action }));
    const { blocks } = messageBody(view({ buttons }));
    const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(new Set(elements.map((element) => element.action_id)).size).toBe(buttons.length);
    expect(elements.map((element) => actionOf(element.action_id))).toEqual(buttons.map((one) => one.action));
    expect(() => checkedBlocks(world, blocks)).not.toThrow();
  });
});
