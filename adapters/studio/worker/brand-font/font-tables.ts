/** Finds the tables of a TrueType, OpenType or WOFF2 file. The file may be hostile: nothing is believed, and every reading stays inside it. */
import { brotliDecompressSync } from 'node:zlib';

/** The tables that are looked at. Null: it is no font; `collection`: it holds several. */
export type FontTables = { 'OS/2': Buffer; cmap: Buffer };
export type FoundTables = FontTables | 'collection' | null;

const mostUnpacked = 40_000_000;
const mostTables = 64;

export function fontTables(bytes: Buffer): FoundTables {
  try {
    return readTables(bytes);
  } catch (error) {
    // Whatever a broken file makes these readings say, it is no font; other faults are ours.
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function readTables(bytes: Buffer): FoundTables {
  const tag = bytes.toString('latin1', 0, 4);
  if (tag === 'ttcf') return 'collection';
  if (tag === 'wOF2') return readWoff2(bytes);
  if (tag !== 'OTTO' && tag !== 'true' && bytes.readUInt32BE(0) !== 0x00010000) return null;
  const tables = new Map<string, Buffer>();
  const count = Math.min(bytes.readUInt16BE(4), mostTables);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const start = bytes.readUInt32BE(at + 8);
    tables.set(bytes.toString('latin1', at, at + 4), bytes.subarray(start, start + bytes.readUInt32BE(at + 12)));
  }
  return needed(tables);
}

function needed(tables: ReadonlyMap<string, Buffer>): FontTables | null {
  const [os2, cmap] = [tables.get('OS/2'), tables.get('cmap')];
  return os2 && cmap ? { 'OS/2': os2, cmap } : null;
}

/** Numbers that WOFF2 has in place of names; those of the other tables are of no interest here. */
const namedTables: Readonly<Record<number, string>> = { 0: 'cmap', 6: 'OS/2', 10: 'glyf', 11: 'loca' };
const spelledOut = 63;

/** Tables stand in one compressed stream, in the order of the directory. */
function readWoff2(bytes: Buffer): FoundTables {
  if (bytes.toString('latin1', 4, 8) === 'ttcf') return 'collection';
  const count = Math.min(bytes.readUInt16BE(12), mostTables);
  const reader = { at: 48 };
  const lengths = Array.from({ length: count }, () => readEntry(bytes, reader));
  const stream = brotliDecompressSync(bytes.subarray(reader.at, reader.at + bytes.readUInt32BE(20)), {
    maxOutputLength: mostUnpacked,
  });
  const tables = new Map<string, Buffer>();
  let start = 0;
  for (const { name, length } of lengths) {
    tables.set(name, stream.subarray(start, start + length));
    start += length;
  }
  return needed(tables);
}

function readEntry(bytes: Buffer, reader: { at: number }): { name: string; length: number } {
  const flags = bytes.readUInt8(reader.at++);
  const number = flags & 0x3f;
  let name = namedTables[number] ?? `table ${number}`;
  if (number === spelledOut) {
    name = bytes.toString('latin1', reader.at, reader.at + 4);
    reader.at += 4;
  }
  const length = readBase128(bytes, reader);
  const version = flags >> 6;
  const isTransformed = name === 'glyf' || name === 'loca' ? version !== 3 : version !== 0;
  return { name, length: isTransformed ? readBase128(bytes, reader) : length };
}

function readBase128(bytes: Buffer, reader: { at: number }): number {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes.readUInt8(reader.at++);
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return value;
  }
  throw new RangeError('A length has more than five bytes');
}
