/** Hands a finished ad over: its message becomes the result, its files go into the thread. Safe to repeat: what was sent is journaled. */
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { Ad, AdStore, Creative, PhotoStore, StepStore } from '../generation/ad.ts';
import { heroFirst } from '../generation/plan.ts';
import type { NewId } from '../ids.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import {
  type Address,
  type ConversationStore,
  copyPrefix,
  type Post,
  packMessagePrefix,
  packPrefix,
} from './conversation-store.ts';
import { type FitDeps, type FittedFiles, fitFiles, fitNotes } from './fit-files.ts';
import type { MessageRef, MessageView, Place, ShownPicture } from './messages.ts';
import { postAgain, startAfresh, wasRemoved } from './post-again.ts';
import { postOnce } from './post-once.ts';
import { journalOf, showFile } from './show-progress.ts';
import { type StorageDeps, storageOf } from './storage.ts';
import { progressView, resultView, sayingView } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

export type DeliverDeps = FitDeps &
  StorageDeps & {
    ads: AdStore;
    steps: StepStore;
    photos: Pick<PhotoStore, 'ofAd'>;
    conversations: ConversationStore;
    clock: Clock;
    newId: NewId;
  };

/** After a wait this long the person gets one notice; shorter ones end with the edited message alone (design, section 8). */
const longWaitMs = 30_000;

type Delivery = { address: Address; post: Post | null };

/** A message that somebody removes is followed by another one; whoever removes so many wants none. */
const mostMessages = 3;

/** False when the ad was cancelled or erased meanwhile: then nothing of it stays. */
export async function deliverAd(deps: DeliverDeps, chat: ChatAdapter, ad: Ad, known: Delivery): Promise<boolean> {
  let delivery = known;
  for (let left = mostMessages; ; left -= 1) {
    const outcome = await deliverTo(deps, chat, ad, delivery).catch(async (error: unknown) => {
      if (left > 1 && (await wasRemoved(deps, chat, { adId: ad.id, stage: 'delivering', error })))
        return 'message-removed' as const;
      throw error;
    });
    if (outcome !== 'message-removed') return outcome;
    if (left === 1) throw new AppError('chat-channel-gone', 'The message of an ad is removed every time.', { retry: 'never' });
    await startAfresh(deps, chat, { adId: ad.id, address: delivery.address, stage: 'delivering' });
    const now = await deps.conversations.read(ad.id);
    if (!now) return false;
    delivery = now;
  }
}

async function deliverTo(
  deps: DeliverDeps,
  chat: ChatAdapter,
  ad: Ad,
  { address, post: known }: Delivery,
): Promise<boolean | 'message-removed'> {
  const creatives = await creativesOf(deps, ad);
  const { fileBytes } = chat.limits(address.place);
  const fitted = await fitFiles(deps, creatives, fileBytes);
  let post = known ?? (await postAgain(deps, chat, { adId: ad.id, address, stage: 'delivering' }));
  post = await withPicture(deps, chat, ad.id, post, fitted);
  post = await withNotes(deps, ad.id, post, fitNotes(wordingIn(address.locale), fitted, fileBytes));
  const files = fitted.files.map(({ file }) => file);
  const sent = await chat.deliverFiles(post.message, files, journalOf(deps.conversations, ad.id));
  if ((await deps.ads.read(ad.id))?.state !== ad.state) {
    await chat.removeFiles(post.message.workspace, sent);
    return false;
  }
  const view = await viewOf(deps, ad, address, creatives, post);
  if ((await chat.update(post.message, view, 'final')) === 'gone') return 'message-removed';
  await tellAfterLongWait(deps, chat, ad.id, post, address);
  return true;
}

/** Shows a finished ad's message once more, as it is now; files and place stay. */
export async function showResult(
  deps: DeliverDeps,
  chat: ChatAdapter,
  ad: Ad,
  { address, post }: { address: Address; post: Post | null },
): Promise<void> {
  if (!post) return;
  const creatives = await creativesOf(deps, ad);
  await chat.update(post.message, await viewOf(deps, ad, address, creatives, post), 'final');
}

export type Copying = {
  address: Address;
  /** The request that shares it: of several at once, and after a crash, one puts the files there. */
  by: string;
};

/** A copy of a finished ad where it was asked; goes on where it was after a crash. False: another request shares it. */
export async function deliverCopy(deps: DeliverDeps, chat: ChatAdapter, ad: Ad, { address, by }: Copying): Promise<boolean> {
  if (address.shared && address.sharedBy !== by) return false;
  const message = address.shared ?? (await postCopy(deps, chat, ad, { address, by }));
  if (!message) return false;
  await fillCopy(deps, chat, ad, { address, message, prefix: copyPrefix });
  return true;
}

/** The picture of an ad, for another message about it; null: it has none that fits there. `key`: in the journal. */
export async function showPreview(
  deps: DeliverDeps,
  chat: ChatAdapter,
  ad: Ad,
  { message, key }: { message: MessageRef; key: string },
): Promise<ShownPicture | null> {
  const first = (await creativesOf(deps, ad)).find(({ mediaType }) => mediaType.startsWith('image/'));
  const [fitted] = (await fitFiles(deps, first ? [first] : [], chat.limits(message).fileBytes)).files;
  if (!fitted) return null;
  const picture = await chat.showPicture(message, { ...fitted.file, key }, journalOf(deps.conversations, ad.id));
  return { picture, altText: fitted.file.altText };
}

