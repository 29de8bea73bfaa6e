/** The button under a message with pictures: it carries their ids and the text itself, so that it works for weeks and nothing is stored. */
import { z } from 'zod';
import type { FileRef } from '../../src/chat/messages.ts';
import { limits } from './limits.ts';
import type { OwnButton } from './message-blocks.ts';

export const picturesAction = 'ad-from-pictures';

/** More than a form takes, so that it can say how many are left over. */
const mostFiles = 10;
const mostName = 40;

const valueSchema = z.object({
  files: z.array(z.tuple([z.string(), z.string(), z.number()])),
  brief: z.string(),
});

/** `left`: how many characters of the text did not fit. */
export function picturesButton(files: readonly FileRef[], brief: string, label: string): { button: OwnButton; left: number } {
  const kept = files.slice(0, mostFiles).map(({ file, name, bytes }) => [file, firstOf(name, mostName), bytes]);
  const write = (text: string) => JSON.stringify({ files: kept, brief: text });
  let most = brief.length;
  let value = write(brief);
  while (value.length > limits.buttonValue) {
    most -= Math.max(1, Math.ceil((value.length - limits.buttonValue) / 6));
    value = write(firstOf(brief, most));
  }
  const left = brief.length - firstOf(brief, most).length;
  return { button: { actionId: picturesAction, value, label }, left };
}

/** Null for a value that this version does not know. */
export function readPicturesButton(value: string, workspace: string): { files: FileRef[]; brief: string } | null {
  const read = valueSchema.safeParse(jsonOrNull(value));
  if (!read.success) return null;
  const files = read.data.files.map(([file, name, bytes]) => ({ platform: 'slack', workspace, file, name, bytes }));
  return { files, brief: read.data.brief };
}

/** Never ends inside a character. */
function firstOf(text: string, most: number): string {
  const end = /[\uD800-\uDBFF]/.test(text[most - 1] ?? '') ? most - 1 : most;
  return text.slice(0, Math.max(0, end));
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
