/** Banners show what they have room for: from all that is known down to the headline alone, never type that is too small. */
import type { Format } from '../../../../src/generation/formats.ts';
import type { Recipe } from '../../../../src/generation/recipe.ts';
import { smallestPx } from '../layout/words.ts';
import { NoRoom } from '../looks/compose.ts';
import { allTexts, type StillScene } from '../looks/look.ts';
import { looks } from '../looks/looks.ts';
import type { Art } from './art.ts';

type Known = { recipe: Recipe; art: Art };

const copyWithout = ({ recipe, art }: Known, words: Partial<Recipe['copy']>): Known => ({
  art,
  recipe: { ...recipe, copy: { ...recipe.copy, ...words } },
});

const brandWithout = ({ recipe, art }: Known, words: Partial<Recipe['brand']>): Known => ({
  art,
  recipe: { ...recipe, brand: { ...recipe.brand, ...words } },
});

/** A price whose conditions cannot be shown is not shown either. */
function versions(all: Known): Known[] {
  const noAddress = brandWithout(all, { webAddress: '' });
  const noBody = copyWithout(noAddress, { body: '' });
  const noName = brandWithout({ ...noBody, art: { ...noBody.art, logo: null } }, { name: '' });
  const price = all.recipe.copy.smallPrint === '' ? [noName, copyWithout(noName, { oldPrice: '' })] : [noName];
  const noPrice = copyWithout(noBody, { price: '', oldPrice: '', smallPrint: '' });
  const bare = copyWithout(noName, { price: '', oldPrice: '', smallPrint: '' });
  return [all, noAddress, noBody, ...price, noPrice, bare, copyWithout(bare, { button: '' })];
}

/** A headline this much larger than the smallest type is seen first; more words are not worth less than that, a button is. */
const [clear, stillClear] = [1.7, 1.2];

const headlineOf = (scene: StillScene): number =>
  allTexts(scene).find(({ role }) => role === 'headline')?.fitted.px ?? Number.POSITIVE_INFINITY;

/** A button, and still more a price, is read at a glance or not at all. */
const isWhole = (scene: StillScene): boolean =>
  allTexts(scene).every(({ role, fitted }) => fitted.lines.length === 1 || !['button', 'price', 'old-price'].includes(role));

type Shown = { scene: StillScene; art: Art };

/** Null where these words leave no room. */
async function tryVersion({ recipe, art }: Known, format: Format, isFixed: boolean): Promise<Shown | null> {
  try {
    return { scene: await looks[recipe.look].compose({ recipe, art, format, isFixed }), art };
  } catch (error) {
    if (error instanceof NoRoom) return null;
    throw error;
  }
}

export async function composeDisplay(recipe: Recipe, format: Format, art: Art): Promise<Shown> {
  const all = versions({ recipe, art });
  let largest: Shown | null = null;
  for (const known of all) {
    const shown = await tryVersion(known, format, true);
    if (!shown || !isWhole(shown.scene)) continue;
    const isBare = known.recipe.copy.price === '' && known.recipe.copy.body === '';
    if (headlineOf(shown.scene) >= (isBare ? stillClear : clear) * smallestPx(format)) return shown;
    if (!largest || headlineOf(shown.scene) > headlineOf(largest.scene)) largest = shown;
  }
  const last = all.at(-1);
  const shown = largest ?? (last && (await tryVersion(last, format, false)));
  if (!shown) throw new NoRoom(format.id);
  return shown;
}

const silent = { headline: '', body: '', button: '', price: '', oldPrice: '', smallPrint: '' };

/** The picture of the look, and not a word. */
export const composeClean = (recipe: Recipe, format: Format, art: Art): Promise<StillScene> =>
  looks[recipe.look].compose({
    recipe: { ...recipe, copy: silent, brand: { ...recipe.brand, name: '', webAddress: '' } },
    format,
    art: { ...art, logo: null },
  });
