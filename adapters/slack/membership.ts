/** Who is an admin of a workspace, and who has left it: told by Slack where the optional scope `users:read` was granted, else whoever installed the bot; and whom the operator named. */
import { z } from 'zod';
import type { InstallationStore } from '../../src/accounts/installations.ts';
import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { Membership } from '../../src/chat/membership.ts';
import type { PersonRef } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import type { CallsIn } from './calls.ts';
import { slackCode } from './slack-errors.ts';

const rememberMs = 5 * 60_000;
const most = 10_000;

const answer = z.object({
  user: z.object({ is_admin: z.boolean().nullish(), is_owner: z.boolean().nullish(), deleted: z.boolean().nullish() }),
});

type Options = {
  callsIn: CallsIn;
  /** Null where the one token is the operator's own. */
  installations: Pick<InstallationStore, 'find'> | null;
  /** Ids of people who count as admins whatever Slack tells. */
  admins: readonly string[];
  clock: Clock;
  log: Logger;
};

type Rank = 'admin' | 'member' | 'left';

export function createMembership({ callsIn, installations, admins, clock, log }: Options): Membership {
  const known = createBoundedMemory<Rank>({ clock, most, livesMs: rememberMs });
  const keyOf = ({ workspace, person }: PersonRef): string => `${workspace} ${person}`;
  const atHand = (who: PersonRef): Rank | undefined => (admins.includes(who.person) ? 'admin' : known.get(keyOf(who)));
  const standingsOf = ({ workspace }: PersonRef, rank: Rank) =>
    rank === 'left' ? [] : [{ workspace, standing: { isAdmin: rank === 'admin', roles: [] } }];

  async function ask({ workspace, person }: PersonRef): Promise<Rank> {
    try {
      const { user } = await callsIn(workspace).call('users.info', { user: person }, answer, 'repeats');
      if (user.deleted) return 'left';
      return user.is_admin || user.is_owner ? 'admin' : 'member';
    } catch (error) {
      // Somebody of another organisation, in a channel that is shared with it, is not known here.
      if (slackCode(error) === 'user_not_found') return 'member';
      if (slackCode(error) !== 'missing_scope') throw error;
      const installer = (await installations?.find({ platform: 'slack', workspace }))?.installer;
      return installer === person ? 'admin' : 'member';
    }
  }

  async function learn(who: PersonRef): Promise<Rank> {
    try {
      const rank = atHand(who) ?? (await ask(who));
      known.put(keyOf(who), rank);
      return rank;
    } catch (error) {
      log.warn('Slack did not tell whether somebody is an admin', { code: slackCode(error) ?? 'no answer' });
      return 'member';
    }
  }

  return {
    opensTo: 'everyone',
    hasRoles: false,
    known(person, { channel }) {
      const rank = atHand(person);
      return rank === undefined ? null : { standings: standingsOf(person, rank), channel: channelOf(channel) };
    },
    standings: async (person) => standingsOf(person, await learn(person)),
    channelOf: async ({ channel }) => channelOf(channel),
  };
}

/** A thread has the id of its channel; conversations with the bot alone have ids of their own kind. */
const channelOf = (channel: string): string | null => (channel.startsWith('D') ? null : channel);
