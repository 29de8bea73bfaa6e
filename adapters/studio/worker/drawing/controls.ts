/** Paints the button and the price badge, which lie over ground and picture. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { withAlpha } from '../colour/tone.ts';
import type { PlacedBadge, PlacedButton } from '../layout/placed.ts';
import type { Composed } from '../looks/compose.ts';
import { paintArrow, roundBox } from './paint.ts';

export type ControlStyle = {
  fill: string;
  ink: string;
  /** Part of the button's height that its corners are rounded by; 0.5 makes a pill. */
  round: number;
  shadow: string;
  /** Opacity of the badge's shadow, and its reach in radii. */
  shade: { alpha: number; blur: number; drop: number };
  /** A thin ring inside the badge. */
  hasRing?: boolean;
};

function paintButton(ctx: SKRSContext2D, button: PlacedButton, style: ControlStyle): void {
  ctx.fillStyle = style.fill;
  roundBox(ctx, button.box, button.box.height * style.round);
  ctx.fill();
  paintArrow(ctx, button.arrow, style.ink);
}

function disc(ctx: SKRSContext2D, { x, y }: PlacedBadge, radius: number): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

function paintBadge(ctx: SKRSContext2D, badge: PlacedBadge, { fill, ink, shadow, shade, hasRing }: ControlStyle): void {
  ctx.save();
  ctx.shadowColor = withAlpha(shadow, shade.alpha);
  ctx.shadowBlur = badge.radius * shade.blur;
  ctx.shadowOffsetY = badge.radius * shade.drop;
  ctx.fillStyle = fill;
  disc(ctx, badge, badge.radius);
  ctx.fill();
  ctx.restore();
  if (!hasRing) return;
  ctx.strokeStyle = ink;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = Math.max(1.5, badge.radius * 0.018);
  disc(ctx, badge, badge.radius * 0.9);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

export function paintControls(ctx: SKRSContext2D, { arrangement, badge }: Composed, style: ControlStyle): void {
  for (const { button } of arrangement.columns) if (button) paintButton(ctx, button, style);
  if (badge) paintBadge(ctx, badge, style);
}
