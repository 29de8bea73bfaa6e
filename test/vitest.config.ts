import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const project = (name: string, options: { testTimeout?: number } = {}) => ({
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
    // Suites wait for one another’s programs more than they compute.
    maxWorkers: 3,
    projects: [project('unit'), project('contract'), project('system', { testTimeout: 120_000 }), project('rules')],
  },
});
