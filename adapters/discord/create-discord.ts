/** The Discord adapter: the core's port to people on Discord servers and in direct messages with the bot. */

import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { ChatAdapter, ChatEvents, EditKind } from '../../src/chat/chat-adapter.ts';
import type { Button, MessageRef, MessageView, PersonRef, Place } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { NewId } from '../../src/ids.ts';
import type { Logger } from '../../src/log.ts';
import { askApplication } from './application.ts';
import { createCalls } from './calls.ts';
import { commandDefinitions } from './command-table.ts';
import { type DiscordConnection, discordApiUrl, discordCdnUrl, isSafeBaseUrl } from './connection.ts';
import type { ButtonMemory } from './custom-ids.ts';
import { createEdits } from './edits.ts';
import { fetchFile } from './fetch-file.ts';
import { deliverFiles } from './file-delivery.ts';
import { createFileSizes } from './file-sizes.ts';
import { createForms } from './forms.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { onMessage } from './heard-messages.ts';
import { onInteraction } from './listeners.ts';
import { createMembership } from './membership.ts';
import { messageBody } from './message-body.ts';
import { notAllowed } from './permissions.ts';
import { discordPersonalData } from './personal-data.ts';
import { openDirect, postMessage, removeMessage } from './post-message.ts';
import { createPrivateWords } from './private-words.ts';
import { registerCommands } from './register-commands.ts';
import { createReplies } from './replies.ts';
import { createRest } from './rest.ts';
import { removeFiles, showPicture } from './shown-pictures.ts';
import { DiscordStartError, startProblem } from './start-problem.ts';
import type { WordsFor } from './words.ts';

export type DiscordOptions = {
  connection: DiscordConnection;
  words: WordsFor;
  /** Looks up what is stored of a person, so that `words` follow it; never rejects. */
  meet(person: PersonRef): Promise<void>;
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** Called when the bot was removed from a server; not during an outage. */
  onLeft?: (workspace: string) => void;
};

type DiscordStarted = { guilds: number; commands: 'registered' | 'unchanged' };

export interface DiscordAdapter extends ChatAdapter {
  /** The servers that the bot is in. */
  workspaces(): string[];
  /** Listens to people from now on. Rejects with `DiscordStartError`, which says what to do. */
  start(events: ChatEvents): Promise<DiscordStarted>;
  /** Hears nobody any more; posting goes on. Safe to call twice. */
  stop(): Promise<void>;
}

const dayMs = 86_400_000;

export function createDiscord(options: DiscordOptions): DiscordAdapter {
  const { connection, words, meet, clock, newId, log } = options;
  const { botToken: token, applicationId, apiUrl = discordApiUrl, cdnUrl = discordCdnUrl } = connection;
  if (!isSafeBaseUrl(apiUrl) || !isSafeBaseUrl(cdnUrl)) throw new DiscordStartError('base-url-not-https');
  const rest = createRest({ token, apiUrl, log });
  const calls = createCalls({ rest, clock });
  const memory: ButtonMemory = {
    values: createBoundedMemory({ clock, most: 5_000, livesMs: dayMs }),
    questions: createBoundedMemory<NonNullable<Button['confirm']>>({ clock, most: 500, livesMs: 90 * dayMs }),
    newId,
  };
  const conversations = createBoundedMemory<string>({ clock, most: 5_000, livesMs: dayMs });
  const replies = createReplies({ applicationId, calls, clientOptions: rest.clientOptions, log });
  const direct: ChatAdapter['openDirect'] = (person) => openDirect(person, calls, conversations);
  const privately = createPrivateWords({ replies, calls, memory, openDirect: direct, clock, log });
  const edit = createEdits({ calls, clock });
  const membership = createMembership({ calls, clock, log });
  let gateway: Gateway | null = null;
  const sizes = createFileSizes({ tierOf: (guild) => gateway?.tierOf(guild) ?? null, clock });

  async function start(events: ChatEvents): Promise<DiscordStarted> {
    const { bot } = await askApplication(applicationId, calls);
    const commands = await registerCommands(applicationId, commandDefinitions(), calls).catch((error: unknown) => {
      throw new DiscordStartError(startProblem(error));
    });
    const forms = createForms({ events, replies, privately, words, meet, clock, newId, log });
    const listening = { events, replies, privately, forms, calls, memory, words, sizes, membership, clock, log };
    gateway = await startGateway({
      token,
      rest: rest.clientOptions,
      clock,
      log,
      heard: {
        onInteraction: (interaction) => void onInteraction(interaction, listening),
        onMessage: (message) => void onMessage(message, { bot, ...listening }),
        // Discord does not tell who added the bot; the server's owner may always say who may use it.
        onJoined: ({ id: workspace, owner: person, locale }) =>
          void events.joined?.({ platform: 'discord', workspace, person, locale }),
        onLeft: (guild) => {
          options.onLeft?.(guild);
          // At the next start it is missing from the servers, and told again.
          events
            .left?.({ platform: 'discord', workspace: guild })
            .catch((error: Error) => log.error('Leaving a server could not be stored', { reason: error.name }));
        },
      },
    });
    return { guilds: gateway.guilds().length, commands };
  }

  async function stop(): Promise<void> {
    const running = gateway;
    gateway = null;
    await running?.stop();
    privately.forget();
  }

  /** A message that goes through proves nothing where files could not follow it. */
  async function post(place: Place, message: MessageView, key: string): Promise<MessageRef> {
    const missing = gateway?.missingIn(place.channel) ?? [];
    if (missing.length === 0) return postMessage(place, message, key, { calls, memory });
    log.warn('The bot lacks permissions in a channel', { missing: missing.join(',') });
    throw notAllowed(missing);
  }

  async function update(ref: MessageRef, message: MessageView, kind: EditKind): Promise<'done' | 'skipped' | 'gone'> {
    const body = messageBody(message, { workspace: ref.workspace, message: ref.message, memory, isLasting: true });
    const { attachments: only, ...rest } = body;
    // A picture may come while progress is under way, which must not take it away.
    const sent = kind === 'progress' ? rest : body;
    try {
      return await edit(ref, sent, kind);
    } catch (error) {
      if (!only || !(error instanceof AppError) || error.code !== 'chat-refused') throw error;
      log.warn('A message is shown without its picture, which it no longer carries');
      const { picture: _gone, ...plain } = message;
      return edit(ref, messageBody(plain, { workspace: ref.workspace, message: null, memory, isLasting: true }), kind);
    }
  }

  return {
    name: 'discord',
    personalData: discordPersonalData,
    membership,
    limits: sizes.limitsOf,
    workspaces: () => gateway?.guilds() ?? [],
    start,
    stop,
    async close() {
      await stop();
      replies.close();
      await rest.close();
    },
    post,
    update,
    remove: (ref) => removeMessage(ref, calls),
    deliverFiles: (ref, files, journal) => deliverFiles(ref, files, journal, { calls, mostBytes: sizes.most(ref) }),
    showPicture: async (ref, file, journal) => ({ platform: 'discord', id: await showPicture(ref, file, journal, calls) }),
    removeFiles: (_workspace, ids) => removeFiles(ids, calls, log),
    openDirect: direct,
    // Whoever is named in a message there hears of it.
    pointTo: async ({ person }, { channel }) => gateway?.sees(person, channel) ?? true,
    tell: (person, place, message) => privately.tell(person, place, message),
    fetch: (file) => fetchFile(file, { calls, cdnUrl }),
  };
}
