/** An advertisement as the core sees it: states, problems, and the ports to where it is kept. */
import { z } from 'zod';
import type { Approval } from './approval.ts';
import type { Brief } from './brief.ts';
import type { Turn, Waiting } from './fair-turns.ts';
import type { FormatId } from './formats.ts';
import type { PhotoFacts } from './photo.ts';
import { type LookId, type Recipe, recipeSchema } from './recipe.ts';

/**
 * preparing (photos are looked at) → proposing (three ideas are drawn) → choosing (the person picks one) → queued → drawing
 * → made (files stored) → delivered. Who wants everything at once goes from preparing straight to queued.
 * A delivered ad that is shown anew elsewhere is showing until it stands there, then delivered again.
 * Ends early as refused (the input could not be used), failed, or cancelled. Erasing goes to nothing.
 */
export const adStates = [
  'preparing',
  'proposing',
  'choosing',
  'queued',
  'drawing',
  'made',
  'delivered',
  'showing',
  'refused',
  'failed',
  'cancelled',
  'erasing',
] as const;
export type AdState = (typeof adStates)[number];

/** States in which the ad can still be cancelled. */
export const openStates = [
  'preparing',
  'proposing',
  'choosing',
  'queued',
  'drawing',
  'made',
] as const satisfies readonly AdState[];

export type AdProblem =
  | 'drawing-failed'
  | 'took-too-long'
  | 'too-much-memory'
  | 'disk-full'
  | 'delivery-failed'
  | 'not-in-channel'
  | 'not-allowed'
  | 'channel-gone'
  | 'photo-gone';

/** `round`: 1 for the first ideas, one more with every "Other ideas". */
export const proposalsSchema = z.object({ round: z.number().int(), recipes: z.array(recipeSchema) });
export type Proposals = z.infer<typeof proposalsSchema>;

export type Ad = {
  id: string;
  intakeId: string | null;
  ownerId: string;
  rootId: string;
  version: number;
  state: AdState;
  failures: number;
  formats: FormatId[];
  brief: Brief;
  recipe: Recipe | null;
  /** What was last proposed to choose from; null where nothing was. */
  proposals: Proposals | null;
  approval: Approval | null;
  photoIds: string[];
  problem: AdProblem | null;
  errorId: string | null;
  /** Made in a chat, which gets the answer; false for an ad made from a shell. */
  hasPlace: boolean;
  createdAt: number;
};

export type NewAd = {
  id: string;
  ownerId: string;
  rootId: string;
  /** The request that asked for it; a second ad for the same request is never made. */
  intakeId: string | null;
  /** Names a change of another version that makes sense once; a second ad with the same root and change is never made. */
  change: string | null;
  state: 'preparing' | 'queued';
  formats: FormatId[];
  brief: Brief;
  /** Given for a new version of an ad, whose words or look were chosen. */
  recipe: Recipe | null;
  photoIds: string[];
  /** The chat's return address, opaque here; null for an ad made from a shell. */
  place: unknown;
  /** The channel it was asked in; stored as a hash, for finding the ads of one channel. */
  channel: string | null;
};

/** The rows of ads. Every method rejects with `database-unavailable`, and with `key-erased` for an ad whose key is gone. */
export interface AdStore {
  /** Stores a new ad with the next version of its root; resolves with its id, or with that of the ad which this intake, or the same change, already made. */
  create(ad: NewAd): Promise<string>;
  read(id: string): Promise<Ad | null>;
  /** The looks of all versions of this root that have one, oldest first. */
  looksOf(rootId: string): Promise<LookId[]>;
  /** The ad that this request already made, or null. */
  ofIntake(intakeId: string): Promise<string | null>;
  /** Changes the state if it is one of `from`; false when it was not. */
  move(
    id: string,
    from: readonly AdState[],
    to: AdState,
    note?: { problem?: AdProblem; errorId?: string; runner?: string; failures?: 0 },
  ): Promise<boolean>;
  /** Keeps what is proposed and lets the person choose; false when the ad is not `proposing` any more. */
  propose(id: string, proposals: Proposals): Promise<boolean>;
  /** Takes the chosen recipe and queues the ad; false when it is not `choosing` any more. */
  choose(id: string, recipe: Recipe): Promise<boolean>;
  /** All versions of the ad that this is a version of, oldest first. */
  versions(id: string): Promise<string[]>;
  /** Makes it another owner's; its key must be wrapped by theirs already. */
  giveTo(id: string, ownerId: string): Promise<void>;
  /** Null: nobody is asked any more. */
  saveApproval(id: string, approval: Approval | null): Promise<void>;
  /** Counts an orderly failure; resolves with the count. */
  countFailure(id: string): Promise<number>;
  /** The owner's ads, newest first, those whose key is gone left out; `channel`: only those asked for there. */
  ofOwner(ownerId: string, options: { channel: string | null; most: number }): Promise<Ad[]>;
  /** What waits to be drawn, at most 1,000, and what is being drawn. */
  turns(): Promise<{ waiting: Waiting[]; drawing: (Turn & { formats: FormatId[] })[] }>;
  /** How many of this owner's ads are under way. */
  countOpen(ownerId: string): Promise<number>;
  /** Ids in these states, oldest first; created before `before` and after `after` when given. Those whose owner is being erased go with their owner, and are left out. */
  list(states: readonly AdState[], options?: { before?: number; after?: number; most?: number }): Promise<string[]>;
  /** Removes the row and all that hangs on it. Unless `keepRequest`, the request that asked for it is forgotten and never carried out again. */
  remove(id: string, options: { keepRequest: boolean }): Promise<void>;
  /** Ids of ads made from a shell before `before`. */
  withoutPlace(before: number): Promise<string[]>;
}

