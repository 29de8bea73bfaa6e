/** Hands files over exactly once: what was begun is in the journal, and after a crash Slack is asked what it has. */
import type { FileJournal, OutgoingFile } from '../../src/chat/chat-adapter.ts';
import { AppError } from '../../src/errors.ts';
import { asAppError, slackCode } from './slack-errors.ts';
import type { KnownFile, Target, Uploads } from './uploads.ts';

type Handed = { id: string; title: string; state: 'new' | 'perhaps completed' | 'done' };

const atATime = 3;
/** Slack tells where a file is shared some time after it shared it. */
const lookAgainMs = [250, 500, 1_000, 1_500, 2_000];
const processingWaitsMs = [100, 200, 400, 800, 1_500, 2_000, 2_500, 2_500];
const method = 'files.completeUploadExternal';

export async function deliverFiles(target: Target, files: readonly OutgoingFile[], journal: FileJournal, uploads: Uploads) {
  const isShared = (file: KnownFile) => isSharedIn(file, target.channel);
  const handed = await inSmallGroups(files, (file) => handOver(file, isShared, journal, uploads));
  const open = handed.filter((file) => file.state !== 'done');
  await markWhole(files, handed, journal);
  if (open.length > 0) await completeOnce(open, target, isShared, uploads);
  return handed.map((file) => file.id);
}

/** A picture for a block: nobody sees it until a message shows it. */
export async function showPicture(file: OutgoingFile, journal: FileJournal, uploads: Uploads): Promise<string> {
  const handed = await handOver(file, isProcessed, journal, uploads);
  if (handed.state === 'done') return handed.id;
  await markWhole([file], [handed], journal);
  try {
    await uploads.complete([{ id: handed.id, title: file.title }], null);
  } catch (error) {
    // A picture from before a crash may be completed already; whether it can be shown is seen below.
    if (handed.state === 'new' || slackCode(error) === null) throw asAppError(error, method);
  }
  const ready = await uploads.look(handed.id, processingWaitsMs, isProcessed);
  if (typeof ready !== 'string' && isProcessed(ready)) return handed.id;
  throw new AppError('chat-unavailable', 'Slack is still processing a picture', { retry: 'later' });
}

/**
 * Only an upload whose completion was asked for can be visible anywhere; any other is begun anew, and its first try is
 * forgotten by Slack. One that somebody has deleted since was delivered.
 */
async function handOver(
  file: OutgoingFile,
  isThere: (file: KnownFile) => boolean,
  journal: FileJournal,
  uploads: Uploads,
): Promise<Handed> {
  const { title } = file;
  const earlier = await journal.find(file.key);
  if (earlier !== null && (await journal.find(wholeKey(file))) === earlier) {
    const known = await uploads.look(earlier, lookAgainMs, isThere);
    if (known === 'deleted') return { id: earlier, title, state: 'done' };
    if (known !== 'unknown') return { id: earlier, title, state: isThere(known) ? 'done' : 'perhaps completed' };
  }
  return { id: await uploads.upload(file, journal), title, state: 'new' };
}

/** Kept under a key of its own before completion is asked for: all bytes are there, and the file may become visible. */
const wholeKey = (file: OutgoingFile): string => `${file.key}#whole`;

async function markWhole(files: readonly OutgoingFile[], handed: readonly Handed[], journal: FileJournal): Promise<void> {
  for (const [place, file] of files.entries()) {
    const one = handed[place];
    if (one?.state === 'new') await journal.remember(wholeKey(file), one.id);
  }
}

/**
 * A completion whose answer was lost may have happened although nothing shows it yet: Slack then refuses to complete
 * again, and the file is already in the channel or will be shortly. It is never uploaded a second time.
 */
async function completeOnce(
  open: readonly Handed[],
  target: Target,
  isShared: (file: KnownFile) => boolean,
  uploads: Uploads,
): Promise<void> {
  try {
    const files = open.map(({ id, title }) => ({ id, title }));
    await uploads.complete(files, target);
  } catch (error) {
    const code = slackCode(error);
    const isDoubtful = code === null || (mayMeanDone(code) && open.some((file) => file.state === 'perhaps completed'));
    if (!isDoubtful) throw asAppError(error, method);
    for (const { id } of open) {
      const file = await uploads.look(id, lookAgainMs, isShared);
      if (typeof file !== 'string' && isShared(file)) continue;
      throw new AppError('chat-unavailable', 'Slack does not tell yet whether files were shared', {
        retry: 'later',
        cause: error,
      });
    }
  }
}

/** Slack's rules on files are no doubt about what happened: they stay, however often it is asked. */
const rulesOnFiles = new Set([
  'file_uploads_disabled',
  'file_uploads_except_images_disabled',
  'file_type_not_allowed',
  'file_upload_size_restricted',
]);

const mayMeanDone = (code: string): boolean => code.startsWith('file_') && !rulesOnFiles.has(code);

function isSharedIn(file: KnownFile, channel: string): boolean {
  const listed = [...(file.channels ?? []), ...(file.groups ?? []), ...(file.ims ?? [])];
  return listed.includes(channel) || (file.shares?.public?.[channel] ?? file.shares?.private?.[channel]) !== undefined;
}

function isProcessed(file: KnownFile): boolean {
  return file.original_w !== undefined || file.thumb_64 !== undefined;
}

async function inSmallGroups<From, To>(items: readonly From[], work: (item: From) => Promise<To>): Promise<To[]> {
  const results: To[] = [];
  for (let start = 0; start < items.length; start += atATime) {
    const settled = await Promise.allSettled(items.slice(start, start + atATime).map(work));
    for (const one of settled) {
      if (one.status === 'rejected') throw one.reason;
      results.push(one.value);
    }
  }
  return results;
}
