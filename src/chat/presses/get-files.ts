/** Get files: the pack for the places chosen, with its texts, to the person alone. Anyone who sees an ad may have it. */
import { AppError } from '../../errors.ts';
import type { Ad, Creative } from '../../generation/ad.ts';
import { collect, once } from '../../generation/contents.ts';
import { filesBeside } from '../../generation/film/beside-film.ts';
import { type ManifestFile, manifestOf } from '../../generation/pack/manifest.ts';
import { packName, planPack } from '../../generation/pack/plan-pack.ts';
import type { Recipe } from '../../generation/recipe.ts';
import type { OutgoingFile } from '../chat-adapter.ts';
import { packMessagePrefix, packPrefix } from '../conversation-store.ts';
import { type FittedFiles, fitFiles } from '../fit-files.ts';
import { fileName } from '../outgoing-file.ts';
import { postOnce } from '../post-once.ts';
import { journalOf } from '../show-progress.ts';
import { chatFor } from '../start-ad.ts';
import { packText, packView } from '../views/pack-views.ts';
import type { Wording } from '../wording/wording.ts';
import { type CarryOutDeps, type Deed, say } from './press.ts';

/** More than this many files come as a zip as well as one by one, so that a phone can still open each. Fewer come with their texts beside them. */
const mostSingly = 3;

export const getFiles: Deed = async (deps, { intakeId, request, ad, words }) => {
  if (ad.state !== 'delivered' || !ad.recipe) return say(deps, request, words.notFinished);
  const chat = chatFor(deps, request.place.platform);
  const direct = await chat.openDirect(request.person).catch(closedAsNull);
  if (!direct) return say(deps, request, words.filesNeedDirect);
  const packed = { ...ad, recipe: ad.recipe, places: ad.brief.places };
  const most = chat.limits(direct).fileBytes;
  const fitted = await fitFiles(deps, await deps.steps.creatives(ad.id), most);
  const altText = fitted.files[0]?.creative.altText ?? '';
  const view = packView(words, packed, altText, { notes: notesOn(words, fitted, most) });
  const once = { adId: ad.id, key: `${packMessagePrefix}${intakeId}`, place: direct, message: view };
  const message = await postOnce(deps.conversations, chat, once).catch(closedAsNull);
  if (!message) return say(deps, request, words.filesNeedDirect);
  const files = await packFiles(deps, { words, packed, fitted, altText, most });
  const journal = journalOf(deps.conversations, ad.id);
  await chat.deliverFiles(
    message,
    files.map((file) => ({ ...file, key: `${packPrefix}${intakeId} ${file.key}` })),
    journal,
  );
  if (request.place.channel !== direct.channel) await say(deps, request, words.filesSent);
  return 'done';
};

const notesOn = (words: Wording, { smaller, tooLarge }: FittedFiles, most: number): string[] => [
  ...(smaller.length > 0 ? [words.pack.smaller(smaller.length, most)] : []),
  ...(tooLarge.length > 0 ? [words.pack.tooLarge(tooLarge.map(fileName))] : []),
];

function closedAsNull(error: unknown): null {
  if (error instanceof AppError && error.code === 'chat-direct-closed') return null;
  throw error;
}

type Packing = {
  words: Wording;
  packed: Ad & { recipe: Recipe; places: string[] };
  fitted: FittedFiles;
  altText: string;
  /** Bytes of one file. */
  most: number;
};

type Single = OutgoingFile & { creative: Creative };

