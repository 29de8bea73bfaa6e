/** What decides the quality of a JPEG: its quantisation tables and how its colours are sampled, as one comparable text. */

const quantisation = 0xdb;
const firstFrame = 0xc0;
const lastFrame = 0xc2;
const scan = 0xda;

export function quantisationOf(jpeg: Uint8Array): string {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const found: string[] = [];
  for (let at = 2; at + 4 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === scan) break;
    const content = bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2));
    if (marker === quantisation) found.push(content.toString('hex'));
    // After five bytes of depth and size come the components.
    if (marker >= firstFrame && marker <= lastFrame) found.push(`${marker} ${content.subarray(5).toString('hex')}`);
  }
  return found.join(' ');
}
