/** Writes the records of a person into sealed objects of the media store, so that their lengths are known before anything is handed over. */
import { z } from 'zod';
import type { ContentDeps } from '../../../generation/contents.ts';
import type { Bytes } from '../../../generation/ports.ts';
import { wordingIn } from '../../wording/wording.ts';
import type { Entry, ExportFacts } from './export-facts.ts';
import {
  accountOf,
  adsOf,
  brandsOf,
  consentsOf,
  disclosuresOf,
  type GatherDeps,
  identitiesOf,
  type MediaEntry,
  mediaOf,
  messagesOf,
  productsOf,
  requestsOf,
  type Subject,
  usageOf,
} from './gather.ts';
import { pageOf } from './page.ts';
import { notIncluded, type RecordName, recordFiles, recordSchemas } from './records.ts';

export type WriteDeps = ContentDeps & GatherDeps & { escapeHtml(text: string): string };

type Gather<Of> = (deps: GatherDeps, of: Of) => AsyncGenerator<unknown>;

/** One member after the other. */
const ofEach = <Value>(gather: (deps: GatherDeps, who: Subject['members'][number]) => AsyncGenerator<Value>) =>
  async function* (deps: GatherDeps, { members }: Subject): AsyncGenerator<Value> {
    for (const who of members) yield* gather(deps, who);
  };

const gatherers: Record<RecordName, Gather<Subject>> = {
  account: accountOf,
  identities: ofEach(identitiesOf),
  consents: ofEach(consentsOf),
  ads: ofEach(adsOf),
  products: ofEach(productsOf),
  brands: ofEach(brandsOf),
  disclosures: ofEach(disclosuresOf),
  requests: ofEach(requestsOf),
  usage: usageOf,
  messages: ofEach(messagesOf),
};

const schemaPath = (file: string): string => `schema/${file.replace(/\.jsonl?$/u, '.schema.json')}`;

/** The entries of the archive in their order, without what is written last (manifest and signature). */
export async function writeSections(
  deps: WriteDeps,
  requestId: string,
  subject: Subject,
  { locale, gatheredAt }: Pick<ExportFacts, 'locale' | 'gatheredAt'>,
): Promise<{ entries: Entry[]; counts: Record<string, number> }> {
  const entries: Entry[] = [];
  const counts: Record<string, number> = {};
  const save = async (path: string, category: Entry['category'], mediaType: string, bytes: Bytes): Promise<void> => {
    const id = `${requestId}-${entries.length}`;
    const key = await deps.keyring.open(`request:${requestId}`);
    const length = await deps.media.put({ area: 'exports', id, key }, bytes);
    const retention = category === 'requests' || category === 'usage' ? '24-hours' : 'until-deleted';
    entries.push({ path, mediaType, category, retention, bytes: length, source: { from: 'section', id } });
  };
  for (const name of Object.keys(gatherers) as RecordName[]) {
    const category = name;
    const counted = countedRecords(gatherers[name](deps, subject), (count) => {
      counts[name] = count;
    });
    const file = recordFiles[name];
    await save(file, category, file.endsWith('l') ? 'application/jsonl' : 'application/json', written(file, name, counted));
    await save(
      schemaPath(file),
      category,
      'application/schema+json',
      jsonOf(z.toJSONSchema(recordSchemas[name], { unrepresentable: 'any' })),
    );
  }
  await save('not-included.json', 'account', 'application/json', jsonOf(notIncluded));
  const media = await measured(deps, ofEach(mediaOf)(deps, subject));
  counts['media'] = media.length;
  const about = { madeAt: gatheredAt, entries: [...entries], ads: ofEach(adsOf)(deps, subject) };
  const wording = wordingIn(locale);
  await save('index.html', 'account', 'text/html', pageOf(wording, locale, about, deps.escapeHtml));
  await save('README.txt', 'account', 'text/plain', text(wording.exportPage.readme.join('\n')));
  return { entries: [...entries.slice(-2), ...entries.slice(0, -2), ...media], counts };
}

async function* countedRecords(records: AsyncGenerator<unknown>, told: (count: number) => void): AsyncGenerator<unknown> {
  let count = 0;
  for await (const record of records) {
    count += 1;
    yield record;
  }
  told(count);
}

/** Each record is checked against the schema that is shipped with it. */
async function* written(file: string, name: RecordName, records: AsyncGenerator<unknown>): Bytes {
  const isLines = file.endsWith('.jsonl');
  const isOne = name === 'account';
  let isFirst = true;
  if (!isLines && !isOne) yield Buffer.from('[');
  for await (const record of records) {
    const json = JSON.stringify(recordSchemas[name].parse(record));
    yield Buffer.from(isLines ? `${json}\n` : isFirst || isOne ? json : `,\n${json}`);
    isFirst = false;
  }
  if (!isLines && !isOne) yield Buffer.from(']\n');
}

async function* jsonOf(value: unknown): Bytes {
  yield Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

async function* text(words: string): Bytes {
  yield Buffer.from(`${words}\n`);
}

/** The lengths of what no row tells, by reading it once. */
async function measured(deps: ContentDeps, media: AsyncGenerator<MediaEntry>): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of media) {
    const bytes = entry.bytes ?? (await lengthOf(readEntry(deps, entry, '')));
    entries.push({ ...entry, bytes });
  }
  return entries;
}

async function lengthOf(bytes: Bytes): Promise<number> {
  let length = 0;
  for await (const part of bytes) length += part.length;
  return length;
}

/** The bytes of an entry, decrypted. */
export async function* readEntry(deps: ContentDeps, { source }: Pick<Entry, 'source'>, requestId: string): Bytes {
  switch (source.from) {
    case 'section':
      return yield* deps.media.get({ area: 'exports', id: source.id, key: await deps.keyring.open(`request:${requestId}`) });
    case 'creative':
      return yield* deps.media.get({ area: 'creatives', id: source.id, key: await deps.keyring.open(`ad:${source.adId}`) });
    case 'photo':
      return yield* deps.media.get({ area: source.area, id: source.id, key: await deps.keyring.open(`photo:${source.id}`) });
    case 'font':
      return yield* deps.media.get({ area: 'fonts', id: source.id, key: await deps.keyring.open(`kit:${source.id}`) });
    case 'logo':
      return yield* deps.media.get({ area: 'logos', id: source.id, key: await deps.keyring.open(`kit:${source.id}`) });
  }
}
