/** The loopback's files: an address to upload to, completion, sharing that shows up later, and removal. */
import { z } from 'zod';
import { mediaTypeOf } from '../media-type.ts';
import { Refusal } from '../refusal.ts';
import type { Json, StoredFile, World } from '../world.ts';
import { addMessage, checkedThread } from './chat.ts';
import { channelForBot } from './conversations.ts';
import { type Method, readArgs, type Surroundings } from './method.ts';

const mostBytes = 1_000_000_000;

/** A file as Slack tells it: shares appear late, sizes of the picture once it is processed. */
export function toldFile(world: World, file: StoredFile, baseUrl: string): Json {
  const address = `${baseUrl}/files-pri/${world.team.id}-${file.id}`;
  const isProcessed = file.mediaType.startsWith('image/') && file.state === 'completed' && world.clock.now() >= file.processedAt;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.state === 'completed' ? file.mediaType : '',
    filetype: file.name.split('.').at(-1) ?? '',
    size: file.length,
    mode: 'hosted',
    user: file.owner,
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    shares: visibleShares(world, file),
    ...(file.altText ? { alt_txt: file.altText } : {}),
    ...(isProcessed ? { original_w: 1, original_h: 1, thumb_64: `${address}/thumb_64` } : {}),
  };
}

function visibleShares(world: World, file: StoredFile): Json {
  const shares: Record<string, Record<string, Json[]>> = { public: {}, private: {} };
  if (world.clock.now() < file.sharesVisibleAt) return {};
  for (const share of file.sharedIn) {
    const kind = world.channels.get(share.channel)?.isPrivate ? 'private' : 'public';
    const earlier = shares[kind]?.[share.channel] ?? [];
    shares[kind] = {
      ...shares[kind],
      [share.channel]: [...earlier, { ts: share.ts, ...(share.thread ? { thread_ts: share.thread } : {}) }],
    };
  }
  return shares;
}

export function addFile(
  world: World,
  file: Pick<StoredFile, 'name' | 'title' | 'altText' | 'owner' | 'fromBot' | 'length' | 'bytes' | 'state'>,
) {
  const stored: StoredFile = {
    ...file,
    id: world.nextId('F'),
    mediaType: mediaTypeOf(file.name),
    sharedIn: [],
    sharesVisibleAt: 0,
    processedAt: 0,
  };
  world.files.set(stored.id, stored);
  return stored;
}

function knownFile({ world, faults }: Surroundings, id: string): StoredFile {
  const file = world.files.get(id);
  if (!file) throw new Refusal('file_not_found');
  if (file.state === 'deleted') throw new Refusal('file_deleted');
  if (file.state !== 'completed' && !faults.infoBeforeCompletion) throw new Refusal('file_not_found');
  return file;
}

const completion = z.object({
  files: z.array(z.object({ id: z.string(), title: z.string().max(255).optional() })).min(1),
  channel_id: z.string().optional(),
  thread_ts: z.string().optional(),
});

function completeUploads(args: Json, { world, faults }: Surroundings): Json {
  const { files: named, channel_id, thread_ts } = readArgs(completion, args);
  const files = named.map(({ id, title }) => {
    const file = world.files.get(id);
    if (!file || file.state === 'awaiting-bytes' || file.state === 'deleted') throw new Refusal('file_not_found');
    if (file.state === 'completed') throw new Refusal('file_update_failed');
    return { file, title: title ?? file.name };
  });
  const channel = channel_id === undefined ? null : channelForBot(world, channel_id);
  if (channel?.takesFiles === false) throw new Refusal('file_upload_size_restricted');
  const thread = channel && checkedThread(world, channel.id, thread_ts);
  for (const { file, title } of files) {
    file.state = 'completed';
    file.title = title;
    file.processedAt = world.clock.now() + faults.processingMs;
  }
  if (channel) {
    const ids = files.map(({ file }) => file.id);
    const said = { channel: channel.id, thread, user: world.app.user, fromBot: true, text: '', blocks: [], files: ids };
    const message = addMessage(world, said);
    for (const { file } of files) {
      file.sharedIn.push({ channel: channel.id, ts: message.ts, thread });
      file.sharesVisibleAt = world.clock.now() + faults.sharesAfterMs;
    }
  }
  return { files: files.map(({ file }) => ({ id: file.id, title: file.title })) };
}

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': {
    scope: 'files:write',
    token: 'bot',
    run: (args, { world, baseUrl }) => {
      const schema = z.object({
        filename: z.string().min(1).max(255),
        length: z.coerce.number().int().min(1).max(mostBytes),
        alt_txt: z.string().max(1000).optional(),
      });
      const { filename, length, alt_txt } = readArgs(schema, args);
      const owned = { owner: world.app.user, fromBot: true, bytes: null, state: 'awaiting-bytes' as const };
      const file = addFile(world, { ...owned, name: filename, title: filename, altText: alt_txt ?? '', length });
      return { upload_url: `${baseUrl()}/upload/${file.id}`, file_id: file.id };
    },
  },
  'files.completeUploadExternal': { scope: 'files:write', token: 'bot', run: completeUploads },
  'files.info': {
    scope: 'files:read',
    token: 'bot',
    run: (args, around) => {
      const { file } = readArgs(z.object({ file: z.string() }), args);
      return { file: toldFile(around.world, knownFile(around, file), around.baseUrl()) };
    },
  },
  'files.delete': {
    scope: 'files:write',
    token: 'bot',
    run: (args, around) => {
      const { file: id } = readArgs(z.object({ file: z.string() }), args);
      const file = knownFile({ ...around, faults: { ...around.faults, infoBeforeCompletion: true } }, id);
      if (!file.fromBot) throw new Refusal('cant_delete_file');
      forgetFile(around.world, file);
      return {};
    },
  },
};

/** The file is gone, and so is a message that carried nothing else. */
export function forgetFile(world: World, file: StoredFile) {
  file.state = 'deleted';
  file.bytes = null;
  for (const share of file.sharedIn) {
    const message = world.channels.get(share.channel)?.messages.find((one) => one.ts === share.ts);
    if (!message) continue;
    message.files = message.files.filter((id) => id !== file.id);
    if (message.files.length === 0 && message.text === '') message.deleted = true;
  }
}
