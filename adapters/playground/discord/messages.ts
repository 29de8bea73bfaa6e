/** Messages of the loopback as they are posted, edited and removed, and the events that tell of it. */
import { messageIntent, readableMessage } from './gateway/intents.ts';
import type { Content } from './message-content.ts';
import type { Surroundings } from './surroundings.ts';
import { channelTypes, toldMember } from './told.ts';
import { messageFlags, toldMessage } from './told-message.ts';
import type { Channel, Json, StoredMessage } from './world.ts';

type Posted = Content & { channel: Channel; author: string; onlyFor?: string | null; interaction?: string | null };

export function addMessage(posted: Posted, around: Surroundings): StoredMessage {
  const { world } = around;
  const { channel, files, author, content, components, embeds, flags, pinged, repliesTo, nonce } = posted;
  for (const file of files) world.files.set(file.id, file);
  const message: StoredMessage = {
    id: world.nextId(),
    channel: channel.id,
    author,
    content,
    components,
    embeds,
    files: files.map((file) => file.id),
    flags,
    createdAt: world.clock.now(),
    editedAt: null,
    edits: [],
    deleted: false,
    onlyFor: posted.onlyFor ?? null,
    pinged: pinged.filter((user) => user !== author),
    repliesTo,
    nonce,
    interaction: posted.interaction ?? null,
  };
  channel.messages.push(message);
  channel.isArchived = false;
  tell('MESSAGE_CREATE', message, channel, around);
  world.changed();
  return message;
}

export function editMessage(message: StoredMessage, next: Content, around: Surroundings): StoredMessage {
  const { world } = around;
  const channel = world.channels.get(message.channel);
  for (const id of message.files) {
    const file = world.files.get(id);
    if (file && !next.files.includes(file)) file.deleted = true;
  }
  for (const file of next.files) world.files.set(file.id, file);
  const { content, components, files, createdAt, editedAt } = message;
  message.edits.push({ content, components, files, at: editedAt ?? createdAt });
  message.content = next.content;
  message.components = next.components;
  message.embeds = next.embeds;
  message.files = next.files.map((file) => file.id);
  message.flags = next.flags & ~messageFlags.loading;
  message.editedAt = world.clock.now();
  if (channel) tell('MESSAGE_UPDATE', message, channel, around);
  world.changed();
  return message;
}

export function deleteMessage(message: StoredMessage, around: Surroundings) {
  const { world, gateway } = around;
  message.deleted = true;
  for (const id of message.files) {
    const file = world.files.get(id);
    if (file) file.deleted = true;
  }
  const channel = world.channels.get(message.channel);
  if (channel && message.onlyFor === null) {
    const guild = channel.guild === null ? {} : { guild_id: channel.guild };
    gateway.dispatch({
      name: 'MESSAGE_DELETE',
      intent: messageIntent(channel),
      body: { id: message.id, channel_id: channel.id, ...guild },
    });
  }
  world.changed();
}

/** Nobody is told of what only one person sees. */
function tell(name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: StoredMessage, channel: Channel, around: Surroundings) {
  const { world, gateway } = around;
  if (message.onlyFor !== null || channel.kind === 'group') return;
  const guild = channel.guild === null ? undefined : world.guilds.get(channel.guild);
  if (guild && (!guild.hasBot || guild.isOut)) return;
  const author = world.users.get(message.author);
  const { user: _self, ...member } = guild && author ? toldMember(world, guild, author) : {};
  const told: Json = {
    ...toldMessage(message, around),
    channel_type: channelTypes[channel.kind],
    ...(guild ? { guild_id: guild.id, member } : {}),
  };
  gateway.dispatch({
    name,
    intent: messageIntent(channel),
    body: (held) => readableMessage(told, message, held, world),
  });
}
