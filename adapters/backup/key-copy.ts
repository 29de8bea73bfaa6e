/** The one copy of the wrapped keys: a file that is replaced whole, and the one before overwritten, so that it has no history. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../../src/errors.ts';
import type { KeyStore } from '../../src/privacy/keyring.ts';

export const keyFile = 'keys.jsonl';
const fresh = '.keys-';

const headSchema = z.object({ version: z.literal(1), madeAt: z.number(), installation: z.string() });
const keySchema = z.object({ scope: z.string(), wrapped: z.base64() });
const endSchema = z.object({ keys: z.number(), sha256: z.string() });

export type KeyCopy = { madeAt: number; installation: string; keys: Map<string, Uint8Array> };

/** The keys of hours must not outlive their day in a copy. */
const isKept = (scope: string): boolean => !/^(intake|usage|tries):/.test(scope);

/**
 * The keys of what people correct, for before the rows are copied: a value that is changed meanwhile stands in those rows under its old key.
 * Each is wrapped by its owner's key, so what belongs to somebody who is erased meanwhile stays unreadable.
 */
export async function readValueKeys(keys: Keys): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for await (const scope of keys.list('value:')) {
    const wrapped = await keys.read(scope);
    if (wrapped) found.set(scope, wrapped);
  }
  return found;
}

type Keys = Pick<KeyStore, 'list' | 'read'>;

/** `earlier`: keys that are in the copy even where they are gone by now. Resolves with the number of keys. */
export async function writeKeyCopy(
  folder: string,
  { keys, earlier, madeAt, installation }: { keys: Keys; earlier: Map<string, Uint8Array>; madeAt: number; installation: string },
): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) if (name.startsWith(fresh)) await destroy(join(folder, name));
  const lines = [JSON.stringify({ version: 1, madeAt, installation })];
  const line = (scope: string, wrapped: Uint8Array) =>
    lines.push(JSON.stringify({ scope, wrapped: Buffer.from(wrapped).toString('base64') }));
  const gone = new Map(earlier);
  for await (const scope of keys.list('')) {
    const wrapped = isKept(scope) ? await keys.read(scope) : null;
    if (!wrapped) continue;
    line(scope, wrapped);
    gone.delete(scope);
  }
  for (const [scope, wrapped] of gone) line(scope, wrapped);
  const body = lines.map((line) => `${line}\n`).join('');
  const end = JSON.stringify({ keys: lines.length - 1, sha256: sha256Of(body) });
  await replaceFile(folder, `${body}${end}\n`);
  return lines.length - 1;
}

/** Null when there is none; throws when it is not whole. */
export async function readKeyCopy(folder: string): Promise<KeyCopy | null> {
  const text = await readFile(join(folder, keyFile), 'utf8').catch(nullWhenAbsent);
  if (text === null) return null;
  const at = text.lastIndexOf('\n', text.length - 2) + 1;
  const body = text.slice(0, at);
  const end = endSchema.parse(JSON.parse(text.slice(at)));
  if (sha256Of(body) !== end.sha256) throw new Error('the sum at its end does not fit');
  const [head = '', ...lines] = body.trimEnd().split('\n');
  const { madeAt, installation } = headSchema.parse(JSON.parse(head));
  const keys = new Map(
    lines.map((line) => {
      const { scope, wrapped } = keySchema.parse(JSON.parse(line));
      return [scope, new Uint8Array(Buffer.from(wrapped, 'base64'))];
    }),
  );
  return { madeAt, installation, keys };
}

async function replaceFile(folder: string, text: string): Promise<void> {
  const path = join(folder, keyFile);
  const next = join(folder, `${fresh}${randomBytes(8).toString('hex')}`);
  const file = await open(next, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  const before = await open(path, 'r+').catch(nullWhenAbsent);
  try {
    await rename(next, path);
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
    if (before) await overwrite(before);
  } finally {
    await before?.close();
  }
}

async function destroy(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await overwrite(file);
  } finally {
    await file.close();
  }
  await rm(path, { force: true });
}

async function overwrite(file: Awaited<ReturnType<typeof open>>): Promise<void> {
  const { size } = await file.stat();
  await file.write(Buffer.alloc(size), 0, size, 0);
  await file.sync();
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

function nullWhenAbsent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}
