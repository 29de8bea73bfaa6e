/** Everything the loopback Discord remembers: guilds, channels, messages, files, interactions, forms and every request it was sent. */
import type { Clock } from '../../../src/clock.ts';

export type Json = Record<string, unknown>;

export type User = { id: string; name: string; isBot: boolean; locale: string; takesDirectMessages: boolean };
type Role = { id: string; name: string; permissions: bigint };
type Member = { user: string; roles: Set<string> };

export type Guild = {
  id: string;
  name: string;
  owner: string;
  locale: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  /** Whether the bot is a member; it stops being one when it is removed or leaves. */
  hasBot: boolean;
  /** Ms since 1970. */
  botSince: number;
  isOut: boolean;
  /** The boost tier, 0 to 3, as Discord tells it. */
  tier: number;
  /** The largest file the bot may send here, in bytes. */
  uploadLimit: number;
  /** What interactions here name as `attachment_size_limit`, in bytes; null takes the guild's own. */
  interactionUploadLimit: number | null;
};

/** `group` is a direct conversation of several people, in which no bot is a member. */
type ChannelKind = 'text' | 'thread' | 'private-thread' | 'direct' | 'group';

export type Channel = {
  id: string;
  kind: ChannelKind;
  name: string;
  guild: string | null;
  parent: string | null;
  /** The people of a direct conversation. */
  people: Set<string>;
  /** What the bot may not do here, whatever its roles say. */
  deniedToBot: bigint;
  isArchived: boolean;
  isLocked: boolean;
  messages: StoredMessage[];
};

export type StoredFile = {
  id: string;
  channel: string;
  name: string;
  mediaType: string;
  bytes: Buffer;
  altText: string | null;
  owner: string;
  isEphemeral: boolean;
  deleted: boolean;
};

type Version = { content: string; components: Json[]; files: string[]; at: number };

export type StoredMessage = {
  id: string;
  channel: string;
  author: string;
  content: string;
  components: Json[];
  embeds: Json[];
  files: string[];
  flags: number;
  createdAt: number;
  editedAt: number | null;
  /** What it showed before, oldest first. */
  edits: Version[];
  deleted: boolean;
  /** The one person who sees it, or null for everybody. */
  onlyFor: string | null;
  /** Whom it notified when it was posted: people and roles by id, and `everyone`. */
  pinged: string[];
  repliesTo: string | null;
  nonce: string | null;
  interaction: string | null;
};

type InteractionKind = 'command' | 'component' | 'autocomplete' | 'form';
export type Acknowledgement = 'message' | 'deferred' | 'deferred-update' | 'updated' | 'suggestions' | 'form';

export type Interaction = {
  id: string;
  token: string;
  kind: InteractionKind;
  user: string;
  channel: string;
  createdAt: number;
  uploadLimit: number;
  acknowledged: Acknowledgement | null;
  /** The message whose button was pressed or whose form was sent. */
  source: string | null;
  /** The answer that `@original` means. */
  original: string | null;
  settle: (reply: Reply) => void;
};

/** What a person's program got back; `timed-out` shows as "The application did not respond". */
export type Reply =
  | { kind: 'acknowledged'; how: Acknowledgement; message: StoredMessage | null; form: StoredForm | null; choices: Json[] }
  | { kind: 'timed-out' };

export type StoredForm = {
  customId: string;
  title: string;
  components: Json[];
  owner: string;
  channel: string;
  /** The message whose button opened it. */
  source: string | null;
  state: 'open' | 'closed';
};

export type RegisteredCommand = Json & { id: string; name: string; type: number };

export type JournalEntry = {
  /** Milliseconds by the loopback's clock. */
  at: number;
  method: string;
  /** As Discord's OpenAPI file writes it, such as `/channels/{channel_id}/messages`. */
  route: string;
  path: string;
  query: Record<string, string>;
  /** The JSON body, or the `payload_json` of a form. */
  body: unknown;
  files: { field: string; name: string; size: number }[];
  auth: 'bot' | 'wrong' | 'none';
  /** 0 when no answer was given. */
  status: number;
  /** Discord's own code of a refusal, or null. */
  code: number | null;
  /** The limits it counted against, each with the window it fell into. */
  counted: { bucket: string; limit: number; windowMs: number; windowStart: number }[];
};

export type World = ReturnType<typeof createWorld>;

/** Discord's ids count milliseconds from here. */
const epoch = 1_420_070_400_000;

export function createWorld(options: { clock: Clock; botToken: string }) {
  let lastId = 0n;
  const listeners = new Set<() => void>();
  /** An id that is later than every other, of 19 digits as discord.js expects in routes. */
  const nextId = (): string => {
    const fromTime = BigInt(Math.floor(options.clock.now()) - epoch) << 22n;
    lastId = fromTime > lastId ? fromTime : lastId + 1n;
    return lastId.toString();
  };
  const app = { id: nextId() };
  const bot: User = { id: app.id, name: 'Adwright', isBot: true, locale: 'en-US', takesDirectMessages: true };
  return {
    clock: options.clock,
    botToken: options.botToken,
    app,
    bot,
    users: new Map<string, User>([[bot.id, bot]]),
    guilds: new Map<string, Guild>(),
    channels: new Map<string, Channel>(),
    files: new Map<string, StoredFile>(),
    interactions: new Map<string, Interaction>(),
    forms: [] as StoredForm[],
    /** By guild; those of every guild are under `''`. */
    commands: new Map<string, RegisteredCommand[]>(),
    journal: [] as JournalEntry[],
    nextId,
    changed() {
      for (const listener of [...listeners]) listener();
    },
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function findMessage(world: World, channel: string, id: string): StoredMessage | undefined {
  return world.channels.get(channel)?.messages.find((message) => message.id === id && !message.deleted);
}

export function messageById(world: World, id: string | null): StoredMessage | undefined {
  if (id === null) return undefined;
  for (const channel of world.channels.values()) {
    const found = findMessage(world, channel.id, id);
    if (found) return found;
  }
  return undefined;
}
