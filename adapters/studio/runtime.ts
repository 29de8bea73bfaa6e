/** What the studio's worker needs around it: its entry, and the packages that stay outside the bundle. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SandboxRuntime } from '../../src/generation/frames.ts';
import { fontFiles } from './font-files.ts';

const fonts = fontFiles();

const entry = (name: string): string => fileURLToPath(new URL(`worker/${name}.ts`, import.meta.url));

export const studioRuntime: SandboxRuntime = {
  entry: entry('main'),
  packages: ['sharp', '@napi-rs/canvas', ...Object.keys(fonts), 'heic-decode'],
  only: fonts,
  beside: { 'index.node': join(dirname(createRequire(import.meta.url).resolve('@contentauth/c2pa-node')), 'index.node') },
};

/** Workers that do not practise while they wait. */
export const unpractisedRuntime: SandboxRuntime = { ...studioRuntime, entry: entry('unpractised') };
