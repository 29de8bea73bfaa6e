/** Channels, direct conversations and threads. */
import { z } from 'zod';
import { addChannel, directChannel } from '../channels.ts';
import { readWith } from '../read-with.ts';
import { badForm, Refusal } from '../refusal.ts';
import { toldChannel } from '../told.ts';
import { findMessage } from '../world.ts';
import { demand, visibleChannel } from './access.ts';
import { found, type Routes } from './route.ts';

const newThread = z.object({
  name: z.string().min(1).max(100),
  auto_archive_duration: z.union([60, 1440, 4320, 10_080].map((minutes) => z.literal(minutes))).optional(),
  type: z.union([z.literal(11), z.literal(12)]).optional(),
});

export const channelRoutes: Routes = {
  'GET /channels/{channel_id}': {
    auth: 'bot',
    run: ({ params }, around) => found(toldChannel(around.world, visibleChannel(params['channel_id'], around))),
  },
  'POST /users/@me/channels': {
    auth: 'bot',
    run({ body }, { world }) {
      const { recipient_id: id } = readWith(z.object({ recipient_id: z.string() }), body.json);
      const person = world.users.get(id);
      if (!person) throw new Refusal(10013);
      if (person.isBot) throw new Refusal(50007);
      return found(toldChannel(world, directChannel(world, id)));
    },
  },
  'POST /channels/{channel_id}/messages/{message_id}/threads': {
    auth: 'bot',
    run({ params, body }, around) {
      const channel = visibleChannel(params['channel_id'], around);
      const message = findMessage(around.world, channel.id, params['message_id'] ?? '');
      if (!message || message.onlyFor !== null) throw new Refusal(10008);
      if (channel.kind !== 'text') throw badForm('Threads cannot be made here');
      demand(channel, 'CreatePublicThreads', around);
      const { name } = readWith(newThread, body.json);
      if (around.world.channels.has(message.id)) throw new Refusal(160004);
      const thread = addChannel({ id: message.id, kind: 'thread', name, guild: channel.guild, parent: channel.id }, around);
      return { status: 201, body: toldChannel(around.world, thread) };
    },
  },
  'POST /channels/{channel_id}/threads': {
    auth: 'bot',
    run({ params, body }, around) {
      const channel = visibleChannel(params['channel_id'], around);
      if (channel.kind !== 'text') throw badForm('Threads cannot be made here');
      // Without a type Discord makes a private one.
      const { name, type = 12 } = readWith(newThread, body.json);
      demand(channel, type === 11 ? 'CreatePublicThreads' : 'CreatePrivateThreads', around);
      const kind = type === 11 ? 'thread' : 'private-thread';
      const thread = addChannel({ kind, name, guild: channel.guild, parent: channel.id }, around);
      return { status: 201, body: toldChannel(around.world, thread) };
    },
  },
};
