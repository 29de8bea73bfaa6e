/** Fetches a file that a person handed over: asked for by id, only from Slack's own hosts, with a deadline and a size cap. */
import { z } from 'zod';
import type { FileRef } from '../../src/chat/messages.ts';
import { AppError } from '../../src/errors.ts';
import type { Bytes } from '../../src/generation/ports.ts';
import type { Calls } from './calls.ts';
import { isFileHost } from './connection.ts';
import { mostFetchedBytes } from './limits.ts';
import { asAppError } from './slack-errors.ts';

const deadlineMs = 60_000;
const mostRedirects = 3;

const fileInfo = z.object({
  file: z.object({
    mode: z.string().optional(),
    mimetype: z.string().nullish(),
    size: z.number().nullish(),
    url_private: z.url().optional(),
    url_private_download: z.url().optional(),
  }),
});

type Source = { calls: Calls; baseUrl: string; token(): Promise<string> };

const gone = (message: string) => new AppError('attachment-gone', message, { retry: 'never' });
const refused = (message: string) => new AppError('attachment-refused', message, { retry: 'never' });

export async function fetchFile(ref: FileRef, source: Source): Promise<Bytes> {
  const { file } = await askFor(ref, source.calls);
  if (file.mode === 'tombstone') throw gone('The file was removed');
  if ((file.size ?? 0) > mostFetchedBytes) throw refused('The file is over the size cap');
  const address = file.url_private_download ?? file.url_private;
  if (address === undefined) throw refused('Slack gives no address for the file');
  const response = await follow(address, source);
  if (response.status === 404 || response.status === 410) throw gone(`The file's address answers ${response.status}`);
  if (response.status === 401 || response.status === 403) throw refused(`The file's address answers ${response.status}`);
  if (response.status !== 200 || response.body === null) throw unavailable(new Error(`HTTP ${response.status}`));
  // Slack answers a missing right with its sign-in page and HTTP 200.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (isPage && !file.mimetype?.startsWith('text/html')) {
    await response.body.cancel();
    throw refused('Slack answered with a page instead of the file');
  }
  return capped(response.body);
}

async function askFor(ref: FileRef, calls: Calls) {
  try {
    return await calls.call('files.info', { file: ref.file }, fileInfo, 'repeats');
  } catch (error) {
    throw asAppError(error, 'files.info');
  }
}

/** The token goes along only while every host on the way is Slack's own. */
async function follow(address: string, { baseUrl, token }: Source): Promise<Response> {
  const bearer = `Bearer ${await token()}`;
  const signal = AbortSignal.timeout(deadlineMs);
  let next = address;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    if (!isFileHost(next, baseUrl)) throw refused('The file lies on a foreign host');
    const response = await fetch(next, { headers: { authorization: bearer }, redirect: 'manual', signal }).catch((error) => {
      throw unavailable(error);
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, next)) throw refused('The file redirects to nowhere');
    next = new URL(location, next).href;
  }
  throw refused('The file redirects too often');
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
    throw error instanceof AppError ? error : unavailable(error);
  }
}

function unavailable(cause: unknown): AppError {
  return new AppError('chat-unavailable', 'A file could not be fetched from Slack', { retry: 'later', cause });
}
