/** When and where the operator's copy of the keys was last made: until it is replaced, it opens in backups what was erased since. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../errors.ts';
import type { CheckResult } from './checks.ts';

/** `madeAt`: ms since 1970. */
const noteSchema = z.object({ madeAt: z.number(), folder: z.string() });
type KeyCopyNote = z.infer<typeof noteSchema>;

const hourMs = 3_600_000;
/** Receipts say so. */
const replacedWithinMs = 24 * hourMs;

const fileIn = (dataDir: string): string => join(dataDir, 'key-copy.json');

export async function noteKeyCopy(dataDir: string, note: KeyCopyNote): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const next = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(next, JSON.stringify(note), { mode: 0o600 });
  await rename(next, fileIn(dataDir));
}

/** What the doctor says about it. */
export async function askKeyCopy(dataDir: string, now: number): Promise<string | Omit<CheckResult, 'part'>> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return 'none was made here';
  const { madeAt, folder } = noteSchema.parse(JSON.parse(text));
  const says = `${((now - madeAt) / hourMs).toFixed(1)} h old, in ${folder}`;
  if (now - madeAt <= replacedWithinMs) return says;
  const remedy = `Receipts promise that it is replaced within a day: run npm run backup with --keys-to every day. Where you keep none any more, remove it and ${fileIn(dataDir)}.`;
  return { state: 'weak', says, remedy };
}
