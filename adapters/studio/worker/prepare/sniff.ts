/** Tells by content, never by name, what kind of file was handed in. */

export type Sniffed = 'picture' | 'document-or-vector' | 'unknown';

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

function isPicture(bytes: Uint8Array): boolean {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return true;
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return true;
  if (ascii(bytes, 0, 4) === 'GIF8') return true;
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return true;
  if (starts(bytes, 0x49, 0x49, 0x2a, 0x00) || starts(bytes, 0x4d, 0x4d, 0x00, 0x2a)) return true;
  if (starts(bytes, 0x49, 0x49, 0x2b, 0x00) || starts(bytes, 0x4d, 0x4d, 0x00, 0x2b)) return true;
  return ascii(bytes, 4, 8) === 'ftyp' && /^(avi[fs]|hei[cxms]|hev[cxms]|mif1|msf1)/u.test(ascii(bytes, 8, 12));
}

function isDocument(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)).replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '');
  const text = head.replaceAll('\0', '').trimStart();
  if (/^(%PDF|%!PS|\{\\rtf|\xc5\xd0\xd3\xc6)/u.test(text) || text.slice(0, 1_024).includes('%PDF-')) return true;
  return /^(<\?xml|<!--|<!doctype|<svg|<html)/iu.test(text);
}

export function sniff(bytes: Uint8Array): Sniffed {
  if (isPicture(bytes)) return 'picture';
  return isDocument(bytes) ? 'document-or-vector' : 'unknown';
}
