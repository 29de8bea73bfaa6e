/** What a layout consists of: placed text, the button, the badge and the picture, and the report that tests read. */
import { z } from 'zod';
import type { Box } from '../../../../src/generation/formats.ts';
import type { FittedText } from '../text/fit-text.ts';

export const textRoleSchema = z.enum(['headline', 'body', 'button', 'price', 'old-price', 'small-print', 'brand', 'address']);
export type TextRole = z.infer<typeof textRoleSchema>;

export type Align = 'left' | 'center' | 'right';

export type PlacedText = {
  role: TextRole;
  fitted: FittedText;
  align: Align;
  /** The left edge, the middle or the right edge, as `align` says. */
  x: number;
  /** Top of the ink. */
  top: number;
  /** In order of preference; the first that reads on the pixels behind it is taken. */
  colours: readonly string[];
  isStruck?: boolean;
};

export type PlacedButton = { box: Box; label: PlacedText; arrow: { x: number; y: number; length: number; weight: number } };
export type PlacedBadge = { x: number; y: number; radius: number; texts: PlacedText[] };

const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** What was drawn where, in pixels of the file; for the log and the tests. */
export const layoutReportSchema = z.object({
  texts: z.array(
    z.object({
      role: textRoleSchema,
      lines: z.array(z.string()),
      box: boxSchema,
      px: z.number(),
      colour: z.string(),
      isLarge: z.boolean(),
      contrast: z.number(),
    }),
  ),
  product: boxSchema,
  /** `plate`: the colour behind a logo that would not be seen without one. */
  logo: z.object({ box: boxSchema, plate: z.string().nullable() }).nullable(),
});
export type LayoutReport = z.infer<typeof layoutReportSchema>;

export function textBox(text: PlacedText): Box {
  const { width, height } = text.fitted;
  const x = text.align === 'left' ? text.x : text.align === 'right' ? text.x - width : text.x - width / 2;
  return { x, y: text.top, width, height };
}

export const right = (box: Box) => box.x + box.width;
export const bottom = (box: Box) => box.y + box.height;

export const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

export const intersects = (a: Box, b: Box) => a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);

export const isInside = (inner: Box, outer: Box, slack = 0.5) =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  right(inner) <= right(outer) + slack &&
  bottom(inner) <= bottom(outer) + slack;

/** Beyond this a product's own pixels would be seen. */
const mostEnlarged = 1.3;

/** The product's box: as large as the zone and its own pixels allow, standing on the zone's floor or lifted towards its ceiling (1). */
export function standIn(zone: Box, art: { width: number; height: number }, at: number, lifted = 0): Box {
  const scale = Math.max(0.01, Math.min(zone.width / art.width, zone.height / art.height, mostEnlarged));
  const width = art.width * scale;
  const height = art.height * scale;
  return { x: zone.x + (zone.width - width) * at, y: bottom(zone) - height - (zone.height - height) * lifted, width, height };
}
