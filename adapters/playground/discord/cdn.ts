/** Gives out attachments: to anybody with their signed address, until it expires. */
import type { ServerResponse } from 'node:http';
import { isSignedFor } from './signed-url.ts';
import type { Surroundings } from './surroundings.ts';

/** The journal's name for a download. */
export const downloadRoute = 'GET /attachments';

export function giveAttachment(url: URL, response: ServerResponse, { world, faults }: Surroundings) {
  const [, , channel, id] = url.pathname.split('/');
  const file = world.files.get(id ?? '');
  const isThere = file && !file.deleted && file.channel === channel && isSignedFor(url, world.clock.now());
  const fault = faults.take(downloadRoute);
  const status = fault?.kind === 'status' ? fault.status : isThere ? 200 : 404;
  const entry = { at: world.clock.now(), method: 'GET', route: '/attachments', path: url.pathname, query: {}, body: undefined };
  world.journal.push({ ...entry, files: [], auth: 'none', status, code: null, counted: [] });
  world.changed();
  if (fault?.kind === 'hang') return;
  if (!file || status !== 200) {
    const elsewhere = status >= 300 && status < 400 ? { location: 'http://elsewhere.invalid/file' } : {};
    return void response
      .writeHead(status, { 'content-type': 'text/plain', ...elsewhere })
      .end('This content is no longer available.');
  }
  response.writeHead(200, { 'content-type': file.mediaType, 'content-length': file.bytes.length });
  if (fault?.kind === 'lost') {
    response.write(file.bytes.subarray(0, file.bytes.length >> 1), () => response.destroy());
    return;
  }
  response.end(file.bytes);
}
