/** A loopback Slack with the whole program connected to it, in a temporary folder; everything goes with the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { Ephemeral, StoredMessage } from '../../adapters/playground/slack/world.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { type Config, readConfig } from '../../src/app/config.ts';
import { type Held, hold } from '../../src/app/hold.ts';
import { samplePhoto } from '../../src/app/sample-photo.ts';
import { type Logger, silentLogger } from '../../src/log.ts';
import { layOutDatabase } from './prepared-database.ts';

export type Workplace = {
  slack: LoopbackSlack;
  folder: string;
  environment: Record<string, string>;
  config: Config;
  held: Held;
  close(): Promise<void>;
};

export type Entries = Parameters<Person['submit']>[1];

/** What a child process of the program needs to find this loopback Slack and this folder. */
export function environmentOf(slack: LoopbackSlack, folder: string, extra: Record<string, string> = {}): Record<string, string> {
  return {
    DATA_DIR: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    // The few ads of a test are drawn sooner than a worker has practised.
    WORKERS_PRACTISE: 'no',
    ...extra,
  };
}

export function configOf(environment: Record<string, string>): Config {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

/** `granted`: optional scopes that the workspace granted. */
export async function openWorkplace(
  extra: Record<string, string> = {},
  { granted = [], log = silentLogger }: { granted?: readonly string[]; log?: Logger } = {},
): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), 'adw-'));
  const slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'socket' }), granted });
  const environment = environmentOf(slack, folder, extra);
  const config = configOf(environment);
  if (!config.databaseUrl) layOutDatabase(config.dataDir);
  const held = await hold(config, { log, control: true, sweepSeconds: 2 });
  return {
    slack,
    folder,
    environment,
    config,
    held,
    close: async () => {
      await held.stop(2_000);
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const bottle = () => ({ name: 'bottle.jpg', bytes: samplePhoto() });

/** Who asked in which channel, for choosing among ideas. */
const askers = new Map<string, Person>();

/** What a person enters, as far as the form asks for it: how photos are kept is asked once. */
export function answered(form: { view: unknown }, { keep = 'keep', ...entries }: NonNullable<Entries>): NonNullable<Entries> {
  return JSON.stringify(form.view).includes('"block_id":"keep"') ? { ...entries, keep } : entries;
}

export const sendForm = (person: Person, form: Awaited<ReturnType<Person['waitForView']>>, entries: NonNullable<Entries>) =>
  person.submit(form, answered(form, entries));

/** Types /ad, fills in the form and sends it. */
export async function ask(person: Person, channel: ReturnType<LoopbackSlack['channel']>, text: string, entries: Entries = {}) {
  askers.set(channel.id, person);
  await person.command('/ad', text, { channel });
  const form = await person.waitForView();
  return person.submit(form, answered(form, { photos: [bottle()], ...entries }));
}

export const buttonsOf = (message: { blocks: Record<string, unknown>[] }): string[] =>
  message.blocks
    .filter((block) => block['type'] === 'actions')
    .flatMap((block) => (block['elements'] as { text: { text: string } }[]).map((element) => element.text.text));

/** Everything a message says, as one text. */
export const wordsOf = (message: { text: string; blocks: Record<string, unknown>[] }): string =>
  `${message.text}\n${JSON.stringify(message.blocks)}`;

export const botMessages = (slack: LoopbackSlack, channel: string): StoredMessage[] =>
  slack.messages(channel).filter((message) => message.fromBot && message.files.length === 0);

/** Chooses the first idea of every message that proposes some, once each, as the person who asked (Anna where nobody typed /ad). */
function choosesFirst(slack: LoopbackSlack, channel: string, asker?: Person): () => void {
  const chosen = new Set<string>();
  return () => {
    for (const message of botMessages(slack, channel)) {
      const seen = `${message.ts} ${message.edits.length}`;
      if (!buttonsOf(message).includes('Use 1') || chosen.has(seen)) continue;
      chosen.add(seen);
      void (asker ?? askers.get(channel) ?? slack.person('anna')).press(message, 'Use 1').catch(() => chosen.delete(seen));
    }
  };
}

/** The message of the ad once it is a result; ideas on the way are chosen from. */
export function result(
  slack: LoopbackSlack,
  channel: string,
  isIt: (message: StoredMessage) => boolean = () => true,
  asker?: Person,
): Promise<StoredMessage> {
  const choose = choosesFirst(slack, channel, asker);
  return slack.waitFor(
    () => {
      choose();
      return botMessages(slack, channel).find((message) => buttonsOf(message).includes('Another look') && isIt(message));
    },
    {
      withinMs: 90_000,
      what: 'a finished ad',
    },
  );
}

export const filesIn = (slack: LoopbackSlack, channel: string, thread: string): string[] =>
  slack
    .messages(channel)
    .filter((message) => message.thread === thread)
    .flatMap((message) => message.files)
    .flatMap((id) => slack.file(id)?.name ?? []);

export const told = (slack: LoopbackSlack, person: Person, words: string | RegExp, withinMs = 20_000): Promise<Ephemeral> =>
  slack.waitFor(() => person.ephemerals().find((one) => wordsOf(one).match(words)), {
    withinMs,
    what: `words for ${person.name}`,
  });

/** The message of an ad once it proposes ideas. */
export const ideas = (slack: LoopbackSlack, channel: string): Promise<StoredMessage> =>
  slack.waitFor(() => botMessages(slack, channel).find((message) => buttonsOf(message).includes('Use 1')), {
    withinMs: 30_000,
    what: 'three ideas',
  });

/** Presses More under a result, and then a button of what only this person sees. */
export async function pressMore(slack: LoopbackSlack, person: Person, message: StoredMessage, action: string): Promise<void> {
  const before = person.ephemerals().length;
  await person.press(message, 'more');
  const more = await slack.waitFor(
    () =>
      person
        .ephemerals()
        .slice(before)
        .find((one) => buttonsOf(one).length > 0),
    { what: 'what More offers' },
  );
  await person.press(more, action);
}
