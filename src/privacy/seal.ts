/** Sealing of single values: AES-256-GCM, bound to the place the value stands in. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { AppError } from '../errors.ts';

const version = 1;
const ivBytes = 12;
const tagBytes = 16;

/** `place` is authenticated but not stored: table, column and row, so that a sealed value cannot be moved elsewhere. `iv`: 12 fresh random bytes. */
export function seal(key: Uint8Array, place: string, plain: Uint8Array, iv: Uint8Array): Uint8Array<ArrayBuffer> {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  return new Uint8Array(Buffer.concat([Buffer.of(version), iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** Throws AppError `sealed-value-damaged` when the value, its place or the key is not the one it was sealed with. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < 1 + ivBytes + tagBytes || bytes[0] !== version) throw damaged();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + ivBytes));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes, bytes.length - tagBytes)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

function damaged(): AppError {
  return new AppError('sealed-value-damaged', 'A sealed value could not be opened with its key.', { retry: 'never' });
}
