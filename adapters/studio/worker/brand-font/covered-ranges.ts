/** Which characters a font has a shape for, read from its `cmap` table; throws a RangeError where the table is broken. */
import type { Range } from '../../font-files.ts';

const mostRanges = 20_000;

export function coveredRanges(cmap: Buffer): Range[] {
  const offsets = Array.from({ length: Math.min(cmap.readUInt16BE(2), 32) }, (_, index) => ({
    platform: cmap.readUInt16BE(4 + index * 8),
    encoding: cmap.readUInt16BE(6 + index * 8),
    at: cmap.readUInt32BE(8 + index * 8),
  }));
  const unicode = offsets.filter(
    ({ platform, encoding }) => platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)),
  );
  return unicode.flatMap(({ at }) => rangesAt(cmap, at));
}

function rangesAt(cmap: Buffer, at: number): Range[] {
  switch (cmap.readUInt16BE(at)) {
    case 4:
      return segmentRanges(cmap, at);
    case 12:
      return groupRanges(cmap, at);
    default:
      return [];
  }
}

/** Format 4. A segment may map single characters of it to nothing. */
function segmentRanges(cmap: Buffer, at: number): Range[] {
  const count = cmap.readUInt16BE(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + count * 2];
  const [deltas, offsets] = [starts + count * 2, starts + count * 4];
  const ranges: Range[] = [];
  for (let index = 0; index < count && ranges.length < mostRanges; index += 1) {
    const [from, to] = [cmap.readUInt16BE(starts + index * 2), cmap.readUInt16BE(ends + index * 2)];
    if (from === 0xffff) continue;
    const offset = cmap.readUInt16BE(offsets + index * 2);
    if (offset === 0) {
      ranges.push([from, to]);
      continue;
    }
    const delta = cmap.readUInt16BE(deltas + index * 2);
    for (let code = from; code <= to; code += 1) {
      const glyph = cmap.readUInt16BE(offsets + index * 2 + offset + (code - from) * 2);
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

/** Format 12. */
function groupRanges(cmap: Buffer, at: number): Range[] {
  const count = Math.min(cmap.readUInt32BE(at + 12), mostRanges);
  return Array.from({ length: count }, (_, index) => {
    const group = at + 16 + index * 12;
    return [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)] as const;
  });
}
