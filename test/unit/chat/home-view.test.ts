import { describe, expect, it } from 'vitest';
import { isShowable } from '../../../src/chat/library.ts';
import { type HomeFacts, homeView } from '../../../src/chat/views/home-view.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import type { AdState } from '../../../src/generation/ad.ts';

const words = wordingIn('en');
const brand = { name: '', colours: [], webAddress: '' };
const brief = { words: {}, brand, places: [], film: false, wholePhoto: false, keepPhotos: true };

const ad = (id: string, state: AdState) => ({
  id,
  state,
  version: 1,
  brief: { ...brief, text: `Coffee ${id}` },
  recipe: null,
  createdAt: 0,
});

const shown = (facts: Partial<HomeFacts>) => {
  const view = homeView(words, {
    ads: [],
    isShowable,
    kits: [],
    audience: 'here',
    keepsPhotos: null,
    partners: [],
    agreed: [],
    ...facts,
  });
  const text = view.lines.map(({ spans }) =>
    spans.map((span) => (typeof span === 'object' && 'bold' in span ? span.bold : span)).join(''),
  );
  return { text: text.join('\n'), buttons: view.buttons, primary: view.buttons.filter(({ style }) => style === 'primary') };
};

describe("the bot's own page", () => {
  it('has one clear next step: the first ad', () => {
    const { text, primary } = shown({});
    expect(text).toContain('Next: make your first ad');
    expect(primary).toMatchObject([{ action: 'make-ad' }]);
  });

  it('then the choice that waits, which one press brings back', () => {
    const { text, primary, buttons } = shown({ ads: [ad('a', 'delivered'), ad('b', 'choosing'), ad('c', 'drawing')] });
    expect(text).toContain('Next: choose one of the three ideas for "Coffee b"');
    expect(primary).toMatchObject([{ action: 'show-ad', value: 'b' }]);
    expect(buttons.filter(({ action }) => action === 'show-ad').map(({ value }) => value)).toEqual(['b', 'a']);
  });

  it('then a brand, and when there is one, another ad', () => {
    const ads = [ad('a', 'delivered'), ad('b', 'failed')];
    expect(shown({ ads })).toMatchObject({ primary: [{ action: 'new-kit' }], text: expect.stringContaining('Brand: none yet') });
    const branded = shown({ ads, kits: [{ name: 'Fjord', isDefault: true }] });
    expect(branded.primary).toMatchObject([{ action: 'make-ad' }]);
    expect(branded.text).toContain('Brand: "Fjord", wherever no other is chosen');
    expect(branded.buttons.map(({ value }) => value)).toContain('b');
  });

  it('says what was agreed to: to nothing yet, how photos are kept, and which partners get something', () => {
    const partners = [
      { id: 'one', name: 'One AI', isReady: true },
      { id: 'two', name: 'Two AI', isReady: true },
      { id: 'off', name: 'Off AI', isReady: false },
    ];
    expect(shown({}).text).toMatch(/not agreed to anything yet.*\n?.*No AI partner is connected/su);
    expect(shown({ keepsPhotos: true }).text).toContain('photos are kept');
    expect(shown({ keepsPhotos: false }).text).toContain('photos are forgotten');
    expect(shown({ partners }).text).toContain('One AI and Two AI. You have agreed to none');
    const given = shown({ partners, agreed: ['two', 'off'] });
    expect(given.text).toContain('you agreed to Two AI. You can withdraw');
    expect(given.text).not.toContain('Off AI');
    expect(given.buttons.map(({ action }) => action)).not.toContain('give-consent');
  });
});
