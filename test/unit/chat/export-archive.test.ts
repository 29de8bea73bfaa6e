import { describe, expect, it } from 'vitest';
import { createArchiver } from '../../../adapters/archive/zip.ts';
import { cutEntries, filesOf, partsOf } from '../../../src/chat/privacy/export/archive.ts';
import type { Entry, ExportFacts } from '../../../src/chat/privacy/export/export-facts.ts';
import { collect, once } from '../../../src/generation/contents.ts';

const entry = (path: string, bytes: number): Entry => ({
  path,
  bytes,
  mediaType: 'text/plain',
  category: 'ads',
  retention: 'until-deleted',
  source: { from: 'section', id: path },
});

const contentOf = ({ path, bytes }: Entry): Uint8Array => Buffer.alloc(bytes, path);

describe('the archive of an export', () => {
  const facts = (entries: Entry[]): ExportFacts => ({
    person: { platform: 'p', workspace: 'w', person: 'x' },
    place: { platform: 'p', workspace: 'w', channel: 'c', thread: null },
    locale: 'en',
    gatheredAt: 0,
    counts: {},
    entries,
    hashes: {},
    message: null,
    sent: {},
  });
  const signer = { sign: async () => ({ keyId: '0'.repeat(16), signature: 's'.repeat(86) }) };
  const read = (one: Entry) => once(contentOf(one));

  it('is one zip of the length that was told, with a manifest of every hash at its end', async () => {
    const entries = [entry('a.json', 20), entry('media/b.jpg', 300_000)];
    const parts = partsOf(entries, 10_000_000);
    expect(parts).toHaveLength(1);
    const hashes = {};
    const about = { requestId: 'r', facts: facts(entries), hashes, withManifest: true };
    const zip = await createArchiver().zip(filesOf({ read, signer }, parts[0] ?? [], about));
    expect((await collect(zip.read())).length).toBe(zip.length);
    expect(Object.keys(hashes)).toEqual(['a.json', 'media/b.jpg']);
  });

  it('comes in parts that fit, and a file that fits into none in pieces that join to the whole', async () => {
    const entries = [entry('a.json', 50_000), entry('big.mp4', 250_000), entry('c.json', 60_000)];
    const parts = partsOf(entries, 100_000);
    expect(cutEntries(parts)).toEqual(['big.mp4']);
    const hashes: Record<string, string> = {};
    const joined: Uint8Array[] = [];
    for (const [index, part] of parts.entries()) {
      const about = { requestId: 'r', facts: facts(entries), hashes, withManifest: index === parts.length - 1 };
      const files = filesOf({ read, signer }, part, about);
      const zip = await createArchiver().zip(files);
      expect(zip.length).toBeLessThanOrEqual(100_000);
      expect((await collect(zip.read())).length).toBe(zip.length);
      for (const file of files) if (file.name.startsWith('big.mp4.')) joined.push(await collect(file.read()));
    }
    expect(Buffer.concat(joined).equals(contentOf(entries[1] as Entry))).toBe(true);
  });
});
