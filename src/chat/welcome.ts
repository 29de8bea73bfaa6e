/** The first words to whoever brought the bot into a workspace. */
import { AppError } from '../errors.ts';
import type { PersonRef } from './messages.ts';
import type { People } from './people.ts';
import type { CarryOutDeps, Settled } from './presses/press.ts';
import type { WelcomeRequest } from './requests.ts';
import { chatFor } from './start-ad.ts';
import { type TakeInDeps, takeIn } from './take-in.ts';
import { welcomeView } from './views/welcome-view.ts';
import { wordingIn } from './wording/wording.ts';

export type AskDeps = TakeInDeps & { people: Pick<People, 'learn' | 'localeOf'> };

/** Nobody tells of it a second time: what cannot be stored now is stored soon. */
const waitsMs = [1_000, 4_000, 15_000, 60_000, 240_000];

/** Stores the wish to welcome this person, so that it is carried out also after a crash. */
export async function askForWelcome(deps: AskDeps, person: PersonRef): Promise<void> {
  const { platform, workspace } = person;
  // Which language they chose is worth asking for, but not worth failing.
  await deps.people.learn(person).catch(() => undefined);
  const place = { platform, workspace, channel: '', thread: null };
  const request = { kind: 'welcome' as const, locale: deps.people.localeOf(person), person: told(person), place };
  for (const wait of waitsMs) {
    if (await takeIn(deps, `welcome ${platform} ${workspace}`, request)) return;
    await deps.clock.sleep(wait);
  }
  deps.log.warn('whoever installed the bot is not welcomed: the wish could not be stored');
}

const told = ({ platform, workspace, person }: PersonRef) => ({ platform, workspace, person });

/** Once for each workspace, however often it installs the bot; nothing where the person takes no direct messages. */
export async function welcome(deps: CarryOutDeps, { person, locale }: WelcomeRequest): Promise<Settled> {
  if (await deps.workspaceRules.isWelcomed(person)) return 'done';
  const chat = chatFor(deps, person.platform);
  try {
    const place = await chat.openDirect(person);
    await chat.post(place, welcomeView(wordingIn(locale)), `hi${person.workspace}`.slice(0, 25));
  } catch (error) {
    if (!(error instanceof AppError) || error.retry === 'later') throw error;
    deps.log.info('whoever installed the bot could not be welcomed', { reason: error.code });
  }
  await deps.workspaceRules.noteWelcomed(person);
  return 'done';
}
