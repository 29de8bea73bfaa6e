/** Where an ad can run, in the plain names of the platforms, and which masters each of them takes (placement table of November 2026, image rows). */
import { type StillId, stillIds } from './formats.ts';

export const places = {
  meta: { label: 'Facebook and Instagram', stills: ['square', 'portrait', 'story', 'landscape'] },
  tiktok: { label: 'TikTok', stills: ['story', 'square', 'wide'] },
  google: { label: 'Google Ads', stills: ['square', 'portrait', 'landscape'] },
  youtube: { label: 'YouTube', stills: ['wide', 'story'] },
  linkedin: { label: 'LinkedIn', stills: ['square', 'portrait', 'landscape'] },
  pinterest: { label: 'Pinterest', stills: ['pin', 'square'] },
  x: { label: 'X', stills: ['square', 'landscape', 'story'] },
  snapchat: { label: 'Snapchat', stills: ['story'] },
  amazon: { label: 'Amazon', stills: ['wide', 'landscape'] },
} as const satisfies Record<string, { label: string; stills: readonly StillId[] }>;

export type PlaceId = keyof typeof places;
export const placeIds = Object.keys(places) as PlaceId[];
export const isPlaceId = (text: string): text is PlaceId => Object.hasOwn(places, text);

/** The masters that cover these places; all six when none is named. */
export function stillsFor(wanted: readonly PlaceId[]): StillId[] {
  if (wanted.length === 0) return [...stillIds];
  const needed = new Set<StillId>(wanted.flatMap((place) => places[place].stills));
  return stillIds.filter((still) => needed.has(still));
}
