/** Turns what Discord answers when it refuses into the errors of the core: one table, so that a code means one thing everywhere. */
import { DiscordAPIError, RateLimitError } from 'discord.js';
import { z } from 'zod';
import { AppError, type ErrorCode, type Retry } from '../../src/errors.ts';

type Meaning = { code: ErrorCode; retry: Retry };

const notInChannel: Meaning = { code: 'chat-not-in-channel', retry: 'never' };
const notAllowed: Meaning = { code: 'chat-not-allowed', retry: 'never' };
const channelGone: Meaning = { code: 'chat-channel-gone', retry: 'never' };
const directClosed: Meaning = { code: 'chat-direct-closed', retry: 'never' };
const unavailable: Meaning = { code: 'chat-unavailable', retry: 'later' };
const refused: Meaning = { code: 'chat-refused', retry: 'never' };

/** Discord's codes that we know: developers/topics/opcodes-and-status-codes. */
export const codes = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMember: 10007,
  unknownMessage: 10008,
  unknownUser: 10013,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  oldMessageEdits: 30046,
  tooLarge: 40005,
  acknowledgedAlready: 40060,
  missingAccess: 50001,
  directClosed: 50007,
  missingPermission: 50013,
  expiredToken: 50027,
  archivedThread: 50083,
  lockedThread: 160005,
} as const;

const meanings: Readonly<Record<number, Meaning>> = {
  [codes.unknownChannel]: channelGone,
  [codes.unknownGuild]: channelGone,
  [codes.archivedThread]: channelGone,
  [codes.lockedThread]: channelGone,
  [codes.missingAccess]: notInChannel,
  [codes.missingPermission]: notAllowed,
  [codes.directClosed]: directClosed,
  [codes.unknownUser]: directClosed,
  [codes.oldMessageEdits]: unavailable,
};

const lateEdit = z.object({ retry_after: z.number() });

/** Discord's own code, or null where the trouble lies elsewhere. */
export function discordCode(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}

/** The HTTP status of a refusal, or null where nothing was answered. */
export function httpStatus(error: unknown): number | null {
  return error instanceof DiscordAPIError ? error.status : null;
}

/** Seconds until a message older than an hour may be edited again; null for every other refusal. */
export function lateEditWait(error: unknown): number | null {
  if (!(error instanceof DiscordAPIError) || discordCode(error) !== codes.oldMessageEdits) return null;
  const told = lateEdit.safeParse(error.rawError);
  return told.success ? told.data.retry_after : 0;
}

/** No answer, or one that says nothing about the request itself. */
export function isServerTrouble(error: unknown): boolean {
  return !(error instanceof DiscordAPIError) && !(error instanceof AppError);
}

/** The core's error. Discord's own error names addresses with tokens and quotes what was sent: neither goes along. */
export function asAppError(error: unknown, deed: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof RateLimitError) return told(unavailable, `Discord asks to wait too long before ${deed}`);
  if (!(error instanceof DiscordAPIError)) return told(unavailable, `Discord did not answer ${deed}`);
  // The operator can put a refused token right, and nothing that is finished should be lost until then.
  if (error.status === 401 && discordCode(error) !== codes.expiredToken)
    return told(unavailable, `Discord refused the token for ${deed}`);
  const meaning = meanings[Number(error.code)] ?? refused;
  return told(meaning, `Discord refused ${deed}: ${error.code}`);
}

const told = ({ code, retry }: Meaning, message: string): AppError => new AppError(code, message, { retry });
