import { describe, expect, it } from 'vitest';
import { nextLooks, rankLooks, type Unlooked } from '../../../src/generation/choose-look.ts';
import { lookIds } from '../../../src/generation/recipe.ts';

const brown = [
  { colour: '#8a3b1c', share: 0.6 },
  { colour: '#eadfc8', share: 0.3 },
];
const grey = [{ colour: '#d8d8d6', share: 1 }];

const ad = (known: Partial<Unlooked> & { price?: string; oldPrice?: string; headline?: string } = {}): Unlooked => ({
  route: known.route ?? 'cutout',
  palette: known.palette ?? brown,
  brand: known.brand ?? { name: '', colours: [], webAddress: '' },
  copy: {
    headline: known.headline ?? 'Good coffee',
    body: '',
    button: '',
    price: known.price ?? '',
    oldPrice: known.oldPrice ?? '',
    smallPrint: '',
  },
});

describe('the look of an ad', () => {
  it('is calm by itself and bold where there is a price; a price that fell may lead', () => {
    expect(rankLooks(ad())[0]).toBe('editorial');
    expect(rankLooks(ad({ price: '€5' }))[0]).toBe('block');
    expect(rankLooks(ad({ price: '€5', oldPrice: '€9' })).slice(0, 2)).toEqual(['block', 'offer']);
  });

  it('follows the product: a grey one gets a quiet look sooner, one on white never a dark stage first', () => {
    const places = (look: 'minimal' | 'spotlight', known: Parameters<typeof ad>[0]) => rankLooks(ad(known)).indexOf(look);
    expect(places('minimal', { palette: grey })).toBeLessThan(places('minimal', {}));
    expect(rankLooks(ad({ palette: grey, route: 'multiply' })).at(-1)).not.toBe('minimal');
    expect(places('spotlight', { route: 'multiply' })).toBeGreaterThan(places('spotlight', {}));
  });

  it('is always one of all six, each once', () => {
    expect([...rankLooks(ad({ price: '€5' }))].sort()).toEqual([...lookIds].sort());
  });

  it('is another one every time until all were drawn, then the one drawn longest ago', () => {
    const start = { ...ad(), look: 'editorial' as const };
    const drawn = ['editorial' as (typeof lookIds)[number]];
    for (let turn = 1; turn < lookIds.length; turn += 1)
      drawn.push(nextLooks({ ...start, look: drawn.at(-1) ?? 'editorial' }, drawn)[0] ?? 'editorial');
    expect([...drawn].sort()).toEqual([...lookIds].sort());
    expect(nextLooks({ ...start, look: drawn.at(-1) ?? 'editorial' }, drawn)[0]).toBe('editorial');
  });
});
