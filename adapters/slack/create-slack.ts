/** The Slack adapter: the core's port to people in Slack workspaces. */
import { z } from 'zod';
import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { ChatAdapter, ChatEvents } from '../../src/chat/chat-adapter.ts';
import type { MessageRef, MessageView, PersonRef, Place } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { type CallsIn, createCallsIn } from './calls.ts';
import { isSafeBaseUrl, type SlackConnection, slackApiUrl } from './connection.ts';
import { createDeliveriesSeen } from './deliveries-seen.ts';
import { createEdits, literally, withoutPreviews } from './edits.ts';
import { fetchFile } from './fetch-file.ts';
import { deliverFiles, showPicture } from './file-delivery.ts';
import { createGrants } from './grants.ts';
import { type Intake, startIntake } from './intake.ts';
import { noticeLeft } from './leaving.ts';
import { chatLimits } from './limits.ts';
import { type Listening, registerListeners } from './listeners.ts';
import { createLocales, peopleScope } from './locales.ts';
import { createMembership } from './membership.ts';
import { messageBody } from './message-blocks.ts';
import { tellInstalled, tellRecentlyInstalled } from './newly-installed.ts';
import { slackPersonalData } from './personal-data.ts';
import { whenPictureIsReady } from './picture-patience.ts';
import { createPrivateWords } from './private-words.ts';
import { asAppError, slackCode } from './slack-errors.ts';
import { SlackStartError } from './start-problem.ts';
import { createUploads } from './uploads.ts';
import type { WordsFor } from './words.ts';

export type SlackOptions = {
  connection: SlackConnection;
  /** Slack's own when absent; https, except on this machine. */
  baseUrl?: string;
  words: WordsFor;
  /** Ids of people who count as admins whatever Slack tells; none where absent. */
  admins?: readonly string[];
  clock: Clock;
  log: Logger;
};

/** `workspace`: the one of the operator's token; null where any may install the bot. `port`: where HTTP deliveries arrive; null over a socket. */
type SlackStarted = { workspace: string | null; port: number | null };

export interface SlackAdapter extends ChatAdapter {
  /** Listens to people from now on. Rejects with `SlackStartError`, which says what to do. */
  start(events: ChatEvents): Promise<SlackStarted>;
  /** Hears nobody any more; posting goes on. Safe to call twice. */
  stop(): Promise<void>;
}

const opened = z.object({ channel: z.object({ id: z.string() }) });
const posted = z.object({ channel: z.string(), ts: z.string() });
/** How long a thread is known in which the help was told. */
const helpedForMs = 30 * 86_400_000;

export function createSlack(options: SlackOptions): SlackAdapter {
  const { connection, baseUrl = slackApiUrl, words, admins = [], clock, log } = options;
  if (!isSafeBaseUrl(baseUrl)) throw new SlackStartError('base-url-not-https');
  const grants = createGrants({ connection, baseUrl, clock, log });
  const callsIn = createCallsIn({ tokens: grants.tokens, baseUrl, clock, log });
  const privately = createPrivateWords({ callsIn, baseUrl, clock });
  const edit = createEdits({ callsIn, clock });
  const uploadsIn = (workspace: string) => createUploads({ calls: callsIn(workspace), baseUrl, clock });
  const locales = createLocales({ callsIn, hasScope: (workspace) => grants.hasScope(workspace, peopleScope), clock, log });
  const membership = createMembership({ callsIn, installations: grants.installations, admins, clock, log });
  let intake: Intake | null = null;
  let stopping = new AbortController();

  async function start(events: ChatEvents): Promise<SlackStarted> {
    const { workspace, bot } = await grants.prove(callsIn);
    const seen = createDeliveriesSeen(clock);
    const helped = createBoundedMemory<number>({ clock, most: 10_000, livesMs: helpedForMs });
    const { installations } = grants;
    stopping = new AbortController();
    const { signal } = stopping;
    const known = { privately, locales, seen, helped, installations };
    const listening: Listening = { events, callsIn, ...known, words, stopping: signal, clock, log };
    const register = (app: Parameters<typeof registerListeners>[0]) => registerListeners(app, listening);
    const telling = { events, installations, locales, clock };
    const notTold = () => log.warn('Whoever installed the bot could not be told of');
    const onInstalled = (installed: string) => {
      grants.installed(installed);
      tellInstalled(installed, telling).catch(notTold);
    };
    intake = await startIntake({ connection, baseUrl, bot, onInstalled, clock, log, register });
    tellRecentlyInstalled(telling).catch(notTold);
    noticeLeft(listening).catch(() => log.warn('Whether workspaces removed the bot meanwhile was not seen'));
    return { workspace, port: intake.port };
  }

  async function stop(): Promise<void> {
    const running = intake;
    intake = null;
    stopping.abort(new Error('stopped'));
    await running?.stop();
    privately.forget();
    locales.forget();
  }

  return {
    name: 'slack',
    personalData: slackPersonalData,
    membership,
    limits: () => chatLimits,
    start,
    stop,
    async close() {
      await stop();
      await grants.settle();
    },
    post: (place, message) => post(place, message, { callsIn, clock }),
    update: async (ref, message, kind) => edit(ref, messageBody(message), kind),
    remove: (ref) => remove(ref, callsIn),
    deliverFiles: (ref, files, journal) =>
      deliverFiles({ channel: ref.channel, thread: ref.thread ?? ref.message }, files, journal, uploadsIn(ref.workspace)),
    showPicture: async (ref, file, journal) => ({
      platform: 'slack',
      id: await showPicture(file, journal, uploadsIn(ref.workspace)),
    }),
    removeFiles: (workspace, ids) => uploadsIn(workspace).remove(ids),
    openDirect: (person) => openDirect(person, callsIn),
    tell: async (person, place, message) => privately.tell(person, place, messageBody(message)),
    pointTo: (person, place, message) => privately.pointTo(person, place, messageBody(message)),
    fetch: (file) => {
      const token = () => grants.tokens.of(file.workspace);
      return fetchFile(file, { calls: callsIn(file.workspace), baseUrl, token });
    },
  };
}

async function post(
  place: Place,
  message: MessageView,
  { callsIn, clock }: { callsIn: CallsIn; clock: Clock },
): Promise<MessageRef> {
  const thread = place.thread === null ? {} : { thread_ts: place.thread };
  const body = messageBody(message);
  const args = { channel: place.channel, ...thread, ...body, ...literally, ...withoutPreviews };
  try {
    const send = () => callsIn(place.workspace).call('chat.postMessage', args, posted, 'waits');
    const { channel, ts } = await whenPictureIsReady(body, clock, send);
    return { platform: 'slack', workspace: place.workspace, channel, message: ts, thread: place.thread };
  } catch (error) {
    throw asAppError(error, 'chat.postMessage');
  }
}

async function openDirect({ workspace, person }: PersonRef, callsIn: CallsIn): Promise<Place> {
  try {
    const { channel } = await callsIn(workspace).call('conversations.open', { users: person }, opened, 'repeats');
    return { platform: 'slack', workspace, channel: channel.id, thread: null };
  } catch (error) {
    throw asAppError(error, 'conversations.open');
  }
}

async function remove({ workspace, channel, message }: MessageRef, callsIn: CallsIn): Promise<void> {
  try {
    await callsIn(workspace).call('chat.delete', { channel, ts: message }, z.unknown(), 'repeats');
  } catch (error) {
    if (!['message_not_found', 'channel_not_found'].includes(slackCode(error) ?? '')) throw asAppError(error, 'chat.delete');
  }
}
