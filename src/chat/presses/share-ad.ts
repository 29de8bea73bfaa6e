/** Share and Take back: a copy in the channel where a private ad was asked for, and an ad out of a channel again. */
import { AppError } from '../../errors.ts';
import { type Address, askedPrefix, copyPrefix, earlierFile, isOfMessage, type Post } from '../conversation-store.ts';
import { deliverCopy } from '../deliver-ad.ts';
import type { MessageRef } from '../messages.ts';
import { oblige } from '../obligations.ts';
import { messageOf, type SentThing } from '../sent-things.ts';
import { chatFor } from '../start-ad.ts';
import { isInDirect, isPrivate } from '../who-sees.ts';
import { type CarryOutDeps, type Deed, say } from './press.ts';
import { directOr, showIn } from './show-ad.ts';

/** Puts a copy into the channel where it was asked. Carried out again after a crash it goes on where it was. */
export const share: Deed = async (deps, { intakeId, request, ad, words }) => {
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation?.post || ad.state !== 'delivered') return say(deps, request, words.notFinished);
  const { address } = conversation;
  if (!(await isPrivate(deps, address))) return say(deps, request, words.isShared);
  try {
    const isOurs = await deliverCopy(deps, chatFor(deps, address.origin.platform), ad, { address, by: intakeId });
    return isOurs ? 'done' : say(deps, request, words.isShared);
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    await unshare(deps, ad.id, intakeId);
    return say(deps, request, words.notShared);
  }
};

/** What this request has put into the channel goes: half a copy is none. */
export async function unshare(deps: CarryOutDeps, adId: string, intakeId: string): Promise<void> {
  const address = (await deps.conversations.read(adId))?.address;
  if (!address?.shared || address.sharedBy !== intakeId) return;
  const files = (await deps.conversations.files(adId)).filter(({ key }) => key.startsWith(copyPrefix));
  await remove(deps, adId, address, { messages: [address.shared], entries: files });
  await deps.conversations.saveShared(adId, null);
}

type Standing = { messages: MessageRef[]; entries: SentThing[] };

async function remove(deps: CarryOutDeps, adId: string, address: Address, { messages, entries }: Standing): Promise<void> {
  await oblige(deps, deps.newId(), {
    platform: address.origin.platform,
    workspace: address.origin.workspace,
    messages,
    becomes: 'removed',
    locale: address.locale,
    fileIds: entries.filter(({ key }) => !key.startsWith(askedPrefix)).map(({ id }) => id),
  });
  await deps.conversations.forgetFiles(
    adId,
    entries.map(({ key }) => key),
  );
}

/** Out of the channel again, with all that stands of it there: a shared copy goes; an ad that was made there goes to its person alone. */
export const takeBack: Deed = async (deps, press) => {
  const { request, ad, words } = press;
  const conversation = await deps.conversations.read(ad.id);
  if (!conversation?.post || ad.state !== 'delivered') return say(deps, request, words.notFinished);
  const { address, post } = conversation;
  const pressed = (await isInDirect(deps, request.place)) ? null : request.place.channel;
  const channel = channelOf(pressed, { address, post, isCopy: await isPrivate(deps, address) });
  const standing = standingIn(channel, { address, post }, await deps.conversations.files(ad.id));
  await remove(deps, ad.id, address, standing);
  if (address.shared?.channel === channel) await deps.conversations.saveShared(ad.id, null);
  // Nobody can answer any more what nobody sees.
  const isAsked = ad.approval?.state === 'asked' && standing.entries.some(({ key }) => key.startsWith(askedPrefix));
  if (isAsked) await deps.ads.saveApproval(ad.id, null);
  if (post.message.channel !== channel) return 'done';
  const direct = await directOr(deps, press, null);
  // In the channel again it would be what they took it out of.
  if (!direct) return say(deps, request, words.takenBackUnseen);
  await showIn(deps, ad.id, direct);
  return 'done';
};

/** The one where it was pressed, if others see the ad there; else the one where they do. */
function channelOf(
  pressed: string | null,
  { address, post, isCopy }: { address: Address; post: Post; isCopy: boolean },
): string | undefined {
  const shown = [post.message, ...(address.shared ? [address.shared] : []), ...address.earlier];
  if (pressed !== null && shown.some(({ channel }) => channel === pressed)) return pressed;
  return isCopy ? address.shared?.channel : post.message.channel;
}

function standingIn(
  channel: string | undefined,
  { address, post }: { address: Address; post: Post },
  sent: readonly SentThing[],
): Standing {
  const isThere = (message: MessageRef | null): message is MessageRef => message?.channel === channel;
  const entries = sent.filter((entry) => {
    if (entry.key.startsWith(askedPrefix)) return isThere(messageOf(entry));
    if (entry.key.startsWith(copyPrefix)) return isThere(address.shared);
    const earlier = earlierFile(entry.key);
    if (earlier !== null) return isThere(address.earlier[earlier] ?? null);
    return isOfMessage(entry.key) && isThere(post.message);
  });
  const questions = entries.filter(({ key }) => key.startsWith(askedPrefix)).map(messageOf);
  return { messages: [post.message, address.shared, ...address.earlier].filter(isThere).concat(questions), entries };
}
