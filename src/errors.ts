/** What can go wrong outside the pure code. Messages are for the log and carry no personal data; words for people are made in `chat/wording/`. */

export type ErrorCode =
  | 'database-unavailable'
  | 'queue-unavailable'
  | 'media-store-unavailable'
  | 'key-store-unavailable'
  | 'disk-full'
  | 'key-erased'
  | 'master-key-unknown'
  | 'sealed-value-damaged'
  | 'media-damaged'
  | 'sandbox-unavailable'
  | 'sandbox-timeout'
  | 'sandbox-out-of-memory'
  | 'sandbox-result-too-big'
  | 'sandbox-crashed'
  | 'studio-failed'
  | 'cancelled'
  | 'chat-unavailable'
  | 'chat-not-in-channel'
  | 'chat-not-allowed'
  | 'chat-channel-gone'
  | 'chat-direct-closed'
  | 'chat-refused'
  | 'attachment-gone'
  | 'attachment-refused'
  | 'too-late'
  | 'mail-unavailable';

/** What the bot needs leave for in a channel that it sees. */
export type Permission = 'post' | 'post-in-threads' | 'attach-files' | 'read-history';

/** `later`: the same deed may succeed when tried again; `never`: it will not. */
export type Retry = 'later' | 'never';

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retry: Retry;
  /** What is missing, with `chat-not-allowed`; empty where it is not known. */
  readonly lacks: readonly Permission[];

  constructor(code: ErrorCode, message: string, options: { retry: Retry; cause?: unknown; lacks?: readonly Permission[] }) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.retry = options.retry;
    this.lacks = options.lacks ?? [];
  }
}

const away: ReadonlySet<ErrorCode> = new Set([
  'chat-unavailable',
  'database-unavailable',
  'key-store-unavailable',
  'master-key-unknown',
  'media-store-unavailable',
  'queue-unavailable',
  'sandbox-unavailable',
] as const);

/** Whether something is only away, and the deed itself has not failed. */
export const isAway = (error: unknown): boolean => error instanceof AppError && error.retry === 'later' && away.has(error.code);

/** The code that an error carries, such as the system's ENOENT; undefined when it has none. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

/** What pure code answers: a value, or one problem of a closed set. */
export type Outcome<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** Proof to the compiler that a `switch` names every case. */
export function neverHere(value: never): never {
  throw new Error(`A case is missing: ${String(value)}`);
}
