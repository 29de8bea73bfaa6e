/** What `/account` answers, to the person alone: the private link to the portal, or a code by which two identities are joined. */
import { hasAccepted } from '../../accounts/acceptance.ts';
import { areBothRegistered, type JoinDeps, offerToJoin, readCode } from '../../accounts/join-identities.ts';
import type { OwnerStore } from '../../accounts/owners.ts';
import type { SettingsStore } from '../../accounts/settings.ts';
import { policyVersion } from '../../privacy/policy.ts';
import type { readAccountSubcommand } from '../commands.ts';
import type { MessageView, PersonRef } from '../messages.ts';
import { sayingView } from '../views/ad-views.ts';
import { bold, copyable, linked, plain } from '../views/lines.ts';
import { capital } from '../views/privacy-views.ts';
import type { Wording } from '../wording/wording.ts';

export type AccountViewDeps = {
  owners: Pick<OwnerStore, 'ensureMember' | 'identity'>;
  settings: Pick<SettingsStore, 'read'>;
  joining: JoinDeps;
  /** A new link for this member; null where no portal can be reached. */
  portalLink: ((memberId: string) => Promise<string>) | null;
};

export async function accountView(
  deps: AccountViewDeps,
  words: Wording,
  person: PersonRef,
  { name, rest }: ReturnType<typeof readAccountSubcommand>,
): Promise<MessageView> {
  // Whoever has not agreed is nobody here: no account, and no code either.
  if (!hasAccepted(await deps.settings.read(person), policyVersion)) return sayingView(words.privacy.acceptFirst);
  switch (name) {
    case 'register':
      return registerView(deps, words, person);
    case 'link':
      return rest === '' ? codeView(deps, words, person) : metView(deps, words, person, rest);
  }
}

async function registerView(
  { owners, portalLink }: AccountViewDeps,
  { account }: Wording,
  person: PersonRef,
): Promise<MessageView> {
  const title = bold(account.title);
  if (!portalLink) {
    const lines = [title, plain(account.noPortal), ...account.inChat.map(plain)];
    return { summary: account.title, lines, buttons: [] };
  }
  const { ownerId } = await owners.ensureMember(person);
  const link = linked(await portalLink(ownerId), account.linkLabel);
  return { summary: account.title, lines: [title, plain(account.linkText), link], buttons: [] };
}

async function codeView({ owners, joining }: AccountViewDeps, { account }: Wording, person: PersonRef): Promise<MessageView> {
  const { ownerId } = await owners.ensureMember(person);
  const { code, linkId } = await offerToJoin(joining, ownerId);
  return {
    summary: account.codeTitle,
    lines: [bold(account.codeTitle), plain(account.codeText), copyable(`/account link ${code}`)],
    buttons: [{ action: 'join-identities', value: linkId, label: account.joinHere }],
  };
}

async function metView(
  { owners, joining }: AccountViewDeps,
  { account }: Wording,
  person: PersonRef,
  code: string,
): Promise<MessageView> {
  const { ownerId } = await owners.ensureMember(person);
  const found = await readCode(joining, ownerId, code);
  const other = found && (await owners.identity(found.ownerId));
  if (!found || !other) return sayingView(account.codeWrong);
  const losesOne = await areBothRegistered(joining, found.ownerId, ownerId);
  const lines = [account.met(capital(other.platform)), ...(losesOne ? [account.oneStays] : [])];
  return {
    summary: account.codeTitle,
    lines: [bold(account.codeTitle), ...lines.map(plain)],
    buttons: [{ action: 'join-identities', value: found.linkId, label: account.metYes, style: 'primary' }],
  };
}
