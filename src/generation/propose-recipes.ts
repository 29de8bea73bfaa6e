/** Which ideas are proposed: each with its own look, and its own headline where the brief has more than one. No input, no output. */
import type { Photo } from './ad.ts';
import type { Brief } from './brief.ts';
import { rankLooks } from './choose-look.ts';
import { writeHeadlines } from './copy/write-headlines.ts';
import { planRecipe } from './plan.ts';
import type { Recipe } from './recipe.ts';

const ideas = 3;

/** `round` counts from 1: every round shows other looks, starts with another headline and turns the colours, so that none repeats the one before. */
export function proposeRecipes(brief: Brief, photos: readonly Photo[], round: number): Recipe[] {
  const base = planRecipe(brief, photos);
  const copies = writeHeadlines(brief);
  const looks = [base.look, ...rankLooks(base).filter((look) => look !== base.look)];
  return Array.from({ length: ideas }, (_, index) => {
    const turn = round - 1;
    const copy = copies[(index + turn) % copies.length] ?? base.copy;
    const look = looks[(index + turn * ideas) % looks.length] ?? base.look;
    return { ...base, look, copy, palette: turned(base.palette, turn) };
  });
}

const turned = <T>(list: T[], by: number): T[] => [...list.slice(by % list.length), ...list.slice(0, by % list.length)];
