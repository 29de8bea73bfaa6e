/** Carries out a request for an ad: the message, a look at the photos, and into the queue. Goes on where it was after a crash. */
import type { OwnerStore } from '../accounts/owners.ts';
import type { Settings, SettingsStore } from '../accounts/settings.ts';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { AdStore, StepStore } from '../generation/ad.ts';
import { formatsOf } from '../generation/brief.ts';
import { writeCopy } from '../generation/copy/write-copy.ts';
import { eraseAd } from '../generation/erase-ad.ts';
import { mostOpenAds } from '../generation/fair-turns.ts';
import type { PaceStore } from '../generation/pace.ts';
import type { JobQueue, Studio } from '../generation/ports.ts';
import { type PhotoReport, type PrepareDeps, preparePhotos } from '../generation/prepare-photos.ts';
import type { ReportProgress } from '../generation/progress.ts';
import { placeInQueue } from '../generation/queue-place.ts';
import type { Logger } from '../log.ts';
import { type BrandDeps, brandForAd } from './brand-for-ad.ts';
import { channelKey } from './channel-key.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { ConversationStore, Post } from './conversation-store.ts';
import type { Locale } from './locale.ts';
import type { FileRef, PersonRef, Place } from './messages.ts';
import { notesOn } from './notes.ts';
import { postProgress } from './post-progress.ts';
import type { AdRequest } from './requests.ts';
import type { ChatOf } from './show-progress.ts';
import { refusedPhotosView, retryButton, sayingView } from './views/ad-views.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

export type StartDeps = PrepareDeps &
  BrandDeps & {
    ads: AdStore;
    settings: SettingsStore;
    steps: StepStore;
    studio: Pick<Studio, 'preparePhoto' | 'missingGlyphs'>;
    owners: OwnerStore;
    conversations: ConversationStore;
    queue: Pick<JobQueue, 'ring'>;
    pace: Pick<PaceStore, 'read'>;
    chatOf: ChatOf;
    report: ReportProgress;
    clock: Clock;
    log: Logger;
  };

/** `done`: the ad is on its way. `refused`: the person was told why; the request is kept for Retry. */
export async function startAd(
  deps: StartDeps,
  intakeId: string,
  request: AdRequest,
  signal: AbortSignal,
): Promise<'done' | 'refused'> {
  const chat = chatFor(deps, request.place.platform);
  const member = await deps.owners.ensureMember(request.person);
  const isNew = (await deps.ads.ofIntake(intakeId)) === null;
  if (isNew && (await deps.ads.countOpen(member.ownerId)) >= mostOpenAds) {
    const words = wordingIn(request.locale);
    await chat.tell(
      request.person,
      request.place,
      sayingView(words.tooManyOpen(mostOpenAds), [retryButton(words, `intake:${intakeId}`)]),
    );
    return 'refused';
  }
  const { brief, photoIds, refused } = await brandForAd(deps, request, member);
  if (isNew && refused) {
    const retry = retryButton(wordingIn(request.locale), `intake:${intakeId}`);
    await chat.tell(request.person, request.place, sayingView(refused, [retry]));
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
    formats: formatsOf(brief),
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

/** Where the answer goes, as the person chose, which is remembered; null when they cannot be reached alone, and were told. Private content never falls back to a channel. */
async function placeFor(
  deps: StartDeps,
  chat: ChatAdapter,
  intakeId: string,
  { person, place, audience, locale }: AdRequest,
  settings: Settings,
): Promise<Place | null> {
  if (audience !== (settings.audience ?? 'here')) await deps.settings.save(person, { audience });
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

type Look = {
  chat: ChatAdapter;
  adId: string;
  intakeId: string;
  ownerId: string;
  request: { files: FileRef[]; person: PersonRef; place: Place; locale: Locale; keepPhotos: boolean };
  post: Post;
  notes: string[];
  /** Three ideas first, instead of all files at once. */
  proposes: boolean;
  /** How many photos the ad has already, of a saved product; those of the request come after them. */
  photosBefore: number;
};

export async function lookAtPhotos(deps: StartDeps, look: Look, signal: AbortSignal): Promise<'done' | 'refused'> {
  const sources = look.request.files.map((file, index) => ({
    position: look.photosBefore + index,
    name: file.name,
    open: () => look.chat.fetch(file),
  }));
  const ad = { id: look.adId, ownerId: look.ownerId, keepPhotos: look.request.keepPhotos };
  const reports = await preparePhotos(deps, ad, sources, signal);
  if (reports.some((report) => !report.outcome.ok)) {
    await refuse(deps, look, reports);
    return 'refused';
  }
  // Cancelled while the photos were looked at: whoever cancelled has already taken everything back.
  if ((await deps.ads.read(look.adId))?.state !== 'preparing') return 'done';
  const warnings = new Set(reports.flatMap((report) => (report.outcome.ok ? report.outcome.warnings : [])));
  const notes = [...[...warnings].map((warning) => wordingIn(look.request.locale).photoWarning(warning)), ...look.notes];
  await deps.conversations.savePost(look.adId, { ...look.post, notes });
  await (look.proposes ? askForIdeas(deps, look.adId) : enqueue(deps, look.adId));
  return 'done';
}

async function askForIdeas(deps: StartDeps, adId: string): Promise<void> {
  await deps.ads.move(adId, ['preparing'], 'proposing');
  await deps.queue.ring('propose', adId);
  await deps.report({ adId, stage: 'ideas', done: 0 });
}

export async function enqueue(deps: Pick<StartDeps, 'ads' | 'queue' | 'pace' | 'report'>, adId: string): Promise<void> {
  await deps.ads.move(adId, ['preparing'], 'queued');
  await deps.queue.ring('make-ad', adId);
  await deps.report({ adId, stage: 'queued', done: 0, ...(await placeInQueue(deps, adId)) });
}

async function refuse(deps: StartDeps, look: Look, reports: PhotoReport[]): Promise<void> {
  const errorId = deps.newId().slice(0, 6);
  const wording: Wording = wordingIn(look.request.locale);
  const refused = reports.flatMap(({ name, position, outcome }) =>
    outcome.ok ? [] : [{ name, position, reason: wording.photoProblem(outcome.problem), kind: outcome.problem.kind }],
  );
  deps.log.info('photos were refused', { adId: look.adId, errorId, reasons: refused.map((photo) => photo.kind).join(',') });
  const retryValue = ['intake', look.intakeId, ...refused.map((photo) => photo.position - look.photosBefore)].join(':');
  await look.chat.tell(look.request.person, look.request.place, refusedPhotosView(wording, refused, retryValue, errorId));
  await look.chat.remove(look.post.message);
  await deps.ads.move(look.adId, ['preparing'], 'refused');
  await eraseAd(deps, look.adId, { keepRequest: true });
}
