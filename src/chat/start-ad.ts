/** Carries out a request for an ad: the message, a look at the photos, and into the queue. Goes on where it was after a crash. */
import { hasAccepted } from '../accounts/acceptance.ts';
import type { OwnerStore } from '../accounts/owners.ts';
import type { Settings, SettingsStore } from '../accounts/settings.ts';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { formatsOf } from '../generation/brief.ts';
import { writeCopy } from '../generation/copy/write-copy.ts';
import { eraseAd } from '../generation/erase-ad.ts';
import type { Studio } from '../generation/ports.ts';
import { policyVersion } from '../privacy/policy.ts';
import { type AcceptedAdRequest, type BrandDeps, brandForAd } from './brand-for-ad.ts';
import { channelKey } from './channel-key.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import { type LookDeps, lookAtPhotos } from './look-at-photos.ts';
import type { Place } from './messages.ts';
import { cannotBeRead, notesOn } from './notes.ts';
import { postProgress } from './post-progress.ts';
import type { AdRequest } from './requests.ts';
import type { ChatOf } from './show-progress.ts';
import { retryButton, sayingView } from './views/ad-views.ts';
import { isSeenBy } from './who-sees.ts';
import { wordingIn } from './wording/wording.ts';

export type StartDeps = LookDeps &
  BrandDeps & {
    settings: SettingsStore;
    studio: Pick<Studio, 'missingGlyphs'>;
    owners: OwnerStore;
    chatOf: ChatOf;
    clock: Clock;
  };

/** `done`: the ad is on its way. `refused`: the person was told why; the request is kept for Retry. */
export async function startAd(
  deps: StartDeps,
  intakeId: string,
  asked: AdRequest,
  signal: AbortSignal,
): Promise<'done' | 'refused'> {
  const request = await accepted(deps, asked);
  if (!request) return 'refused';
  const chat = chatFor(deps, request.place.platform);
  const member = await deps.owners.ensureMember(request.person);
  const isNew = (await deps.ads.ofIntake(intakeId)) === null;
  const { brief, photoIds, refused } = await brandForAd(deps, request, member);
  const unreadable = cannotBeRead(wordingIn(request.locale), deps.studio, writeCopy(brief).copy);
  const why = isNew ? (refused ?? unreadable ?? (await copyRefused(deps, request))) : null;
  if (why) {
    const retry = retryButton(wordingIn(request.locale), `intake:${intakeId}`);
    await chat.tell(request.person, request.place, sayingView(why, [retry]));
    return 'refused';
  }
  const settings = await deps.settings.read(request.person);
  const place = await placeFor(deps, chat, intakeId, request, settings);
  if (!place) return 'refused';
  const id = deps.newId();
  const adId = await deps.ads.create({
    id,
    ownerId: member.ownerId,
    rootId: id,
    intakeId,
    state: 'preparing',
    formats: formatsOf(brief, { forChat: true }),
    brief,
    recipe: null,
    change: null,
    photoIds,
    place: {
      place,
      origin: request.place,
      person: request.person,
      locale: request.locale,
      askedAt: deps.clock.now(),
      audience: request.audience === 'me' ? 'me' : undefined,
      shared: null,
      earlier: [],
    },
    channel: channelKey(request.place),
  });
  const ad = await deps.ads.read(adId);
  if (ad && ad.state !== 'preparing') return 'done';
  const post = await postProgress(deps, chat, { adId, intakeId, ...request, place, origin: request.place });
  if (!post) {
    await deps.ads.move(adId, ['preparing'], 'refused');
    await eraseAd(deps, adId, { keepRequest: true });
    return 'refused';
  }
  const notes = notesOn(wordingIn(request.locale), deps.studio, writeCopy(brief));
  const proposes = settings.makesAll !== true;
  const photosBefore = photoIds.length;
  const look = {
    chat,
    adId,
    intakeId,
    ownerId: member.ownerId,
    request: { ...request, place },
    post,
    notes,
    proposes,
    photosBefore,
  };
  return lookAtPhotos(deps, look, signal);
}

/** How photos are kept is said with the first ad, and holds from then on. Null, and they were told, where it is not known: their data was deleted since the form was opened. */
async function accepted(deps: StartDeps, request: AdRequest): Promise<AcceptedAdRequest | null> {
  const { person, place, locale, keepPhotos } = request;
  if (keepPhotos !== undefined) {
    await deps.settings.save(person, { keepPhotos, accepted: policyVersion });
    return { ...request, keepPhotos };
  }
  const settings = await deps.settings.read(person);
  if (hasAccepted(settings, policyVersion)) return { ...request, keepPhotos: settings.keepPhotos === true };
  await chatFor(deps, place.platform).tell(person, place, sayingView(wordingIn(locale).privacy.acceptAgain));
  return null;
}

/** An ad that the person does not see stays closed to them; without photos there is nothing to draw. */
async function copyRefused(deps: StartDeps, { copyOf, files, product, person, locale }: AdRequest): Promise<string | null> {
  if (copyOf === undefined) return null;
  const words = wordingIn(locale);
  const ad = await deps.ads.read(copyOf).catch(noneIfErased);
  const isSeen = ad && ((await deps.owners.isMember(ad.ownerId, person)) || (await isSeenBy(deps, ad, person)));
  const hasOthers = files.length > 0 || product !== undefined;
  if (ad && !isSeen) return words.adGone;
  const photos = ad ? await deps.photos.idsOfAd(ad.id) : [];
  return photos.length > 0 || hasOthers ? null : words.team.copyWithoutPhotos;
}

function noneIfErased(error: unknown): null {
  if (error instanceof AppError && error.code === 'key-erased') return null;
  throw error;
}

/** Where the answer goes, as the person chose, which is remembered; null when they cannot be reached alone, and were told. Private content never falls back to a channel. */
async function placeFor(
  deps: StartDeps,
  chat: ChatAdapter,
  intakeId: string,
  { person, place, audience, locale, sample }: AdRequest,
  settings: Settings,
): Promise<Place | null> {
  if (!sample && audience !== (settings.audience ?? 'here')) await deps.settings.save(person, { audience });
  if (audience === 'here') return place;
  try {
    return await chat.openDirect(person);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'chat-direct-closed') throw error;
    const words = wordingIn(locale);
    await chat.tell(person, place, sayingView(words.directClosed, [retryButton(words, `intake:${intakeId}`)]));
    return null;
  }
}

export function chatFor(deps: { chatOf: ChatOf }, platform: string): ChatAdapter {
  const chat = deps.chatOf(platform);
  if (!chat) throw new AppError('chat-unavailable', 'The platform of this request is not connected.', { retry: 'later' });
  return chat;
}
