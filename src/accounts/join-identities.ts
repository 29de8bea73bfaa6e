/** Joins two identities of one person to one account: a code shown to the first is typed by the second, and both say yes. */
import type { AccountStore } from './account.ts';
import { type LinkDeps, stillGood } from './links.ts';

export type JoinDeps = Pick<LinkDeps, 'links' | 'clock' | 'newId'> & {
  accounts: Pick<AccountStore, 'of' | 'ensure' | 'merge' | 'credentials'>;
  /** Settles what `from` leaves behind before it is joined to `to`; resolves with how many requests by mail ended by that. */
  leave(from: string, to: string): Promise<number>;
  /** Eight letters and digits. */
  newShortCode(): string;
  /** A keyed hash: a short code could be found from any other. */
  hashOfCode(code: string): Promise<Uint8Array>;
};

const plain = (code: string): string => code.toLowerCase().replace(/[^0-9a-z]/gu, '');

/** `code` is shown once; `linkId` stands in the button by which the first says yes at the end. */
export async function offerToJoin(deps: JoinDeps, memberId: string): Promise<{ code: string; linkId: string }> {
  await deps.links.removeAll(memberId, 'join');
  const code = deps.newShortCode();
  const linkId = deps.newId();
  await deps.links.add({ id: linkId, purpose: 'join', ownerId: memberId }, await deps.hashOfCode(plain(code)));
  return { code, linkId };
}

/** Nobody guesses one of 2^40 codes by typing into a chat for a quarter of an hour, so that tries are not counted. Whose code it is; null for one that is not known, too old, or one's own. Nothing is joined yet. */
export async function readCode(
  deps: JoinDeps,
  memberId: string,
  code: string,
): Promise<{ linkId: string; ownerId: string } | null> {
  const link = stillGood(await deps.links.find(await deps.hashOfCode(plain(code))), 'join', deps.clock.now());
  return link && link.ownerId !== memberId && link.peerId === null ? { linkId: link.id, ownerId: link.ownerId } : null;
}

/** `met`: the second has said yes, now the first one must. `wait`: the second has not yet. `joined-one`: both could sign in; the first one's address and password stay. `joined-ended`: so, too, and requests by mail that waited under the second's address have ended. */
export type Joined = 'joined' | 'joined-one' | 'joined-ended' | 'met' | 'wait' | 'gone';

/** Whether joining them makes the second's e-mail address and password go: an account has one of each. */
export async function areBothRegistered(
  { accounts }: Pick<JoinDeps, 'accounts'>,
  memberId: string,
  peerId: string,
): Promise<boolean> {
  const [own, other] = [await accounts.of(memberId), await accounts.of(peerId)];
  if (own === null || other === null || own === other) return false;
  return (await accounts.credentials(own)) !== null && (await accounts.credentials(other)) !== null;
}

/** The second says yes by being met, the first afterwards; then they are joined. */
export async function agreeToJoin(deps: JoinDeps, memberId: string, linkId: string): Promise<Joined> {
  const link = stillGood(await deps.links.read(linkId), 'join', deps.clock.now());
  if (!link) return 'gone';
  if (link.ownerId !== memberId) return (await deps.links.meet(linkId, memberId)) || link.peerId === memberId ? 'met' : 'gone';
  if (link.peerId === null) return 'wait';
  const [own, other] = [await deps.accounts.ensure(memberId), await deps.accounts.ensure(link.peerId)];
  const [mine, theirs] = [await deps.accounts.credentials(own), await deps.accounts.credentials(other)];
  if (!(await deps.links.use(linkId))) return 'gone';
  if (own === other) return 'joined';
  const [from, to] = theirs && !mine ? [own, other] : [other, own];
  const ended = await deps.leave(from, to);
  await deps.accounts.merge(from, to);
  if (!mine || !theirs) return 'joined';
  return ended > 0 ? 'joined-ended' : 'joined-one';
}
