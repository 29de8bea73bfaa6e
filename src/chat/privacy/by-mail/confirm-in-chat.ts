/** Asks the owner of an address that was never verified, in their linked chat identities, whether a mail came from them; nothing happens without a yes. */
import type { AccountStore } from '../../../accounts/account.ts';
import type { OwnerStore } from '../../../accounts/owners.ts';
import type { SettingsStore } from '../../../accounts/settings.ts';
import { AppError } from '../../../errors.ts';
import type { Logger } from '../../../log.ts';
import type { PrivacyRequest, PrivacyRequestStore } from '../../../privacy/privacy-request.ts';
import { fallbackLocale, localeOf } from '../../locale.ts';
import type { PersonRef } from '../../messages.ts';
import { membersOf } from '../../portal/members.ts';
import type { ShelfDeed } from '../../presses/brand-presses.ts';
import { type Settled, say } from '../../presses/press.ts';
import type { ChatOf } from '../../show-progress.ts';
import { mailQuestionView } from '../../views/mail-views.ts';
import { wordingIn } from '../../wording/wording.ts';
import { confirmWithinMs, type MailFacts, type MailStep, mailFactsSchema } from './mail-request.ts';

export type ConfirmDeps = {
  accounts: Pick<AccountStore, 'members'>;
  owners: Pick<OwnerStore, 'identity'>;
  settings: Pick<SettingsStore, 'read'>;
  privacyRequests: PrivacyRequestStore;
  chatOf: ChatOf;
  clock: { now(): number };
  log: Logger;
};

/** Asks once, then waits; ends the request when there is nobody to ask, or no answer came in time. */
export async function confirmInChat(deps: ConfirmDeps, request: PrivacyRequest, facts: MailFacts): Promise<void> {
  if (request.step === 'refused') return deps.privacyRequests.finish(request.id, 'done');
  if (deps.clock.now() - request.receivedAt >= confirmWithinMs) return endAs(deps, request, 'lapsed');
  if (request.step !== null) return;
  const members = await membersOf(deps, facts.accountId);
  if (members.length === 0) return endAs(deps, request, 'unlinked');
  const outcomes: ('asked' | 'refused' | 'away')[] = [];
  for (const { identity } of members) outcomes.push(await ask(deps, request, facts, identity));
  if (outcomes.includes('asked')) return void (await deps.privacyRequests.claim(request.id, null, 'asked'));
  // A platform that is away, or not connected to this process, is asked again by the sweeper.
  if (!outcomes.includes('away')) await endAs(deps, request, 'unreachable');
}

async function endAs(
  deps: ConfirmDeps,
  { id, step }: PrivacyRequest,
  how: Extract<MailStep, 'lapsed' | 'unreachable' | 'unlinked'>,
): Promise<void> {
  if (await deps.privacyRequests.claim(id, step, how)) await deps.privacyRequests.finish(id, 'done');
}

async function ask(
  deps: ConfirmDeps,
  { id, receivedAt }: PrivacyRequest,
  { wish }: MailFacts,
  person: PersonRef,
): Promise<'asked' | 'refused' | 'away'> {
  const chat = deps.chatOf(person.platform);
  if (!chat) return 'away';
  const locale = localeOf((await deps.settings.read(person)).locale) ?? fallbackLocale;
  const view = mailQuestionView(wordingIn(locale), { id, wish, until: receivedAt + confirmWithinMs });
  try {
    await chat.post(await chat.openDirect(person), view, id.slice(-25));
    return 'asked';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    deps.log.warn('a person could not be asked whether a mail came from them', { requestId: id, reason: error.code });
    return error.retry === 'later' ? 'away' : 'refused';
  }
}

export const confirmRequest: ShelfDeed = (deps, press) => answer(deps, press, 'confirmed');
export const denyRequest: ShelfDeed = (deps, press) => answer(deps, press, 'refused');

/** The first answer holds, wherever it is given. */
async function answer(
  deps: Parameters<ShelfDeed>[0],
  { request, words }: Parameters<ShelfDeed>[1],
  step: Extract<MailStep, 'confirmed' | 'refused'>,
): Promise<Settled> {
  const { privacyRequests, clock, queue } = deps;
  const { person, place, value: id } = request;
  const known = await privacyRequests.read(id);
  const read = mailFactsSchema.safeParse(known?.facts);
  const members = read.success ? await membersOf(deps, read.data.accountId) : [];
  const isTheirs = members.some(({ identity }) => isSame(identity, person));
  const isInTime = known !== null && clock.now() - known.receivedAt < confirmWithinMs;
  if (!read.success || !isTheirs || !isInTime) return say(deps, request, words.byMail.gone);
  // An answer may come before it was noted that the question stands.
  const isFirst = (await privacyRequests.claim(id, 'asked', step)) || (await privacyRequests.claim(id, null, step));
  if (!isFirst) return say(deps, request, words.byMail.gone);
  if (step === 'confirmed') await privacyRequests.advance(id, step, { ...read.data, confirmed: { person, place } });
  const { kind } = read.data.wish;
  await say(deps, request, step === 'confirmed' ? words.byMail.confirmed(kind, id) : words.byMail.refused);
  await queue.ring('privacy', id);
  return 'done';
}

const isSame = (a: PersonRef, b: PersonRef): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.person === b.person;
