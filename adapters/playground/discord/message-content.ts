/** What a message is made of: read from a request, checked by Discord's rules, and put into the world. */
import { mediaTypeOf } from '../slack/media-type.ts';
import { readWith } from './read-with.ts';
import { badForm, Refusal } from './refusal.ts';
import type { Body, SentFile } from './request-body.ts';
import {
  type MessageBody,
  messageBody,
  modernComponents,
  mostComponents,
  mostDisplayedText,
  plainComponents,
  type SentAttachment,
} from './schemas/message-schemas.ts';
import { allComponents, mediaOf, mentionedUsers, messageFlags, textsOf } from './told-message.ts';
import type { Json, StoredFile, StoredMessage, World } from './world.ts';

/** Files in one message, and the size of each where a guild says nothing else, in bytes. */
const mostFiles = 10;
export const defaultUploadLimit = 10 * 1024 * 1024;

/** Flags that an app may send: no embeds, ephemeral, no notification, Components V2. */
const sendableFlags = 4 | messageFlags.ephemeral | 4096 | messageFlags.componentsV2;

type Rules = {
  channel: string;
  uploadLimit: number;
  /** Only answers to interactions can be for one person. */
  mayBeEphemeral: boolean;
  owner: string;
  isEphemeral: boolean;
};

/** What a new message, or a message after an edit, consists of. */
export type Content = {
  content: string;
  components: Json[];
  embeds: Json[];
  files: StoredFile[];
  flags: number;
  pinged: string[];
  repliesTo: string | null;
  nonce: string | null;
  enforceNonce: boolean;
};

export function readContent(world: World, body: Body, rules: Rules, before: StoredMessage | null): Content {
  const read = readWith(messageBody, body.json ?? {});
  const flags = flagsOf(read, rules, before);
  const isModern = (flags & messageFlags.componentsV2) !== 0;
  const files = filesAfter(world, read, body.files, rules, before);
  const content = read.content === undefined ? (before?.content ?? '') : (read.content ?? '');
  const embeds = read.embeds === undefined ? (before?.embeds ?? []) : (read.embeds ?? []);
  const components = read.components === undefined ? (before?.components ?? []) : readComponents(read.components ?? [], isModern);
  if (isModern && (content !== '' || embeds.length > 0)) {
    throw badForm('The content and embeds fields cannot be used with MessageFlags.IS_COMPONENTS_V2', 'content');
  }
  if (content === '' && embeds.length + components.length + files.length === 0) throw new Refusal(50006);
  checkMedia(components, files);
  return {
    content,
    components,
    embeds,
    files,
    flags,
    pinged: pingedBy(read, { content, components }, repliedTo(world, read, rules.channel)),
    repliesTo: repliedTo(world, read, rules.channel)?.id ?? null,
    nonce: read.nonce ?? null,
    enforceNonce: read.enforce_nonce === true,
  };
}

function flagsOf(read: MessageBody, { mayBeEphemeral }: Rules, before: StoredMessage | null): number {
  const sent = read.flags ?? null;
  const kept = (before?.flags ?? 0) & ~messageFlags.loading;
  if (sent === null) return kept;
  if ((sent & ~sendableFlags) !== 0) throw badForm('Invalid message flags', 'flags');
  if ((sent & messageFlags.ephemeral) !== 0 && !mayBeEphemeral) throw badForm('Only interactions can be ephemeral', 'flags');
  if (before && (kept & ~sent & messageFlags.componentsV2) !== 0) {
    throw badForm('IS_COMPONENTS_V2 cannot be removed from a message', 'flags');
  }
  // Who sees a message is settled when it is posted.
  return before ? (sent & ~messageFlags.ephemeral) | (kept & messageFlags.ephemeral) : sent;
}

function readComponents(sent: unknown[], isModern: boolean): Json[] {
  const read = readWith(isModern ? modernComponents : plainComponents, sent) as Json[];
  const all = allComponents(read);
  if (all.length > mostComponents) throw badForm(`A message has at most ${mostComponents} components`, 'components');
  if (textsOf(read).join('').length > mostDisplayedText) {
    throw badForm(`Text displays hold at most ${mostDisplayedText} characters together`, 'components');
  }
  const ids = all.flatMap((one) => one['custom_id'] ?? []);
  if (new Set(ids).size !== ids.length) throw badForm('Component custom id cannot be duplicated', 'components');
  const components = structuredClone(read);
  for (const [at, one] of allComponents(components).entries()) one['id'] ||= at + 1;
  return components;
}