export type Creative = {
  id: string;
  adId: string;
  format: FormatId;
  mediaType: string;
  width: number;
  height: number;
  bytes: number;
  altText: string;
};

/** The persisted steps of an ad: a step that is done never starts again, and a runner that was replaced writes nothing. */
export interface StepStore {
  /** `go`: it is yours. `done`: skip it. `lost`: another runner has the ad, or it was cancelled. */
  start(adId: string, runner: string, step: string): Promise<'go' | 'done' | 'lost'>;
  /** Records the step with what it made, in one transaction; false when another runner has the ad, or it was cancelled. */
  finish(adId: string, runner: string, step: string, made: { recipe?: Recipe; creative?: Creative }): Promise<boolean>;
  creatives(adId: string): Promise<Creative[]>;
  /** Their ids alone, which can be told even when the ad's key is gone. */
  creativeIds(adId: string): Promise<string[]>;
}

/** `bytes`: of the stored photo with what was cut out of it. */
export type Photo = {
  id: string;
  ownerId: string;
  position: number;
  keep: boolean;
  hasCutout: boolean;
  bytes: number;
  facts: PhotoFacts;
};

/** The rows of photos, apart from the ads made of them. */
export interface PhotoStore {
  /** Stores the photo and hangs it on the ad at its position. */
  add(photo: Photo, adId: string): Promise<void>;
  /** The photos of an ad in their order; those that were forgotten are left out. */
  ofAd(adId: string): Promise<Photo[]>;
  /** The same without opening anything: also rows whose key is already gone. */
  idsOfAd(adId: string): Promise<{ id: string; keep: boolean }[]>;
  /** Whether a saved product hangs on the photo, or another ad than this one; with `openOnly`, only one that is not finished yet. */
  isUsedElsewhere(id: string, adId: string, options: { openOnly: boolean }): Promise<boolean>;
  /** Makes it another owner's; its key must be wrapped by theirs already. */
  giveTo(id: string, ownerId: string): Promise<void>;
  /** Photos that no ad and no product hangs on any more, and those not to be kept, stored before `before`, that no unfinished ad needs. */
  overdue(before: number): Promise<string[]>;
  remove(id: string): Promise<void>;
}

/** Records that are sealed under a key of their own, by what their keys are called. */
export type RecordKind = 'owner' | 'ad' | 'photo' | 'product' | 'kit' | 'token' | 'obligation' | 'request';

/** What people correct: sealed under a key per value, which goes with every change. */
export type ValueKind = 'credentials' | 'kit-facts';

/** Which records need a key of their own: for finding those whose key is gone. */
export interface SealedIndex {
  ids(kind: RecordKind): Promise<string[]>;
  /** The revisions that name the keys of values. */
  revisions(): Promise<string[]>;
  /** Removes the credentials, or the kit, that stand under this revision; null where they were changed meanwhile. */
  removeValue(revision: string): Promise<ValueKind | null>;
  /** The token of a workspace, by its own id. */
  removeToken(id: string): Promise<void>;
}

/** Which records there are, without opening any: for finding what a crash left behind. */
export interface RecordIndex {
  hasAd(id: string): Promise<boolean>;
  hasPhoto(id: string): Promise<boolean>;
  hasCreative(id: string): Promise<boolean>;
  hasKit(id: string): Promise<boolean>;
  /** Whether the kit is there and has a logo. */
  hasLogo(kitId: string): Promise<boolean>;
  hasProduct(id: string): Promise<boolean>;
  /** Something that was corrected, or may be, under this revision. */
  hasValue(revision: string): Promise<boolean>;
  /** A request of a person about their own data that is not done yet. */
  hasOpenRequest(id: string): Promise<boolean>;
  /** How many of these, by id, are there. */
  count(things: Readonly<Record<'ads' | 'photos' | 'products' | 'creatives', readonly string[]>>): Promise<number>;
}
