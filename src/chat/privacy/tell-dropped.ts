/** Whoever asks for something while they are being erased is told that nothing was done with it: it goes with them. */

import type { Logger } from '../../log.ts';
import { type IntakeStore, requestsWaiting } from '../intake-store.ts';
import type { PersonRef } from '../messages.ts';
import { type Request, requestSchema } from '../requests.ts';
import type { ChatOf } from '../show-progress.ts';
import { personKey } from '../take-in.ts';
import { tellIfPossible } from '../tell-if-possible.ts';
import { sayingView } from '../views/ad-views.ts';
import { wordingIn } from '../wording/wording.ts';

export type TellDroppedDeps = { intakes: Pick<IntakeStore, 'ofPerson'>; chatOf: ChatOf; log: Logger };

/** One sentence to each person, however much they asked for. */
export async function tellDropped(deps: TellDroppedDeps, people: readonly PersonRef[]): Promise<void> {
  for (const person of people) {
    const waiting = requestsWaiting(await deps.intakes.ofPerson(personKey(person)));
    const dropped = waiting.flatMap((input) => {
      const read = requestSchema.safeParse(input);
      return read.success && !isAboutErasing(read.data) ? [read.data] : [];
    });
    const [first] = dropped;
    const chat = first && deps.chatOf(first.place.platform);
    if (first && chat) await tellIfPossible(deps, chat, first, sayingView(wordingIn(first.locale).privacy.erasedMeanwhile));
  }
}

/** It may still be open while what it began runs. */
const isAboutErasing = (request: Request): boolean =>
  request.kind === 'erase' || (request.kind === 'press' && request.action === 'confirm-request');
