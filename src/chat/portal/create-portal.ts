/** Everything the portal's pages can ask for, put together. */

import { recover } from '../../accounts/recovery.ts';
import { behindLink, type RegisterDeps, register, signInByLink } from '../../accounts/register.ts';
import type { Sessions } from '../../accounts/sessions.ts';
import { signIn } from '../../accounts/sign-in.ts';
import { verifyEmail } from '../../accounts/verify-email.ts';
import { signedReceiptSchema } from '../../privacy/receipt.ts';
import type { Signer } from '../../privacy/signing.ts';
import { policyView, receiptView } from '../views/privacy-views.ts';
import { wordingIn } from '../wording/wording.ts';
import { createOwnAccount, type OwnAccountDeps } from './own-account.ts';
import { createOwnAds, type OwnAdsDeps } from './own-ads.ts';
import { createOwnRights, type OwnRightsDeps } from './own-rights.ts';
import type { Portal, PortalPublic } from './portal.ts';

export type PortalDeps = RegisterDeps &
  OwnAccountDeps &
  OwnAdsDeps &
  OwnRightsDeps & {
    sessions: Sessions;
    signer: Signer;
    /** Rejects where a store does not answer. */
    ping(): Promise<void>;
  };

export function createPortal(deps: PortalDeps): Portal {
  return {
    entry: {
      behindLink: (token) => behindLink(deps, token),
      register: (given) => register(deps, given),
      signInByLink: (token) => signInByLink(deps, token),
      signIn: (given) => signIn(deps, given),
      recover: (given) => recover(deps, given),
      verify: (token) => verifyEmail(deps, token),
    },
    sessions: deps.sessions,
    account: createOwnAccount(deps),
    ads: createOwnAds(deps),
    rights: createOwnRights(deps),
    open: createPublic(deps),
  };
}

function createPublic({ policyFacts, privacyRequests, signer, ping }: PortalDeps): PortalPublic {
  return {
    policy: (locale) => policyView(wordingIn(locale), policyFacts),
    async receipt(requestId, locale) {
      const request = await privacyRequests.read(requestId);
      if (request?.kind !== 'erase') return null;
      const { state, receipt } = request;
      const signed = receipt === null ? null : signedReceiptSchema.parse(JSON.parse(receipt));
      return { state, receipt, view: signed && receipt ? receiptView(wordingIn(locale), signed.receipt, receipt) : null };
    },
    keys: () => signer.publicKeys(),
    ping,
  };
}
