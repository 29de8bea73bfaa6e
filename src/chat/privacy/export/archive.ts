/** Cuts an export into archives that fit, and writes each in one pass: hashes are learned while bytes go by, and the manifest stands last. */
import { createHash } from 'node:crypto';
import type { Packable } from '../../../generation/pack/archiver.ts';
import type { Bytes } from '../../../generation/ports.ts';
import type { Signer } from '../../../privacy/signing.ts';
import type { Entry, ExportFacts } from './export-facts.ts';

/** One file of an archive: an entry, or a piece of one that is too large for any archive. */
export type Piece = { entry: Entry; from: number; to: number; name: string };
export type Part = Piece[];

/** Bytes in a zip beside the content: name twice, headers; generously. */
const overhead = (name: string): number => 2 * Buffer.byteLength(name) + 200;
/** Manifest and signature stand in the last part: about so much for each entry. */
const manifestPerEntry = 420;
const manifestBase = 4_096;

/** `most`: bytes that one archive may have. No input, no output. */
export function partsOf(entries: readonly Entry[], most: number): Part[] {
  const room = most - manifestBase - entries.length * manifestPerEntry;
  const isSingle = entries.reduce((sum, { path, bytes }) => sum + bytes + overhead(path), 0) <= room;
  // Where all fits into one, the manifest is in it; else the last part holds nothing else.
  const limit = isSingle ? room : most - manifestBase;
  const parts: Part[] = [[]];
  let free = limit;
  for (const piece of entries.flatMap((entry) => piecesOf(entry, limit))) {
    const needed = piece.to - piece.from + overhead(piece.name);
    if (needed > free && (parts.at(-1)?.length ?? 0) > 0) {
      parts.push([]);
      free = limit;
    }
    parts.at(-1)?.push(piece);
    free -= needed;
  }
  return isSingle ? parts : [...parts, []];
}

function piecesOf(entry: Entry, limit: number): Piece[] {
  const most = limit - overhead(`${entry.path}.999`);
  if (entry.bytes <= most) return [{ entry, from: 0, to: entry.bytes, name: entry.path }];
  return Array.from({ length: Math.ceil(entry.bytes / most) }, (_, index) => ({
    entry,
    from: index * most,
    to: Math.min(entry.bytes, (index + 1) * most),
    name: `${entry.path}.${String(index + 1).padStart(3, '0')}`,
  }));
}

export const cutEntries = (parts: readonly Part[]): string[] => [
  ...new Set(parts.flat().flatMap(({ entry, name }) => (name === entry.path ? [] : [entry.path]))),
];

export type ArchiveDeps = { read(entry: Entry): Bytes; signer: Pick<Signer, 'sign'> };

/** The files of one part. Reading them fills `hashes`; `withManifest`: manifest and signature come last. */
export function filesOf(
  deps: ArchiveDeps,
  part: Part,
  about: { requestId: string; facts: ExportFacts; hashes: Record<string, string>; withManifest: boolean },
): Packable[] {
  const files = part.map(
    ({ entry, from, to, name }): Packable => ({
      name,
      length: to - from,
      read: () => readPiece(deps.read(entry), { entry, from, to }, about.hashes),
    }),
  );
  if (!about.withManifest) return files;
  const length = manifestOf(about, placeholders(about.facts.entries)).length;
  const signature = (): Promise<Buffer> => signatureOf(deps, manifestOf(about, about.hashes));
  return [
    ...files,
    { name: 'manifest.json', length, read: () => late(async () => manifestOf(about, about.hashes)) },
    { name: 'manifest.sig', length: signatureLength, read: () => late(signature) },
  ];
}

/** What only one of several pieces saw is hashed when the last piece is read, from its beginning. */
export async function* readPiece(bytes: Bytes, { entry, from, to }: Omit<Piece, 'name'>, hashes: Record<string, string>): Bytes {
  const hash = createHash('sha256');
  let at = 0;
  for await (const chunk of bytes) {
    if (at >= to) break;
    hash.update(chunk);
    const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, chunk.length)];
    at += chunk.length;
    if (begin < end) yield begin === 0 && end === chunk.length ? chunk : chunk.subarray(begin, end);
  }
  if (to === entry.bytes) hashes[entry.path] = hash.digest('hex');
}

const placeholders = (entries: readonly Entry[]): Record<string, string> =>
  Object.fromEntries(entries.map(({ path }) => [path, '0'.repeat(64)]));

/** Its length does not depend on the hashes. */
function manifestOf(
  { requestId, facts }: { requestId: string; facts: ExportFacts },
  hashes: Readonly<Record<string, string>>,
): Buffer {
  const files = facts.entries.map(({ path, bytes, mediaType, category, retention }) => {
    const sha256 = hashes[path];
    if (!sha256) throw new Error('A file of the archive was not read before its manifest');
    return { path, bytes, sha256, mediaType, category, source: 'this installation', retention };
  });
  const head = {
    version: 1,
    request: requestId,
    subject: facts.person,
    created: new Date(facts.gatheredAt).toISOString(),
    generator: 'Adwright',
  };
  return Buffer.from(`${JSON.stringify({ ...head, counts: facts.counts, files }, null, 1)}\n`);
}

const signatureLength = JSON.stringify({ keyId: '0'.repeat(16), signature: '0'.repeat(86) }).length + 1;

async function signatureOf({ signer }: ArchiveDeps, manifest: Buffer): Promise<Buffer> {
  const { keyId, signature } = await signer.sign(manifest);
  return Buffer.from(`${JSON.stringify({ keyId, signature })}\n`);
}

async function* late(bytes: () => Promise<Uint8Array>): Bytes {
  yield await bytes();
}
