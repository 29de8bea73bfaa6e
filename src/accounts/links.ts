/** Links and codes that work once, for a quarter of an hour. What is stored is a hash: whoever reads the database can use none. */
import { hashOfToken } from './sessions.ts';

/** `portal`: into the portal, from a chat. `join`: two identities to one account. `verify`: an e-mail address. */
export type LinkPurpose = 'portal' | 'join' | 'verify';

/** `peerId`: the member who typed the code elsewhere. `createdAt`: ms since 1970. */
export type Link = { id: string; purpose: LinkPurpose; ownerId: string; peerId: string | null; createdAt: number };

export interface LinkStore {
  add(link: Pick<Link, 'id' | 'purpose' | 'ownerId'>, hash: Uint8Array): Promise<void>;
  find(hash: Uint8Array): Promise<Link | null>;
  read(id: string): Promise<Link | null>;
  /** Notes who typed the code; false where somebody did already. */
  meet(id: string, peerId: string): Promise<boolean>;
  /** True for the one call that uses it up. */
  use(id: string): Promise<boolean>;
  /** Makes all links of this purpose useless. */
  removeAll(ownerId: string, purpose: LinkPurpose): Promise<void>;
  expire(before: number): Promise<void>;
}

export const linkLastsMs = 15 * 60_000;

export type LinkDeps = { links: LinkStore; clock: { now(): number }; newId(): string; newToken(): string };

/** A new link; earlier ones of the same kind work no more. Resolves with its token, which is stored nowhere. */
export async function newLink(deps: LinkDeps, purpose: 'portal' | 'verify', ownerId: string): Promise<string> {
  await deps.links.removeAll(ownerId, purpose);
  const token = deps.newToken();
  await deps.links.add({ id: deps.newId(), purpose, ownerId }, hashOfToken(token));
  return token;
}

/** Null for one that was used, is too old or never was. Reading uses nothing up: previews and crawlers read too. */
export async function findLink(
  { links, clock }: Pick<LinkDeps, 'links' | 'clock'>,
  token: string,
  purpose: LinkPurpose,
): Promise<Link | null> {
  return stillGood(await links.find(hashOfToken(token)), purpose, clock.now());
}

export const stillGood = (link: Link | null, purpose: LinkPurpose, now: number): Link | null =>
  link && link.purpose === purpose && now - link.createdAt < linkLastsMs ? link : null;
