/** Port to what people are in their workspaces at this moment, or were some minutes ago. */
import type { OpensTo, Standing } from '../accounts/workspace-rules.ts';
import type { PersonRef, Place } from './messages.ts';

/** `standings`: what the person is, and where. `channel`: null in direct messages; a thread counts as its channel. */
export type Visit = { standings: readonly { workspace: string; standing: Standing }[]; channel: string | null };

export interface Membership {
  /** To whom the bot is open in a workspace whose admins have not said anything. */
  readonly opensTo: OpensTo;
  /** Whether people have roles there that a rule can name. */
  readonly hasRoles: boolean;
  /** What is at hand without asking the platform; null: not all of it. */
  known(person: PersonRef, place: Place): Visit | null;
  /**
   * What the person is in their workspace; somebody who talks with the bot outside of any: in those they share with it. None where
   * they are no member. Never rejects: what the platform does not tell is no admin and no role, and is asked again next time.
   */
  standings(person: PersonRef): Promise<Visit['standings']>;
  /** Never rejects: a channel that is not known is its own. */
  channelOf(place: Place): Promise<string | null>;
}
