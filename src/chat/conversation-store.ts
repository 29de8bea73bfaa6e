/** Port to what the chat remembers of an ad: where its answer goes, the message that shows it, the files that were sent. Sealed under the ad's key. */
import type { Locale } from './locale.ts';
import type { MessageRef, PersonRef, Place, ShownPicture } from './messages.ts';

/**
 * Where the answer goes, to whom and in which language, and when it was asked (for the one notice after a long wait).
 * `origin`: where it was asked; another place than `place` when only the person is to see it.
 * `audience`: `me` where the person chose to see it alone, also when they asked for it in their direct messages.
 * `shared`: the copy in the channel of an ad that only the person saw; `sharedBy`: the request that put it there.
 * `earlier`: messages from before it was shown elsewhere.
 */
export type Address = {
  place: Place;
  origin: Place;
  person: PersonRef;
  locale: Locale;
  askedAt: number;
  audience?: 'me' | undefined;
  shared: MessageRef | null;
  sharedBy?: string | undefined;
  earlier: MessageRef[];
};

export type Post = {
  message: MessageRef;
  picture: ShownPicture | null;
  /** The person was told once that the ad is ready, after a long wait. */
  told: boolean;
  /** Things to say with the result that only this moment knew, e.g. warnings about the photo. */
  notes: string[];
  /** The picture of the ideas last drawn, and whether the message shows them to choose from. */
  ideas?: { picture: ShownPicture; areShown: boolean } | undefined;
};

/** Messages that ask for approval are in the journal of sent files, as JSON, so that erasing finds them. */
export const askedPrefix = 'approval ';
/** Files that somebody had sent to themselves: they stay theirs wherever the ad is shown. */
export const packPrefix = 'pack ';
/** The messages above such files, as JSON. */
export const packMessagePrefix = `${packPrefix}message `;
/** Whether an entry of the journal is a message instead of a file. */
export const isMessageKey = (key: string): boolean => key.startsWith(askedPrefix) || key.startsWith(packMessagePrefix);
/** Files of a copy in another place. */
export const copyPrefix = 'shared ';
/** Files of messages that the ad had before. */
export const earlierPrefix = 'earlier ';
/** To which of the earlier messages a file belongs, counted from 0; null: to none. */
export function earlierFile(key: string): number | null {
  const [, place] = /^earlier (\d+) /u.exec(key) ?? [];
  return place === undefined ? null : Number(place) - 1;
}
/** Whether a file hangs on the ad's present message. */
export const isOfMessage = (key: string): boolean =>
  ![askedPrefix, packPrefix, copyPrefix, earlierPrefix].some((prefix) => key.startsWith(prefix));

export interface ConversationStore {
  /** Nothing in it tells any more who asked for it, nor who was asked to approve it. */
  forgetAsker(adId: string): Promise<void>;
  /** Null for an ad made from a shell, or one that is gone. */
  read(adId: string): Promise<{ address: Address; post: Post | null } | null>;
  /** False where another request has shared it first; null: it is not shared any more. */
  saveShared(adId: string, shared: { message: MessageRef; by: string } | null): Promise<boolean>;
  savePost(adId: string, post: Post): Promise<void>;
  /** Another message in the place of this one; false where it was replaced already. */
  replacePost(adId: string, before: MessageRef, post: Post): Promise<boolean>;
  findFile(adId: string, key: string): Promise<string | null>;
  rememberFile(adId: string, key: string, fileId: string): Promise<void>;
  /** All files sent for this ad: what they are, and the platform's ids. */
  files(adId: string): Promise<{ key: string; id: string }[]>;
  forgetFiles(adId: string, keys: readonly string[]): Promise<void>;
  /** From now on the answer goes elsewhere: the message becomes an earlier one, and every file is sent anew. */
  moveTo(adId: string, place: Place): Promise<void>;
}
