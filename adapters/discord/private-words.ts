/** Says something that only one person sees: where they are, by the token of their last deed there, or in their direct messages. Never in the channel. */

import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { MessageView, PersonRef, Place } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Logger } from '../../src/log.ts';
import type { Calls } from './calls.ts';
import type { ButtonMemory } from './custom-ids.ts';
import type { Deed } from './deeds.ts';
import { messageBodies, type OwnButton } from './message-body.ts';
import { postBody } from './post-message.ts';
import type { Answered, Replies } from './replies.ts';

export type PrivateWords = ReturnType<typeof createPrivateWords>;

/** A token lives 15 minutes; one is left for the way. */
const tokenLivesMs = 14 * 60_000;
const mostTokens = 5_000;

type Options = {
  replies: Replies;
  calls: Calls;
  memory: ButtonMemory;
  openDirect(person: PersonRef): Promise<Place>;
  clock: Clock;
  log: Logger;
};

export function createPrivateWords({ replies, calls, memory, openDirect, clock, log }: Options) {
  const tokens = createBoundedMemory<string>({ clock, most: mostTokens, livesMs: tokenLivesMs });
  const keyOf = (person: PersonRef, place: Place) => `${person.person} ${place.channel}`;
  const bodiesOf = (view: MessageView, workspace: string, own: OwnButton[] = []) =>
    messageBodies(view, { workspace, message: null, memory, isLasting: false, own });

  async function byToken(person: PersonRef, place: Place, view: MessageView): Promise<boolean> {
    const token = tokens.get(keyOf(person, place));
    if (token === undefined) return false;
    const bodies = bodiesOf(view, person.workspace);
    try {
      for (const body of bodies) await replies.followUp({ token }, body);
      return true;
    } catch {
      tokens.forget(keyOf(person, place));
      return false;
    }
  }

  async function directly(person: PersonRef, view: MessageView): Promise<void> {
    try {
      const place = await openDirect(person);
      for (const body of bodiesOf(view, person.workspace)) await postBody(place, body, null, calls);
    } catch (error) {
      // What is private stays private: it is not said in the channel instead.
      if (!(error instanceof AppError) || error.code !== 'chat-direct-closed') throw error;
      log.info('A person takes no direct messages, so private words were not said');
    }
  }

  return {
    /** Remembers where a person's last deed can be answered; only once it was acknowledged. */
    remember({ person, place, token }: Deed): void {
      tokens.put(keyOf(person, place), token);
    },
    /** The first answer to a deed; what does not fit into it follows. */
    async answer(deed: Deed, view: MessageView, own: OwnButton[] = []): Promise<Answered> {
      const [first, ...rest] = bodiesOf(view, deed.person.workspace, own);
      if (!first) return 'unknown';
      const answered = await replies.say(deed, first);
      if (answered !== 'done') return answered;
      for (const body of rest) await replies.followUp(deed, body);
      return answered;
    },
    /** The words in place of a deferred answer. */
    async complete(deed: Deed, view: MessageView, own: OwnButton[] = []): Promise<void> {
      const [first, ...rest] = bodiesOf(view, deed.person.workspace, own);
      if (first) await replies.editOriginal(deed, first);
      for (const body of rest) await replies.followUp(deed, body);
    },
    async tell(person: PersonRef, place: Place, view: MessageView): Promise<void> {
      if (!(await byToken(person, place, view))) await directly(person, view);
    },
    forget: () => tokens.clear(),
  };
}
