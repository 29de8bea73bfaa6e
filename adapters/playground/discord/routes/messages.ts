/** The messages of a channel, posted and edited with the bot's token. */
import { readContent } from '../message-content.ts';
import { addMessage, deleteMessage, editMessage } from '../messages.ts';
import { Refusal } from '../refusal.ts';
import type { Surroundings } from '../surroundings.ts';
import { toldMessage } from '../told-message.ts';
import { type Channel, findMessage, type StoredMessage, type World } from '../world.ts';
import { demand, demandVoice, uploadLimitOf, visibleChannel } from './access.ts';
import { type Call, done, found, type Routes } from './route.ts';

/** How long a nonce is remembered; Discord says "the past few minutes". */
const nonceLivesMs = 5 * 60_000;
/** Edits of what is older are counted. */
const oldMessageMs = 3_600_000;

const rulesFor = (channel: Channel, around: Surroundings) => ({
  channel: channel.id,
  uploadLimit: uploadLimitOf(channel, around),
  mayBeEphemeral: false,
  owner: around.world.bot.id,
  isEphemeral: false,
});

/** Discord compares the nonces of one author, wherever the messages went. */
function sameNonce(world: World, nonce: string): StoredMessage | undefined {
  const since = world.clock.now() - nonceLivesMs;
  const all = [...world.channels.values()].flatMap((channel) => channel.messages);
  return all.find((one) => one.nonce === nonce && one.author === world.bot.id && one.createdAt >= since);
}

function post({ params, body }: Call, around: Surroundings) {
  const { world } = around;
  const channel = visibleChannel(params['channel_id'], around);
  demandVoice(channel, around);
  if (body.files.length > 0) demand(channel, 'AttachFiles', around);
  const content = readContent(world, body, rulesFor(channel, around), null);
  const twin = content.enforceNonce && content.nonce !== null ? sameNonce(world, content.nonce) : undefined;
  if (twin) return found(toldMessage(twin, around));
  return found(toldMessage(addMessage({ ...content, channel, author: world.bot.id }, around), around));
}

/** A message that everybody in the channel sees; private ones exist only for their interaction. */
function publicMessage({ params }: Call, channel: Channel, { world }: Surroundings): StoredMessage {
  const message = findMessage(world, channel.id, params['message_id'] ?? '');
  if (!message || message.onlyFor !== null) throw new Refusal(10008);
  return message;
}

function edit(call: Call, around: Surroundings) {
  const { world, rates } = around;
  const channel = visibleChannel(call.params['channel_id'], around);
  const message = publicMessage(call, channel, around);
  if (message.author !== world.bot.id) throw new Refusal(50005);
  if (channel.isArchived) throw new Refusal(50083);
  if (call.body.files.length > 0) demand(channel, 'AttachFiles', around);
  const content = readContent(world, call.body, rulesFor(channel, around), message);
  if (world.clock.now() - message.createdAt > oldMessageMs) {
    const wait = rates.lateEdit(channel.id, world.clock.now());
    if (wait > 0) throw new Refusal(30046, { retryAfter: wait });
  }
  return found(toldMessage(editMessage(message, content, around), around));
}

function list({ params, query }: Call, around: Surroundings) {
  const channel = visibleChannel(params['channel_id'], around);
  demand(channel, 'ReadMessageHistory', around);
  const { before, after, limit } = query;
  const seen = channel.messages
    .filter((one) => !one.deleted && one.onlyFor === null)
    .filter((one) => (before ? BigInt(one.id) < BigInt(before) : true) && (after ? BigInt(one.id) > BigInt(after) : true));
  return found(
    seen
      .slice(-Number(limit ?? 50))
      .reverse()
      .map((one) => toldMessage(one, around)),
  );
}

function remove(call: Call, around: Surroundings) {
  const channel = visibleChannel(call.params['channel_id'], around);
  const message = publicMessage(call, channel, around);
  if (message.author !== around.world.bot.id) demand(channel, 'ManageMessages', around);
  deleteMessage(message, around);
  return done;
}

export const messageRoutes: Routes = {
  'GET /channels/{channel_id}/messages': { auth: 'bot', run: list },
  'POST /channels/{channel_id}/messages': { auth: 'bot', run: post },
  'GET /channels/{channel_id}/messages/{message_id}': {
    auth: 'bot',
    run(call, around) {
      const channel = visibleChannel(call.params['channel_id'], around);
      demand(channel, 'ReadMessageHistory', around);
      return found(toldMessage(publicMessage(call, channel, around), around));
    },
  },
  'PATCH /channels/{channel_id}/messages/{message_id}': { auth: 'bot', run: edit },
  'DELETE /channels/{channel_id}/messages/{message_id}': { auth: 'bot', run: remove },
};