/** A copy of what stands in a channel, to the person alone: what the channel sees stays. */
export async function deliverOwnCopy(
  deps: DeliverDeps,
  chat: ChatAdapter,
  ad: Ad,
  { address, by, place }: Copying & { place: Place },
): Promise<void> {
  const view = progressView(wordingIn(address.locale), { adId: ad.id, stage: 'delivering', done: 1 }, null);
  const key = `${packMessagePrefix}${by}`;
  const message = await postOnce(deps.conversations, chat, { adId: ad.id, key, place, message: view });
  await fillCopy(deps, chat, ad, { address, message, prefix: `${packPrefix}${by} ` });
}

type Filling = { address: Address; message: MessageRef /** Of the files' keys in the journal. */; prefix: string };

async function fillCopy(deps: DeliverDeps, chat: ChatAdapter, ad: Ad, { address, message, prefix }: Filling): Promise<void> {
  const creatives = await creativesOf(deps, ad);
  const { fileBytes } = chat.limits(message);
  const fitted = await fitFiles(deps, creatives, fileBytes);
  const journal = journalOf(deps.conversations, ad.id);
  const files = fitted.files.map(({ file }) => ({ ...file, key: `${prefix}${file.key}` }));
  const [first] = files;
  const isPicture = first?.mediaType.startsWith('image/');
  const preview = first && isPicture ? { ...first, key: `${prefix}preview` } : null;
  const picture = preview && { picture: await chat.showPicture(message, preview, journal), altText: preview.altText };
  await chat.deliverFiles(message, files, journal);
  const notes = fitNotes(wordingIn(address.locale), fitted, fileBytes);
  await chat.update(message, await viewOf(deps, ad, address, creatives, { picture, notes }), 'final');
}

async function postCopy(deps: DeliverDeps, chat: ChatAdapter, ad: Ad, { address, by }: Copying): Promise<MessageRef | null> {
  const view = progressView(wordingIn(address.locale), { adId: ad.id, stage: 'delivering', done: 1 }, null);
  const message = await chat.post(address.origin, view, `copy ${by}`);
  if (await deps.conversations.saveShared(ad.id, { message, by })) return message;
  await chat.remove(message);
  return null;
}

type Said = { picture: ShownPicture | null; notes: string[] };

async function viewOf(
  deps: StorageDeps & Pick<DeliverDeps, 'photos'>,
  ad: Ad,
  { locale, origin }: Address,
  creatives: Creative[],
  { picture, notes }: Said,
): Promise<MessageView> {
  if (!ad.recipe) throw new AppError('studio-failed', 'A made ad has no recipe.', { retry: 'never' });
  const films = creatives.filter((creative) => creative.mediaType.startsWith('video/')).length;
  const storage = await storageOf(deps, origin);
  const canCutOut = ad.recipe.route === 'framed' && heroFirst(await deps.photos.ofAd(ad.id))[0]?.hasCutout === true;
  const shown = { picture, pictures: creatives.length - films, films, notes, storage, canCutOut };
  return resultView(wordingIn(locale), { ...ad, recipe: ad.recipe }, shown);
}

async function creativesOf(deps: DeliverDeps, ad: Ad): Promise<Creative[]> {
  const creatives = await deps.steps.creatives(ad.id);
  return creatives.sort((a, b) => ad.formats.indexOf(a.format) - ad.formats.indexOf(b.format));
}

async function withPicture(
  deps: DeliverDeps,
  chat: ChatAdapter,
  adId: string,
  post: Post,
  { files }: FittedFiles,
): Promise<Post> {
  const [first] = files;
  if (post.picture || !first?.file.mediaType.startsWith('image/')) return post;
  const shown = { ...post, picture: await showFile(deps, chat, adId, first.file, post) };
  await deps.conversations.savePost(adId, shown);
  return shown;
}

/** Kept with the message, which says them as long as it stands. */
async function withNotes(deps: DeliverDeps, adId: string, post: Post, notes: string[]): Promise<Post> {
  const more = notes.filter((note) => !post.notes.includes(note));
  if (more.length === 0) return post;
  const noted = { ...post, notes: [...post.notes, ...more] };
  await deps.conversations.savePost(adId, noted);
  return noted;
}

async function tellAfterLongWait(
  deps: DeliverDeps,
  chat: ChatAdapter,
  adId: string,
  post: Post,
  address: Address,
): Promise<void> {
  if (post.told || deps.clock.now() - address.askedAt < longWaitMs) return;
  const words = wordingIn(address.locale);
  await deps.conversations.savePost(adId, { ...post, told: true });
  await chat.tell(address.person, address.place, {
    ...sayingView(words.ready),
    lines: [{ spans: [{ person: address.person.person }, ` ${words.ready}`] }],
  });
}
