/** Turns a message into Discord's components. People's text is escaped, so that Discord shows it literally. */
import {
  type APIAllowedMentions,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Button, Line, MessageView, Span } from '../../src/chat/messages.ts';
import { type ButtonMemory, pressControl, questionKey } from './custom-ids.ts';
import { checkCount, fitting, limits, pieces } from './limits.ts';
import { literally } from './literal-text.ts';
import { readPictureId } from './pictures.ts';

export type MessageBody = {
  flags: number;
  components: APIContainerComponent[];
  /** The files that an edited message carries from now on; absent: those it has. */
  attachments?: { id: string }[];
  allowed_mentions: APIAllowedMentions;
};

/** A button of the adapter's own. */
export type OwnButton = { customId: string; label: string; style?: Button['style'] };

/**
 * `message`: the message that is edited; a picture is shown only by the message that carries it. `isLasting`: its buttons must
 * be understood after a restart.
 */
export type Drawing = { workspace: string; message: string | null; memory: ButtonMemory; isLasting: boolean; own?: OwnButton[] };

/** Text of one line that is safely under the limit even when every sign of it must be escaped. */
const mostRawPiece = limits.text / 2 - 100;

export function messageBody(view: MessageView, drawing: Drawing): MessageBody {
  const bodies = messageBodies(view, drawing);
  if (bodies.length > 1) checkCount('text', textLines(view).join('\n').length);
  return bodies[0] as MessageBody;
}

/** Where the text is too long for one message, several; the picture and the buttons are in the last. */
export function messageBodies(view: MessageView, drawing: Drawing): MessageBody[] {
  const texts = chunks(textLines(view));
  return texts.map((text, place) => {
    const isLast = place === texts.length - 1;
    const picture = isLast ? pictureOf(view, drawing) : null;
    const components: APIComponentInContainer[] = [
      { type: ComponentType.TextDisplay, content: text },
      ...(picture ? [picture.gallery] : []),
      ...(isLast ? rows(view.buttons, drawing) : []),
    ];
    const counted = components.flatMap((one) => [one, ...('components' in one ? one.components : [])]);
    checkCount('componentsPerMessage', counted.length + 1);
    return {
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: ComponentType.Container, components }],
      ...(picture ? { attachments: [{ id: picture.attachment }] } : {}),
      allowed_mentions: { parse: [], users: namedPeople(view), replied_user: false },
    };
  });
}

/** Only who is named by the core is notified; never somebody whom a person's text names. */
function namedPeople(view: MessageView): string[] {
  const named = view.lines.flatMap((line) => line.spans.flatMap((span) => (personOf(span) === null ? [] : [personOf(span)])));
  return [...new Set(named)].filter((person): person is string => person !== null);
}

const personOf = (span: Span): string | null =>
  typeof span !== 'string' && 'person' in span ? span.person.replaceAll(/\D/g, '') : null;

function textLines(view: MessageView): string[] {
  const lines = view.lines.filter((line) => line.spans.some((span) => span !== '')).flatMap(lineTexts);
  return lines.length > 0 ? lines : pieces(view.summary || '…', mostRawPiece).map(literally);
}

/** A line of more than a message holds becomes several. */
function lineTexts(line: Line): string[] {
  if (line.copyable) return copyableTexts(line);
  const whole = line.spans.map(spanText).join('');
  const texts =
    whole.length <= limits.text - 3
      ? [whole]
      : line.spans.flatMap((span) => {
          if (typeof span === 'string') return pieces(span, mostRawPiece).map(literally);
          return 'bold' in span ? pieces(span.bold, mostRawPiece).map((bold) => spanText({ bold })) : [spanText(span)];
        });
  return line.fine ? texts.map((text) => text.replaceAll(/^(?=.)/gm, '-# ')) : texts;
}

const fence = '```';

/** A block of code has a button to copy it; what would end the block early is shown as any other text. */
function copyableTexts(line: Line): string[] {
  const text = line.spans.map((span) => (typeof span === 'string' ? span : 'bold' in span ? span.bold : '')).join('');
  if (text.includes(fence) || text.endsWith('`')) return lineTexts({ spans: [text] });
  return pieces(text, mostRawPiece).map((piece) => `${fence}\n${piece}\n${fence}`);
}

function spanText(span: Span): string {
  if (typeof span === 'string') return literally(span);
  if ('person' in span) return `<@${personOf(span)}>`;
  // In these brackets Discord follows it only when somebody presses it.
  if ('words' in span) return `[${literally(span.words)}](<${span.link}>)`;
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(span.bold) ?? [];
  return words === '' ? before : `${before}**${literally(words)}**${after}`;
}

/** Lines together, as many as a message holds. */
function chunks(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= limits.text) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
}

function pictureOf({ picture }: MessageView, { message }: Drawing) {
  const carried = picture ? readPictureId(picture.picture.id) : null;
  if (!picture || !carried || carried.message !== message) return null;
  const item = { media: { url: `attachment://${carried.name}` }, description: fitting('altText', picture.altText) };
  return { attachment: carried.attachment, gallery: { type: ComponentType.MediaGallery as const, items: [item] } };
}

function rows(buttons: readonly Button[], drawing: Drawing): APIComponentInContainer[] {
  const all = [...buttons.map((button) => buttonOf(button, drawing)), ...(drawing.own ?? []).map(ownButton)];
  const made: APIComponentInContainer[] = [];
  for (let start = 0; start < all.length; start += limits.buttonsPerRow)
    made.push({ type: ComponentType.ActionRow, components: all.slice(start, start + limits.buttonsPerRow) });
  return made;
}

const styles = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

function ownButton({ customId, label, style }: OwnButton): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: style ? styles[style] : ButtonStyle.Secondary,
    label: fitting('buttonLabel', label),
    custom_id: fitting('customId', customId),
  };
}

function buttonOf(button: Button, { workspace, memory, isLasting }: Drawing): APIButtonComponentWithCustomId {
  if (button.confirm) memory.questions.put(questionKey(button), button.confirm);
  const customId = pressControl({ ...button, workspace, asks: button.confirm !== undefined }, isLasting ? null : memory);
  return ownButton({ customId, label: button.label, ...(button.style ? { style: button.style } : {}) });
}
