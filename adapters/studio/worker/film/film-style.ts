/** How a look appears in the film: its type, its grounds, its colours, and how one scene takes the place of another. */
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
import { type GroundWish, isClose, pictureField, slopeLine, slopePath } from './film-ground.ts';
import type { Shape } from './sprite.ts';

/** `slant`: a slanted edge sweeps across. `rise`: the next scene comes up from below. `iris`: it opens from the middle. */
export type Transition = 'slant' | 'rise' | 'iris';

/** Something of the ground that moves on its own, at another speed than the product before it. `box`: where it comes to rest. */
export type Backdrop = { shape: Shape; box: Box };

export type FilmStyle = {
  scale: TypeScale;
  /** Style of the sentence in the middle scenes. */
  statement: TypeScale['headline'];
  button: { fill: string; ink: string };
  badge: { fill: string; ink: string; radius: number; ring: boolean };
  /** The short line under a headline. */
  rule: string;
  shadow: string;
  transition: Transition;
  /** The edge of a scene that comes. */
  edge: string;
  /** Radians; a product that stands is not tilted. */
  tilt: number;
  /** The shape through which a photo is seen, inside the part of the frame that is the picture's. */
  windowPath(ctx: SKRSContext2D, wish: GroundWish): void;
  /** What stands still. */
  paintGround(ctx: SKRSContext2D, wish: GroundWish): void;
  /** Null where nothing of the ground moves. */
  backdrop(wish: GroundWish): Backdrop | null;
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
    rule: theme.accent,
    shadow: theme.shadow,
    transition: 'rise',
    edge: theme.accent,
    tilt: 0,
    windowPath(ctx, wish) {
      const field = pictureField(wish, 56);
      const inset = wish.side === 'left' ? { ...field, y: 70, width: field.width - 70, height: field.height - 70 } : field;
      archPath(ctx, inset.x === 0 ? { ...inset, x: 64, width: inset.width - 128 } : inset, inset.width / 2);
    },
    paintGround(ctx, { scene, width, height, picture }) {
      const isDeep = isClose(scene) && isCutout;
      const wash = ctx.createLinearGradient(0, 0, width * 0.4, height);
      wash.addColorStop(0, isDeep ? theme.archLight : theme.paper);
      wash.addColorStop(1, isDeep ? theme.arch : theme.paperShade);
      ctx.fillStyle = wash;
      ctx.fillRect(0, 0, width, height);
      if (isCutout && !isDeep) {
        ctx.fillStyle = theme.ink;
        ctx.fillRect(0, Math.round(picture.y + picture.height), width, 3);
      }
      drawGrain(ctx, width, height, 0.08);
    },
    backdrop({ scene, picture }) {
      if (!isCutout || isClose(scene)) return null;
      const width = Math.min(760, picture.height * 0.85, picture.width * 0.94);
      const box = { x: picture.x + (picture.width - width) / 2, y: picture.y, width, height: picture.height };
      const fill = (ctx: SKRSContext2D) => {
        ctx.fillStyle = theme.arch;
        archPath(ctx, { ...box, x: 0, y: 0 }, width / 2);
        ctx.fill();
      };
      return { shape: { width: box.width, height: box.height, fill }, box };
    },
  };
}

function blockFilm(recipe: Recipe): FilmStyle {
  const theme = blockTheme(recipe);
  const scale = blockType(theme);
  const gap = 30;
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
    rule: theme.accent,
    shadow: theme.shadow,
    transition: 'slant',
    edge: theme.accent,
    tilt: -0.125,
    windowPath: (ctx, wish) => slopePath(ctx, wish, gap + 8),
    paintGround(ctx, wish) {
      const { scene, width, height } = wish;
      const isField = isClose(scene);
      ctx.fillStyle = isField ? theme.field : theme.panel;
      ctx.fillRect(0, 0, width, height);
      ctx.fillStyle = isField ? theme.panel : theme.field;
      slopePath(ctx, wish, gap);
      ctx.fill();
      const [x1, y1, x2, y2] = slopeLine(wish, gap);
      ctx.strokeStyle = theme.accent;
      ctx.lineWidth = 16;
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.lineTo(x2, y2);
      ctx.stroke();
      drawGrain(ctx, width, height, 0.07);
    },
    backdrop: () => null,
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
    rule: theme.accent,
    shadow: theme.shadow,
    transition: 'iris',
    edge: theme.accent,
    tilt: 0,
    windowPath(ctx, wish) {
      const { x, y, width, height } = pictureField(wish, 48);
      ctx.beginPath();
      if (wish.side === 'left') ctx.roundRect(x, 60, width - 60, height - 120, 48);
      else ctx.roundRect(x + 50, y, width - 100, height + 80, 56);
    },
    paintGround(ctx, { scene, width, height, picture }) {
      const middle = picture.x + picture.width / 2;
      const close = { x: middle - picture.width * 0.35, y: picture.y, width: picture.width * 0.7, height: picture.height * 1.3 };
      const slim = Math.min(440, picture.width * 0.5);
      const standing = { x: middle - slim / 2, y: picture.y, width: slim, height: picture.height };
      paintStage(ctx, { width, height }, isClose(scene) ? close : standing, theme);
      drawGrain(ctx, width, height, 0.1);
    },
    backdrop: () => null,
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
