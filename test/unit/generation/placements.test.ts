import { describe, expect, it } from 'vitest';
import { checkPlacement, type FileFacts, faultsOfPicture } from '../../../src/generation/check-placement.ts';
import { formats } from '../../../src/generation/formats.ts';
import { type PlacementRule, placementRules, readRow, ruleFor } from '../../../src/generation/placement-rules.ts';
import { placementTable } from '../../../src/generation/placement-table.ts';
import { placeIds, places } from '../../../src/generation/placements.ts';

const rule = (id: string): PlacementRule => {
  const found = ruleFor(id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};
const picture = (width: number, height: number, known: Partial<FileFacts> = {}): FileFacts => ({
  bytes: 100_000,
  type: 'jpg',
  width,
  height,
  film: null,
  ...known,
});
const film = (seconds: number, streamSeconds = [seconds], known: Partial<FileFacts> = {}): FileFacts => ({
  bytes: 9_000_000,
  type: 'mp4',
  width: 1_920,
  height: 1_080,
  film: { seconds, streamSeconds, bitRate: 8_000_000, frameRate: 29.97, hasSound: true, videoCodec: 'h264' },
  ...known,
});
const failed = (id: string, facts: FileFacts) =>
  checkPlacement(rule(id), facts).flatMap(({ check, passed }) => (passed ? [] : [check]));

describe('the placement table', () => {
  it('has 71 rows of 17 fields, and refuses a row that has not', () => {
    const rows = placementTable.trim().split('\n').slice(1);
    expect(rows).toHaveLength(71);
    for (const row of rows) expect(readRow(row)).toHaveLength(17);
    expect(() => readRow('one,two,three')).toThrow('3 fields instead of 17');
    expect(new Set(placementRules.map(({ id }) => id)).size).toBe(71);
  });

  it('is read as numbers at the front of a cell, remarks left aside, and "same" as the row above', () => {
    expect(rule('x_vid_11')).toMatchObject({ mostBytes: 1_000_000_000, seconds: { least: null, most: 140 } });
    expect(rule('amz_stv').seconds).toEqual({ least: 15, most: 30, listed: [15, 30] });
    expect(rule('yt_bumper').types).toEqual([]);
    expect(rule('li_img_45').texts).toEqual(rule('li_img_191').texts);
    expect(rule('meta_feed_45').texts[0]).toEqual({ name: 'primary', most: 125, isShown: true });
    expect(rule('amz_sb_img')).toMatchObject({ isClean: true, texts: [] });
  });
});

describe('a finished file', () => {
  it('passes where everything is as the placement asks', () => {
    expect(failed('meta_feed_45', picture(1_080, 1_350))).toEqual([]);
    expect(failed('gdn_728x90', picture(728, 90))).toEqual([]);
    expect(failed('amz_stv', film(15))).toEqual([]);
  });

  it('fails for one pixel, one byte or one frame too many', () => {
    expect(failed('gdn_300x250', picture(301, 250))).toEqual(['pixels']);
    expect(failed('gdn_300x250', picture(300, 250, { bytes: 150_001 }))).toEqual(['bytes']);
    expect(failed('yt_bumper', film(6))).toEqual([]);
    expect(failed('yt_bumper', film(5.9, [5.9, 6.016]))).toEqual(['longest']);
    expect(failed('amz_sbv', film(6.02, [6.02, 5.99]))).toEqual(['shortest']);
  });

  it('keeps a listed length within a tenth of a second', () => {
    expect(failed('amz_olv', film(15.09))).toEqual([]);
    expect(failed('amz_olv', film(15.2))).toEqual(['listed-length']);
  });

  it('fails as the wrong kind, in the wrong wrapping, or with too few bits', () => {
    expect(failed('amz_olv', picture(1_920, 1_080))).toEqual(['kind']);
    expect(failed('snap_story_tile', picture(360, 600))).toEqual(['type']);
    const slow = film(15);
    expect(failed('amz_olv', { ...slow, film: slow.film && { ...slow.film, bitRate: 3_900_000 } })).toEqual(['bit-rate']);
  });

  it('that is a picture is held against every placement of its pixels', () => {
    expect(faultsOfPicture(picture(300, 250))).toEqual([]);
    expect(faultsOfPicture(picture(300, 250, { bytes: 200_000 }))).toEqual([
      'gdn_300x250: bytes is 0.2 MB, wanted at most 0.15 MB',
    ]);
  });
});

describe('every placement for pictures', () => {
  it('has a format of its very pixels; logos come from the brand', () => {
    const sizes = new Set(Object.values(formats).map(({ width, height }) => `${width}x${height}`));
    const without = placementRules.filter(({ kind, width, height }) => kind === 'image' && !sizes.has(`${width}x${height}`));
    expect(without.map(({ id }) => id)).toEqual(['gads_logo_41', 'amz_brand_logo']);
  });

  it('that forbids words gets pictures without them', () => {
    expect(rule('amz_sb_img').isClean).toBe(true);
    const brand = places.amazon.placements.filter(({ name }) => name === 'brand-image').map(({ format }) => formats[format].kind);
    expect(brand).toEqual(['clean']);
  });

  it('names only formats that there are', () => {
    for (const id of placeIds) for (const { format } of places[id].placements) expect(formats[format]).toBeDefined();
  });
});
