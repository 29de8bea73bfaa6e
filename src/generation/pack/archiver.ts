/** Port to whatever packs many files into one. */
import type { OutsideSystem } from '../../privacy/personal-data.ts';
import type { Bytes } from '../ports.ts';

/** `length` in bytes; reading gives exactly as many. */
export type Packable = { name: string; length: number; read(): Bytes };

export interface Archiver extends OutsideSystem {
  /** A zip whose length is known before it is written, because pictures and videos are stored as they are. */
  zip(files: readonly Packable[]): Promise<Pick<Packable, 'length' | 'read'>>;
}
