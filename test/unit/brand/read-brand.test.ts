import { describe, expect, it } from 'vitest';
import { proposedColours, readAddress, readColours, readWords } from '../../../src/brand/read-brand.ts';

describe('colours as people type them', () => {
  it('are read with and without #, long and short, each once', () => {
    expect(readColours('#123A5A, f2b705;\n0b5 #00bb55')).toEqual({ ok: true, value: ['#123a5a', '#f2b705', '#00bb55'] });
    expect(readColours('  ')).toEqual({ ok: true, value: [] });
  });

  it('are refused by name when they are none, and when they are too many', () => {
    expect(readColours('#123a5a navy')).toEqual({ ok: false, problem: { kind: 'no-colour', text: 'navy' } });
    expect(readColours('#111 #222 #333 #444 #555 #666')).toEqual({ ok: false, problem: { kind: 'too-many' } });
  });

  it('are proposed from a palette without black and white where there are others', () => {
    expect(
      proposedColours([
        { colour: '#ffffff', share: 0.6 },
        { colour: '#d600aa', share: 0.3 },
        { colour: '#00ff00', share: 0.02 },
      ]),
    ).toEqual(['#d600aa']);
    expect(proposedColours([{ colour: '#111111', share: 1 }])).toEqual(['#111111']);
  });
});

describe('other things as people type them', () => {
  it('are words, parted by commas or lines, each once', () => {
    expect(readWords('cheap, best ever\ncheap,,')).toEqual(['cheap', 'best ever']);
  });

  it('are web addresses without what nobody reads aloud', () => {
    expect(readAddress(' https://Fjord.example/brew/ ')).toBe('Fjord.example/brew');
  });
});
