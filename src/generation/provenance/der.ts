/** The few parts of DER (X.690) that a certificate is made of. */

function lengthOf(count: number): Buffer {
  if (count < 128) return Buffer.from([count]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  const least = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.from([0x80 | least.length]), least]);
}

/** `tag`: as it stands in the encoding, class and form included. */
export function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts);
export const setOf = (...parts: readonly Uint8Array[]): Buffer => tagged(0x31, ...parts);
export const text = (value: string): Buffer => tagged(0x0c, Buffer.from(value, 'utf8'));
export const octets = (bytes: Uint8Array): Buffer => tagged(0x04, bytes);
export const yes: Buffer = tagged(0x01, Buffer.from([0xff]));
/** Big-endian; the first bit must be 0, or the number would be negative. */
export const integer = (bytes: Uint8Array): Buffer => tagged(0x02, bytes);
/** `unused`: bits at the end of the last byte that do not count. */
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tagged(0x03, Buffer.from([unused]), bytes);

/** An object identifier such as `2.5.29.14`. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...others.flatMap(inSevens)]));
}

function inSevens(value: number): number[] {
  const bytes = [value & 127];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 127) | 128);
  return bytes;
}

/** UTCTime until 2049, GeneralizedTime after it, as RFC 5280 wants it. */
export function moment(at: Date): Buffer {
  const digits = `${at.toISOString().replace(/[-:T]/gu, '').slice(0, 14)}Z`;
  return at.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}
