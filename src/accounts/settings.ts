/** What a person chose for all their ads. */
import { z } from 'zod';
import type { Identity } from './owners.ts';

export const settingsSchema = z.object({
  /** Who sees results: the place where it was asked, or the person alone. */
  audience: z.enum(['here', 'me']).optional(),
  /** Draws all files at once instead of proposing three ideas first. */
  makesAll: z.boolean().optional(),
  /** BCP 47 primary language the bot speaks to them. */
  locale: z.string().optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

export interface SettingsStore {
  /** Empty for a person who is not known, or chose nothing. */
  read(person: Required<Identity>): Promise<Settings>;
  /** Changes what is named and keeps the rest; makes the person's record when there is none. */
  save(person: Required<Identity>, changed: Settings): Promise<void>;
}
