/** Hands a finished ad over: its message becomes the result, its files go into the thread. Safe to repeat: what was sent is journaled. */
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { Ad, AdStore, Creative, StepStore } from '../generation/ad.ts';
import { type ContentDeps, readCreative } from '../generation/contents.ts';
import type { NewId } from '../ids.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import { type Address, type ConversationStore, copyPrefix, type Post } from './conversation-store.ts';
import type { MessageRef, MessageView, ShownPicture } from './messages.ts';
import { outgoingFile } from './outgoing-file.ts';
import { postAgain, startAfresh, wasRemoved } from './post-again.ts';
import { journalOf, showPreview } from './show-progress.ts';
import { progressView, resultView, sayingView } from './views/ad-views.ts';
import { wordingIn } from './wording/wording.ts';

export type DeliverDeps = ContentDeps & {
  ads: AdStore;
  steps: StepStore;
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
    await startAfresh(deps, chat, ad.id, known.address.place);
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
  let post = known ?? (await postAgain(deps, chat, { adId: ad.id, address, stage: 'delivering' }));
  post = await withPicture(deps, chat, ad.id, post, creatives);
  const files = creatives.map((creative) => outgoingFile(creative, () => readCreative(deps, creative)));
  const sent = await chat.deliverFiles(post.message, files, journalOf(deps.conversations, ad.id));
  if ((await deps.ads.read(ad.id))?.state !== ad.state) {
    await chat.removeFiles(post.message.workspace, sent);
    return false;
  }
  const view = viewOf(ad, address, creatives, post.picture, post.notes);
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
  await chat.update(post.message, viewOf(ad, address, creatives, post.picture, post.notes), 'final');
}

export type Copying = {
  address: Address;
  /** The request that shares it: of several at once, and after a crash, one puts the files there. */
  by: string;
};

/** A copy of a finished ad where it was asked; goes on where it was after a crash. False: another request shares it. */
export async function deliverCopy(deps: DeliverDeps, chat: ChatAdapter, ad: Ad, { address, by }: Copying): Promise<boolean> {
  if (address.shared && address.sharedBy !== by) return false;
  const creatives = await creativesOf(deps, ad);
  const message = address.shared ?? (await postCopy(deps, chat, ad, { address, by }));
  if (!message) return false;
  const journal = journalOf(deps.conversations, ad.id);
  const files = creatives.map((creative) => {
    const file = outgoingFile(creative, () => readCreative(deps, creative));
    return { ...file, key: `${copyPrefix}${file.key}` };
  });
  const [first] = files;
  const isPicture = first?.mediaType.startsWith('image/');
  const preview = first && isPicture ? { ...first, key: `${copyPrefix}preview` } : null;
  const picture = preview && { picture: await chat.showPicture(message, preview, journal), altText: preview.altText };
  await chat.deliverFiles(message, files, journal);
  await chat.update(message, viewOf(ad, address, creatives, picture, []), 'final');
  return true;
}

async function postCopy(deps: DeliverDeps, chat: ChatAdapter, ad: Ad, { address, by }: Copying): Promise<MessageRef | null> {
  const view = progressView(wordingIn(address.locale), { adId: ad.id, stage: 'delivering', done: 1 }, null);
  const message = await chat.post(address.origin, view, `copy ${by}`);
  if (await deps.conversations.saveShared(ad.id, { message, by })) return message;
  await chat.remove(message);
  return null;
}

function viewOf(ad: Ad, { locale }: Address, creatives: Creative[], picture: ShownPicture | null, notes: string[]): MessageView {
  if (!ad.recipe) throw new AppError('studio-failed', 'A made ad has no recipe.', { retry: 'never' });
  const films = creatives.filter((creative) => creative.mediaType.startsWith('video/')).length;
  const shown = { picture, pictures: creatives.length - films, films, notes };
  return resultView(wordingIn(locale), { ...ad, recipe: ad.recipe }, shown);
}

async function creativesOf(deps: DeliverDeps, ad: Ad): Promise<Creative[]> {
  const creatives = await deps.steps.creatives(ad.id);
  return creatives.sort((a, b) => ad.formats.indexOf(a.format) - ad.formats.indexOf(b.format));
}

async function withPicture(deps: DeliverDeps, chat: ChatAdapter, adId: string, post: Post, creatives: Creative[]): Promise<Post> {
  const first = creatives[0];
  if (post.picture || !first) return post;
  const picture = await showPreview(deps, chat, adId, first.id, post);
  const shown = { ...post, picture };
  await deps.conversations.savePost(adId, shown);
  return shown;
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
