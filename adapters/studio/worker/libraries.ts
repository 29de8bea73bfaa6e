/** How the libraries of a worker are set up. */
import sharp from 'sharp';
import { registerFonts } from './fonts.ts';

/** What every job needs. */
export function setUpLibraries(): void {
  sharp.cache(false);
  registerFonts();
}
