import { describe, expect, it } from 'vitest';
import { rulesAtFirst } from '../../../src/accounts/workspace-rules.ts';
import { adminView, type ListedAd } from '../../../src/chat/views/admin-view.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';

const ad = (changed: Partial<ListedAd>): ListedAd => ({
  id: 'a',
  title: 'Better coffee',
  state: 'choosing',
  person: 'anna',
  createdAt: Date.UTC(2026, 2, 5, 14, 5),
  ahead: null,
  ...changed,
});
const storage = { usedMb: 12, mostMb: 5_000, percent: 0, isNearlyFull: false, isFull: false };
const view = (open: ListedAd[], finished: ListedAd[] = [], more = 0, used = storage) =>
  adminView(wordingIn('en'), { rules: rulesAtFirst('everyone'), storage: used, open, more, finished });
const said = (shown: ReturnType<typeof view>) => shown.lines.map(({ spans }) => spans);

describe('what admins see', () => {
  it('is the rules, the room that is used, and who waits where in line', () => {
    const shown = said(view([ad({ state: 'queued', ahead: 1 })]));
    expect(shown).toContainEqual(['Everyone may use me, in every channel. Ads under way per person: 30 at most.']);
    expect(shown).toContainEqual(['Storage: 12 of 5,000 MB (0 %).']);
    expect(shown).toContainEqual([
      expect.stringContaining('1. Better coffee: place 2 in the queue, Mar 5, 14:05 UTC'),
      ' · ',
      { person: 'anna' },
    ]);
  });

  it('names a private ad only as that', () => {
    expect(said(view([ad({ title: null })]))).toContainEqual([
      expect.stringContaining('1. private ad: '),
      ' · ',
      { person: 'anna' },
    ]);
  });

  it('has a button to stop what is under way, and one to delete what is finished', () => {
    const { buttons } = view([ad({ id: 'one' }), ad({ id: 'two' })], [ad({ id: 'done', state: 'delivered' })]);
    expect(buttons.map(({ action, value, label }) => [action, value, label])).toEqual([
      ['workspace-rules', 'rules', 'Change the rules'],
      ['cancel-ad', 'one', 'Stop 1'],
      ['cancel-ad', 'two', 'Stop 2'],
      ['delete-ad', 'done', 'Delete 3'],
    ]);
    expect(buttons[3]?.confirm).toBeDefined();
  });

  it('warns before the storage is full, and says that nothing is being made', () => {
    const shown = said(view([], [], 0, { ...storage, percent: 83, isNearlyFull: true }));
    expect(shown).toContainEqual([expect.stringContaining('83 % full')]);
    expect(shown).toContainEqual(['Nothing is being made right now.']);
    expect(said(view([ad({})], [], 7))).toContainEqual(['And 7 more.']);
  });
});
