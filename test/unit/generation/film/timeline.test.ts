/** When what is seen and read in a film. */
import { describe, expect, it } from 'vitest';
import { captionsOf } from '../../../../src/generation/film/captions.ts';
import { beats, moodOf } from '../../../../src/generation/film/moods.ts';
import { framesOf, planScenes, readingSeconds, secondsOf } from '../../../../src/generation/film/timeline.ts';
import { filmIds, formats } from '../../../../src/generation/formats.ts';
import { type Copy, lookIds } from '../../../../src/generation/recipe.ts';

const copy: Copy = {
  headline: 'Fjord cold brew coffee',
  body: 'Smooth and never bitter. Steeped for eighteen hours in small batches.',
  button: 'Shop now',
  price: '€19.90',
  oldPrice: '€24.90',
  smallPrint: '',
};
const lengths = [...new Set(filmIds.map((id) => formats[id].seconds))];
const planned = (look: (typeof lookIds)[number], seconds: number, over: Partial<Copy> = {}) =>
  planScenes({ look, copy: { ...copy, ...over } }, secondsOf(framesOf(seconds)));

describe('the length of a film', () => {
  it('is just over 6 seconds where 6 are the least, and under 6 where 6 are the most', () => {
    const exact = (seconds: number) => secondsOf(framesOf(seconds));
    expect(exact(6)).toBeGreaterThan(6);
    expect(exact(6)).toBeLessThan(6.1);
    expect(exact(5.9)).toBeLessThan(5.95);
    expect(exact(15)).toBeGreaterThan(15);
    expect(exact(15)).toBeLessThan(15.1);
  });
});

describe('the timeline', () => {
  it('tells hook, proof, detail, offer and end where there is time, and the beginning and the end always', () => {
    const names = (seconds: number, over: Partial<Copy> = {}) => planned('block', seconds, over).map(({ name }) => name);
    expect(names(15)).toEqual(['hook', 'proof', 'detail', 'offer', 'end']);
    expect(names(15, { price: '', oldPrice: '' })).toEqual(['hook', 'proof', 'detail', 'end']);
    expect(names(15, { body: '' })).toEqual(['hook', 'proof', 'offer', 'end']);
    expect(names(8)).toEqual(['hook', 'proof', 'end']);
    expect(names(6)).toEqual(['hook', 'end']);
    expect(names(5.9)).toEqual(['hook', 'end']);
  });

  it('fills the film without a gap, and cuts on the beat of the music', () => {
    for (const look of lookIds) {
      for (const seconds of lengths) {
        const scenes = planned(look, seconds);
        let at = 0;
        for (const scene of scenes) {
          expect(scene.from).toBeCloseTo(at, 6);
          const inBeats = scene.from / beats[moodOf[look]];
          expect(Math.abs(inBeats - Math.round(inBeats))).toBeLessThan(1e-6);
          at += scene.seconds;
        }
        expect(at).toBeCloseTo(secondsOf(framesOf(seconds)), 6);
      }
    }
  });

  it('shows every sentence long enough to be read, in Latin letters and in Japanese, and leaves out what cannot be', () => {
    const bodies = [
      copy.body,
      'Small-batch cold brew from organic beans, steeped overnight in Oslo and delivered cold to your door by bike every Friday.',
      '厳選した有機豆を十八時間かけてじっくり抽出。苦味のない、なめらかな味わい。',
      'Good.',
    ];
    let shown = 0;
    for (const look of lookIds) {
      for (const seconds of lengths) {
        for (const body of bodies) {
          for (const scene of planned(look, seconds, { body })) {
            if (scene.statement === '') continue;
            shown += 1;
            expect(scene.seconds).toBeGreaterThanOrEqual(readingSeconds(scene.statement));
            expect(body).toContain(scene.statement);
          }
        }
      }
    }
    expect(shown).toBeGreaterThan(12);
    expect(readingSeconds('Good.')).toBeGreaterThanOrEqual(1.2);
  });

  it('gives the words of the end at least two seconds', () => {
    for (const look of lookIds) {
      for (const seconds of lengths) expect(planned(look, seconds).at(-1)?.seconds).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('captions', () => {
  it('say in order what is read on the screen, as SubRip', () => {
    const recipe = { look: 'block' as const, copy, brand: { name: 'Fjord', colours: [], webAddress: 'fjord.coffee' } };
    const captions = captionsOf(recipe, secondsOf(framesOf(15)));
    expect(captions.startsWith('1\n00:00:00,000 --> ')).toBe(true);
    expect(captions).toContain('\nSmooth and never bitter.\n');
    expect(captions).toContain('€19.90 · Shop now · fjord.coffee');
    const times = [...captions.matchAll(/(\d\d):(\d\d):(\d\d),(\d{3})/gu)].map(
      ([, h, m, s, ms]) => Number(h) * 3_600 + Number(m) * 60 + Number(s) + Number(ms) / 1_000,
    );
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times.at(-1)).toBeCloseTo(15.015, 3);
  });
});
