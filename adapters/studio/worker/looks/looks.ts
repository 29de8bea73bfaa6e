/** All looks by their ids. */
import type { LookId } from '../../../../src/generation/recipe.ts';
import { block } from './block.ts';
import { editorial } from './editorial.ts';
import type { Look } from './look.ts';
import { magazine } from './magazine.ts';
import { minimal } from './minimal.ts';
import { offer } from './offer.ts';
import { spotlight } from './spotlight.ts';

export const looks: Record<LookId, Look> = { editorial, block, spotlight, magazine, minimal, offer };
