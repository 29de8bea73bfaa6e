/** The port to a chat platform, in two halves: what we ask of it (ChatAdapter) and what it tells us (ChatEvents). */
import type { Bytes } from '../generation/ports.ts';
import type { OutsideSystem } from '../privacy/personal-data.ts';
import type { CommandName } from './commands.ts';
import type { Membership } from './membership.ts';
import type {
  ActionId,
  FieldValue,
  FileRef,
  FormId,
  FormView,
  MessageRef,
  MessageView,
  PersonRef,
  PictureRef,
  Place,
} from './messages.ts';

export type OutgoingFile = {
  key: string;
  name: string;
  title: string;
  mediaType: string;
  altText: string;
  length: number;
  read(): Bytes;
};

/** Remembers, in the database, what was already handed over, so that a crash never posts a file twice. */
export interface FileJournal {
  /** The platform's id stored for this file earlier, or null. */
  find(key: string): Promise<string | null>;
  /** Stores the platform's id BEFORE the bytes are sent; durable on return. */
  remember(key: string, platformId: string): Promise<void>;
}

/** `formFields`: how many fields a form can show at once; a longer form is offered in groups. Bytes are per file. */
export type ChatLimits = { fileBytes: number; filesPerForm: number; formFileBytes: number; formFields: number };

/**
 * `progress`: dropped ("skipped") when it would exceed the platform's rate, or when a `final` edit was made or waits.
 * `step`: waits its turn; progress may follow. `final`: waits its turn; no progress follows.
 */
export type EditKind = 'progress' | 'step' | 'final';

export interface ChatAdapter extends OutsideSystem {
  /** What people are in their workspaces. */
  readonly membership: Membership;
  /** Posts one message. `key`, at most 25 characters: where the platform can, a second post with the same key within minutes is the first one. Rejects with `chat-not-in-channel`, `chat-not-allowed` also where only files could not follow, `chat-channel-gone`, `chat-unavailable`. */
  post(place: Place, message: MessageView, key: string): Promise<MessageRef>;
  /** Edits a message. "gone": somebody removed it. */
  update(ref: MessageRef, message: MessageView, kind: EditKind): Promise<'done' | 'skipped' | 'gone'>;
  /** Removes our message; succeeds when it is already gone. */
  remove(ref: MessageRef): Promise<void>;
  /** Puts files into the thread under `ref` in one go; resumes from the journal. Resolves with the platform's file ids. */
  deliverFiles(ref: MessageRef, files: OutgoingFile[], journal: FileJournal): Promise<string[]>;
  /** Uploads a picture that `MessageView.picture` of this message can show from now on. */
  showPicture(ref: MessageRef, file: OutgoingFile, journal: FileJournal): Promise<PictureRef>;
  /** Removes files that we uploaded; succeeds for those already gone. */
  removeFiles(workspace: string, fileIds: string[]): Promise<void>;
  /** Says something that only this person sees, where they are. */
  tell(person: PersonRef, place: Place, message: MessageView): Promise<void>;
  /** Draws a person's attention to a place, in words that only they see where there are such; false where they do not see that place. */
  pointTo(person: PersonRef, place: Place, message: MessageView): Promise<boolean>;
  /** Where the bot and this person talk alone. Rejects with `chat-direct-closed` where the person does not let it. */
  openDirect(person: PersonRef): Promise<Place>;
  /** What fits into messages there, and into forms; `null`: what fits everywhere. */
  limits(place: Place | null): ChatLimits;
  /** The bytes of a file a person handed over; stops at a bound of the adapter's own. Rejects with `attachment-gone` or `attachment-refused`. */
  fetch(file: FileRef): Promise<Bytes>;
}

/** Why a form is opened. `make-ad` from a command or a message; `edit-text` and `retry` from a button. `value`: the id of the ad or kit. */
export type FormRequest =
  | { form: 'make-ad'; from: 'command' | 'message'; files: FileRef[]; brief: string; person: PersonRef; place: Place }
  | { form: 'make-ad'; from: 'retry' | 'ad'; value: string; person: PersonRef; place: Place }
  | { form: 'make-ad'; from: 'sample'; person: PersonRef; place: Place }
  | { form: 'same-ad-in' | 'ask-approval' | 'request-changes'; value: string; person: PersonRef; place: Place }
  | { form: 'edit-text'; begins?: 'words' | 'rest'; value: string; person: PersonRef; place: Place }
  | { form: 'settings' | 'erase' | 'workspace-rules'; person: PersonRef; place: Place }
  | { form: 'brand-kit'; from: 'new'; person: PersonRef; place: Place }
  | { form: 'brand-kit'; from: 'kit'; begins: 'look' | 'rest'; value: string; person: PersonRef; place: Place }
  | { form: 'brand-kit' | 'product'; from: 'ad'; value: string; person: PersonRef; place: Place };

/** A form is shown at once (`now`); where it needs stored values, `later` brings the full view or says in words why not. */
export type FormAnswer = { now: FormView; later: (() => Promise<FormView | { refused: string }>) | null };

/** `text`: all that was typed behind the command's name. `files`: those handed over with it, where the platform can. */
export type TypedCommand = { name: CommandName; text: string; files: FileRef[]; person: PersonRef; place: Place };

/** Open a form, or answer in words that only the person sees, at once or as soon as they are known. */
export type CommandAnswer =
  | { kind: 'form'; request: FormRequest }
  | { kind: 'words'; message: MessageView }
  | { kind: 'later'; message: () => Promise<MessageView> };

export type Submission = {
  /** The same for every redelivery of the same submission. */
  deliveryId: string;
  form: FormId;
  context: string;
  person: PersonRef;
  values: Record<string, FieldValue>;
};

export type Press = {
  deliveryId: string;
  action: ActionId;
  value: string;
  person: PersonRef;
  /** The message that carries the button; null for a private one. */
  message: MessageRef | null;
  place: Place;
};

/** `taken`: stored durably, acknowledge. `fields`: words per field, the form stays open. `refused`: words, nothing was started. */
export type Taken = { kind: 'taken' } | { kind: 'fields'; errors: Record<string, string> } | { kind: 'refused'; words: string };

/** What a platform tells the core. Each call answers within 2 s and never throws. */
export interface ChatEvents {
  /** What a typed command means. Reads no store. */
  command(typed: TypedCommand): CommandAnswer;
  /** Reads no store before returning. */
  form(request: FormRequest): FormAnswer;
  /** The form that a button opens, or null when pressing it is a deed by itself (`press`). */
  formOf(press: Press): FormRequest | null;
  submit(submission: Submission): Promise<Taken>;
  press(press: Press): Promise<Taken>;
  /** What the bot's own page shows to this person, where the platform has such a page; may take longer, and rejects where the stores do not answer. */
  home?(person: PersonRef): Promise<MessageView>;
  /** The bot came to a workspace that did not have it, brought by this person or owned by them. May be told several times, and takes as long as storing it takes. */
  joined?(person: PersonRef): Promise<void>;
  /** The bot was removed from a workspace. May be told several times, also for one that is not known. */
  left?(workspace: { platform: string; workspace: string }): Promise<void>;
}
