/** How the loopback Discord says no: an HTTP status, and Discord's own code and words. Codes: Discord's opcodes-and-status-codes page. */

type Problem = { path: PropertyKey[]; message: string };

const statuses = {
  0: 404,
  10003: 404,
  10004: 404,
  10007: 404,
  10008: 404,
  10013: 404,
  10015: 404,
  10062: 404,
  10063: 404,
  30046: 429,
  40005: 413,
  40060: 400,
  50001: 403,
  50005: 403,
  50006: 400,
  50007: 403,
  50013: 403,
  50025: 401,
  50027: 401,
  50035: 400,
  50083: 400,
  160004: 400,
} as const;

const words: Readonly<Record<RefusalCode, string>> = {
  0: '404: Not Found',
  10003: 'Unknown Channel',
  10004: 'Unknown Guild',
  10007: 'Unknown Member',
  10008: 'Unknown Message',
  10013: 'Unknown User',
  10015: 'Unknown Webhook',
  10062: 'Unknown interaction',
  10063: 'Unknown application command',
  30046: 'Maximum number of edits to messages older than 1 hour reached. Try again later.',
  40005: 'Request entity too large',
  40060: 'Interaction has already been acknowledged.',
  50001: 'Missing Access',
  50005: 'Cannot edit a message authored by another user',
  50006: 'Cannot send an empty message',
  50007: 'Cannot send messages to this user',
  50013: 'Missing Permissions',
  50025: 'Invalid OAuth2 access token',
  50027: 'Invalid Webhook Token',
  50035: 'Invalid Form Body',
  50083: 'Thread is archived',
  160004: 'A thread has already been created for this message',
};

export type RefusalCode = keyof typeof statuses;

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly problems: readonly Problem[];
  /** Seconds to wait, where the refusal is a limit. */
  readonly retryAfter: number | null;

  constructor(
    code: RefusalCode,
    { problems = [], retryAfter = null }: { problems?: Problem[]; retryAfter?: number | null } = {},
  ) {
    super(words[code]);
    this.name = 'Refusal';
    this.code = code;
    this.status = statuses[code];
    this.problems = problems;
    this.retryAfter = retryAfter;
  }

  /** The body of the answer; problems hang at the field they are about, as Discord writes them. */
  told(): Record<string, unknown> {
    const errors: Record<string, unknown> = {};
    for (const { path, message } of this.problems) {
      let node = errors;
      for (const key of path) {
        node[String(key)] ??= {};
        node = node[String(key)] as Record<string, unknown>;
      }
      node['_errors'] ??= [];
      (node['_errors'] as unknown[]).push({ code: 'BASE_TYPE_BAD', message });
    }
    const wait = this.retryAfter === null ? {} : { retry_after: this.retryAfter, global: false };
    return { message: this.message, code: this.code, ...wait, ...(this.problems.length > 0 ? { errors } : {}) };
  }
}

/** The refusal of a form body for one reason. */
export function badForm(message: string, ...path: PropertyKey[]): Refusal {
  return new Refusal(50035, { problems: [{ path, message }] });
}
