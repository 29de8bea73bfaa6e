/** Sealing and opening of single columns: JSON in, bytes bound to table, column and row out. */
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../../src/errors.ts';
import { seal, unseal } from '../../src/privacy/seal.ts';

const ivBytes = 12;

/** Table, column and row of a sealed value. */
export type Cell = `${string}.${string}:${string}`;

export const sealJson = (
  key: Uint8Array,
  cell: Cell,
  value: unknown,
  iv: Uint8Array = randomBytes(ivBytes),
): Uint8Array<ArrayBuffer> => seal(key, cell, Buffer.from(JSON.stringify(value)), iv);

/** Fresh random ones for many values: asked for one by one, they take longer than the sealing. */
export function freshIvs(count: number): Uint8Array[] {
  const all = randomBytes(count * ivBytes);
  return Array.from({ length: count }, (_, index) => all.subarray(index * ivBytes, (index + 1) * ivBytes));
}

export function openJson<T>(key: Uint8Array, cell: Cell, sealed: Uint8Array, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(Buffer.from(unseal(key, cell, sealed)).toString('utf8')));
}

/** For `catch`: a row whose key is gone counts as no row. */
export function noneIfErased(error: unknown): null {
  if (error instanceof AppError && error.code === 'key-erased') return null;
  throw error;
}
