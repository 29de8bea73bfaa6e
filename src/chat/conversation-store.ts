/** Port to what the chat remembers of an ad: where its answer goes, the message that shows it, the files that were sent. Sealed under the ad's key. */
import type { Locale } from './locale.ts';
import type { MessageRef, PersonRef, Place, ShownPicture } from './messages.ts';

/** Where the answer goes, to whom and in which language, and when it was asked (for the one notice after a long wait). */
export type Address = { place: Place; person: PersonRef; locale: Locale; askedAt: number };

export type Post = {
  message: MessageRef;
  picture: ShownPicture | null;
  /** The person was told once that the ad is ready, after a long wait. */
  told: boolean;
  /** Things to say with the result that only this moment knew, e.g. warnings about the photo. */
  notes: string[];
};

export interface ConversationStore {
  /** Null for an ad made from a shell, or one that is gone. */
  read(adId: string): Promise<{ address: Address; post: Post | null } | null>;
  savePost(adId: string, post: Post): Promise<void>;
  findFile(adId: string, key: string): Promise<string | null>;
  rememberFile(adId: string, key: string, fileId: string): Promise<void>;
  /** The platform's ids of all files sent for this ad. */
  files(adId: string): Promise<string[]>;
}
