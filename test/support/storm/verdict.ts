/** What must hold when the storm is over: one result for each request, sentences in the right language, a log that explains itself. */
import { type Locale, locales } from '../../../src/chat/locale.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import { type Ending, type Plot, resultsIn, type Scene } from './scenes.ts';

const mayEnd: Readonly<Record<Plot, readonly Ending['ended'][]>> = {
  waits: ['finished'],
  'wants it alone': ['finished'],
  'sends the form twice': ['finished'],
  'presses at once with another': ['finished'],
  'loses the message': ['finished'],
  'loses the first message': ['finished'],
  'loses the room': ['told', 'finished'],
  'sees the bot banished': ['told', 'finished'],
  'takes no direct messages': ['told'],
  'is where files are refused': ['told', 'finished'],
  'has an upload that hangs': ['finished'],
  cancels: ['cancelled', 'finished'],
  'gets the files': ['finished'],
  shares: ['finished'],
  'wants another look': ['finished'],
};

/** Empty when all is well with this one. */
export function wrongWith(scene: Scene, ending: Ending): string[] {
  const problems = [...ending.problems];
  if (!mayEnd[scene.plot].includes(ending.ended)) problems.push(`ended ${ending.ended}: ${ending.words}`);
  const where = scene.plot === 'wants it alone' || scene.plot === 'shares' ? { direct: scene.who } : { room: scene.room };
  const results = resultsIn(scene, where);
  const most = scene.plot === 'wants another look' ? 2 : 1;
  if (results.length > most) problems.push(`${results.length} results`);
  // A version is in the thread of the first, where the platform has threads, and so are its files.
  for (const { files } of results)
    if (files.length > most) problems.push(`${files.length} files under one result: ${files.join(', ')}`);
  // A crash or a lost answer may double a first message where the platform knows no keys; it carries nothing.
  for (const one of scene.side.shown(where))
    if (one.files.length > 0 && !results.some(({ id }) => id === one.id))
      problems.push(`files under a message that is no result: ${one.words.slice(0, 80)}`);
  return [...problems, ...strange(scene)];
}

/** Sentences of one language that no other has. */
function ownSentences(locale: Locale): Set<string> {
  const of = (one: Locale) => new Set(sentencesIn(wordingIn(one)));
  const others = locales.filter((one) => one !== locale).map(of);
  return new Set([...of(locale)].filter((sentence) => others.every((other) => !other.has(sentence))));
}

function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string')
    return value.length >= 12 || (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(value) && value.length >= 6)
      ? [value]
      : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(sentencesIn) : [];
}

const foreign = new Map(locales.map((locale) => [locale, ownSentences(locale)]));
const leaks = /undefined|\[object|NaN|chat-[a-z]+-|AppError|Error:|at .*\.ts:/u;

/** A person whose language the platform has not told yet is spoken to in English. */
function strange({ side, who, room, locale }: Scene): string[] {
  const said = [...side.shown({ room }).map((one) => one.words), ...side.heard(who)];
  const spoken = new Set<Locale>([locale, ...(side.name === 'Slack' ? (['en'] as const) : [])]);
  return said.flatMap((words) => {
    const wrong = locales
      .filter((other) => !spoken.has(other))
      .flatMap((other) => [...(foreign.get(other) ?? [])].filter((one) => words.includes(one)));
    return [
      ...(leaks.test(words) ? [`no sentence: ${words.slice(0, 200)}`] : []),
      ...wrong.map((one) => `in another language than ${locale}: ${one}`),
    ];
  });
}

/** What a fault of the storm explains, by its message. */
const explained = [
  /A job failed/,
  /was taken up again/,
  /An answer did not reach Discord/,
  /The line to Discord broke/,
  /could not be delivered/,
  /ideas could not be shown/,
  /a request was given up/,
  /could not be told/,
  /could not be taken back/,
  /lacks permissions in a channel/,
  /shown without its picture/,
  /form could not be opened|could not be opened/i,
  /was not taken/,
  /core did not answer in time/,
  /could not be renewed/,
  /sandbox is not at its strongest/,
  /Discord ended the session/,
  /a command could not be answered/,
  /Slack cannot be reached/,
];
/** What the Slack library says of a line that drops and of an address that it is not given at once; the adapter connects again. */
const ofTheLine = /WSS URL|WebSocket|fetch failed|close handshake|websocket|no active connection|send_while_not_ready/;

/** Warnings and errors of the log that nothing explains. */
export function unexplained(log: readonly Record<string, unknown>[]): string[] {
  const lines = log.filter(
    (line) =>
      Number(line['level']) >= 40 &&
      !explained.some((one) => one.test(String(line['msg']))) &&
      !ofTheLine.test(`${line['says']} ${line['code']}`),
  );
  return [...new Set(lines.map((line) => JSON.stringify({ ...line, time: 0, adId: '', errorId: '' })))];
}
