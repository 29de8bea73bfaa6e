/** Starts a new version of an ad: a message in its thread, then the photos where they are handed over again, then the queue. */
import type { Ad } from '../generation/ad.ts';
import { eraseAd } from '../generation/erase-ad.ts';
import { type Change, reviseAd } from '../generation/revise-ad.ts';
import { channelKey } from './channel-key.ts';
import type { Address, Post } from './conversation-store.ts';
import { enqueue } from './enqueue.ts';
import { lookAtPhotos } from './look-at-photos.ts';
import type { Place } from './messages.ts';
import { notesOn } from './notes.ts';
import { postProgress } from './post-progress.ts';
import { type CarryOutDeps, type Settled, say } from './presses/press.ts';
import type { EditRequest, PressRequest } from './requests.ts';
import { chatFor } from './start-ad.ts';
import { editTextButton } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

export type Revision = { ad: Ad; request: EditRequest | PressRequest; change: Change; files: EditRequest['files'] };

export async function revise(deps: CarryOutDeps, intakeId: string, revision: Revision, signal: AbortSignal): Promise<Settled> {
  const { ad, request, change, files } = revision;
  const { person, locale } = request;
  const words = wordingIn(locale);
  const chat = chatFor(deps, request.place.platform);
  const base = await deps.conversations.read(ad.id);
  const place = { ...request.place, thread: base ? threadIn(request.place, base) : request.place.thread };
  const revised = await reviseAd(deps, {
    base: ad,
    change,
    intakeId,
    hasNewPhotos: files.length > 0,
    place: {
      place,
      origin: base?.address.origin ?? place,
      person,
      locale,
      askedAt: deps.clock.now(),
      // Asked for under the copy in a channel it is for those who see that.
      audience: base?.address.place.channel === place.channel ? base.address.audience : undefined,
      shared: null,
      earlier: [],
    },
    channel: channelKey(base?.address.origin ?? place),
  });
  if (revised === 'known') return say(deps, request, words.alreadyAsked);
  if (revised === 'photo-gone') return say(deps, request, words.photoForgotten, [editTextButton(words, ad.id)]);
  const { adId } = revised;
  const made = await deps.ads.read(adId);
  if (made && made.state !== 'preparing' && made.state !== 'queued') return 'done';
  const post = await postProgress(deps, chat, { adId, intakeId, person, place, origin: request.place, locale });
  if (!post) {
    await deps.ads.move(adId, ['queued', 'preparing'], 'refused');
    await eraseAd(deps, adId, { keepRequest: true });
    return 'refused';
  }
  const notes = change.kind === 'words' ? notesOn(words, deps.studio, { copy: change.copy, leftOut: [] }) : [];
  if (files.length === 0) {
    await deps.conversations.savePost(adId, { ...post, notes });
    await enqueue(deps, adId);
    return 'done';
  }
  const asked = { ...request, files, place, keepPhotos: ad.brief.keepPhotos };
  return lookAtPhotos(
    deps,
    { chat, adId, intakeId, ownerId: ad.ownerId, request: asked, post, notes, proposes: false, photosBefore: 0 },
    signal,
  );
}

/** Under the message of the ad in that very channel: it may be shown in several. */
function threadIn({ channel, thread }: Place, { post, address }: { post: Post | null; address: Address }): string | null {
  const shown = [post?.message, address.shared, ...address.earlier].find((message) => message?.channel === channel);
  return shown ? (shown.thread ?? shown.message) : thread;
}
