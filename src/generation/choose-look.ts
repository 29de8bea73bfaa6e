/** Chooses a look, and the next one when the person wants another. */
import { type LookId, lookIds } from './recipe.ts';

/** A price wants the retail look; everything else starts calm. */
export function chooseLook(has: { price: boolean }): LookId {
  return has.price ? 'block' : 'editorial';
}

export function nextLook(look: LookId): LookId {
  return lookIds[(lookIds.indexOf(look) + 1) % lookIds.length] ?? lookIds[0];
}
