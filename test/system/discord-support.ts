/** What the Discord tests share: a loopback Discord, the real adapter on it, and a core that only writes down what it is told. */
import { expect } from 'vitest';
import { createDiscord, type DiscordAdapter } from '../../adapters/discord/create-discord.ts';
import type { DiscordWords, WordsFor } from '../../adapters/discord/words.ts';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { allComponents, textsOf } from '../../adapters/playground/discord/told-message.ts';
import type { Channel, StoredMessage } from '../../adapters/playground/discord/world.ts';
import type { ChatEvents } from '../../src/chat/chat-adapter.ts';
import type { PersonRef, Place } from '../../src/chat/messages.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import type { LogFields, Logger } from '../../src/log.ts';
import { hasOpenApi, validateAgainstOpenApi } from '../support/discord-openapi/validate-against-openapi.ts';
import { recordingEvents } from './slack-support.ts';

export const words: DiscordWords = {
  notTaken: 'That was not taken.',
  formNotOpened: 'The form could not be opened in time.',
  notHere: 'Not here.',
  buttonTooOld: 'This button is too old.',
  formLost: 'I restarted while your form was open; nothing was started. Your text:',
  openForm: 'Open the form',
  backToForm: 'Back to the form',
  makeAd: 'Make an ad',
  picturesFound: (count) => `${count} found. Make an ad?`,
  confirm: { text: 'Are you sure?', yes: 'Yes', no: 'No' },
};

export type Notes = Logger & { lines: { level: string; message: string; fields: LogFields }[]; text(): string };

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

export type Stage = {
  discord: LoopbackDiscord;
  adapter: DiscordAdapter;
  events: ReturnType<typeof recordingEvents>;
  log: Notes;
  left: string[];
  shop: Channel;
  close(): Promise<void>;
};

type StageOptions = { answers?: Partial<ChatEvents>; clock?: Clock; loopbackClock?: Clock };

export function adapterFor(
  discord: Pick<LoopbackDiscord, 'botToken' | 'applicationId' | 'apiUrl' | 'cdnUrl'>,
  options: {
    clock?: Clock;
    log?: Logger;
    meet?: (person: PersonRef) => Promise<void>;
    words?: WordsFor;
    onLeft?: (workspace: string) => void;
  } = {},
): DiscordAdapter {
  const { botToken, applicationId, apiUrl, cdnUrl } = discord;
  return createDiscord({
    connection: { botToken, applicationId, apiUrl, cdnUrl },
    words: options.words ?? (() => words),
    meet: options.meet ?? (async () => undefined),
    clock: options.clock ?? systemClock,
    newId: randomId,
    log: options.log ?? notingLogger(),
    ...(options.onLeft ? { onLeft: options.onLeft } : {}),
  });
}

/** A server with the bot in it, listening. Whatever it sent is held against Discord's own description when the stage closes. */
export async function setStage({ answers, clock, loopbackClock }: StageOptions = {}): Promise<Stage> {
  const discord = await createLoopbackDiscord({ clock: loopbackClock ?? systemClock });
  const shop = discord.channel('shop');
  const log = notingLogger();
  const left: string[] = [];
  const adapter = adapterFor(discord, { log, clock: clock ?? systemClock, onLeft: (workspace) => void left.push(workspace) });
  const events = recordingEvents(answers);
  await adapter.start(events);
  return {
    discord,
    adapter,
    events,
    log,
    left,
    shop,
    async close() {
      await adapter.close();
      await discord.close();
      expect(log.text()).not.toContain(discord.botToken);
      for (const { token } of discord.world.interactions.values()) expect(log.text()).not.toContain(token);
      if (hasOpenApi) expect(discord.world.journal.flatMap(validateAgainstOpenApi)).toEqual([]);
    },
  };
}

export const placeIn = (channel: Channel, thread: string | null = null): Place => ({
  platform: 'discord',
  workspace: channel.guild ?? `dm${[...channel.people][0]}`,
  channel: channel.id,
  thread,
});

/** All that a message says, without its buttons. */
export const wordsIn = (message: Pick<StoredMessage, 'components'> | undefined): string =>
  textsOf(message?.components ?? []).join('\n');

export const labelsIn = (message: Pick<StoredMessage, 'components'> | undefined): string[] =>
  allComponents(message?.components ?? []).flatMap((one) => (one['type'] === 2 ? String(one['label']) : []));

/** The galleries of a message, by the address and the words of each item. */
export const galleryIn = (message: Pick<StoredMessage, 'components'> | undefined): { url: string; words: unknown }[] =>
  allComponents(message?.components ?? [])
    .flatMap((one) => (one['items'] ?? []) as { media: { url: string }; description?: string }[])
    .map(({ media, description }) => ({ url: media.url, words: description }));
