import { describe, expect, it } from 'vitest';
import { type Fitting, planFit } from '../../../src/generation/plan-fit.ts';

const picture: Fitting = { format: 'square', mediaType: 'image/jpeg', width: 1080, height: 1080, bytes: 400_000 };
const film: Fitting = { format: 'story-film', mediaType: 'video/mp4', width: 1080, height: 1920, bytes: 9_000_000 };
const triesFor = (file: Fitting, most: number) => {
  const plan = planFit(file, most);
  return plan.kind === 'still' || plan.kind === 'film' ? plan.tries : [];
};

describe('a file for a place that takes only so many bytes', () => {
  it('goes as it is where it fits', () => {
    expect(planFit(picture, 400_000)).toEqual({ kind: 'as-it-is' });
    expect(planFit(film, 10_000_000)).toEqual({ kind: 'as-it-is' });
  });

  it('loses quality before size when it is a picture, and never its shape', () => {
    const tries = triesFor(picture, 100_000);
    expect(tries[0]).toEqual({ width: 1080, height: 1080, quality: 84 });
    for (const { width, height } of tries) expect(width).toBe(height);
    const widths = tries.map(({ width }) => width);
    expect(widths).toEqual([...widths].sort((one, other) => other - one));
    expect(widths.at(-1)).toBeLessThan(250);
  });

  it('gets the rate that its length leaves when it is a video, and only as many pixels as that rate can show', () => {
    const roomy = triesFor(film, 8_000_000)[0] as { width: number; kbps: number };
    const tight = triesFor(film, 600_000)[0] as { width: number; kbps: number };
    expect(roomy.width).toBe(1080);
    expect((roomy.kbps * 1_000 * 8) / 8).toBeLessThan(8_000_000);
    expect(tight.width).toBe(540);
    for (const { width, height } of triesFor(film, 600_000)) expect([width % 2, height % 2]).toEqual([0, 0]);
  });

  it('is left out where nothing that can be looked at would fit', () => {
    expect(planFit(film, 100_000)).toEqual({ kind: 'too-large' });
    expect(planFit(picture, 0)).toEqual({ kind: 'too-large' });
    expect(planFit({ ...picture, mediaType: 'application/zip' }, 10)).toEqual({ kind: 'too-large' });
  });
});
