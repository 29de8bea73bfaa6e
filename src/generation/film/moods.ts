/** The moods of the music under a film, and their pace: cuts fall on its beats. */
import type { LookId } from '../recipe.ts';

export const moodIds = ['warm', 'bright', 'deep', 'gentle', 'driving'] as const;
export type MoodId = (typeof moodIds)[number];

/** Seconds from one beat to the next. */
export const beats: Readonly<Record<MoodId, number>> = { warm: 0.6, bright: 0.5, deep: 0.625, gentle: 0.75, driving: 0.46875 };

export const moodOf: Readonly<Record<LookId, MoodId>> = {
  editorial: 'warm',
  block: 'bright',
  spotlight: 'deep',
  magazine: 'warm',
  minimal: 'gentle',
  offer: 'driving',
};
