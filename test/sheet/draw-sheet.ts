/** One sheet of a look and a route: a row for every case of text, a column for every format. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Art } from '../../adapters/studio/worker/drawing/art.ts';
import { drawStill } from '../../adapters/studio/worker/drawing/draw-still.ts';
import { useFont } from '../../adapters/studio/worker/fonts.ts';
import { formats, type StillId } from '../../src/generation/formats.ts';
import type { Recipe } from '../../src/generation/recipe.ts';

export type SheetRow = { name: string; recipe: Recipe; art: Art };

const gap = 14;
const head = 26;
const paper = '#e9e9e7';
const ink = '#1b1b1b';

const widthOf = (id: StillId, height: number): number => Math.round((formats[id].width / formats[id].height) * height);

function write(sheet: Canvas, text: string, x: number, y: number): void {
  const ctx = sheet.getContext('2d');
  ctx.fillStyle = ink;
  useFont(ctx, { face: 'sans-semibold', tracking: 0 }, 15);
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x, y);
}

export async function drawSheet(rows: readonly SheetRow[], ids: readonly StillId[], height: number): Promise<Canvas> {
  const width = ids.reduce((sum, id) => sum + widthOf(id, height) + gap, gap);
  const sheet = createCanvas(width, rows.length * (height + head + gap) + gap);
  const ctx = sheet.getContext('2d');
  ctx.fillStyle = paper;
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.imageSmoothingQuality = 'high';
  let y = gap;
  for (const { name, recipe, art } of rows) {
    write(sheet, name, gap, y + head / 2);
    let x = gap;
    for (const id of ids) {
      const { canvas } = await drawStill(recipe, formats[id], art);
      ctx.drawImage(canvas, x, y + head, widthOf(id, height), height);
      x += widthOf(id, height) + gap;
    }
    y += height + head + gap;
  }
  return sheet;
}
