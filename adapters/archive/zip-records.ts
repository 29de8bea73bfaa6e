/** The records around the files of a zip (PKWARE APPNOTE 6.3.10, chapter 4), for files that are stored as they are. */

/** `length` in bytes. */
type Named = { name: string; length: number };
/** `at`: where its local header begins. */
export type Written = Named & { crc: number; at: number };

/** What 32 bits cannot say stands in 64 elsewhere. */
const most32 = 0xffff_ffff;
const most16 = 0xffff;
const isLarge = ({ length }: Pick<Named, 'length'>): boolean => length >= most32;

const version = { plain: 20, large: 45 } as const;
const madeOnUnix = 3 << 8;
/** Sum and lengths follow the file; names are UTF-8. */
const flags = 0x0808;
/** One for all says nothing of anybody. Noon, so that no time zone moves it to another day. */
const when = { date: ((2026 - 1980) << 9) | (1 << 5) | 1, time: 12 << 11 } as const;
/** A plain file that its owner may change. */
const attributes = 0o100644 * 0x1_0000;

type Field = [bytes: 2 | 4 | 8, value: number];

function record(fields: readonly Field[], ...rest: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) head.writeBigUInt64LE(BigInt(value), at);
    else head.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return Buffer.concat([head, ...rest]);
}

/** `values`: 64 bits each. */
function extra(values: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0);
  return record([[2, 1], [2, 8 * values.length], ...values.map((value): Field => [8, value])]);
}

const common = (needed: number): Field[] => [
  [2, needed],
  [2, flags],
  [2, 0],
  [2, when.time],
  [2, when.date],
];

export function localHeader(file: Named): Buffer {
  const name = Buffer.from(file.name);
  const large = extra(isLarge(file) ? [0, 0] : []);
  const length = isLarge(file) ? most32 : 0;
  const fields: Field[] = [
    [4, 0x0403_4b50],
    ...common(isLarge(file) ? version.large : version.plain),
    [4, 0],
    [4, length],
    [4, length],
    [2, name.length],
    [2, large.length],
  ];
  return record(fields, name, large);
}

export function descriptor(file: Written): Buffer {
  const size = isLarge(file) ? 8 : 4;
  return record([
    [4, 0x0807_4b50],
    [4, file.crc],
    [size, file.length],
    [size, file.length],
  ]);
}

export function centralHeader(file: Written): Buffer {
  const name = Buffer.from(file.name);
  const isFar = file.at >= most32;
  const large = extra([...(isLarge(file) ? [file.length, file.length] : []), ...(isFar ? [file.at] : [])]);
  const needed = large.length > 0 ? version.large : version.plain;
  const length = isLarge(file) ? most32 : file.length;
  const fields: Field[] = [
    [4, 0x0201_4b50],
    [2, madeOnUnix | needed],
    ...common(needed),
    [4, file.crc],
    [4, length],
    [4, length],
    [2, name.length],
    [2, large.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, attributes],
    [4, isFar ? most32 : file.at],
  ];
  return record(fields, name, large);
}

/** `at`: where the central headers begin; `length`: of all of them. */
export function endOf({ count, at, length }: { count: number; at: number; length: number }): Buffer {
  const end = record([
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, most16)],
    [2, Math.min(count, most16)],
    [4, Math.min(length, most32)],
    [4, Math.min(at, most32)],
    [2, 0],
  ]);
  if (count < most16 && length < most32 && at < most32) return end;
  const large = record([
    [4, 0x0606_4b50],
    [8, 44],
    [2, madeOnUnix | version.large],
    [2, version.large],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, at],
  ]);
  const locator = record([
    [4, 0x0706_4b50],
    [4, 0],
    [8, at + length],
    [4, 1],
  ]);
  return Buffer.concat([large, locator, end]);
}
