/** What a person chose for all their ads. */
import { z } from 'zod';
import type { Identity } from './owners.ts';

/** `here`: the place where it was asked; `me`: the person alone, in their direct messages. */
export const audiences = ['here', 'me'] as const;
export const audienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof audienceSchema>;

export const settingsSchema = z.object({
  /** Who sees results. */
  audience: audienceSchema.optional(),
  /** Draws all files at once instead of proposing three ideas first. */
  makesAll: z.boolean().optional(),
  /** Whether photos are kept for later changes; absent: not asked yet. */
  keepPhotos: z.boolean().optional(),
  /** Which version of the policy they agreed to. */
  accepted: z.string().optional(),
  /** The language the bot speaks to them; absent: the platform's, where it tells. */
  locale: z.string().optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

export interface SettingsStore {
  /** Empty for a person who is not known, or chose nothing. */
  read(person: Required<Identity>): Promise<Settings>;
  /** Changes what is named and keeps the rest; makes the person's record when there is none. */
  save(person: Required<Identity>, changed: Settings): Promise<void>;
}
