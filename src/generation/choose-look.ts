/** Chooses a look, and the next ones when the person wants another. */
import { type LookId, lookIds } from './recipe.ts';

/** A price wants the retail look; everything else starts calm. */
export function chooseLook(has: { price: boolean }): LookId {
  return has.price ? 'block' : 'editorial';
}

/** All other looks in their order: first those that no version was drawn in, then those drawn longest ago. `drawn`: oldest first. */
export function nextLooks(look: LookId, drawn: readonly LookId[]): LookId[] {
  const start = lookIds.indexOf(look);
  const others = lookIds.map((_, step) => lookIds[(start + step + 1) % lookIds.length] ?? look).filter((other) => other !== look);
  const fresh = others.filter((other) => !drawn.includes(other));
  const seen = others.filter((other) => drawn.includes(other)).sort((a, b) => drawn.lastIndexOf(a) - drawn.lastIndexOf(b));
  return [...fresh, ...seen];
}
