/** The jobs a worker can do; it does exactly one. */
import { type Format, formats } from '../../../src/generation/formats.ts';
import type { PhotoFacts } from '../../../src/generation/photo.ts';
import type { DrawingPhoto } from '../../../src/generation/ports.ts';
import type { Recipe } from '../../../src/generation/recipe.ts';
import {
  type DrawnMessage,
  drawFilmHeaderSchema,
  drawProposalsHeaderSchema,
  drawStillsHeaderSchema,
  type FittedMessage,
  type FontMessage,
  fitFileHeaderSchema,
  type LogoMessage,
  type MeasuredMessage,
  type PreparedMessage,
  type SheetMessage,
  type ShownMessage,
  showFilmHeaderSchema,
} from '../messages.ts';
import { altTextOf } from './alt-text.ts';
import { type BrandFont, checkFont, openBrandFont } from './brand-font/brand-font.ts';
import { openArt } from './drawing/art.ts';
import { drawProposals } from './drawing/draw-proposals.ts';
import { composeScene, encodeJpeg, encodePng, paintStill } from './drawing/draw-still.ts';
import { drawFilm } from './film/draw-film.ts';
import { showFilm } from './film/show-film.ts';
import { fitFilm } from './fit/fit-film.ts';
import { fitStill } from './fit/fit-still.ts';
import { markBytes, markerFor } from './mark/mark-file.ts';
import { measureFile, measureOwnPicture } from './measure/measure-file.ts';
import { prepareLogo } from './prepare/prepare-logo.ts';
import { preparePhoto } from './prepare/prepare-photo.ts';

type Message =
  | PreparedMessage
  | LogoMessage
  | FontMessage
  | DrawnMessage
  | SheetMessage
  | FittedMessage
  | ShownMessage
  | MeasuredMessage;
export type Send = (message: Message, blob?: Uint8Array) => void;

async function runPreparePhoto(blobs: Uint8Array[], send: Send): Promise<void> {
  const outcome = await preparePhoto(blobs[0] ?? new Uint8Array(0));
  if (!outcome.ok) return send({ part: 'problem', problem: outcome.problem });
  send({ part: 'photo' }, outcome.value.photo);
  if (outcome.value.cutout) send({ part: 'cutout' }, outcome.value.cutout);
  send({ part: 'facts', facts: outcome.value.facts });
}

async function runPrepareLogo(blobs: Uint8Array[], send: Send): Promise<void> {
  const outcome = await prepareLogo(blobs[0] ?? new Uint8Array(0));
  if (!outcome.ok) return send({ part: 'problem', problem: outcome.problem });
  send({ part: 'logo', palette: outcome.value.palette }, outcome.value.logo);
}

type BrandHeader = { hasLogo: boolean; hasFont: boolean };

const logoOf = ({ hasLogo, hasFont }: BrandHeader, blobs: Uint8Array[]) =>
  hasLogo ? (blobs.at(hasFont ? -2 : -1) ?? null) : null;

/** The brand's own font, where the recipe still wants it. */
function fontOf({ hasFont }: BrandHeader, blobs: Uint8Array[], recipe: Recipe | undefined): BrandFont | null {
  const [bytes, use] = [hasFont ? blobs.at(-1) : undefined, recipe?.brand.kit?.font];
  return bytes && use ? openBrandFont(bytes, use) : null;
}

function photosOf(entries: { facts: PhotoFacts; hasCutout: boolean }[], blobs: Uint8Array[]): DrawingPhoto[] {
  let next = 0;
  const take = () => {
    const blob = blobs[next];
    next += 1;
    if (!blob) throw new Error('A blob is missing');
    return blob;
  };
  return entries.map(({ facts, hasCutout }) => ({ facts, photo: take(), cutout: hasCutout ? take() : null }));
}

