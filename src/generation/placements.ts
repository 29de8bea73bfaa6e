/** Where an ad can run, in the plain names of the platforms: which masters each takes, how its files are named, and how long its texts may be (placement table of November 2026). */
import { type FilmId, type FormatId, filmIds, pictureIds, type StillId, stillIds } from './formats.ts';

/** `name` stands in the file name. */
export type Placement = { name: string; format: FormatId };
/** The texts that an ad manager asks for beside the picture. */
export type TextField = 'primary' | 'headline' | 'description';
/** `most` in characters. `countsWide`: there a full-width one counts as two. */
export type TextLimit = { field: TextField; most: number; countsWide?: true };

type PlaceRow = { label: string; placements: readonly Placement[]; texts: readonly TextLimit[] };

export const places = {
  meta: {
    label: 'Facebook and Instagram',
    placements: [
      { name: 'feed', format: 'portrait' },
      { name: 'feed', format: 'square' },
      { name: 'story', format: 'story' },
      { name: 'link', format: 'landscape' },
      { name: 'reels', format: 'story-film-15' },
      { name: 'feed', format: 'square-film-15' },
    ],
    texts: [
      { field: 'primary', most: 125 },
      { field: 'headline', most: 40 },
      { field: 'description', most: 30 },
    ],
  },
  tiktok: {
    label: 'TikTok',
    placements: [
      { name: 'in-feed', format: 'story' },
      { name: 'in-feed', format: 'square' },
      { name: 'in-feed', format: 'wide' },
      { name: 'in-feed', format: 'story-film-15' },
    ],
    texts: [{ field: 'primary', most: 100, countsWide: true }],
  },
  google: {
    label: 'Google Ads',
    placements: [
      { name: 'pmax', format: 'square-1200' },
      { name: 'pmax', format: 'portrait-960' },
      { name: 'pmax', format: 'landscape' },
      { name: 'pmax', format: 'wide-film-15' },
    ],
    texts: [
      { field: 'headline', most: 30, countsWide: true },
      { field: 'description', most: 90, countsWide: true },
    ],
  },
  youtube: {
    label: 'YouTube',
    placements: [
      { name: 'companion', format: 'wide' },
      { name: 'shorts', format: 'story' },
      { name: 'shorts', format: 'story-film-15' },
      { name: 'in-stream', format: 'wide-film-15' },
      { name: 'bumper', format: 'wide-film-bumper' },
    ],
    texts: [
      { field: 'headline', most: 40, countsWide: true },
      { field: 'description', most: 90, countsWide: true },
    ],
  },
  linkedin: {
    label: 'LinkedIn',
    placements: [
      { name: 'single-image', format: 'square-1200' },
      { name: 'single-image', format: 'portrait-720' },
      { name: 'single-image', format: 'landscape' },
      { name: 'single-image', format: 'tall-628x1200' },
      { name: 'video', format: 'portrait-film-15' },
    ],
    texts: [
      { field: 'primary', most: 150 },
      { field: 'headline', most: 70 },
      { field: 'description', most: 100 },
    ],
  },
  pinterest: {
    label: 'Pinterest',
    placements: [
      { name: 'pin', format: 'pin' },
      { name: 'pin', format: 'square' },
      { name: 'video', format: 'square-film-15' },
    ],
    texts: [
      { field: 'headline', most: 100 },
      { field: 'description', most: 500 },
    ],
  },
  x: {
    label: 'X',
    placements: [
      { name: 'image', format: 'square-1200' },
      { name: 'image', format: 'landscape' },
      { name: 'image', format: 'story' },
      { name: 'video', format: 'square-film-15' },
      { name: 'vertical-video', format: 'story-film-15' },
    ],
    texts: [
      { field: 'primary', most: 257 },
      { field: 'headline', most: 70 },
    ],
  },
  snapchat: {
    label: 'Snapchat',
    placements: [
      { name: 'single-image', format: 'story' },
      { name: 'single-video', format: 'story-film-6' },
    ],
    texts: [{ field: 'headline', most: 34 }],
  },
  'google-display': {
    label: 'Google Display',
    placements: [
      { name: 'banner', format: 'banner-300x250' },
      { name: 'banner', format: 'banner-336x280' },
      { name: 'banner', format: 'banner-250x250' },
      { name: 'banner', format: 'banner-728x90' },
      { name: 'banner', format: 'banner-970x90' },
      { name: 'banner', format: 'banner-970x250' },
      { name: 'banner', format: 'banner-468x60' },
      { name: 'banner', format: 'banner-320x50' },
      { name: 'banner', format: 'banner-320x100' },
      { name: 'banner', format: 'banner-160x600' },
      { name: 'banner', format: 'banner-300x600' },
    ],
    texts: [
      { field: 'headline', most: 30 },
      { field: 'description', most: 90 },
    ],
  },
  'snapchat-tiles': {
    label: 'Snapchat tiles',
    placements: [
      { name: 'story-tile', format: 'tile-360x600' },
      { name: 'collection', format: 'clean-160x160' },
    ],
    texts: [{ field: 'headline', most: 55 }],
  },
  amazon: {
    label: 'Amazon',
    placements: [
      { name: 'brand-image', format: 'clean-landscape' },
      { name: 'display', format: 'banner-300x250' },
      { name: 'display', format: 'banner-728x90' },
      { name: 'display', format: 'banner-160x600' },
      { name: 'display', format: 'banner-300x600' },
      { name: 'display', format: 'banner-970x250' },
      { name: 'display', format: 'banner-320x50' },
      { name: 'display', format: 'banner-414x125' },
      { name: 'video', format: 'wide-film-15' },
    ],
    texts: [{ field: 'headline', most: 50 }],
  },
} as const satisfies Record<string, PlaceRow>;

export type PlaceId = keyof typeof places;
export const placeIds = Object.keys(places) as PlaceId[];
export const isPlaceId = (text: string): text is PlaceId => Object.hasOwn(places, text);

/** The masters that cover these places; all six when none is named. */
export function stillsFor(wanted: readonly PlaceId[]): StillId[] {
  if (wanted.length === 0) return [...stillIds];
  const needed = new Set<FormatId>(wanted.flatMap((place) => places[place].placements.map(({ format }) => format)));
  return pictureIds.filter((still) => needed.has(still));
}

/** The films that these places take; the two that most places take when none is named. */
export function filmsFor(wanted: readonly PlaceId[]): FilmId[] {
  if (wanted.length === 0) return ['story-film-15', 'square-film-15'];
  const needed = new Set<FormatId>(wanted.flatMap((place) => places[place].placements.map(({ format }) => format)));
  return filmIds.filter((film) => needed.has(film));
}
