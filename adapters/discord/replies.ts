/** Answers an interaction: once, within three seconds, by its own token; afterwards by follow-ups as long as the token lives. */
import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  REST,
  type RESTOptions,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { Logger } from '../../src/log.ts';
import type { Calls } from './calls.ts';
import type { Deed } from './deeds.ts';
import { asAppError, codes, discordCode } from './discord-errors.ts';
import type { MessageBody } from './message-body.ts';

/** `again`: it was answered before, by another delivery of the same deed. `too-late`: Discord has told the person that nobody answered. */
export type Answered = 'done' | 'again' | 'too-late' | 'unknown';

export type Replies = ReturnType<typeof createReplies>;

type Original = Pick<Deed, 'token'>;

/** Discord waits 3 s. */
const deadlineMs = 2_700;
const anyAnswer = z.unknown();

export function createReplies(options: {
  applicationId: string;
  calls: Calls;
  clientOptions: Partial<RESTOptions>;
  log: Logger;
}) {
  const { applicationId, calls, log } = options;
  // Answers must not wait behind anything else, and never be given a second time.
  const atOnce = new REST({ ...options.clientOptions, timeout: deadlineMs });

  async function answer(deed: Deed, type: InteractionResponseType, data?: object): Promise<Answered> {
    const body = data === undefined ? { type } : { type, data };
    try {
      await atOnce.post(Routes.interactionCallback(deed.id, deed.token), { body, auth: false });
      return 'done';
    } catch (error) {
      const code = discordCode(error);
      if (code === codes.acknowledgedAlready) return 'again';
      log.warn('An answer did not reach Discord', { type, code: code ?? 'no answer' });
      return code === codes.unknownInteraction ? 'too-late' : 'unknown';
    }
  }

  async function webhook(deed: string, call: Parameters<Calls>[0]): Promise<void> {
    try {
      await calls({ ...call, withToken: false }, anyAnswer);
    } catch (error) {
      throw asAppError(error, deed);
    }
  }

  return {
    /** Words that only this person sees. */
    say: (deed: Deed, body: MessageBody) => answer(deed, InteractionResponseType.ChannelMessageWithSource, privately(body)),
    showForm: (deed: Deed, form: APIModalInteractionResponseCallbackData) => answer(deed, InteractionResponseType.Modal, form),
    /** Only this person sees that something is coming. */
    defer: (deed: Deed) =>
      answer(deed, InteractionResponseType.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral }),
    /** A button was pressed; nothing changes yet. */
    deferUpdate: (deed: Deed) => answer(deed, InteractionResponseType.DeferredMessageUpdate),
    editOriginal: ({ token }: Original, body: MessageBody) =>
      webhook('the edit of an answer', {
        method: 'PATCH',
        route: Routes.webhookMessage(applicationId, token),
        body: privately(body),
        patience: 'repeats',
      }),
    async removeOriginal({ token }: Original): Promise<void> {
      const route = Routes.webhookMessage(applicationId, token);
      // A private answer that stays is in nobody's way.
      await webhook('the removal of an answer', { method: 'DELETE', route, patience: 'repeats' }).catch((error: Error) =>
        log.debug('An answer could not be removed', { problem: error.message }),
      );
    },
    /** One more message that only this person sees. */
    followUp: ({ token }: Original, body: MessageBody) =>
      webhook('a follow-up', {
        method: 'POST',
        route: Routes.webhook(applicationId, token),
        query: { wait: 'true' },
        body: privately(body),
        patience: 'once',
      }),
    close() {
      atOnce.clearHandlerSweeper();
      atOnce.clearHashSweeper();
    },
  };
}

/** Nobody can be notified by what only one person sees, and files are never in it. */
function privately({ attachments: _none, flags, ...body }: MessageBody) {
  return { ...body, flags: flags | MessageFlags.Ephemeral };
}