async function packFiles(deps: CarryOutDeps, packing: Packing): Promise<OutgoingFile[]> {
  const { words, packed, fitted, altText, most } = packing;
  const creatives = fitted.files.map(({ creative }) => creative);
  const single = planPack(packed, creatives).flatMap(({ name, creativeId }): Single[] => {
    const found = fitted.files.find(({ creative }) => creative.id === creativeId);
    return found ? [{ ...found.file, key: name, name, title: name, creative: found.creative }] : [];
  });
  const extras = [textFile('texts.txt', 'text/plain', packText(words, packed, altText)), await manifestFile(packing, single)];
  const beside = await besideFilms(deps, packing, single);
  if (single.length <= mostSingly) return [...single, ...beside, ...extras.map((extra) => singly(extra, packing))];
  // A picture that serves several places is handed over once beside the zip, under its first name.
  const once = single.filter((file, index) => single.findIndex((other) => other.creative === file.creative) === index);
  return [...zipsOf(await inGroups(deps, [...extras, ...beside], single, most), packing), ...once];
}

/** Captions, storyboard and poster of each film, once, however many places it serves. */
async function besideFilms(deps: CarryOutDeps, { packed, words }: Packing, files: readonly Single[]): Promise<OutgoingFile[]> {
  const films = files.filter((file, index) => files.findIndex((other) => other.creative.id === file.creative.id) === index);
  const altText = words.pack.title(packed.recipe.copy.headline);
  // The sandbox ends the work by itself when it takes too long.
  const { signal } = new AbortController();
  const made: OutgoingFile[] = [];
  for (const { creative, name: of } of films) {
    for (const { name, mediaType, bytes } of await filesBeside(deps, { recipe: packed.recipe, creative, name: of, signal }))
      made.push({ key: name, name, title: name, mediaType, altText, length: bytes.length, read: () => once(bytes) });
  }
  return made;
}

type PackPart = Pick<OutgoingFile, 'name' | 'length' | 'read'>;
type Zip = { length: number; read: OutgoingFile['read'] };

/** One zip, or several where one would be larger than the platform takes; the texts and the manifest are in the first. */
async function inGroups(deps: CarryOutDeps, extras: PackPart[], files: Single[], most: number): Promise<Zip[]> {
  const groups: PackPart[][] = [extras];
  let room = most - overhead(extras);
  for (const file of files) {
    if (room < overhead([file]) && (groups.at(-1)?.length ?? 0) > 0) {
      groups.push([]);
      room = most;
    }
    groups.at(-1)?.push(file);
    room -= overhead([file]);
  }
  return Promise.all(groups.map((group) => deps.archiver.zip(group)));
}

/** Bytes in a zip: content, name twice, headers; generously. */
const overhead = (files: readonly { name: string; length: number }[]): number =>
  files.reduce((sum, { name, length }) => sum + length + 2 * Buffer.byteLength(name) + 200, 0);

function zipsOf(zips: Zip[], { packed, words }: Packing): OutgoingFile[] {
  return zips.map((zip, index) => {
    const part = zips.length > 1 ? `_part${index + 1}` : '';
    const name = `${packName(packed)}_v${packed.version}${part}.zip`;
    const altText = words.pack.title(packed.recipe.copy.headline);
    return { key: name, name, title: name, mediaType: 'application/zip', altText, ...zip };
  });
}

/** Outside of a zip its name has to say what it belongs to. */
function singly({ mediaType, length, read, ...extra }: TextFile, { packed, words }: Packing): OutgoingFile {
  const name = `${packName(packed)}_v${packed.version}_${extra.name}`;
  return { key: name, name, title: name, mediaType, altText: words.pack.title(packed.recipe.copy.headline), length, read };
}

type TextFile = ReturnType<typeof textFile>;

const textFile = (name: string, mediaType: string, text: string) => ({
  name,
  mediaType,
  length: Buffer.byteLength(text),
  read: () => once(Buffer.from(text)),
});

/** So that nobody need guess how a file was made, or whether it was altered. */
async function manifestFile({ packed }: Packing, files: readonly Single[]) {
  const { recipe, version } = packed;
  const told: ManifestFile[] = [];
  for (const { name, mediaType, altText, creative, read } of files) {
    const { width, height } = creative;
    told.push({ name, mediaType, width, height, altText, bytes: await collect(read()) });
  }
  return textFile('manifest.json', 'application/json', manifestOf({ recipe, version, madeBy: 'studio', files: told }));
}
