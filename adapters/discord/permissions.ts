/** What the bot needs leave for in a channel, and what people see: noticed before anything is made, from what the gateway keeps. */
import type { GuildBasedChannel } from 'discord.js';
import { AppError, type Permission } from '../../src/errors.ts';
import { codes, discordCode } from './discord-errors.ts';

/** By Discord's names. In a thread another right to post counts than in a channel; answers to a message want its history. */
const needed = {
  SendMessages: 'post',
  SendMessagesInThreads: 'post-in-threads',
  AttachFiles: 'attach-files',
  ReadMessageHistory: 'read-history',
} as const satisfies Record<string, Permission>;
type Needed = keyof typeof needed;

/** Discord's names of what is missing; null where it is not known, and in a channel that the bot does not even see. */
export function missingIn(channel: GuildBasedChannel): Needed[] | null {
  const held = channel.guild.members.me && channel.permissionsFor(channel.guild.members.me);
  if (!held?.has('ViewChannel')) return null;
  const elsewhere: Needed = channel.isThread() ? 'SendMessages' : 'SendMessagesInThreads';
  const names = Object.keys(needed) as Needed[];
  return names.filter((name) => name !== elsewhere && !held.has(name));
}

/** True where Discord does not tell: then whoever asks finds out. */
export async function canSee(channel: GuildBasedChannel, person: string): Promise<boolean> {
  try {
    const member = await channel.guild.members.fetch({ user: person, cache: false, force: true });
    return channel.permissionsFor(member).has('ViewChannel');
  } catch (error) {
    return discordCode(error) !== codes.unknownMember;
  }
}

export const notAllowed = (missing: readonly Needed[]): AppError =>
  new AppError('chat-not-allowed', `The bot lacks permissions in a channel: ${missing.join(', ')}`, {
    retry: 'never',
    lacks: missing.map((name) => needed[name]),
  });
