/** A scene of the film: a still ground and layers that move over it. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { chooseInk, paintArrow, paintText, roundBox } from '../drawing/paint.ts';
import type { PlacedButton, PlacedText } from '../layout/placed.ts';
import { textBox } from '../layout/placed.ts';
import { easeOut, pop, progress } from './timeline.ts';

/** Draws itself as it is `seconds` after its scene began. */
export type Layer = { draw(ctx: SKRSContext2D, seconds: number): void };
export type Scene = { ground: Canvas; layers: Layer[] };

export function drawScene(ctx: SKRSContext2D, scene: Scene, seconds: number): void {
  ctx.drawImage(scene.ground, 0, 0);
  for (const layer of scene.layers) layer.draw(ctx, seconds);
}

const margin = 24;

/** Paints once into a picture of its own, which is then only moved. */
export function pictureOf(width: number, height: number, paint: (ctx: SKRSContext2D) => void): Canvas {
  const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
  paint(canvas.getContext('2d'));
  return canvas;
}

/** A text rises into place line by line. */
export function textLayers(text: PlacedText, colour: string, from: number, stagger = 0.16): Layer[] {
  const { fitted } = text;
  const box = textBox(text);
  return fitted.lines.map((line, index) => {
    const height = fitted.px * 1.9;
    const lineText: PlacedText = {
      ...text,
      fitted: { ...fitted, lines: [line] },
      align: 'left',
      x: margin,
      top: margin + fitted.px * 0.3,
    };
    const picture = pictureOf(line.width + 2 * margin, height + margin, (ctx) => paintText(ctx, lineText, colour));
    const x =
      text.align === 'left'
        ? box.x
        : text.align === 'right'
          ? box.x + box.width - line.width
          : box.x + (box.width - line.width) / 2;
    const y = box.y + index * fitted.leading - margin - fitted.px * 0.3;
    const start = from + index * stagger;
    return {
      draw(ctx, seconds) {
        const part = easeOut(progress(seconds, start, 0.55));
        if (part <= 0) return;
        ctx.globalAlpha = part;
        ctx.drawImage(picture, x - margin, y + (1 - part) * Math.min(70, fitted.px * 0.7));
        ctx.globalAlpha = 1;
      },
    };
  });
}

/** The pill comes as one piece and breathes once, so that the eye ends on it. */
export function buttonLayer(button: PlacedButton, colours: { fill: string; ink: string }, from: number): Layer {
  const { box } = button;
  const dx = margin - box.x;
  const dy = margin - box.y;
  const picture = pictureOf(box.width + 2 * margin, box.height + 2 * margin, (ctx) => {
    ctx.fillStyle = colours.fill;
    roundBox(ctx, { ...box, x: margin, y: margin }, box.height / 2);
    ctx.fill();
    paintText(ctx, { ...button.label, x: button.label.x + dx, top: button.label.top + dy }, colours.ink);
    paintArrow(ctx, { ...button.arrow, x: button.arrow.x + dx, y: button.arrow.y + dy }, colours.ink);
  });
  return {
    draw(ctx, seconds) {
      const part = easeOut(progress(seconds, from, 0.5));
      if (part <= 0) return;
      const beat = progress(seconds, from + 0.9, 0.5);
      const scale = 1 + 0.045 * Math.sin(Math.PI * beat);
      ctx.globalAlpha = part;
      drawAround(ctx, picture, { x: box.x + box.width / 2, y: box.y + box.height / 2 + (1 - part) * 50 }, scale);
      ctx.globalAlpha = 1;
    },
  };
}

/** A disc with the price, stamped on. */
export function stampLayer(picture: Canvas, middle: { x: number; y: number }, from: number, angle: number): Layer {
  return {
    draw(ctx, seconds) {
      const part = progress(seconds, from, 0.5);
      if (part <= 0) return;
      ctx.globalAlpha = Math.min(1, part * 4);
      drawAround(ctx, picture, middle, Math.max(0.01, pop(part)), (1 - easeOut(part)) * angle);
      ctx.globalAlpha = 1;
    },
  };
}

export function drawAround(
  ctx: SKRSContext2D,
  picture: Canvas,
  middle: { x: number; y: number },
  scale: number,
  angle = 0,
): void {
  ctx.save();
  ctx.translate(middle.x, middle.y);
  if (angle !== 0) ctx.rotate(angle);
  ctx.scale(scale, scale);
  ctx.drawImage(picture, -picture.width / 2, -picture.height / 2);
  ctx.restore();
}

/** The ink of each text, measured on the ground it will stand on. */
export function inkOn(ground: Canvas, texts: PlacedText[]): Map<PlacedText, string> {
  const ctx = ground.getContext('2d');
  return new Map(texts.map((text) => [text, chooseInk(ctx, text, 4.6).colour]));
}
