/** The language that people chose in Slack, where the optional scope `users:read` was granted. Asked behind their first deed, and known from the next on. */
import { z } from 'zod';
import { createBoundedMemory } from '../../src/bounded-memory.ts';
import type { PersonRef } from '../../src/chat/messages.ts';
import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/log.ts';
import type { CallsIn } from './calls.ts';
import { slackCode } from './slack-errors.ts';

/** Tells languages, and who is an admin. */
export const peopleScope = 'users:read';

const rememberMs = 3_600_000;
/** After an answer that did not come. */
const askAgainMs = 60_000;
const mostPeople = 10_000;
/** So that a rush of people never stands in the way of what they do. */
const mostAtOnce = 4;

const answer = z.object({ user: z.object({ locale: z.string().nullish() }) });

export type Locales = ReturnType<typeof createLocales>;

type Options = { callsIn: CallsIn; hasScope(workspace: string): Promise<boolean>; clock: Clock; log: Logger };

export function createLocales({ callsIn, hasScope, clock, log }: Options) {
  const known = createBoundedMemory<string | null>({ clock, most: mostPeople, livesMs: rememberMs });
  const asked = createBoundedMemory<true>({ clock, most: mostPeople, livesMs: askAgainMs });
  let running = 0;

  async function ask({ workspace, person }: PersonRef, key: string): Promise<void> {
    if (!(await hasScope(workspace))) return known.put(key, null);
    const args = { user: person, include_locale: true };
    const { user } = await callsIn(workspace).call('users.info', args, answer, 'once');
    known.put(key, user.locale ?? null);
  }

  const notTold = (error: unknown): void => log.debug('Slack did not tell a language', { code: slackCode(error) ?? 'no answer' });

  return {
    /** The person with their language, as far as it is known by now. */
    known(person: PersonRef): PersonRef {
      const key = `${person.workspace} ${person.person}`;
      const locale = known.get(key);
      if (locale !== undefined) return locale === null ? person : { ...person, locale };
      if (asked.get(key) || running >= mostAtOnce) return person;
      asked.put(key, true);
      running += 1;
      ask(person, key)
        .catch(notTold)
        .finally(() => {
          running -= 1;
        });
      return person;
    },
    /** The same for a person who waits for nothing: asked now, where it is not known. */
    async learn(person: PersonRef): Promise<PersonRef> {
      const key = `${person.workspace} ${person.person}`;
      if (known.get(key) === undefined) await ask(person, key).catch(notTold);
      const locale = known.get(key);
      return locale ? { ...person, locale } : person;
    },
    forget: () => known.clear(),
  };
}
