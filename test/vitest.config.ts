import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const project = (name: string, options: { testTimeout?: number; isolate?: boolean } = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    reporters: process.env['CI'] ? ['default'] : ['dot'],
    globalSetup: 'test/support/prepared-database.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      // Suites of these two keep nothing outside of themselves, so what they load may be shared.
      project('unit', { isolate: false }),
      project('rules', { isolate: false }),
      project('contract'),
      project('system', { testTimeout: 120_000 }),
    ],
  },
});
