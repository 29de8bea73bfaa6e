/** Fetches a file that a person handed over: only from Discord's own file hosts, without any token, with a deadline and a size cap. */
import { Routes } from 'discord.js';
import { z } from 'zod';
import type { FileRef } from '../../src/chat/messages.ts';
import { AppError } from '../../src/errors.ts';
import type { Bytes } from '../../src/generation/ports.ts';
import type { Calls } from './calls.ts';
import { isFileHost } from './connection.ts';
import { asAppError, codes, discordCode, httpStatus } from './discord-errors.ts';
import { readSource, type Source } from './file-refs.ts';
import { mostFetchedBytes } from './limits.ts';

const deadlineMs = 60_000;

const withFiles = z.object({ attachments: z.array(z.object({ id: z.string(), url: z.url(), size: z.number() })) });

const gone = (message: string) => new AppError('attachment-gone', message, { retry: 'never' });
const refused = (message: string) => new AppError('attachment-refused', message, { retry: 'never' });

export async function fetchFile(ref: FileRef, { calls, cdnUrl }: { calls: Calls; cdnUrl: string }): Promise<Bytes> {
  const source = readSource(ref.file, cdnUrl);
  if (source === null) throw refused('The file is none of Discord’s');
  const address = source.kind === 'address' ? source.url : await addressOf(source, calls);
  if (!isFileHost(address, cdnUrl)) throw refused('The file lies on a foreign host');
  const signal = AbortSignal.timeout(deadlineMs);
  const response = await fetch(address, { redirect: 'manual', signal }).catch(() => {
    throw unavailable();
  });
  const { status, body } = response;
  if (status === 200 && body !== null) return capped(body);
  await body?.cancel();
  if (status === 404 || status === 410) throw gone(`The file's address answers ${status}`);
  if (status >= 300 && status < 500) throw refused(`The file's address answers ${status}`);
  throw unavailable();
}

/** Addresses are signed and expire, so the message is asked for a fresh one. */
async function addressOf({ channel, message, attachment }: Extract<Source, { kind: 'message' }>, calls: Calls): Promise<string> {
  const route = Routes.channelMessage(channel, message);
  const found = await calls({ method: 'GET', route, patience: 'repeats' }, withFiles).catch((error: unknown) => {
    const code = discordCode(error);
    if (code === codes.unknownMessage || code === codes.unknownChannel) throw gone('The message of the file was removed');
    if (httpStatus(error) === 403) throw refused('The message of the file may not be read');
    throw asAppError(error, 'a look at a message');
  });
  const file = found.attachments.find((one) => one.id === attachment);
  if (!file) throw gone('The file was removed from its message');
  if (file.size > mostFetchedBytes) throw refused('The file is over the size cap');
  return file.url;
}

async function* capped(body: ReadableStream<Uint8Array>): Bytes {
  let taken = 0;
  try {
    for await (const part of body) {
      taken += part.length;
      if (taken > mostFetchedBytes) throw refused('The file is over the size cap');
      yield part;
    }
  } catch (error) {
    throw error instanceof AppError ? error : unavailable();
  }
}

function unavailable(): AppError {
  return new AppError('chat-unavailable', 'A file could not be fetched from Discord', { retry: 'later' });
}