async function runDrawStills(header: unknown, blobs: Uint8Array[], send: Send): Promise<void> {
  const work = drawStillsHeaderSchema.parse(header);
  const [photo] = photosOf(work.photos, blobs);
  if (!photo) throw new Error('No photo');
  const art = await openArt(photo, logoOf(work, blobs), fontOf(work, blobs, work.recipe));
  const altText = altTextOf(work.recipe, 'still');
  const mark = markerFor(work.marking);
  let sending: Promise<void> = Promise.resolve();
  let done = 0;
  const scenes = work.formats.map((id) => ({ id, scene: composeScene(work.recipe, formats[id], art) }));
  // Whichever fails first is awaited in its turn; the others must not count as unhandled before that.
  for (const { scene } of scenes) scene.catch(() => {});
  for (const { id, scene } of scenes) {
    const format: Format = formats[id];
    const { width, height } = format;
    const { canvas, report } = paintStill(await scene, format);
    const mediaType = format.mediaType ?? 'image/jpeg';
    const room = format.mostBytes && format.mostBytes - markBytes(work.marking);
    const encoding = (mediaType === 'image/png' ? encodePng(canvas) : encodeJpeg(canvas, room)).then((bytes) =>
      mark(bytes, mediaType),
    );
    const before = sending;
    const measuring = encoding.then(({ bytes }) => measureOwnPicture(Buffer.from(bytes)));
    sending = Promise.all([encoding, measuring, before]).then(([{ bytes, isSigned }, measured]) => {
      send({ part: 'file', format: id, mediaType, width, height, altText, isSigned, layout: report, measured }, bytes);
      done += 1;
      send({ part: 'progress', done: done / work.formats.length });
    });
    sending.catch(() => {});
    // Two at once are encoded while the next one is painted; of more the memory would be missed.
    await before;
  }
  await sending;
}

async function runDrawProposals(header: unknown, blobs: Uint8Array[], send: Send): Promise<void> {
  const work = drawProposalsHeaderSchema.parse(header);
  const [photo] = photosOf(work.photos, blobs);
  if (!photo) throw new Error('No photo');
  const sheet = await drawProposals(
    work.recipes,
    await openArt(photo, logoOf(work, blobs), fontOf(work, blobs, work.recipes[0])),
  );
  send({ part: 'sheet', width: sheet.width, height: sheet.height }, await encodeJpeg(sheet));
}

async function runDrawFilm(header: unknown, blobs: Uint8Array[], send: Send): Promise<void> {
  const work = drawFilmHeaderSchema.parse(header);
  const format = formats[work.format];
  const photos = photosOf(work.photos, blobs);
  const brand = { logo: logoOf(work, blobs), font: fontOf(work, blobs, work.recipe) };
  const film = await drawFilm({ recipe: work.recipe, photos, ...brand, format }, (done) => send({ part: 'progress', done }));
  const { width, height } = format;
  const altText = altTextOf(work.recipe, 'film');
  const mediaType = 'video/mp4';
  const { bytes, isSigned } = await markerFor(work.marking)(film, mediaType);
  send({ part: 'file', format: work.format, mediaType, width, height, altText, isSigned, layout: null, measured: null }, bytes);
}

async function runShowFilm(header: unknown, blobs: Uint8Array[], send: Send): Promise<void> {
  const { marking, ...shots } = showFilmHeaderSchema.parse(header);
  const mark = markerFor(marking);
  const { poster, storyboard } = await showFilm(blobs[0] ?? new Uint8Array(0), shots);
  for (const [part, picture] of [
    ['poster', poster],
    ['storyboard', storyboard],
  ] as const) {
    const { bytes, isSigned } = await mark(picture, 'image/jpeg');
    send({ part, isSigned }, bytes);
  }
}

async function runMeasure(blobs: Uint8Array[], send: Send): Promise<void> {
  const facts = await measureFile(blobs[0] ?? new Uint8Array(0)).catch(() => null);
  send(facts ? { part: 'measured', facts } : { part: 'not-readable' });
}

async function runFit(header: unknown, blobs: Uint8Array[], send: Send): Promise<void> {
  const { plan, marking } = fitFileHeaderSchema.parse(header);
  const mark = markerFor(marking);
  const source = blobs[0] ?? new Uint8Array(0);
  const fitted = plan.kind === 'still' ? await fitStill(source, plan, mark) : await fitFilm(source, plan, mark);
  if (!fitted) return send({ part: 'too-large' });
  const { bytes, isSigned, width, height } = fitted;
  send({ part: 'fitted', width, height, isSigned }, bytes);
}

export async function runJob(job: { kind: string; header: unknown }, blobs: Uint8Array[], send: Send): Promise<void> {
  switch (job.kind) {
    case 'prepare-photo':
      return await runPreparePhoto(blobs, send);
    case 'prepare-logo':
      return await runPrepareLogo(blobs, send);
    case 'check-font':
      return send({ part: 'font', problem: checkFont(blobs[0] ?? new Uint8Array(0)) });
    case 'draw-proposals':
      return await runDrawProposals(job.header, blobs, send);
    case 'draw-stills':
      return await runDrawStills(job.header, blobs, send);
    case 'draw-film':
      return await runDrawFilm(job.header, blobs, send);
    case 'show-film':
      return await runShowFilm(job.header, blobs, send);
    case 'measure-file':
      return await runMeasure(blobs, send);
    case 'fit-file':
      return await runFit(job.header, blobs, send);
    default:
      throw new Error('Unknown kind of job');
  }
}
