/** Messages and attachments as Discord tells them. */
import { signedUrl } from './signed-url.ts';
import type { Surroundings } from './surroundings.ts';
import { isoTime, toldUser } from './told.ts';
import type { Json, StoredFile, StoredMessage } from './world.ts';

export const messageFlags = { ephemeral: 64, loading: 128, componentsV2: 32_768 } as const;

export function toldFile(file: StoredFile, { world, baseUrl }: Surroundings): Json {
  const url = signedUrl(file, baseUrl(), world.clock.now());
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.mediaType,
    flags: 0,
    ...(file.altText === null ? {} : { description: file.altText }),
    ...(file.isEphemeral ? { ephemeral: true } : {}),
  };
}

export const filesOf = (message: StoredMessage, { world }: Surroundings): StoredFile[] =>
  message.files.flatMap((id) => world.files.get(id) ?? []);

/** A message as the person sees it who may read it; `attachment://` addresses are told with the file they mean. */
export function toldMessage(message: StoredMessage, around: Surroundings): Json {
  const { world } = around;
  const author = world.users.get(message.author);
  const files = filesOf(message, around);
  const channel = world.channels.get(message.channel);
  const asked = message.interaction === null ? undefined : world.interactions.get(message.interaction);
  const asker = asked && world.users.get(asked.user);
  const mentioned = mentionedUsers(message).flatMap((id) => world.users.get(id) ?? []);
  return {
    id: message.id,
    channel_id: message.channel,
    type: message.repliesTo === null ? 0 : 19,
    author: author ? toldUser(author) : null,
    content: message.content,
    timestamp: isoTime(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : isoTime(message.editedAt),
    tts: false,
    mention_everyone: false,
    mentions: mentioned.map(toldUser),
    mention_roles: [],
    attachments: files.map((file) => toldFile(file, around)),
    embeds: message.embeds,
    pinned: false,
    components: withResolvedMedia(message.components, files, around),
    flags: message.flags,
    position: 0,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.repliesTo === null
      ? {}
      : { message_reference: { type: 0, channel_id: message.channel, message_id: message.repliesTo, guild_id: channel?.guild } }),
    ...(asked && asker
      ? {
          webhook_id: world.app.id,
          application_id: world.app.id,
          interaction_metadata: {
            id: asked.id,
            type: interactionTypes[asked.kind],
            user: toldUser(asker),
            authorizing_integration_owners: channel?.guild ? { 0: channel.guild } : { 1: asker.id },
          },
        }
      : {}),
  };
}

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, form: 5 } as const;

/** Everybody named as `<@id>` in the words of a message. */
export function mentionedUsers(message: Pick<StoredMessage, 'content' | 'components'>): string[] {
  const words = [message.content, ...textsOf(message.components)].join('\n');
  return [...new Set([...words.matchAll(/<@!?(\d+)>/g)].flatMap((match) => match[1] ?? []))];
}

/** Every component of a message or form with its children, outermost first. */
export function allComponents(components: readonly Json[]): Json[] {
  return components.flatMap((one) => {
    const inside = [one['components'] ?? [], one['accessory'] ?? [], one['component'] ?? []].flat() as Json[];
    return [one, ...allComponents(inside)];
  });
}

export const textsOf = (components: readonly Json[]): string[] =>
  allComponents(components).flatMap((one) => (one['type'] === 10 ? String(one['content']) : []));

/** Every `{ url }` of galleries, thumbnails and file components. */
export function mediaOf(components: readonly Json[]): { url: string }[] {
  return allComponents(components).flatMap((one) => {
    const items = (one['items'] ?? []) as Json[];
    return [one['media'], one['file'], ...items.map((item) => item['media'])].flatMap((media) =>
      media ? [media as { url: string }] : [],
    );
  });
}

function withResolvedMedia(components: readonly Json[], files: readonly StoredFile[], around: Surroundings): Json[] {
  const copy = structuredClone(components) as Json[];
  for (const media of mediaOf(copy)) {
    const file = files.find((one) => `attachment://${one.name}` === media.url);
    if (!file) continue;
    const { url, proxy_url, content_type, id } = toldFile(file, around) as Record<string, string>;
    Object.assign(media, { url, proxy_url, content_type, attachment_id: id, loading_state: 2 });
  }
  return copy;
}
