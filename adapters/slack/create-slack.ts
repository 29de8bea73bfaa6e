/** The Slack adapter: the core's port to people in a Slack workspace. */
import { z } from 'zod';
import type { ChatAdapter, ChatEvents } from '../../src/chat/chat-adapter.ts';
import type { MessageRef, MessageView, PersonRef, Place } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import { type Calls, createCalls } from './calls.ts';
import { isSafeBaseUrl, type SlackConnection, slackApiUrl } from './connection.ts';
import { createEdits, literally, withoutPreviews } from './edits.ts';
import { fetchFile } from './fetch-file.ts';
import { deliverFiles, showPicture } from './file-delivery.ts';
import { type Intake, startIntake } from './intake.ts';
import { chatLimits } from './limits.ts';
import { registerListeners, type SlackWords } from './listeners.ts';
import { neededScopes } from './manifest.ts';
import { messageBody } from './message-blocks.ts';
import { slackPersonalData } from './personal-data.ts';
import { whenPictureIsReady } from './picture-patience.ts';
import { createPrivateWords } from './private-words.ts';
import { asAppError, slackCode } from './slack-errors.ts';
import { SlackStartError } from './start-problem.ts';
import { createUploads } from './uploads.ts';
import { askWorkspace } from './workspace.ts';

export type SlackOptions = {
  connection: SlackConnection;
  /** Slack's own when absent; https, except on this machine. */
  baseUrl?: string;
  words: SlackWords;
  clock: Clock;
  log: Logger;
};

/** `port`: where HTTP deliveries arrive; null over a socket. */
type SlackStarted = { workspace: string; port: number | null };

export interface SlackAdapter extends ChatAdapter {
  /** Listens to people from now on. Rejects with `SlackStartError`, which says what to do. */
  start(events: ChatEvents): Promise<SlackStarted>;
  /** Hears nobody any more; posting goes on. Safe to call twice. */
  stop(): Promise<void>;
}

const opened = z.object({ channel: z.object({ id: z.string() }) });
const posted = z.object({ channel: z.string(), ts: z.string() });

export function createSlack(options: SlackOptions): SlackAdapter {
  const { connection, baseUrl = slackApiUrl, words, clock, log } = options;
  if (!isSafeBaseUrl(baseUrl)) throw new SlackStartError('base-url-not-https');
  const token = connection.botToken;
  const calls = createCalls({ token, baseUrl, clock, log });
  const privately = createPrivateWords({ calls, baseUrl, clock });
  const edit = createEdits({ calls, clock });
  const uploads = createUploads({ calls, baseUrl, clock });
  let intake: Intake | null = null;

  async function start(events: ChatEvents): Promise<SlackStarted> {
    const workspace = await askWorkspace(calls);
    const missing = workspace.scopes === null ? [] : neededScopes.filter((scope) => !workspace.scopes?.includes(scope));
    if (missing.length > 0) log.warn('Slack has not granted every scope; install the app again', { missing: missing.join(',') });
    const listening = { events, calls, privately, words, clock, log };
    const register = (app: Parameters<typeof registerListeners>[0]) => registerListeners(app, listening);
    intake = await startIntake({ connection, baseUrl, bot: workspace.bot, clock, log, register });
    return { workspace: workspace.id, port: intake.port };
  }

  async function stop(): Promise<void> {
    const running = intake;
    intake = null;
    await running?.stop();
    privately.forget();
  }

  return {
    name: 'slack',
    personalData: slackPersonalData,
    limits: () => chatLimits,
    start,
    stop,
    close: stop,
    post: (place, message) => post(place, message, { calls, clock }),
    update: async (ref, message, kind) => edit(ref, messageBody(message), kind),
    remove: (ref) => remove(ref, calls),
    deliverFiles: (ref, files, journal) =>
      deliverFiles({ channel: ref.channel, thread: ref.thread ?? ref.message }, files, journal, uploads),
    showPicture: async (_ref, file, journal) => ({ platform: 'slack', id: await showPicture(file, journal, uploads) }),
    removeFiles: (_workspace, ids) => uploads.remove(ids),
    openDirect: (person) => openDirect(person, calls),
    tell: async (person, place, message) => privately.tell(person, place, messageBody(message)),
    fetch: (file) => fetchFile(file, { calls, baseUrl, token }),
  };
}

async function post(place: Place, message: MessageView, { calls, clock }: { calls: Calls; clock: Clock }): Promise<MessageRef> {
  const thread = place.thread === null ? {} : { thread_ts: place.thread };
  const body = messageBody(message);
  const args = { channel: place.channel, ...thread, ...body, ...literally, ...withoutPreviews };
  try {
    const send = () => calls.call('chat.postMessage', args, posted, 'waits');
    const { channel, ts } = await whenPictureIsReady(body, clock, send);
    return { platform: 'slack', workspace: place.workspace, channel, message: ts, thread: place.thread };
  } catch (error) {
    throw asAppError(error, 'chat.postMessage');
  }
}

async function openDirect(person: PersonRef, calls: Calls): Promise<Place> {
  try {
    const { channel } = await calls.call('conversations.open', { users: person.person }, opened, 'repeats');
    return { platform: 'slack', workspace: person.workspace, channel: channel.id, thread: null };
  } catch (error) {
    throw asAppError(error, 'conversations.open');
  }
}

async function remove(ref: MessageRef, calls: Calls): Promise<void> {
  try {
    await calls.call('chat.delete', { channel: ref.channel, ts: ref.message }, z.unknown(), 'repeats');
  } catch (error) {
    if (!['message_not_found', 'channel_not_found'].includes(slackCode(error) ?? '')) throw asAppError(error, 'chat.delete');
  }
}
