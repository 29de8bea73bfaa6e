/** Answers people who write to the bot directly or mention it: over their pictures a button that opens the form, else a few words of help. */
import { z } from 'zod';
import type { MessageView } from '../../src/chat/messages.ts';
import { literally, withoutPreviews } from './edits.ts';
import { type HeardMessage, picturesAmong, readHeardMessage } from './event-readings.ts';
import type { Listening } from './listeners.ts';
import { type MessageBody, messageBody } from './message-blocks.ts';
import { picturesButton } from './pictures-button.ts';
import { plainWords } from './plain-words.ts';
import { asAppError } from './slack-errors.ts';

/** In direct messages. */
const helpAgainMs = 3_600_000;

export async function onHeardMessage(body: unknown, listening: Listening): Promise<void> {
  const heard = readHeardMessage(body);
  if (!heard || !listening.seen.isNew(heard.names)) return;
  const answer = answerTo(heard, listening);
  if (!answer) return;
  const { channel, thread, workspace } = heard.place;
  const args = { channel, ...(thread === null ? {} : { thread_ts: thread }), ...answer, ...literally, ...withoutPreviews };
  try {
    await listening.callsIn(workspace).call('chat.postMessage', args, z.unknown(), 'waits');
  } catch (error) {
    listening.log.info('A message could not be answered', { code: asAppError(error, 'chat.postMessage').code });
  }
}

/** Null where the help stands already: once in a thread; in direct messages once in an hour. */
function answerTo(heard: HeardMessage, { events, helped, locales, words, clock }: Listening): MessageBody | null {
  const person = locales.known(heard.person);
  const { place } = heard;
  const spoken = words(person);
  const files = picturesAmong(heard.files, place.workspace);
  if (files.length > 0) {
    const { button, left } = picturesButton(files, plainWords(heard.text), spoken.makeAd);
    const said = spoken.picturesFound(files.length);
    const cut = left > 0 ? [{ spans: [spoken.briefCut(left)], fine: true }] : [];
    return messageBody({ summary: said, lines: [{ spans: [said] }, ...cut], buttons: [] }, [button]);
  }
  const talk = `${place.workspace} ${place.channel} ${place.thread ?? ''}`;
  const told = helped.get(talk);
  if (told !== undefined && (place.thread !== null || clock.now() - told < helpAgainMs)) return null;
  helped.put(talk, clock.now());
  const help = events.command({ name: 'ad', text: 'help', files: [], person, place });
  return help.kind === 'words' ? messageBody(help.message) : messageBody(saying(spoken.notTaken));
}

const saying = (words: string): MessageView => ({ summary: words, lines: [{ spans: [words] }], buttons: [] });
