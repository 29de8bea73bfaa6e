/** What the studio's worker needs around it: its entry, and the packages that stay outside the bundle. */
import { fileURLToPath } from 'node:url';
import type { SandboxRuntime } from '../../src/generation/frames.ts';

export const studioRuntime: SandboxRuntime = {
  entry: fileURLToPath(new URL('worker/main.ts', import.meta.url)),
  packages: [
    'sharp',
    '@napi-rs/canvas',
    '@fontsource/anton',
    '@fontsource/inter',
    '@fontsource/montserrat',
    '@fontsource/playfair-display',
    'heic-decode',
  ],
};
