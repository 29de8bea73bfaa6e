/** Reads Slack's events, and keeps only what we need of them. */
import { z } from 'zod';
import type { FileRef, PersonRef, Place } from '../../src/chat/messages.ts';
import { fileRef } from './form-answers.ts';
import { type Installed, installedIn } from './workspace.ts';

const authorization = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
});
const envelopeSchema = z.object({
  event_id: z.string().optional(),
  /** Seconds since 1970. */
  event_time: z.number().optional(),
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  authorizations: z.array(authorization).nullish(),
});

const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().nullish(),
  mimetype: z.string().nullish(),
  mode: z.string().nullish(),
});
export const filesSchema = z.array(file).nullish();

const messageSchema = envelopeSchema.extend({
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    subtype: z.string().optional(),
    channel: z.string(),
    channel_type: z.string().optional(),
    user: z.string().optional(),
    bot_id: z.string().nullish(),
    ts: z.string(),
    thread_ts: z.string().optional(),
    client_msg_id: z.string().optional(),
    text: z.string().nullish(),
    edited: z.unknown().optional(),
    hidden: z.boolean().optional(),
    files: filesSchema,
  }),
});
const homeSchema = envelopeSchema.extend({
  event: z.object({ user: z.string(), channel: z.string(), tab: z.string().default('home') }),
});
const leavingSchema = envelopeSchema.extend({
  event: z.object({ type: z.string(), tokens: z.object({ bot: z.array(z.string()).nullish() }).nullish() }),
});

function installationOf(body: z.infer<typeof envelopeSchema>): Installed {
  const [first] = body.authorizations ?? [];
  return {
    // In a channel shared with another organisation the event may name that one; the first authorization is always ours.
    team: first?.team_id ?? body.team_id,
    organisation: first?.enterprise_id ?? body.enterprise_id,
    isOrganisationWide: first?.is_enterprise_install ?? false,
  };
}

export type HeardMessage = {
  person: PersonRef;
  /** Where the answer belongs: the thread of the message, or the talk between the bot and this person. */
  place: Place;
  isDirect: boolean;
  text: string;
  files: z.infer<typeof filesSchema>;
  /** Names by which a redelivery is known. */
  names: (string | undefined)[];
};

/** Null for what is not a person's new message to the bot: edits, bots, our own words, joins, and talk that is not with us. */
export function readHeardMessage(body: unknown): HeardMessage | null {
  const read = messageSchema.parse(body);
  const { event } = read;
  const isSaid = event.subtype === undefined || event.subtype === 'file_share';
  const isNew = event.edited === undefined && event.hidden !== true;
  const isDirect = event.channel_type === 'im';
  if (!isSaid || !isNew || event.bot_id || event.user === undefined || event.user === 'USLACKBOT') return null;
  if (event.type === 'message' && !isDirect) return null;
  const workspace = installedIn(installationOf(read));
  const thread = event.thread_ts ?? (isDirect ? null : event.ts);
  return {
    person: { platform: 'slack', workspace, person: event.user },
    place: { platform: 'slack', workspace, channel: event.channel, thread },
    isDirect,
    text: event.text ?? '',
    files: event.files,
    names: [
      read.event_id && `event ${read.event_id}`,
      event.client_msg_id && `message ${workspace} ${event.client_msg_id}`,
      `said ${workspace} ${event.channel} ${event.ts}`,
    ],
  };
}

/** `direct`: where the bot and this person talk alone. */
export function readHomeOpened(body: unknown): { person: PersonRef; direct: string; name: string | undefined } | null {
  const read = homeSchema.parse(body);
  if (read.event.tab !== 'home') return null;
  const person = { platform: 'slack', workspace: installedIn(installationOf(read)), person: read.event.user };
  return { person, direct: read.event.channel, name: read.event_id && `event ${read.event_id}` };
}

/** Null where the bot's own token is not among those revoked. `at`: when it happened, ms since 1970. */
export function readLeaving(body: unknown): { kind: 'uninstalled' | 'revoked'; from: Installed; at: number | null } | null {
  const read = leavingSchema.parse(body);
  const isRevoked = read.event.type === 'tokens_revoked';
  if (isRevoked && (read.event.tokens?.bot?.length ?? 0) === 0) return null;
  const at = read.event_time === undefined ? null : read.event_time * 1000;
  return { kind: isRevoked ? 'revoked' : 'uninstalled', from: installationOf(read), at };
}

/** A file shared from another organisation comes without its type: it is looked at when it is fetched. */
export function picturesAmong(files: z.infer<typeof filesSchema>, workspace: string): FileRef[] {
  return (files ?? [])
    .filter((one) => one.mode !== 'tombstone' && (!one.mimetype || one.mimetype.startsWith('image/')))
    .map((one) => fileRef(one, workspace));
}
