import { describe, expect, it } from 'vitest';
import { readArguments, readBrand } from '../../../adapters/terminal/read-arguments.ts';

const problemsOf = (...more: string[]): string[] => {
  const read = readArguments(['--photo', 'a.jpg', '--brief', 'Good coffee', '--out', 'ads', ...more]);
  return read.kind === 'wrong' ? read.problems : [];
};

describe('what is typed behind npm run ad', () => {
  it('names the option that is too long', () => {
    expect(problemsOf('--headline', 'x'.repeat(95), '--cta', 'y'.repeat(40), '--old-price', '9'.repeat(31))).toEqual([
      expect.stringMatching(/^--headline: This has 95 characters; 90 fit/),
      expect.stringMatching(/^--cta: This has 40 characters; 32 fit/),
      expect.stringMatching(/^--old-price: This has 31 characters; 30 fit/),
    ]);
  });

  it('takes colours of a brand in capitals, and a file that begins with a byte order mark', () => {
    expect(readBrand('\uFEFF{"colours":["#7A2E12"]}')).toEqual({ ok: true, value: { colours: ['#7a2e12'] } });
  });

  it.each([
    ['{"colours":["brown"]}', 'colours.0: must look like #7a2e12'],
    ['{"colour":[]}', 'colour'],
    ['{"name":3}', 'name: '],
    ['{name:1}', 'it is not JSON: '],
  ])('says what is wrong in the brand file %s', (text, words) => {
    expect(readBrand(text)).toEqual({ ok: false, problem: expect.stringContaining(words) });
  });
});
