/** Looks at the photos that came with a request, and sends the ad on its way, or says why they cannot be used. */

import type { StepStore } from '../generation/ad.ts';
import { briefLimits } from '../generation/brief.ts';
import { once } from '../generation/contents.ts';
import { type CopyDeps, copyPhotos } from '../generation/copy-photos.ts';
import { eraseAd } from '../generation/erase-ad.ts';
import { type PhotoReport, type PhotoSource, type PrepareDeps, preparePhotos } from '../generation/prepare-photos.ts';
import type { Logger } from '../log.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import type { ConversationStore, Post } from './conversation-store.ts';
import { type EnqueueDeps, enqueue } from './enqueue.ts';
import type { Locale } from './locale.ts';
import type { FileRef, PersonRef, Place } from './messages.ts';
import { refusedPhotosView } from './views/ad-views.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

export type LookDeps = PrepareDeps &
  CopyDeps &
  EnqueueDeps & {
    steps: StepStore;
    conversations: ConversationStore;
    /** The photo that the project made itself. */
    samplePhoto(): Uint8Array;
    log: Logger;
  };

export type Look = {
  chat: ChatAdapter;
  adId: string;
  intakeId: string;
  ownerId: string;
  request: {
    files: FileRef[];
    person: PersonRef;
    place: Place;
    locale: Locale;
    keepPhotos: boolean;
    copyOf?: string | undefined;
    sample?: boolean | undefined;
  };
  post: Post;
  notes: string[];
  /** Three ideas first, instead of all files at once. */
  proposes: boolean;
  /** How many photos the ad has already, of a saved product; those of the request come after them. */
  photosBefore: number;
};

export async function lookAtPhotos(deps: LookDeps, look: Look, signal: AbortSignal): Promise<'done' | 'refused'> {
  const { copyOf } = look.request;
  const sources = sourcesOf(deps, look);
  const ad = { id: look.adId, ownerId: look.ownerId, keepPhotos: look.request.keepPhotos };
  const reports = await preparePhotos(deps, ad, sources, signal);
  if (reports.some((report) => !report.outcome.ok)) {
    await refuse(deps, look, reports);
    return 'refused';
  }
  if (copyOf !== undefined) {
    const first = look.photosBefore + sources.length;
    await copyPhotos(deps, copyOf, { ...ad, first, most: briefLimits.photos - first });
  }
  // Cancelled while the photos were looked at: whoever cancelled has already taken everything back.
  if ((await deps.ads.read(look.adId))?.state !== 'preparing') return 'done';
  const warnings = new Set(reports.flatMap((report) => (report.outcome.ok ? report.outcome.warnings : [])));
  const notes = [...[...warnings].map((warning) => wordingIn(look.request.locale).photoWarning(warning)), ...look.notes];
  await deps.conversations.savePost(look.adId, { ...look.post, notes });
  await (look.proposes ? askForIdeas(deps, look.adId) : enqueue(deps, look.adId));
  return 'done';
}

function sourcesOf(deps: LookDeps, { chat, photosBefore, request }: Look): PhotoSource[] {
  const handed = request.files.map((file) => ({ name: file.name, open: () => chat.fetch(file) }));
  const own = request.sample ? [{ name: 'sample', open: async () => once(deps.samplePhoto()) }] : [];
  return [...handed, ...own].map((source, index) => ({ ...source, position: photosBefore + index }));
}

async function askForIdeas(deps: LookDeps, adId: string): Promise<void> {
  await deps.ads.move(adId, ['preparing'], 'proposing');
  await deps.queue.ring('propose', adId);
  await deps.report({ adId, stage: 'ideas', done: 0 });
}

async function refuse(deps: LookDeps, look: Look, reports: PhotoReport[]): Promise<void> {
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
