/** Seeing and correcting one's account in the portal. */
import type { AccountStore } from '../../accounts/account.ts';
import { type ChangeDeps, changeEmail, changePassword, isOwnPassword } from '../../accounts/change-account.ts';
import type { LinkDeps } from '../../accounts/links.ts';
import { newRecoveryCodes } from '../../accounts/recovery.ts';
import type { SettingsStore } from '../../accounts/settings.ts';
import { type Mailer, sendVerification } from '../../accounts/verify-email.ts';
import { localeOf } from '../locale.ts';
import { wordingIn } from '../wording/wording.ts';
import { type MembersDeps, membersOf } from './members.ts';
import type { PortalAccount } from './portal.ts';

export type OwnAccountDeps = ChangeDeps &
  LinkDeps &
  MembersDeps & {
    accounts: AccountStore;
    settings: SettingsStore;
    newCode(): string;
    /** Null where no mail can be sent from here. */
    mailer: Mailer | null;
  };

export function createOwnAccount(deps: OwnAccountDeps): PortalAccount {
  const { accounts, settings, mailer } = deps;
  return {
    async see(accountId) {
      const credentials = await accounts.credentials(accountId);
      if (!credentials) return null;
      const members = await membersOf(deps, accountId);
      const chosen = await Promise.all(members.map(({ identity }) => settings.read(identity)));
      return {
        email: credentials.email,
        isVerified: credentials.isVerified,
        codesLeft: credentials.recovery.filter((code) => code !== null).length,
        identities: members.map(({ identity }) => identity),
        locale: localeOf(chosen.find(({ locale }) => locale !== undefined)?.locale),
      };
    },
    changeEmail: (asking, email) => changeEmail(deps, asking, email),
    changePassword: (asking, next) => changePassword(deps, asking, next),
    async newCodes(asking) {
      const outcome = await isOwnPassword(deps, asking);
      if (outcome !== 'right') return { ok: false, problem: outcome };
      const codes = await newRecoveryCodes(deps, asking.accountId);
      return codes === 'busy' ? { ok: false, problem: 'busy' } : { ok: true, codes };
    },
    async saveLocale(accountId, locale) {
      for (const { identity } of await membersOf(deps, accountId)) await settings.save(identity, { locale });
    },
    sendVerification:
      mailer &&
      ((accountId, locale, linkOf) =>
        sendVerification({ ...deps, mailer }, accountId, (token) => {
          const { mailSubject, mailText } = wordingIn(locale).portal;
          return { subject: mailSubject, text: mailText(linkOf(token)) };
        })),
  };
}
