/** What a kit and a product bring into an ad. No input, no output. */
import type { Brief } from '../generation/brief.ts';
import { findPrices } from '../generation/copy/prices.ts';
import { splitBrief } from '../generation/copy/split-brief.ts';
import type { Brand, Copy } from '../generation/recipe.ts';
import type { Kit } from './kit.ts';
import type { Product } from './product.ts';
import { readTone } from './read-tone.ts';

const noBrand: Brand = { name: '', colours: [], webAddress: '' };

/** The brief's own words come first: a kit or product fills in only what the text does not say. */
export function applyBrand(
  text: string,
  { kit, product }: { kit: Kit | null; product: Pick<Product, 'facts'> | null },
): Pick<Brief, 'brand' | 'words' | 'voice'> {
  const { labelled, smallPrint } = splitBrief(text);
  const words: Brief['words'] = {};
  if (kit && kit.facts.buttonText !== '' && !labelled.button) words.button = kit.facts.buttonText;
  if (kit && kit.facts.smallPrint !== '' && !labelled.smallPrint && smallPrint.length === 0)
    words.smallPrint = kit.facts.smallPrint;
  const says = labelled.price !== undefined || findPrices(text).length > 0;
  if (product && product.facts.price !== '' && !says) words.price = product.facts.price;
  const brand = kit ? brandOf(kit) : noBrand;
  const voice = readTone(kit?.facts.tone ?? '');
  return {
    words,
    ...(Object.keys(voice).length > 0 ? { voice } : {}),
    brand: { ...brand, webAddress: product?.facts.link || brand.webAddress },
  };
}

const brandOf = ({ id, hasLogo, facts: { name, colours, webAddress, font } }: Kit): Brand => ({
  name,
  colours,
  webAddress,
  kit: { id, hasLogo, ...(font ? { font } : {}) },
});

/** Words of the list that stand on an ad as whole words, as the list writes them. */
export function saidThough(neverSay: readonly string[], copies: readonly Copy[]): string[] {
  const text = copies.flatMap((copy) => Object.values(copy)).join('\n');
  return neverSay.filter((word) => says(text, word));
}

/** Where a word ends is a matter of letters: "cheap" is in "cheap!" and not in "cheaper". Scripts without spaces have no such ends. */
function says(text: string, word: string): boolean {
  const spoken = word.trim().toLowerCase();
  if (spoken === '') return false;
  const within = text.toLowerCase().replace(/\s+/gu, ' ');
  for (let at = within.indexOf(spoken); at >= 0; at = within.indexOf(spoken, at + 1)) {
    const before = within.slice(0, at).at(-1) ?? ' ';
    const after = within.slice(at + spoken.length).at(0) ?? ' ';
    if (!joins(before, spoken.at(0) ?? '') && !joins(spoken.at(-1) ?? '', after)) return true;
  }
  return false;
}

const spaced = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}]/u;
const joins = (left: string, right: string): boolean => spaced.test(left) && spaced.test(right);
