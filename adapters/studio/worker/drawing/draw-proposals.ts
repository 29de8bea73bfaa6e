/** Several ideas on one sheet: finished squares side by side, each with its number above it. */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { formats } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { useFont } from '../fonts.ts';
import type { Art } from './art.ts';
import { drawStill } from './draw-still.ts';

/** Pixels. A panel keeps small print readable when the sheet is opened; numbers read in a chat's thumbnail. */
const panel = 840;
const gap = 36;
const head = 108;

const paper = '#f4f4f2';
const ink = '#1b1b1b';

export async function drawProposals(recipes: readonly Recipe[], art: Art): Promise<Canvas> {
  const sheet = createCanvas(recipes.length * panel + (recipes.length + 1) * gap, head + panel + gap);
  const ctx = sheet.getContext('2d');
  ctx.fillStyle = paper;
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  for (const [index, recipe] of recipes.entries()) {
    const { canvas } = await drawStill(recipe, formats.square, art);
    const x = gap + index * (panel + gap);
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(canvas, x, head, panel, panel);
    drawNumber(sheet, index + 1, x + head / 2, head / 2);
  }
  return sheet;
}

function drawNumber(sheet: Canvas, number: number, x: number, y: number): void {
  const ctx = sheet.getContext('2d');
  ctx.fillStyle = ink;
  ctx.beginPath();
  ctx.arc(x, y, 38, 0, Math.PI * 2);
  ctx.fill();
  ctx.fillStyle = paper;
  useFont(ctx, { face: 'geometric-heavy', tracking: 0 }, 46);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(String(number), x, y + 2);
}
