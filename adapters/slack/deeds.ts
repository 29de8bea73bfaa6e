/** Reads what Slack tells about a person's deed, and keeps only what we need; everything else of the payload stays here. */
import { z } from 'zod';
import { type FileRef, formIds, type MessageRef, type PersonRef, type Place } from '../../src/chat/messages.ts';
import { filesSchema, picturesAmong } from './event-readings.ts';
import { answersSchema } from './form-answers.ts';
import { plainWords, unescaped } from './plain-words.ts';
import { installedIn } from './workspace.ts';

const commandSchema = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.union([z.boolean(), z.enum(['true', 'false']).transform((said) => said === 'true')]).nullish(),
  channel_id: z.string(),
  user_id: z.string(),
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

const common = z.object({
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  is_enterprise_install: z.boolean().nullish(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  trigger_id: z.string().default(''),
  response_url: z.string().optional(),
});
const messageActionSchema = common.extend({
  channel: z.object({ id: z.string() }),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().nullish(),
    files: filesSchema,
  }),
});
const submissionSchema = common.extend({
  view: z.object({
    id: z.string(),
    callback_id: z.enum(formIds),
    private_metadata: z.string().default(''),
    state: z.object({ values: answersSchema }),
    blocks: z.array(z.object({ type: z.string(), block_id: z.string().default('') })),
  }),
});
const pressSchema = common.extend({
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({
    channel_id: z.string().optional(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  /** The bot's own page, where it is pressed there: it carries the channel of the direct messages. */
  view: z.object({ private_metadata: z.string().default('') }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().default(''), action_ts: z.string().default('') })).min(1),
});

/** Who did it, where, and the short-lived handles that let us react. */
export type Deed = { person: PersonRef; place: Place; trigger: string; replyUrl: string | undefined };

function deedOf(body: z.infer<typeof common>, channel: string, thread: string | null): Deed {
  // Installations of a whole organisation tell the team only with the person.
  const workspace = installedIn({
    team: body.team?.id ?? body.user.team_id,
    organisation: body.enterprise?.id,
    isOrganisationWide: body.is_enterprise_install ?? false,
  });
  return {
    person: { platform: 'slack', workspace, person: body.user.id },
    place: { platform: 'slack', workspace, channel, thread },
    trigger: body.trigger_id,
    replyUrl: body.response_url,
  };
}

export function readCommand(body: unknown): Deed & { text: string } {
  const read = commandSchema.parse(body);
  const { team_id: team, enterprise_id: organisation, channel_id: channel } = read;
  const workspace = installedIn({ team, organisation, isOrganisationWide: read.is_enterprise_install ?? false });
  return {
    person: { platform: 'slack', workspace, person: read.user_id },
    place: { platform: 'slack', workspace, channel, thread: null },
    trigger: read.trigger_id,
    replyUrl: read.response_url,
    text: unescaped(read.text),
  };
}

export function readMessageAction(body: unknown): Deed & { files: FileRef[]; brief: string } {
  const read = messageActionSchema.parse(body);
  const deed = deedOf(read, read.channel.id, read.message.thread_ts ?? read.message.ts);
  return {
    ...deed,
    files: picturesAmong(read.message.files, deed.place.workspace),
    brief: plainWords(read.message.text ?? ''),
  };
}

export function readSubmission(body: unknown) {
  const { view, ...rest } = submissionSchema.parse(body);
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  return {
    person: deedOf(rest, '', null).person,
    view: view.id,
    form: view.callback_id,
    context: view.private_metadata,
    answers: view.state.values,
    inputs,
  };
}

export function readPress(
  body: unknown,
): Deed & { action: string; value: string; at: string; message: MessageRef | null; messageTs: string } {
  const read = pressSchema.parse(body);
  const channel = read.channel?.id ?? read.container.channel_id ?? read.view?.private_metadata ?? '';
  const messageTs = read.message?.ts ?? read.container.message_ts ?? '';
  const named = read.message?.thread_ts ?? read.container.thread_ts ?? null;
  // A message that began a thread names itself as its thread.
  const thread = named === messageTs ? null : named;
  const deed = deedOf(read, channel, thread);
  const isPrivate = read.container.is_ephemeral === true || messageTs === '';
  const [pressed] = read.actions;
  return {
    ...deed,
    action: pressed?.action_id ?? '',
    value: pressed?.value ?? '',
    at: pressed?.action_ts ?? '',
    message: isPrivate ? null : { platform: 'slack', workspace: deed.place.workspace, channel, message: messageTs, thread },
    messageTs,
  };
}
