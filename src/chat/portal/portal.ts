/** What the portal's pages can ask for. All of it is also to be had in a chat; everything is about the account that is signed in, and nothing else. */
import type { Asking, ChangeProblem } from '../../accounts/change-account.ts';
import type { Recovered } from '../../accounts/recovery.ts';
import type { Registered } from '../../accounts/register.ts';
import type { Sessions } from '../../accounts/sessions.ts';
import type { SignedIn, SignInProblem } from '../../accounts/sign-in.ts';
import type { Bytes } from '../../generation/ports.ts';
import type { PartnerHere } from '../../privacy/partners.ts';
import type { PrivacyRequest } from '../../privacy/privacy-request.ts';
import type { PublicKey } from '../../privacy/signing.ts';
import type { Locale } from '../locale.ts';
import type { MessageView } from '../messages.ts';

/** For whoever is not signed in. `address`: of the browser on the internet. */
export interface PortalEntry {
  behindLink(token: string): Promise<'register' | 'sign-in' | null>;
  register(given: { token: string; email: string; password: string }): Promise<Registered>;
  /** The account; null for a link that is of no use. */
  signInByLink(token: string): Promise<string | null>;
  signIn(given: { email: string; password: string; address: string }): Promise<SignedIn>;
  recover(given: { email: string; code: string; password: string; address: string }): Promise<Recovered>;
  /** False for a link that is of no use. */
  verify(token: string): Promise<boolean>;
}

export type AccountSeen = {
  email: string;
  isVerified: boolean;
  codesLeft: number;
  /** As their platforms know them. */
  identities: { platform: string; workspace: string; person: string }[];
  /** What they chose; null: nothing. */
  locale: Locale | null;
};

export interface PortalAccount {
  /** Null for an account that is gone. */
  see(accountId: string): Promise<AccountSeen | null>;
  changeEmail(asking: Asking, email: string): Promise<ChangeProblem | null>;
  changePassword(asking: Asking, next: string): Promise<ChangeProblem | null>;
  newCodes(asking: Asking): Promise<{ ok: true; codes: string[] } | { ok: false; problem: SignInProblem }>;
  saveLocale(accountId: string, locale: Locale): Promise<void>;
  /** Null where no mail can be sent from here. `linkOf`: the address of a page from a token. */
  sendVerification: ((accountId: string, locale: Locale, linkOf: (token: string) => string) => Promise<void>) | null;
}

export type AdSeen = {
  id: string;
  title: string;
  version: number;
  /** Ms since 1970. */
  madeAt: number;
  files: { id: string; mediaType: string; width: number; height: number; altText: string }[];
};

export interface PortalAds {
  /** Newest first. */
  list(accountId: string): Promise<AdSeen[]>;
  /** Decrypted while it is read; null for what is not theirs. */
  file(
    accountId: string,
    adId: string,
    fileId: string,
  ): Promise<{ name: string; mediaType: string; bytes: number; read(): Bytes } | null>;
}

/** `ready` until it was fetched, at most until this moment (ms). */
export type CopySeen = { id: string; state: 'running' } | { id: string; state: 'ready'; until: number };

export interface PortalRights {
  status(accountId: string, locale: Locale): Promise<MessageView>;
  receipts(accountId: string, locale: Locale): Promise<MessageView>;
  partners(accountId: string): Promise<(PartnerHere & { isAgreed: boolean })[]>;
  consent(accountId: string, partner: string, given: boolean): Promise<void>;
  copies(accountId: string): Promise<CopySeen[]>;
  startCopy(accountId: string, locale: Locale): Promise<void>;
  /** The archive, once; null for what is not theirs, or was fetched before. */
  fetchCopy(accountId: string, id: string): Promise<{ length: number; read(): Bytes } | null>;
  erase(
    asking: Asking,
    wish: { handOver: boolean; locale: Locale },
  ): Promise<{ ok: true; requestId: string } | { ok: false; problem: SignInProblem }>;
}

/** For everybody. A receipt is found by the random number of its request and holds nothing personal. */
export interface PortalPublic {
  policy(locale: Locale): MessageView;
  receipt(
    requestId: string,
    locale: Locale,
  ): Promise<(Pick<PrivacyRequest, 'state' | 'receipt'> & { view: MessageView | null }) | null>;
  keys(): Promise<PublicKey[]>;
  /** Rejects where a store does not answer. */
  ping(): Promise<void>;
}

export type Portal = {
  entry: PortalEntry;
  sessions: Sessions;
  account: PortalAccount;
  ads: PortalAds;
  rights: PortalRights;
  open: PortalPublic;
};
