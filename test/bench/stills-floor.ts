/** The floor of the stills, in a plain process: the photo is decoded once, and resized and encoded six times, all at once. */
import sharp from 'sharp';
import { answerQuestions } from './helper-process.ts';
import { timed } from './measure.ts';

export type FloorOrder = { photo: Uint8Array; sizes: { width: number; height: number }[] };
export type FloorAnswer = { ms: number; first: Uint8Array };

/** As in the worker. */
sharp.cache(false);

async function drawSix({ photo, sizes }: FloorOrder): Promise<Buffer[]> {
  const { data, info } = await sharp(photo).raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return Promise.all(
    sizes.map(({ width, height }) =>
      sharp(data, { raw }).resize(width, height, { fit: 'cover' }).jpeg({ quality: 89, chromaSubsampling: '4:4:4' }).toBuffer(),
    ),
  );
}

answerQuestions(async (order) => {
  let drawn: Buffer[] = [];
  const ms = await timed(async () => {
    drawn = await drawSix(order as FloorOrder);
  });
  return { ms, first: drawn[0] ?? new Uint8Array(0) } satisfies FloorAnswer;
});