/** Without a list everything stays and new files are added; a list says what stays and names the new ones. */
function filesAfter(world: World, read: MessageBody, sent: SentFile[], rules: Rules, before: StoredMessage | null): StoredFile[] {
  const listed = read.attachments ?? null;
  const stays = (before?.files ?? []).flatMap((id) => world.files.get(id) ?? []);
  const names = new Map(sent.map((file) => [/^files\[(\d+)\]$/.exec(file.field)?.[1] ?? file.field, file]));
  const stray = listed?.findIndex((one) => !names.has(one.id) && !stays.some((file) => file.id === one.id)) ?? -1;
  if (stray >= 0) throw badForm('Uploaded attachment not found', 'attachments', stray);
  const kept = listed === null ? stays : stays.filter((file) => listed.some((one) => one.id === file.id));
  if (kept.length + sent.length > mostFiles) throw badForm(`Must be ${mostFiles} or fewer in length`, 'attachments');
  if (sent.some((file) => file.bytes.length > rules.uploadLimit)) throw new Refusal(40005);
  for (const file of kept) file.altText = listed?.find((one) => one.id === file.id)?.description ?? file.altText;
  return [
    ...kept,
    ...[...names].map(([id, file]) =>
      newFile(
        world,
        file,
        listed?.find((one) => one.id === id),
        rules,
      ),
    ),
  ];
}

function newFile(world: World, sent: SentFile, listed: SentAttachment | undefined, rules: Rules): StoredFile {
  const name = safeName(listed?.filename ?? sent.name);
  const { channel, owner, isEphemeral } = rules;
  const mediaType = mediaTypeOf(name);
  return {
    id: world.nextId(),
    channel,
    name,
    mediaType,
    bytes: sent.bytes,
    altText: listed?.description ?? null,
    owner,
    isEphemeral,
    deleted: false,
  };
}

/** The name under which Discord keeps a file; `attachment://` addresses must use it. */
export const safeName = (name: string): string => name.replaceAll(/\s+/g, '_').replaceAll(/[^\w.-]/g, '') || 'file';

function checkMedia(components: Json[], files: StoredFile[]) {
  for (const { url } of mediaOf(components)) {
    if (!url.startsWith('attachment://')) continue;
    if (!files.some((file) => `attachment://${file.name}` === url)) {
      throw badForm(`The referenced attachment was not found: ${url}`, 'components');
    }
  }
}

function repliedTo(world: World, read: MessageBody, channel: string): StoredMessage | null {
  const reference = read.message_reference;
  if (!reference) return null;
  const found = world.channels.get(channel)?.messages.find((one) => one.id === reference.message_id && !one.deleted);
  if (found) return found;
  if (reference.fail_if_not_exists === false) return null;
  throw badForm('Unknown message', 'message_reference');
}

/** Whom the words notify: people and roles by id, and `everyone`. By default Discord notifies all that are named, and whose message is answered. */
function pingedBy(read: MessageBody, shown: { content: string; components: Json[] }, answered: StoredMessage | null): string[] {
  const words = [shown.content, ...textsOf(shown.components)].join('\n');
  const roles = [...words.matchAll(/<@&(\d+)>/g)].flatMap((match) => match[1] ?? []);
  const everyone = /@(everyone|here)\b/.test(words) ? ['everyone'] : [];
  const asker = answered ? [answered.author] : [];
  const allowed = read.allowed_mentions;
  if (!allowed) return [...new Set([...mentionedUsers(shown), ...roles, ...everyone, ...asker])];
  const { parse = [], users = [], roles: listed = [], replied_user: answers = false } = allowed;
  return [
    ...mentionedUsers(shown).filter((user) => parse.includes('users') || users.includes(user)),
    ...roles.filter((role) => parse.includes('roles') || listed.includes(role)),
    ...(parse.includes('everyone') ? everyone : []),
    ...(answers ? asker : []),
  ];
}
