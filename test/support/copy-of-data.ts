/** A copy of everything as a person gets it in the portal: asked for, fetched, unpacked, and checked file by file. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, vi } from 'vitest';
import { isSignedBy, type PublicKey } from '../../src/privacy/signing.ts';
import type { TestBrowser } from './browser-for-test.ts';
import { filesBelow } from './raw-bytes.ts';
import { testFolder } from './test-folder.ts';

/** Resolves with where it waits to be fetched. */
export async function startCopy(browser: TestBrowser): Promise<string> {
  await browser.submit(await browser.get('/data'), '/data');
  return vi.waitFor(
    async () => {
      const place = /action="(\/data\/[^"]+)"/u.exec((await browser.get('/data')).html)?.[1];
      if (!place) throw new Error('The copy is not ready');
      return place;
    },
    { timeout: 30_000, interval: 200 },
  );
}

/** The files by their paths. */
export async function fetchCopy(browser: TestBrowser, at: string): Promise<Map<string, Buffer>> {
  const { body } = await browser.submit(await browser.get('/data'), at);
  const folder = testFolder();
  writeFileSync(join(folder, 'copy.zip'), body);
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'copy.zip'), join(folder, 'all')]);
  return new Map(filesBelow(join(folder, 'all')).map((file) => [relative(join(folder, 'all'), file), readFileSync(file)]));
}

type Manifest = { files: { path: string; bytes: number; sha256: string }[] };

/** Every file is named with its hash, every record is as its schema says, and the whole is signed. */
export function expectWhole(files: ReadonlyMap<string, Buffer>, keys: readonly PublicKey[]): void {
  const content = (path: string): Buffer => files.get(path) ?? Buffer.alloc(0);
  const manifest: Manifest = JSON.parse(content('manifest.json').toString());
  expect(isSignedBy(keys, content('manifest.json'), JSON.parse(content('manifest.sig').toString()))).toBe(true);
  const named = manifest.files.map(({ path }) => path);
  expect([...named, 'manifest.json', 'manifest.sig'].sort()).toEqual([...files.keys()].sort());
  for (const { path, bytes, sha256 } of manifest.files) {
    expect(content(path).length, path).toBe(bytes);
    expect(createHash('sha256').update(content(path)).digest('hex'), path).toBe(sha256);
  }
  const schemas = named.filter((path) => path.startsWith('schema/'));
  expect(schemas.length).toBeGreaterThan(5);
  for (const schema of schemas) {
    const isRecord = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(content(schema).toString()));
    const records = recordsFor(schema, named, content);
    for (const record of records) expect(isRecord(record), `${schema}: ${JSON.stringify(isRecord.errors)}`).toBe(true);
  }
  for (const path of named) if (path.endsWith('.json')) JSON.parse(content(path).toString());
}

/** One object, a list, or one per line. */
function recordsFor(schema: string, named: readonly string[], content: (path: string) => Buffer): unknown[] {
  const stem = schema.slice('schema/'.length, -'.schema.json'.length);
  const path = named.find((one) => one === `${stem}.json` || one === `${stem}.jsonl`);
  if (!path) throw new Error(`${schema} describes no file`);
  const text = content(path).toString();
  if (path.endsWith('.jsonl'))
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const read: unknown = JSON.parse(text);
  return Array.isArray(read) ? read : [read];
}
