/** How a look appears in the film: its type, its grounds and its colours. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../../../src/generation/formats.ts';
import type { LookId, Recipe } from '../../../../src/generation/recipe.ts';
import { drawGrain } from '../drawing/grain.ts';
import { archPath } from '../drawing/paint.ts';
import type { TypeScale } from '../layout/words.ts';
import { blockTheme, blockType } from '../looks/block-theme.ts';
import { editorialTheme, editorialType } from '../looks/editorial-theme.ts';
import { paintStage } from '../looks/spotlight.ts';
import { spotlightTheme, spotlightType } from '../looks/spotlight-theme.ts';

export type SceneName = 'hook' | 'proof' | 'offer';
export type GroundWish = { width: number; height: number; wordsEnd: number; picture: Box };

export type FilmStyle = {
  scale: TypeScale;
  /** Style of the sentence in the middle scene. */
  statement: TypeScale['headline'];
  button: { fill: string; ink: string };
  badge: { fill: string; ink: string; radius: number; ring: boolean };
  shadow: string;
  /** The edge that wipes one scene away. */
  wipe: string;
  /** Radians; a product that stands is not tilted. */
  tilt: number;
  /** The shape through which a photo is seen; it bleeds off below. */
  windowPath(ctx: SKRSContext2D, window: Box): void;
  paintGround(ctx: SKRSContext2D, scene: SceneName, wish: GroundWish): void;
};

function editorialFilm(recipe: Recipe): FilmStyle {
  const theme = editorialTheme(recipe);
  const scale = editorialType(theme);
  const isCutout = recipe.route === 'cutout';
  return {
    scale,
    statement: { ...scale.headline, style: { ...scale.headline.style, lineHeight: 1.16 }, size: 66, maxLines: 5 },
    button: { fill: theme.accent, ink: theme.onAccent },
    badge: { fill: theme.accent, ink: theme.onAccent, radius: 104, ring: true },
    shadow: theme.shadow,
    wipe: theme.accent,
    tilt: 0,
    windowPath: (ctx, window) => archPath(ctx, window, window.width / 2),
    paintGround(ctx, scene, { width, height, picture }) {
      const isDeep = scene === 'proof' && isCutout;
      const wash = ctx.createLinearGradient(0, 0, width * 0.4, height);
      wash.addColorStop(0, isDeep ? theme.archLight : theme.paper);
      wash.addColorStop(1, isDeep ? theme.arch : theme.paperShade);
      ctx.fillStyle = wash;
      ctx.fillRect(0, 0, width, height);
      if (isCutout && scene !== 'proof') {
        const floor = picture.y + picture.height;
        ctx.fillStyle = theme.arch;
        const arch = { x: width / 2 - 380, y: picture.y, width: 760, height: picture.height };
        archPath(ctx, arch, arch.width / 2);
        ctx.fill();
        ctx.fillStyle = theme.ink;
        ctx.fillRect(0, Math.round(floor), width, 3);
      }
      drawGrain(ctx, width, height, 0.08);
    },
  };
}

function blockFilm(recipe: Recipe): FilmStyle {
  const theme = blockTheme(recipe);
  const scale = blockType(theme);
  const drop = 250;
  const slope = (ctx: SKRSContext2D, width: number, top: number, low: number) => {
    ctx.beginPath();
    ctx.moveTo(0, top);
    ctx.lineTo(width, top + drop);
    ctx.lineTo(width, low);
    ctx.lineTo(0, low);
    ctx.closePath();
  };
  return {
    scale,
    statement: {
      ...scale.body,
      style: { face: 'geometric-heavy', tracking: -0.012, lineHeight: 1.2 },
      size: 58,
      maxLines: 5,
    },
    button: { fill: theme.accent, ink: theme.onAccent },
    badge: { fill: theme.accent, ink: theme.onAccent, radius: 128, ring: false },
    shadow: theme.shadow,
    wipe: theme.accent,
    tilt: -0.125,
    windowPath: (ctx, window) => slope(ctx, window.width, window.y, window.y + window.height),
    paintGround(ctx, scene, { width, height, wordsEnd }) {
      const isField = scene === 'proof';
      ctx.fillStyle = isField ? theme.field : theme.panel;
      ctx.fillRect(0, 0, width, height);
      ctx.fillStyle = isField ? theme.panel : theme.field;
      slope(ctx, width, wordsEnd + 30, height);
      ctx.fill();
      ctx.strokeStyle = theme.accent;
      ctx.lineWidth = 16;
      ctx.beginPath();
      ctx.moveTo(0, wordsEnd + 30);
      ctx.lineTo(width, wordsEnd + 30 + drop);
      ctx.stroke();
      drawGrain(ctx, width, height, 0.07);
    },
  };
}

function spotlightFilm(recipe: Recipe): FilmStyle {
  const theme = spotlightTheme(recipe);
  const scale = spotlightType(theme);
  return {
    scale,
    statement: { ...scale.headline, style: { ...scale.headline.style, lineHeight: 1.18 }, size: 58, maxLines: 5 },
    button: { fill: theme.accent, ink: theme.onAccent },
    badge: { fill: theme.accent, ink: theme.onAccent, radius: 108, ring: false },
    shadow: theme.shadow,
    wipe: theme.accent,
    tilt: 0,
    windowPath(ctx, window) {
      ctx.beginPath();
      ctx.roundRect(window.x, window.y, window.width, window.height + 80, 56);
    },
    paintGround(ctx, scene, { width, height, picture }) {
      const close = { x: 150, y: picture.y, width: width - 300, height: (height - picture.y) * 1.3 };
      const standing = { x: width / 2 - 220, y: picture.y, width: 440, height: picture.height };
      paintStage(ctx, { width, height }, scene === 'proof' ? close : standing, theme);
      drawGrain(ctx, width, height, 0.1);
    },
  };
}

export const filmStyles: Record<LookId, (recipe: Recipe) => FilmStyle> = {
  editorial: editorialFilm,
  block: blockFilm,
  spotlight: spotlightFilm,
  magazine: editorialFilm,
  minimal: editorialFilm,
  offer: blockFilm,
};
