/** Port to the workspaces that installed the bot by themselves: with which token each of them is spoken to. */
import { z } from 'zod';
import type { Identity } from './owners.ts';

/** What is sealed of an installation. Times are ms since 1970. */
export const installationSchema = z.object({
  token: z.string(),
  /** With what a token that expires is exchanged for the next one; null for a token that stays. */
  renewal: z.object({ token: z.string(), expiresAt: z.number() }).nullable(),
  /** What the bot may do there, by the platform's own names. */
  scopes: z.array(z.string()),
  /** The platform's id of the person who installed it; null where it was not told. */
  installer: z.string().nullable(),
  installedAt: z.number(),
});
export type Installation = z.infer<typeof installationSchema>;

type Workspace = Omit<Identity, 'person'>;

export interface InstallationStore {
  /** Keeps the installation of a workspace in place of an earlier one; makes the workspace's owner when it is new. */
  save(workspace: Workspace, installation: Installation): Promise<void>;
  /** Keeps new tokens where the installation still holds `before`; false, and nothing changed, where it is gone or holds others. */
  renew(workspace: Workspace, before: string, tokens: Pick<Installation, 'token' | 'renewal'>): Promise<boolean>;
  /** Null where the bot is not installed, or no longer. */
  find(workspace: Workspace): Promise<Installation | null>;
  /** Destroys the key of the tokens and then the row; succeeds when there is none. */
  remove(workspace: Workspace): Promise<void>;
  /** The workspaces of a platform that have the bot, by the platform's own ids. */
  workspaces(platform: string): Promise<string[]>;
  /** How many workspaces have the bot. */
  count(): Promise<number>;
}
