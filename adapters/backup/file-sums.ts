/** SHA-256 of files: while they are written, and to check them; listed as the program sha256sum does. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Bytes } from '../../src/generation/ports.ts';

export type Sum = { sha256: string; bytes: number };

/** A new file that only its owner can read, durably written. */
export async function writeFileWithSum(path: string, bytes: Bytes, changedAt?: number): Promise<Sum> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    return await writeAll(file, bytes, changedAt);
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, bytes: Bytes, changedAt?: number): Promise<Sum> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    count += chunk.byteLength;
    await file.appendFile(chunk);
  }
  if (changedAt !== undefined) await file.utimes(new Date(changedAt), new Date(changedAt));
  await file.sync();
  return { sha256: hash.digest('hex'), bytes: count };
}

export async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

export const sumsText = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([path, sha256]) => `${sha256}  ${path}\n`).join('');

export function parseSums(text: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, sha256, path] = line.match(/^([0-9a-f]{64}) {2}([A-Za-z0-9._/-]+)$/) ?? [];
    if (sha256 && path && !path.split('/').includes('..')) sums.set(path, sha256);
  }
  return sums;
}
