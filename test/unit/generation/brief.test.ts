import { describe, expect, it } from 'vitest';
import { type BriefRequest, checkBrief, formatsOf } from '../../../src/generation/brief.ts';
import { cleanText } from '../../../src/generation/clean-text.ts';

const request = (change: Partial<BriefRequest>): BriefRequest => ({
  text: 'Good bread',
  words: {},
  places: [],
  film: false,
  wholePhoto: false,
  keepPhotos: false,
  photoCount: 1,
  ...change,
});

const problemsOf = (change: Partial<BriefRequest>): string[] => {
  const checked = checkBrief(request(change));
  return checked.ok ? [] : checked.problem.map((problem) => problem.kind);
};

describe('a brief', () => {
  it('is refused without words, without a photo, with too many, too long, or for an unknown place, all at once', () => {
    expect(problemsOf({ text: '  \u200b ' })).toEqual(['no-words']);
    expect(problemsOf({ text: 'x'.repeat(5_000), photoCount: 0, places: ['myspace'] })).toEqual([
      'too-long',
      'unknown-place',
      'no-photo',
    ]);
    expect(problemsOf({ photoCount: 6 })).toEqual(['too-many-photos']);
  });

  it('asks for all six masters when no place is named, else only for those the places take', () => {
    expect(formatsOf({ places: [], film: false }, { forChat: true })).toHaveLength(6);
    expect(formatsOf({ places: ['snapchat'], film: true }, { forChat: false })).toEqual(['story', 'story-film-6']);
    expect(formatsOf({ places: ['snapchat'], film: true }, { forChat: true })).toEqual(['story', 'story-film', 'story-film-6']);
    expect(formatsOf({ places: [], film: true }, { forChat: false }).slice(6)).toEqual(['story-film-15', 'square-film-15']);
  });
});

describe('text of people', () => {
  it('loses what is invisible or steers, and keeps everything visible as it is', () => {
    expect(cleanText('a\u202Eb\u200Bc\uFEFFd\u0007e')).toBe('abcde');
    expect(cleanText('@everyone <!channel> {{x}} $(y) "quoted" \'text\'')).toBe(
      '@everyone <!channel> {{x}} $(y) "quoted" \'text\'',
    );
    expect(cleanText('  one \t two\r\nthree  ')).toBe('one two\nthree');
    expect(cleanText('Zürich Łódź Αθήνα Київ 東京')).toBe('Zürich Łódź Αθήνα Київ 東京');
  });
});
