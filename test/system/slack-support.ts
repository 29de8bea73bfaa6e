/** What the Slack tests share: a loopback workspace, the real adapter on it, and a core that only writes down what it is told. */
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { createSlack, type SlackAdapter } from '../../adapters/slack/create-slack.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import type { SlackWords } from '../../adapters/slack/words.ts';
import type {
  ChatEvents,
  FileJournal,
  FormAnswer,
  FormRequest,
  OutgoingFile,
  Press,
  Submission,
  Taken,
} from '../../src/chat/chat-adapter.ts';
import type { FormView, MessageRef, MessageView, Place } from '../../src/chat/messages.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import type { LogFields, Logger } from '../../src/log.ts';

const spoken: SlackWords = {
  notTaken: 'That was not taken and nothing was started. Please press the button again.',
  formNotOpened: 'The form could not be opened in time. Please try again.',
  buttonTooOld: 'This button is too old.',
  makeAd: 'Make an ad',
  picturesFound: (count) => `An ad from ${count}?`,
  briefCut: (left) => `${left} characters were left out.`,
};
/** The same in every language, and at hand for what a test expects. */
export const words = Object.assign((): SlackWords => spoken, spoken);

export const adForm: FormView = {
  form: 'make-ad',
  title: 'Make an ad',
  submit: 'Make it',
  cancel: 'Cancel',
  context: 'opaque-context',
  fields: [
    { id: 'photos', kind: 'files', label: 'Photos', most: 3, types: ['image/jpeg', 'image/png'] },
    { id: 'brief', kind: 'text', lines: 'many', label: 'What should it say?', most: 1000, placeholder: 'Summer sale, 20 % off' },
    {
      id: 'look',
      kind: 'choice',
      label: 'Look',
      options: [
        { id: 'bold', label: 'Bold' },
        { id: 'calm', label: 'Calm' },
      ],
      initial: 'bold',
    },
    {
      id: 'places',
      kind: 'choices',
      label: 'Where',
      optional: true,
      options: [
        { id: 'meta', label: 'Meta' },
        { id: 'tiktok', label: 'TikTok' },
      ],
    },
    { id: 'hint', kind: 'note', text: 'Photos are deleted when the ad is done.' },
  ],
};

export type Told = {
  requests: FormRequest[];
  submissions: Submission[];
  presses: Press[];
  commands: { text: string; place: Place }[];
};

/** A core without any decisions: it notes everything and takes everything, unless a test says otherwise. */
export function recordingEvents(answers: Partial<ChatEvents> = {}): ChatEvents & Told {
  const told: Told = { requests: [], submissions: [], presses: [], commands: [] };
  const withBrief = (request: FormRequest): FormView =>
    request.form === 'make-ad' && 'brief' in request && request.brief
      ? {
          ...adForm,
          fields: adForm.fields.map((field) =>
            field.id === 'brief' && field.kind === 'text' ? { ...field, initial: request.brief } : field,
          ),
        }
      : adForm;
  return {
    ...told,
    command(typed) {
      const { text, files, person, place } = typed;
      told.commands.push({ text, place });
      return (
        answers.command?.(typed) ?? {
          kind: 'form',
          request: { form: 'make-ad', from: 'command', files, brief: text, person, place },
        }
      );
    },
    form(request): FormAnswer {
      told.requests.push(request);
      return answers.form?.(request) ?? { now: withBrief(request), later: null };
    },
    formOf: (press) => answers.formOf?.(press) ?? null,
    async submit(submission): Promise<Taken> {
      told.submissions.push(submission);
      return (await answers.submit?.(submission)) ?? { kind: 'taken' };
    },
    ...(answers.home ? { home: answers.home } : {}),
    ...(answers.left ? { left: answers.left } : {}),
    async press(press): Promise<Taken> {
      told.presses.push(press);
      return (await answers.press?.(press)) ?? { kind: 'taken' };
    },
  };
}

