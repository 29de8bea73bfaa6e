/** What the studio's worker needs around it: its entry, and the packages that stay outside the bundle. */
import { fileURLToPath } from 'node:url';
import type { SandboxRuntime } from '../../src/generation/frames.ts';
import { fontFiles } from './font-files.ts';

const fonts = fontFiles();

export const studioRuntime: SandboxRuntime = {
  entry: fileURLToPath(new URL('worker/main.ts', import.meta.url)),
  packages: ['sharp', '@napi-rs/canvas', ...Object.keys(fonts), 'heic-decode'],
  only: fonts,
};
