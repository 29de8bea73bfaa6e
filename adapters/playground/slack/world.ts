/** Everything the loopback workspace remembers: people, channels, messages, files, forms and every request it was sent. */
import type { Clock } from '../../../src/clock.ts';
import { createAccess } from './access.ts';
import type { Counted } from './rates.ts';

export type Json = Record<string, unknown>;
type Edit = { text: string; blocks: Json[] };

export type StoredMessage = {
  ts: string;
  channel: string;
  thread: string | null;
  user: string;
  fromBot: boolean;
  text: string;
  blocks: Json[];
  files: string[];
  edits: Edit[];
  deleted: boolean;
};

/** `channel` is null for a file that nobody shared. */
export type StoredFile = {
  id: string;
  name: string;
  title: string;
  altText: string;
  mediaType: string;
  owner: string;
  fromBot: boolean;
  length: number;
  bytes: Buffer | null;
  state: 'awaiting-bytes' | 'uploaded' | 'completed' | 'deleted';
  sharedIn: { channel: string; ts: string; thread: string | null }[];
  sharesVisibleAt: number;
  processedAt: number;
};

export type StoredView = {
  id: string;
  hash: string;
  owner: string;
  state: 'open' | 'closed';
  view: Json;
  root: string;
  previous: string | null;
  errors: Record<string, string>;
};

export type StoredHome = { id: string; view: Json };

export type Ephemeral = {
  ts: string;
  channel: string;
  user: string;
  thread: string | null;
  text: string;
  blocks: Json[];
  via: 'chat.postEphemeral' | 'response_url';
};

export type Channel = {
  id: string;
  name: string;
  members: Set<string>;
  isArchived: boolean;
  isPrivate: boolean;
  /** False where an admin lets no files of the app's size in. */
  takesFiles: boolean;
  directWith: string | null;
  messages: StoredMessage[];
};

/** `counted`: against which limit; absent where none holds, or the call was refused by it. */
export type JournalEntry = { at: number; method: string; args: Json; answer: string; counted?: Counted | null };
export type Trigger = { user: string; issuedAt: number; used: boolean };
export type ReplyLink = { user: string; channel: string; thread: string | null; uses: number; issuedAt: number };

export type World = ReturnType<typeof createWorld>;
export type NextId = (prefix: string) => string;

/** Ids that are never given twice, in whichever workspace. */
export function createIds(): NextId {
  let sequence = 0;
  return (prefix) => {
    sequence += 1;
    return `${prefix}0${sequence.toString(36).toUpperCase().padStart(8, '0')}`;
  };
}

type WorldOptions = {
  clock: Clock;
  appToken: string;
  signingSecret: string;
  /** Of a bot that is installed from the beginning. */
  botToken?: string;
  nextId?: NextId;
  name?: string;
  /** The app's id, the same in every workspace. */
  appId?: string;
  organisation?: { id: string; name: string };
  /** Installed once for all workspaces of its organisation. */
  isOrganisationWide?: boolean;
};

export function createWorld(options: WorldOptions) {
  const { clock, botToken, nextId = createIds(), name = 'Loopback' } = options;
  const access = createAccess(clock);
  if (botToken !== undefined) access.issue(botToken, null);
  let lastMicros = 0;
  const listeners = new Set<() => void>();
  return {
    clock,
    secrets: { appToken: options.appToken, signingSecret: options.signingSecret },
    access,
    team: { id: nextId('T'), domain: name.toLowerCase(), name },
    organisation: options.organisation ?? null,
    isOrganisationWide: options.isOrganisationWide ?? false,
    app: { id: options.appId ?? nextId('A'), bot: nextId('B'), user: nextId('U') },
    people: new Map<string, { id: string; name: string; locale: string; isAdmin: boolean; hasLeft: boolean }>(),
    /** Who lets nobody write to them directly. */
    withoutDirect: new Set<string>(),
    /** The bot's own page as each person sees it. */
    homes: new Map<string, StoredHome>(),
    channels: new Map<string, Channel>(),
    files: new Map<string, StoredFile>(),
    views: new Map<string, StoredView>(),
    triggers: new Map<string, Trigger>(),
    replyLinks: new Map<string, ReplyLink>(),
    ephemerals: [] as Ephemeral[],
    journal: [] as JournalEntry[],
    nextId,
    /** A message time that is never given twice. */
    nextTs() {
      lastMicros = Math.max(lastMicros + 1, clock.now() * 1000);
      return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, '0')}`;
    },
    changed() {
      for (const listener of [...listeners]) listener();
    },
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Resolves as soon as `find` gives something; looks again at every change of the world. */
export function waitFor<Found>(
  world: World,
  find: () => Found | null | undefined | false,
  options: { withinMs?: number; what?: string } = {},
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => finish(() => reject(new Error(`Waited in vain for ${options.what ?? 'a change'}`))),
      options.withinMs ?? 10_000,
    );
    const stopListening = world.onChange(look);
    function finish(settle: () => void) {
      clearTimeout(timer);
      stopListening();
      settle();
    }
    function look() {
      try {
        const found = find();
        if (found) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    }
    look();
  });
}

export function findMessage(world: World, channel: string, ts: string): StoredMessage | undefined {
  return world.channels.get(channel)?.messages.find((message) => message.ts === ts && !message.deleted);
}
