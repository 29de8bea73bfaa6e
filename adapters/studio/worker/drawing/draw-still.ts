/** Draws one still: picture first, then each text in the colour that reads on the pixels behind it. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Format } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { registerCharacters } from '../fonts.ts';
import { type LayoutReport, textBox } from '../layout/placed.ts';
import { unitOf, wordsOf } from '../layout/words.ts';
import { collisions } from '../looks/compose.ts';
import { allTexts, type StillScene } from '../looks/look.ts';
import { looks } from '../looks/looks.ts';
import type { Art } from './art.ts';
import { composeClean, composeDisplay } from './compose-display.ts';
import { type LogoArt, paintLogo, plateFor } from './logo.ts';
import { chooseInk, paintText } from './paint.ts';

/** A scene with the logo that its columns have a place for. */
export type Composition = StillScene & { logo: LogoArt | null };

export type DrawnStill = { canvas: Canvas; report: LayoutReport };

/** `withText: false` leaves the letters out, so that tests can see what is behind them. */
export async function drawStill(recipe: Recipe, format: Format, art: Art, options = { withText: true }): Promise<DrawnStill> {
  return paintStill(await composeScene(recipe, format, art), format, options);
}

/** Measures, places and resizes; several may be under way at once, because sharp works beside this thread. */
export async function composeScene(recipe: Recipe, format: Format, art: Art): Promise<Composition> {
  registerCharacters(Object.values(wordsOf(recipe)).join(''));
  switch (format.kind) {
    case 'display': {
      const shown = await composeDisplay(recipe, format, art);
      return { ...shown.scene, logo: shown.art.logo };
    }
    case 'clean':
      return { ...(await composeClean(recipe, format, art)), logo: null };
    case 'still':
    case 'variant':
    case 'film':
      return { ...(await looks[recipe.look].compose({ recipe, format, art })), logo: art.logo };
  }
}

export function paintStill(scene: Composition, format: Format, options = { withText: true }): DrawnStill {
  const problems = collisions(
    { arrangement: { columns: scene.columns, picture: scene.product }, product: scene.product, badge: scene.badge },
    format.safe,
  );
  if (problems.length > 0) throw new Error(`${format.id}: ${problems.join('; ')}`);
  const canvas = createCanvas(format.width, format.height);
  const ctx = canvas.getContext('2d');
  scene.paintUnderText(ctx);
  const logo = placeLogo(ctx, scene);
  const largeFrom = 60 * unitOf(format);
  // No text touches another, so all inks are chosen first: reading pixels between two texts would finish the drawing each time.
  const inked = allTexts(scene).map((text) => {
    const isLarge = text.fitted.px >= largeFrom;
    return { text, isLarge, ink: chooseInk(ctx, text, isLarge ? 3.2 : 4.6) };
  });
  const texts = inked.map(({ text, isLarge, ink }) => {
    if (options.withText) paintText(ctx, text, ink.colour);
    return {
      role: text.role,
      lines: text.fitted.lines.map((line) => line.text),
      box: textBox(text),
      px: text.fitted.px,
      colour: ink.colour,
      isLarge,
      contrast: Math.round(ink.contrast * 100) / 100,
    };
  });
  return { canvas, report: { texts, product: scene.product, logo } };
}

function placeLogo(ctx: SKRSContext2D, { logo, columns }: Composition): LayoutReport['logo'] {
  const box = columns.find((column) => column.logo)?.logo;
  if (!logo || !box) return null;
  const plate = plateFor(ctx, logo, box);
  paintLogo(ctx, logo, box, plate);
  return { box, plate };
}

/** The best of these whose file is small enough. */
const qualities = [89, 84, 78, 70, 60, 48] as const;

export const encodePng = (canvas: Canvas): Promise<Buffer> =>
  sharp(canvas.data(), { raw: { width: canvas.width, height: canvas.height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer();

/** `mostBytes`: of the file; absent: any. */
export async function encodeJpeg(canvas: Canvas, mostBytes = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const { width, height } = canvas;
  const pixels = canvas.data();
  let file = Buffer.alloc(0);
  for (const quality of qualities) {
    file = await sharp(pixels, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .jpeg({ quality, chromaSubsampling: '4:4:4' })
      .toBuffer();
    if (file.length <= mostBytes) return file;
  }
  return file;
}
