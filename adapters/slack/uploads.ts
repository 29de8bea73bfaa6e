/** The steps of handing a file to Slack: an address, the bytes, completion, and what Slack tells about it afterwards. */
import { z } from 'zod';
import type { FileJournal, OutgoingFile } from '../../src/chat/chat-adapter.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import type { Calls } from './calls.ts';
import { isFileHost } from './connection.ts';
import { chatLimits, checkCount, fitting } from './limits.ts';
import { asAppError, slackCode } from './slack-errors.ts';

export type Target = { channel: string; thread: string };
export type KnownFile = z.infer<typeof fileInfo>['file'];
export type Uploads = ReturnType<typeof createUploads>;

const uploadDeadlineMs = 120_000;

const share = z.record(z.string(), z.array(z.unknown()));
const fileInfo = z.object({
  file: z.object({
    id: z.string(),
    shares: z.object({ public: share.optional(), private: share.optional() }).optional(),
    channels: z.array(z.string()).optional(),
    groups: z.array(z.string()).optional(),
    ims: z.array(z.string()).optional(),
    original_w: z.number().optional(),
    thumb_64: z.string().optional(),
  }),
});
const uploadAddress = z.object({ upload_url: z.url(), file_id: z.string() });
const anyAnswer = z.unknown();

/** In one workspace. */
export function createUploads({ calls, baseUrl, clock }: { calls: Calls; baseUrl: string; clock: Clock }) {
  async function info(id: string): Promise<KnownFile | 'unknown' | 'deleted'> {
    try {
      return (await calls.call('files.info', { file: id }, fileInfo, 'repeats')).file;
    } catch (error) {
      const code = slackCode(error);
      if (code === 'file_not_found') return 'unknown';
      if (code === 'file_deleted') return 'deleted';
      throw asAppError(error, 'files.info');
    }
  }

  return {
    /** Looks until `isThere` or the last look. */
    async look(id: string, waits: readonly number[], isThere: (file: KnownFile) => boolean) {
      let file = await info(id);
      for (const wait of waits) {
        if (typeof file === 'string' || isThere(file)) break;
        await clock.sleep(wait);
        file = await info(id);
      }
      return file;
    },
    /** The file's id is durable before its first byte leaves. */
    async upload(file: OutgoingFile, journal: FileJournal): Promise<string> {
      checkCount('fileName', file.name.length);
      if (file.length > chatLimits.fileBytes) throw refused('A file is over Slack’s limit');
      const args = { filename: file.name, length: file.length, alt_txt: fitting('fileAltText', file.altText) };
      const method = 'files.getUploadURLExternal';
      const address = await calls.call(method, args, uploadAddress, 'repeats').catch((error: unknown) => {
        throw asAppError(error, method);
      });
      if (!isFileHost(address.upload_url, baseUrl)) throw refused('Slack named a foreign upload host');
      await journal.remember(file.key, address.file_id);
      await sendBytes(address.upload_url, file);
      return address.file_id;
    },
    /** Makes files out of uploads, all or none; without a target nobody sees them. Rejects with Slack's own error. */
    async complete(files: readonly { id: string; title: string }[], target: Target | null): Promise<void> {
      const where = target ? { channel_id: target.channel, thread_ts: target.thread } : {};
      await calls.call('files.completeUploadExternal', { files, ...where }, anyAnswer, 'waits');
    },
    async remove(ids: readonly string[]): Promise<void> {
      for (const id of ids) {
        try {
          await calls.call('files.delete', { file: id }, anyAnswer, 'repeats');
        } catch (error) {
          if (!['file_not_found', 'file_deleted'].includes(slackCode(error) ?? '')) throw asAppError(error, 'files.delete');
        }
      }
    },
  };
}

async function sendBytes(address: string, file: OutgoingFile): Promise<void> {
  const parts: Uint8Array[] = [];
  for await (const part of file.read()) parts.push(part);
  const body = Buffer.concat(parts);
  if (body.length !== file.length) throw refused('A file has another length than was said');
  const headers = { 'content-type': 'application/octet-stream' };
  try {
    const signal = AbortSignal.timeout(uploadDeadlineMs);
    const response = await fetch(address, { method: 'POST', body, headers, redirect: 'error', signal });
    await response.body?.cancel();
    if (response.status === 200) return;
    throw new Error(`HTTP ${response.status}`);
  } catch (cause) {
    throw new AppError('chat-unavailable', 'Slack did not take the bytes of a file', { retry: 'later', cause });
  }
}

function refused(message: string): AppError {
  return new AppError('chat-refused', message, { retry: 'never' });
}
