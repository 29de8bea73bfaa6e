/** Addresses of attachments: signed, and worthless after a day, as Discord's are. */
import { createHmac, randomBytes } from 'node:crypto';
import type { StoredFile } from './world.ts';

const livesMs = 24 * 3_600_000;
const secret = randomBytes(32);

const sign = (path: string, expires: string, issued: string): string =>
  createHmac('sha256', secret).update(`${path} ${expires} ${issued}`).digest('hex');

/** `ex`, `is` and `hm`: when it expires and was issued, in hexadecimal seconds, and the signature. */
export function signedUrl(file: StoredFile, baseUrl: string, now: number): string {
  const folder = file.isEphemeral ? 'ephemeral-attachments' : 'attachments';
  const path = `/${folder}/${file.channel}/${file.id}/${encodeURIComponent(file.name)}`;
  const expires = Math.floor((now + livesMs) / 1000).toString(16);
  const issued = Math.floor(now / 1000).toString(16);
  return `${baseUrl}${path}?ex=${expires}&is=${issued}&hm=${sign(path, expires, issued)}&`;
}

export function isSignedFor(url: URL, now: number): boolean {
  const [expires, issued, signature] = ['ex', 'is', 'hm'].map((name) => url.searchParams.get(name) ?? '');
  if (!expires || !issued || signature !== sign(url.pathname, expires, issued)) return false;
  return now < Number.parseInt(expires, 16) * 1000;
}
