/** What a message or a form shows, the same for every platform. Adapters turn these into the platform's own blocks and escape every text. */

/** A piece of a line. Plain strings are shown literally: no mark-up, no mentions, no links. */
/** `link`: an address that can be followed, with its words. */
export type Span = string | { bold: string } | { person: string } | { link: string; words: string };
/** `fine`: small, secondary print. `copyable`: to be copied as it is, in one touch where the platform can. */
export type Line = { spans: Span[]; fine?: boolean; copyable?: boolean };

/** The buttons that ads and lists can carry. `value` of a button is the id the action is about. */
export const actionIds = [
  'make-ad',
  'open-settings',
  'use-proposal',
  'other-ideas',
  'another-look',
  'edit-text',
  'edit-rest',
  'whole-photo',
  'cut-out',
  'same-ad-in',
  'ask-approval',
  'approve',
  'request-changes',
  'make-video',
  'get-files',
  'more',
  'share',
  'take-back',
  'show-ad',
  'delete-ad',
  'cancel-ad',
  'retry',
  'new-kit',
  'edit-kit',
  'edit-kit-rest',
  'use-kit',
  'use-usual-kit',
  'delete-kit',
  'save-brand',
  'save-product',
  'delete-product',
  'export-data',
  'give-consent',
  'withdraw-consent',
  'join-identities',
  'confirm-request',
  'deny-request',
  'make-own',
  'sample-ad',
  'workspace-rules',
] as const;
export type ActionId = (typeof actionIds)[number];

export type Button = {
  action: ActionId;
  /** Opaque; at most 100 characters. */
  value: string;
  label: string;
  style?: 'primary' | 'danger';
  /** Asks before doing. */
  confirm?: { title: string; text: string; yes: string; no: string };
};

/** A picture already handed to the platform by `showPicture`, and its words for people who cannot see it. */
export type ShownPicture = { picture: PictureRef; altText: string };

export type MessageView = {
  /** Spoken by notifications and screen readers; also the fallback where nothing else can be shown. */
  summary: string;
  lines: Line[];
  picture?: ShownPicture;
  buttons: Button[];
};

/** The platform's handle on an uploaded picture; JSON, survives a restart. */
export type PictureRef = { platform: string; id: string };
/** The platform's handle on a posted message; JSON, survives a restart. */
export type MessageRef = { platform: string; workspace: string; channel: string; message: string; thread: string | null };
/** A person as the platform knows them. `locale`: the language tag the platform told with this very event; never stored. */
export type PersonRef = { platform: string; workspace: string; person: string; locale?: string };
/** Where an answer goes: a channel, or a thread in it. */
export type Place = { platform: string; workspace: string; channel: string; thread: string | null };
/** A file of the platform by its id, never its link; name and size as the platform told them, not to be trusted. */
export type FileRef = { platform: string; workspace: string; file: string; name: string; bytes: number };

export const formIds = [
  'make-ad',
  'edit-text',
  'same-ad-in',
  'ask-approval',
  'request-changes',
  'settings',
  'brand-kit',
  'product',
  'erase',
  'workspace-rules',
] as const;
export type FormId = (typeof formIds)[number];

type FieldBase = { id: string; label: string; hint?: string; optional?: boolean };
export type Field =
  | (FieldBase & { kind: 'files'; most: number; types: readonly string[] })
  | (FieldBase & { kind: 'text'; lines: 'one' | 'many'; most: number; initial?: string; placeholder?: string })
  | (FieldBase & { kind: 'choice'; options: readonly { id: string; label: string }[]; initial?: string })
  | (FieldBase & { kind: 'choices'; options: readonly { id: string; label: string }[]; initial?: readonly string[] })
  | (FieldBase & { kind: 'person'; initial?: string })
  /** People, and roles where the platform has them; their values are made and read by `namedPerson` and the like. */
  | (FieldBase & { kind: 'people'; roles: boolean; initial?: readonly string[] })
  /** Channels by the platform's own ids. */
  | (FieldBase & { kind: 'channels'; initial?: readonly string[] })
  | { id: string; kind: 'note'; text: string };

/** `context` comes back with the submission: opaque, at most 2,900 characters; nothing of a person in it but the names of their own files. */
export type FormView = { form: FormId; title: string; submit: string; cancel: string; context: string; fields: Field[] };

export type FieldValue = string | string[] | FileRef[];
