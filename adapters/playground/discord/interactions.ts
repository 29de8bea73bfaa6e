/** Interactions on their way to the app: each has three seconds to be acknowledged, and a token for a quarter of an hour. */
import { randomBytes } from 'node:crypto';
import { defaultUploadLimit } from './message-content.ts';
import { channelPermissions } from './permissions.ts';
import type { Surroundings } from './surroundings.ts';
import { toldChannel, toldMember, toldUser } from './told.ts';
import { interactionTypes } from './told-message.ts';
import type { Channel, Interaction, Json, Reply, User } from './world.ts';

export const acknowledgeWithinMs = 3_000;
export const tokenLivesMs = 15 * 60_000;
/** How old a stale interaction is when it arrives. */
const staleByMs = 10_000;

type Sent = {
  kind: Interaction['kind'];
  user: User;
  channel: Channel;
  data: Json;
  /** The message whose button was pressed, as Discord tells it. */
  message?: Json;
};

/** Sends an interaction to the app; resolves with its first answer, or after 3 s without one. */
export async function deliver(sent: Sent, around: Surroundings): Promise<Reply> {
  const { world, faults, gateway } = around;
  const { kind, user, channel } = sent;
  const guild = channel.guild === null ? undefined : world.guilds.get(channel.guild);
  const { promise, resolve } = withResolver<Reply>();
  const interaction: Interaction = {
    id: world.nextId(),
    token: `aW50ZXJhY3Rpb246${randomBytes(24).toString('base64url')}`,
    kind,
    user: user.id,
    channel: channel.id,
    createdAt: world.clock.now() - (faults.staleInteractions ? staleByMs : 0),
    uploadLimit: guild?.interactionUploadLimit ?? guild?.uploadLimit ?? defaultUploadLimit,
    acknowledged: null,
    source: sent.message === undefined ? null : String(sent.message['id']),
    original: null,
    settle: resolve,
  };
  world.interactions.set(interaction.id, interaction);
  gateway.dispatch({ name: 'INTERACTION_CREATE', intent: 0, body: toldInteraction(interaction, sent, around) });
  return orTimedOut(promise, around);
}

function withResolver<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function orTimedOut(reply: Promise<Reply>, { world }: Surroundings): Promise<Reply> {
  const enough = new AbortController();
  const timedOut = (): Reply => ({ kind: 'timed-out' });
  const tooLate = world.clock.sleep(acknowledgeWithinMs, enough.signal).then(timedOut, timedOut);
  const first = await Promise.race([reply, tooLate]);
  enough.abort();
  return first;
}

function toldInteraction(interaction: Interaction, sent: Sent, { world }: Surroundings): Json {
  const { user, channel, data, message, kind } = sent;
  const guild = channel.guild === null ? undefined : world.guilds.get(channel.guild);
  const inGuild = guild && {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: toldMember(world, guild, user, channel),
  };
  return {
    id: interaction.id,
    token: interaction.token,
    application_id: world.app.id,
    version: 1,
    type: interactionTypes[kind],
    data,
    ...(message === undefined ? {} : { message }),
    channel_id: channel.id,
    channel: {
      ...toldChannel(world, channel),
      ...(guild ? { permissions: channelPermissions(world, channel, user.id).toString() } : {}),
    },
    locale: user.locale,
    ...(inGuild ?? { user: toldUser(user) }),
    app_permissions: channelPermissions(world, channel, world.bot.id).toString(),
    entitlements: [],
    // Whoever installed the app: the guild, or where it has no bot, the person.
    authorizing_integration_owners: guild?.hasBot ? { 0: guild.id } : channel.kind === 'direct' ? { 0: '0' } : { 1: user.id },
    context: guild ? 0 : channel.kind === 'direct' ? 1 : 2,
    attachment_size_limit: interaction.uploadLimit,
  };
}
