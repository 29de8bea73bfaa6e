/** The parts of a scene that move: words, button and stamp. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { chooseInk, paintArrow, paintText, roundBox } from '../drawing/paint.ts';
import { type PlacedButton, type PlacedText, textBox } from '../layout/placed.ts';
import { easeOut, pop, progress } from './motion.ts';
import { type Layer, pictureOf, sprite } from './sprite.ts';

/** A still ground, and layers that move over it, from back to front. */
export type Scene = { ground: Canvas; layers: Layer[] };

const margin = 24;

/** A line of text comes up from behind an edge that is not seen. */
export function textLayers(text: PlacedText, colour: string, from: number, stagger = 0.14): Layer[] {
  const { fitted } = text;
  const box = textBox(text);
  return fitted.lines.map((line, index) => {
    const above = Math.ceil(margin + fitted.px * 0.3);
    const lineText: PlacedText = { ...text, fitted: { ...fitted, lines: [line] }, align: 'left', x: margin, top: above };
    const picture = pictureOf(line.width + 2 * margin, fitted.px * 1.45 + above, (ctx) => paintText(ctx, lineText, colour));
    const lead = text.align === 'left' ? 0 : text.align === 'right' ? 1 : 0.5;
    // Whole pixels where it comes to rest, so that its edges are sharp.
    const left = Math.round(box.x + (box.width - line.width) * lead - margin);
    const top = Math.round(box.y + index * fitted.leading - above);
    const at = { x: left + picture.width / 2, y: top + picture.height / 2 };
    const seen = { x: left, y: top, width: picture.width, height: picture.height };
    const window = {
      box: seen,
      path(ctx: SKRSContext2D) {
        ctx.beginPath();
        ctx.rect(seen.x, seen.y, seen.width, seen.height);
      },
    };
    const start = from + index * stagger;
    return (seconds) => {
      const part = easeOut(progress(seconds, start, 0.6));
      if (part <= 0) return null;
      if (part >= 1) return sprite(picture, at);
      return sprite(picture, { x: at.x, y: at.y + (1 - part) * fitted.px * 1.15 }, { window, alpha: Math.min(1, part * 1.6) });
    };
  });
}

/** A short line in the accent's colour that draws itself. */
export function ruleLayer(box: { x: number; y: number; width: number; height: number }, colour: string, from: number): Layer {
  const picture = pictureOf(box.width, box.height, (ctx) => {
    ctx.fillStyle = colour;
    roundBox(ctx, { x: 0, y: 0, width: box.width, height: box.height }, box.height / 2);
    ctx.fill();
  });
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return (seconds) => {
    const part = easeOut(progress(seconds, from, 0.7));
    if (part <= 0) return null;
    if (part >= 1) return sprite(picture, at);
    const seen = { ...box, width: box.width * part };
    const path = (ctx: SKRSContext2D) => {
      ctx.beginPath();
      ctx.rect(seen.x, seen.y, seen.width, seen.height);
    };
    return sprite(picture, at, { window: { box: seen, path } });
  };
}

/** The pill comes as one piece and breathes on the beat, so that the eye ends on it. */
export function buttonLayer(
  button: PlacedButton,
  colours: { fill: string; ink: string },
  { from, beat }: { from: number; beat: number },
): Layer {
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
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const breathing = Math.ceil((from + 0.8) / (2 * beat)) * 2 * beat;
  return (seconds) => {
    const part = easeOut(progress(seconds, from, 0.5));
    if (part <= 0) return null;
    const since = seconds - breathing;
    const breath = since < 0 || since > 4 * beat ? 0 : progress(since % (2 * beat), 0, 0.42);
    const scale = 1 + 0.05 * Math.sin(Math.PI * breath);
    return sprite(picture, { x: middle.x, y: middle.y + (1 - part) * 50 }, { scale, alpha: part });
  };
}

/** A disc with the price, stamped on. */
export const stampLayer =
  (picture: Canvas, middle: { x: number; y: number }, from: number, angle: number): Layer =>
  (seconds) => {
    const part = progress(seconds, from, 0.5);
    if (part <= 0) return null;
    const rest = (1 - easeOut(part)) * angle;
    return sprite(picture, middle, { scale: Math.max(0.01, pop(part)), angle: rest, alpha: Math.min(1, part * 4) });
  };

/** The ink of each text, measured on the ground it will stand on. */
export function inkOn(ground: Canvas, texts: PlacedText[]): Map<PlacedText, string> {
  const ctx = ground.getContext('2d');
  return new Map(texts.map((text) => [text, chooseInk(ctx, text, 4.6).colour]));
}
