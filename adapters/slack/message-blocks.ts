/** Turns a message into Block Kit. People's text goes into elements that Slack shows literally: no mark-up, no mentions, no emoji codes. */
import type { Button, Line, MessageView, Span } from '../../src/chat/messages.ts';
import { checkCount, fitting, limits, pieces } from './limits.ts';

export type PlainText = { type: 'plain_text'; text: string; emoji: false };
type RichElement =
  | { type: 'text'; text: string; style?: { bold: true } }
  | { type: 'user'; user_id: string }
  | { type: 'link'; url: string; text: string };
type ContextElement = PlainText | { type: 'mrkdwn'; text: string };
type ButtonElement = {
  type: 'button';
  action_id: string;
  text: PlainText;
  value: string;
  style?: 'primary' | 'danger';
  confirm?: { title: PlainText; text: PlainText; confirm: PlainText; deny: PlainText; style?: 'danger' };
};
type Block =
  | { type: 'rich_text'; elements: { type: 'rich_text_section' | 'rich_text_preformatted'; elements: RichElement[] }[] }
  | { type: 'context'; elements: ContextElement[] }
  | { type: 'image'; slack_file: { id: string }; alt_text: string }
  | { type: 'actions'; elements: ButtonElement[] };

/** A button of the adapter itself: `actionId` is none of the core's. */
export type OwnButton = { actionId: string; value: string; label: string };

export type MessageBody = { text: string; blocks: Block[] };

export const plain = (text: string): PlainText => ({ type: 'plain_text', text, emoji: false });

/** The top-level text is read for mentions and links even where blocks are shown. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function messageBody(view: MessageView, own: readonly OwnButton[] = []): MessageBody {
  const lines = view.lines.filter((line) => line.spans.some((span) => span !== ''));
  const blocks: Block[] = [
    ...lines.flatMap((line) => (line.fine ? fineBlocks(line) : [richBlock(line)])),
    ...(view.picture ? [pictureBlock(view.picture.picture.id, view.picture.altText)] : []),
    ...buttonBlocks(view.buttons),
    ...(own.length > 0 ? [{ type: 'actions' as const, elements: own.map(ownButton) }] : []),
  ];
  checkCount('blocksPerMessage', blocks.length);
  checkCount('textPerMessage', textLength(view));
  return { text: escaped(fitting('summary', view.summary)), blocks };
}

function textLength(view: MessageView): number {
  const spans = view.lines
    .flatMap((line) => line.spans)
    .map((span) =>
      typeof span === 'string' ? span.length : 'bold' in span ? span.bold.length : 'words' in span ? span.words.length : 12,
    );
  return [...spans, ...view.buttons.map((button) => button.label.length)].reduce((sum, length) => sum + length, 0);
}

function richBlock(line: Line): Block {
  const type = line.copyable ? 'rich_text_preformatted' : 'rich_text_section';
  return { type: 'rich_text', elements: [{ type, elements: line.spans.flatMap(richElements) }] };
}

function richElements(span: Span): RichElement[] {
  if (typeof span === 'string') return pieces(span, limits.richText).map((text) => ({ type: 'text', text }));
  if ('person' in span) return [{ type: 'user', user_id: span.person }];
  if ('words' in span) return [{ type: 'link', url: span.link, text: span.words }];
  return pieces(span.bold, limits.richText).map((text) => ({ type: 'text', text, style: { bold: true } }));
}

/** Fine print knows no literal bold: its text stays, unaccented. */
function fineBlocks(line: Line): Block[] {
  const elements = line.spans.flatMap((span): ContextElement[] => {
    if (typeof span !== 'string' && 'person' in span) return [{ type: 'mrkdwn', text: `<@${personId(span.person)}>` }];
    const text = typeof span === 'string' ? span : 'bold' in span ? span.bold : `${span.words}: ${span.link}`;
    return pieces(text, limits.contextText).map(plain);
  });
  const blocks: Block[] = [];
  for (let start = 0; start < elements.length; start += limits.contextElements) {
    blocks.push({ type: 'context', elements: elements.slice(start, start + limits.contextElements) });
  }
  return blocks;
}

function personId(person: string): string {
  return person.replaceAll(/[^A-Z0-9]/g, '');
}

function pictureBlock(fileId: string, altText: string): Block {
  return { type: 'image', slack_file: { id: fileId }, alt_text: fitting('altText', altText) };
}

function buttonBlocks(buttons: readonly Button[]): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < buttons.length; start += limits.buttonsPerBlock) {
    const row = buttons.slice(start, start + limits.buttonsPerBlock);
    blocks.push({ type: 'actions', elements: row.map((button, place) => buttonElement(button, start + place)) });
  }
  return blocks;
}

/** Slack wants every action id once per message: the place makes it so, and `actionOf` takes it off again. */
function buttonElement(button: Button, place: number): ButtonElement {
  const { confirm } = button;
  const asked = confirm && {
    title: plain(fitting('confirmTitle', confirm.title)),
    text: plain(fitting('confirmText', confirm.text)),
    confirm: plain(fitting('confirmButton', confirm.yes)),
    deny: plain(fitting('confirmButton', confirm.no)),
    ...(button.style === 'danger' ? { style: 'danger' as const } : {}),
  };
  return {
    type: 'button',
    action_id: `${button.action}#${place}`,
    text: plain(fitting('buttonLabel', button.label)),
    value: fitting('buttonValue', button.value),
    ...(button.style ? { style: button.style } : {}),
    ...(asked ? { confirm: asked } : {}),
  };
}

function ownButton({ actionId, value, label }: OwnButton): ButtonElement {
  const text = plain(fitting('buttonLabel', label));
  return { type: 'button', action_id: actionId, text, value: fitting('buttonValue', value), style: 'primary' };
}

export function actionOf(actionId: string): string {
  return actionId.split('#')[0] ?? actionId;
}
