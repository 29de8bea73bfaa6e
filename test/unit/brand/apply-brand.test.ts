import { describe, expect, it } from 'vitest';
import { applyBrand, saidThough } from '../../../src/brand/apply-brand.ts';
import { type Kit, mayChange } from '../../../src/brand/kit.ts';
import { writeCopy } from '../../../src/generation/copy/write-copy.ts';

const kit: Kit = {
  id: 'kit',
  ownerId: 'workspace',
  makerId: 'anna',
  isDefault: true,
  hasLogo: true,
  facts: {
    name: 'Fjord',
    colours: ['#123a5a'],
    webAddress: 'fjord.example',
    buttonText: 'Taste it',
    smallPrint: '18+',
    tone: '',
    neverSay: ['cheap', 'best ever'],
    isOpen: false,
    editors: ['U-CORA'],
    font: null,
  },
};
const product = { facts: { name: 'Cold brew', price: '€19.90', link: 'fjord.example/brew' } };
const copyOf = (text: string, with_: Parameters<typeof applyBrand>[1]) => writeCopy({ text, ...applyBrand(text, with_) }).copy;

describe('what a brand kit brings into an ad', () => {
  it('is name, colours, address and logo, and the texts that the brief does not have', () => {
    const { brand, words } = applyBrand('Good coffee', { kit, product: null });
    expect(brand).toEqual({
      name: 'Fjord',
      colours: ['#123a5a'],
      webAddress: 'fjord.example',
      kit: { id: 'kit', hasLogo: true },
    });
    expect(words).toEqual({ button: 'Taste it', smallPrint: '18+' });
  });

  it('gives way to what the brief itself says', () => {
    const copy = copyOf('Good coffee\nButton: Buy now\nSmall print: Only today', { kit, product: null });
    expect(copy).toMatchObject({ button: 'Buy now', smallPrint: 'Only today' });
    expect(copyOf('Good coffee. While stocks last', { kit, product: null }).smallPrint).toBe('While stocks last');
  });

  it('is nothing where there is no kit', () => {
    expect(applyBrand('Good coffee', { kit: null, product: null })).toEqual({
      words: {},
      brand: { name: '', colours: [], webAddress: '' },
    });
  });
});

describe('what a saved product brings into an ad', () => {
  it('is its price where the brief names none, and its own address', () => {
    expect(copyOf('Good coffee', { kit, product }).price).toBe('€19.90');
    expect(copyOf('Good coffee, only €15', { kit, product }).price).toBe('€15');
    expect(applyBrand('Good coffee', { kit, product }).brand.webAddress).toBe('fjord.example/brew');
  });
});

describe('words that a brand never says', () => {
  const copy = { headline: '', body: '', button: '', price: '', oldPrice: '', smallPrint: '' };
  const said = (headline: string, words: string[]) => saidThough(words, [{ ...copy, headline }]);

  it('are found whatever their case, and across a line', () => {
    expect(said('Not CHEAP, and the best\never', kit.facts.neverSay)).toEqual(['cheap', 'best ever']);
  });

  it('are whole words', () => {
    expect(said('Cheaper than cheaply', ['cheap'])).toEqual([]);
    expect(said('Cheaper, and cheap!', ['cheap'])).toEqual(['cheap']);
    expect(said('No. 1 in Oslo', ['No. 1'])).toEqual(['No. 1']);
    expect(said('No. 12 in Oslo', ['No. 1'])).toEqual([]);
  });

  it('are found within a line of a script that knows no spaces', () => {
    expect(said('日本一のコーヒー', ['日本一'])).toEqual(['日本一']);
  });
});

describe('who may change a kit', () => {
  const user = (name: string, workspaceOwnerId = 'workspace') => ({
    ownerId: name,
    workspaceOwnerId,
    person: `U-${name.toUpperCase()}`,
  });

  it('is its maker, its editors, everybody of the workspace once they say so, and nobody of another', () => {
    const open = { ...kit, facts: { ...kit.facts, isOpen: true } };
    expect(mayChange(kit, user('anna'))).toBe(true);
    expect(mayChange(kit, user('bela'))).toBe(false);
    expect(mayChange(kit, user('cora'))).toBe(true);
    expect(mayChange(kit, user('cora', 'elsewhere'))).toBe(false);
    expect(mayChange(open, user('bela'))).toBe(true);
    expect(mayChange(open, user('anna', 'elsewhere'))).toBe(false);
  });
});
