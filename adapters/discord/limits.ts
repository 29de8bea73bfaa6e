/** Discord's limits, as data. What does not fit is split or refused with a clear error, never cut in silence. */
import { AppError } from '../../src/errors.ts';

const MiB = 1024 * 1024;

/** The most that is fetched for one file; people with a subscription may hand over larger ones than the bot may send. */
export const mostFetchedBytes = 100_000_000;

/** The largest file a bot may send, by the boost tier of the guild; 0 also where there is no guild. */
export const fileBytesByTier: Readonly<Record<number, number>> = { 0: 10 * MiB, 1: 10 * MiB, 2: 50 * MiB, 3: 100 * MiB };

/** What is left free under a limit for the way a file is wrapped. */
export const sizeMargin = MiB / 2;

export const limits = {
  /** All text displays of a message together. */
  text: 4000,
  componentsPerMessage: 40,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  altText: 1024,
  filesPerMessage: 10,
  requestBytes: 25 * MiB,
  fileName: 255,
  nonce: 25,
  modalTitle: 45,
  modalComponents: 5,
  label: 45,
  hint: 100,
  placeholder: 100,
  textInput: 4000,
  optionLabel: 100,
  optionValue: 100,
  radioOptions: 10,
  selectOptions: 25,
  filesPerInput: 10,
  menuName: 32,
  description: 100,
  commandText: 6000,
} as const;

export type Limit = keyof typeof limits;

/** The text as it is, or an error that names the limit; the text itself stays out of the error. */
export function fitting(limit: Limit, text: string): string {
  if (text.length === 0) throw new AppError('chat-refused', `Discord needs a text here: ${limit}`, { retry: 'never' });
  checkCount(limit, text.length);
  return text;
}

export function checkCount(limit: Limit, count: number): void {
  if (count > limits[limit]) {
    throw new AppError('chat-refused', `Over Discord's limit ${limit}: ${count} of ${limits[limit]}`, { retry: 'never' });
  }
}

/** Cuts a long text into pieces that together say the same, never inside a character. */
export function pieces(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most - 1);
    let end = space > most / 2 ? space + 1 : most;
    if (/[\uD800-\uDBFF]/.test(rest[end - 1] ?? '')) end -= 1;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest !== '') parts.push(rest);
  return parts;
}