type Notes = Logger & { lines: { level: string; message: string; fields: LogFields }[]; text(): string };

export function notingLogger(): Notes {
  const lines: Notes['lines'] = [];
  const note =
    (level: string) =>
    (message: string, fields: LogFields = {}) =>
      void lines.push({ level, message, fields });
  return {
    lines,
    text: () => JSON.stringify(lines),
    debug: note('debug'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
  };
}

/** A clock that only sleeping moves. */
export function leapingClock(start = 1_795_350_000_000): Clock & { pass(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    pass(ms) {
      now += ms;
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      now += ms;
    },
  };
}

/** Real waiting, and a time that a test moves. */
export function movingClock(): Clock & { pass(ms: number): void } {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    pass: (ms) => {
      ahead += ms;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
  };
}

export type Stage = {
  slack: LoopbackSlack;
  adapter: SlackAdapter;
  events: ReturnType<typeof recordingEvents>;
  log: Notes;
  close(): Promise<void>;
};
type StageOptions = {
  mode?: 'socket' | 'http';
  answers?: Partial<ChatEvents>;
  withoutScope?: string;
  /** Optional scopes that are granted. */
  granted?: readonly string[];
  clock?: Clock;
  loopbackClock?: Clock;
};

export const loopbackManifest = (mode: 'socket' | 'http', withoutScope?: string) => {
  const manifest = slackManifest(mode === 'socket' ? { mode } : { mode, publicUrl: 'https://adwright.example.com' });
  const { scopes } = manifest.oauth_config;
  const bot = scopes.bot.filter((scope) => scope !== withoutScope);
  return { ...manifest, oauth_config: { ...manifest.oauth_config, scopes: { ...scopes, bot } } };
};

export function adapterFor(
  slack: LoopbackSlack,
  mode: 'socket' | 'http',
  options: { clock?: Clock; log?: Logger } = {},
): SlackAdapter {
  const { botToken, appToken, signingSecret } = slack;
  const connection = mode === 'socket' ? { mode, botToken, appToken } : { mode, botToken, signingSecret, port: 0 };
  return createSlack({
    connection,
    baseUrl: slack.apiUrl,
    words,
    clock: options.clock ?? systemClock,
    log: options.log ?? notingLogger(),
  });
}

/** A workspace with the bot in it, listening. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const { mode = 'socket', answers, withoutScope, clock = systemClock } = options;
  const slack = await createLoopbackSlack({
    manifest: loopbackManifest(mode, withoutScope),
    clock: options.loopbackClock ?? systemClock,
    ...(options.granted ? { granted: options.granted } : {}),
  });
  const log = notingLogger();
  const events = recordingEvents(answers);
  const adapter = adapterFor(slack, mode, { clock, log });
  const { port } = await adapter.start(events);
  if (port !== null) slack.deliverByHttp(`http://127.0.0.1:${port}/slack/events`);
  return {
    slack,
    adapter,
    events,
    log,
    async close() {
      await adapter.close();
      await slack.close();
    },
  };
}

export function keptJournal(): FileJournal & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, find: async (key) => kept.get(key) ?? null, remember: async (key, id) => void kept.set(key, id) };
}

export function picture(key: string, bytes: Uint8Array = new TextEncoder().encode(`picture ${key}`)): OutgoingFile {
  return {
    key,
    name: `${key}.png`,
    title: `Picture ${key}`,
    mediaType: 'image/png',
    altText: `A picture of ${key}`,
    length: bytes.length,
    async *read() {
      yield bytes.subarray(0, bytes.length >> 1);
      yield bytes.subarray(bytes.length >> 1);
    },
  };
}

export const saying = (summary: string, more: Partial<MessageView> = {}): MessageView => ({
  summary,
  lines: [{ spans: [summary] }],
  buttons: [],
  ...more,
});

export async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** For the one call whose message Slack does not look at. */
export const asMessage = (place: Place): MessageRef => ({ ...place, message: '' });
