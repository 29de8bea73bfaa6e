/** What each person chose, at hand without asking a store: forms and answers cannot wait for one. */
import type { Settings, SettingsStore } from '../accounts/settings.ts';
import type { Clock } from '../clock.ts';
import { fallbackLocale, type Locale, localeOf } from './locale.ts';
import type { PersonRef } from './messages.ts';
import { personKey } from './take-in.ts';

export interface People {
  /** As last learned; null for a person not met since the start, or longer ago than it is remembered. */
  known(person: PersonRef): Settings | null;
  learn(person: PersonRef): Promise<Settings>;
  save(person: PersonRef, changed: Settings): Promise<void>;
  /** The language to speak to them: their own choice, else what the platform told with this event. */
  localeOf(person: PersonRef): Locale;
}

/** Another process may have changed them meanwhile. */
const rememberMs = 60_000;
const mostRemembered = 10_000;

export function createPeople({ settings, clock }: { settings: SettingsStore; clock: Clock }): People {
  const remembered = new Map<string, { settings: Settings; until: number }>();

  const remember = (person: PersonRef, learned: Settings): Settings => {
    const key = personKey(person);
    remembered.delete(key);
    remembered.set(key, { settings: learned, until: clock.now() + rememberMs });
    const oldest = remembered.size > mostRemembered ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    return learned;
  };
  const known: People['known'] = (person) => {
    const found = remembered.get(personKey(person));
    return found && found.until > clock.now() ? found.settings : null;
  };
  const learn: People['learn'] = async (person) => remember(person, await settings.read(person));

  return {
    known,
    learn,
    async save(person, changed) {
      await settings.save(person, changed);
      await learn(person);
    },
    // An old choice of theirs is nearer to what they want than none.
    localeOf: (person) => {
      const chosen = remembered.get(personKey(person))?.settings.locale;
      return localeOf(chosen) ?? localeOf(person.locale) ?? fallbackLocale;
    },
  };
}
