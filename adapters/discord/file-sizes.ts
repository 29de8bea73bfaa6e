/** How large a file may be in a place: what Discord tells of the server, and of the last deed in the channel. */

import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { ChatLimits } from '../../src/chat/chat-adapter.ts';
import type { Place } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import { fileBytesByTier, limits, mostFetchedBytes, sizeMargin } from './limits.ts';
import { guildOf } from './workspace.ts';

export type FileSizes = ReturnType<typeof createFileSizes>;

const dayMs = 86_400_000;
const mostChannels = 5_000;
/** Share of a limit that is left free. */
const wrapping = 0.01;

/** `tierOf`: the boost tier of a server, or null where it is not known. */
export function createFileSizes({ tierOf, clock }: { tierOf(guild: string): number | null; clock: Clock }) {
  const told = createBoundedMemory<number>({ clock, most: mostChannels, livesMs: dayMs });

  /** The largest that Discord takes there, in bytes: never more than fits into one request. */
  function most(place: Place | null): number {
    const guild = place === null ? null : guildOf(place.workspace);
    const tier = (guild === null ? null : tierOf(guild)) ?? 0;
    const own = place === null ? null : told.get(place.channel);
    return Math.min(fileBytesByTier[tier] ?? fileBytesByTier[0] ?? 0, own ?? Infinity, limits.requestBytes - sizeMargin);
  }

  return {
    most,
    /** What an interaction said of its channel; a person's subscription may make it more than the bot may send later. */
    remember: (channel: string, bytes: number | undefined): void => {
      if (bytes !== undefined && bytes > 0) told.put(channel, bytes);
    },
    limitsOf: (place: Place | null): ChatLimits => ({
      fileBytes: Math.floor(most(place) * (1 - wrapping)),
      filesPerForm: limits.filesPerInput,
      formFileBytes: mostFetchedBytes,
      formFields: limits.modalComponents,
    }),
  };
}
