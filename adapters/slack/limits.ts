/** Slack's limits, as data. What does not fit is split or refused with a clear error, never cut in silence. */
import type { ChatLimits } from '../../src/chat/chat-adapter.ts';
import { AppError } from '../../src/errors.ts';

export const chatLimits: ChatLimits = { fileBytes: 1_000_000_000, filesPerForm: 10, formFileBytes: 10_000_000, formFields: 100 };

/** The most that is fetched for one file; a file of a message may be larger than one of a form. */
export const mostFetchedBytes = 100_000_000;

export const limits = {
  blocksPerMessage: 50,
  textPerMessage: 13_200,
  summary: 3000,
  richText: 3000,
  contextText: 2000,
  contextElements: 10,
  buttonsPerBlock: 5,
  buttonLabel: 75,
  buttonValue: 2000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  altText: 2000,
  fileAltText: 1000,
  fileName: 255,
  modalTitle: 24,
  modalButton: 24,
  modalContext: 3000,
  blocksPerModal: 100,
  label: 2000,
  placeholder: 150,
  textInput: 3000,
  optionLabel: 75,
  optionValue: 150,
  radioOptions: 10,
  selectOptions: 100,
  filesPerInput: 10,
} as const;

export type Limit = keyof typeof limits;

/** The text as it is, or an error that names the limit; the text itself stays out of the error. */
export function fitting(limit: Limit, text: string): string {
  if (text.length === 0) throw new AppError('chat-refused', `Slack needs a text here: ${limit}`, { retry: 'never' });
  checkCount(limit, text.length);
  return text;
}

export function checkCount(limit: Limit, count: number): void {
  if (count > limits[limit]) {
    throw new AppError('chat-refused', `Over Slack's limit ${limit}: ${count} of ${limits[limit]}`, { retry: 'never' });
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
