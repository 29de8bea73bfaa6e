/** Turns what Slack answers when it refuses into the errors of the core: one table, so that a code means one thing everywhere. */
import { z } from 'zod';
import { AppError, type ErrorCode, type Retry } from '../../src/errors.ts';

type Meaning = { code: ErrorCode; retry: Retry };

const notInChannel: Meaning = { code: 'chat-not-in-channel', retry: 'never' };
const channelGone: Meaning = { code: 'chat-channel-gone', retry: 'never' };
const directClosed: Meaning = { code: 'chat-direct-closed', retry: 'never' };
const attachmentGone: Meaning = { code: 'attachment-gone', retry: 'never' };
const attachmentRefused: Meaning = { code: 'attachment-refused', retry: 'never' };
const unavailable: Meaning = { code: 'chat-unavailable', retry: 'later' };
/** The operator can put it right, and nothing that is finished should be lost until then. */
const notAllowed: Meaning = { code: 'chat-unavailable', retry: 'later' };
const refused: Meaning = { code: 'chat-refused', retry: 'never' };

const meanings: Readonly<Record<string, Meaning>> = {
  not_in_channel: notInChannel,
  // A private channel that the bot is not in does not exist for it, and that is the usual reason.
  channel_not_found: notInChannel,
  user_not_in_channel: notInChannel,
  is_archived: channelGone,
  restricted_action: channelGone,
  restricted_action_read_only_channel: channelGone,
  thread_not_found: channelGone,
  invalid_thread_ts: channelGone,
  cannot_reply_to_message: channelGone,
  cannot_dm_bot: directClosed,
  messages_tab_disabled: directClosed,
  user_disabled: directClosed,
  user_not_found: directClosed,
  user_not_visible: directClosed,
  invalid_auth: notAllowed,
  not_authed: notAllowed,
  token_revoked: notAllowed,
  token_expired: notAllowed,
  account_inactive: notAllowed,
  missing_scope: notAllowed,
  file_not_found: attachmentGone,
  file_deleted: attachmentGone,
  access_denied: attachmentRefused,
  file_uploads_disabled: refused,
  file_uploads_except_images_disabled: refused,
  file_type_not_allowed: refused,
  file_upload_size_restricted: refused,
  storage_limit_reached: refused,
  ratelimited: unavailable,
  rate_limited: unavailable,
  internal_error: unavailable,
  fatal_error: unavailable,
  service_unavailable: unavailable,
  team_added_to_org: unavailable,
  request_timeout: unavailable,
};

const platformError = z.object({ code: z.literal('slack_webapi_platform_error'), data: z.object({ error: z.string() }) });
const limitedError = z.object({ code: z.literal('slack_webapi_rate_limited_error'), retryAfter: z.number() });

/** Slack's own short code, or null where the trouble lies elsewhere. */
export function slackCode(error: unknown): string | null {
  const read = platformError.safeParse(error);
  return read.success ? read.data.data.error : null;
}

const deadTokens = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);

/** Slack does not accept the token that was sent, and so has done nothing. */
export const isDeadToken = (error: unknown): boolean => deadTokens.has(slackCode(error) ?? '');

/** Seconds that Slack asks to wait, or null. */
export function waitSeconds(error: unknown): number | null {
  const read = limitedError.safeParse(error);
  return read.success ? read.data.retryAfter : null;
}

/** No answer, or one that says nothing about the request itself. */
export function isServerTrouble(error: unknown): boolean {
  if (error instanceof AppError) return false;
  const code = slackCode(error);
  return code === null ? waitSeconds(error) === null : meanings[code] === unavailable;
}

/** The core's error; its message names the method and Slack's code, never what was sent. */
export function asAppError(error: unknown, method: string): AppError {
  if (error instanceof AppError) return error;
  const code = slackCode(error);
  if (code === null)
    return new AppError(unavailable.code, `Slack did not answer ${method}`, { retry: unavailable.retry, cause: error });
  const meaning = meanings[code] ?? refused;
  return new AppError(meaning.code, `Slack refused ${method}: ${code}`, { retry: meaning.retry, cause: error });
}
