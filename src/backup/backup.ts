/** Copies of everything that is kept: ports to where it lies and where it goes. All bytes are the stored ones, encrypted. */
import { z } from 'zod';
import type { Bytes } from '../generation/ports.ts';

/** `name`: area and id, with a slash. `changedAt` (ms since 1970): another one whenever the bytes are others. */
export type SealedFile = { name: string; bytes: number; changedAt: number };

/** The media as they lie in their store. */
export interface SealedMedia {
  list(): AsyncIterable<SealedFile>;
  /** Null when it is gone meanwhile. */
  read(name: string): Promise<Bytes | null>;
  /** Whole or not at all; overwrites. */
  put(name: string, bytes: Bytes): Promise<void>;
  /** Also succeeds when there is none. */
  remove(name: string): Promise<void>;
}

export const databaseKinds = ['embedded', 'server'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

export const manifestSchema = z.object({
  version: z.literal(1),
  /** Ms since 1970, when its making began. */
  madeAt: z.number(),
  /** The random name of the installation, which its keys carry too. */
  installation: z.string(),
  database: z.enum(databaseKinds),
  files: z.number(),
  bytes: z.number(),
  /** SHA-256 of the list of the SHA-256 of all files, in hex. */
  sums: z.string(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A backup that is being made; nobody takes it for one before it is finished. */
export interface Draft {
  add(path: string, bytes: Bytes, changedAt?: number): Promise<void>;
  /** Takes the file over from the backup before; false when it is another one there. */
  takeOver(path: string, file: SealedFile): Promise<boolean>;
  /** Moved into place with its manifest. */
  finish(made: Pick<Manifest, 'madeAt' | 'installation' | 'database'>): Promise<Manifest>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** The folder with all backups. */
export interface Shelf {
  /** Names, oldest first. */
  list(): Promise<{ name: string; madeAt: number }[]>;
  begin(name: string): Promise<Draft>;
  remove(name: string): Promise<void>;
}

/** Where the database lies in a backup. */
export const databaseFile: Readonly<Record<DatabaseKind, string>> = {
  embedded: 'database.tar.gz',
  server: 'database.pgdump',
};

export const mediaPath = (name: string): string => `media/${name}`;
