/** A program of its own that runs one sandboxed task: `run-one.ts <temporary folder> <task> <mark>`. Tests kill it, or start it as another user. */
import { fileURLToPath } from 'node:url';
import { createSandbox } from '../../../adapters/sandbox/create-sandbox.ts';
import { silentLogger } from '../../../src/log.ts';

const [, , temporary = '', task = 'echo', mark = '0', packages = ''] = process.argv;

const sandbox = createSandbox({
  runtime: { entry: fileURLToPath(new URL('./plain-worker.ts', import.meta.url)), packages: packages.split(',').filter(Boolean) },
  log: silentLogger,
  searchPath: process.env['PATH'] ?? '',
  temporary,
  pool: 1,
});
const level = await sandbox.level();
await sandbox.run(
  { kind: 'prepare-photo', header: { task, mark }, blobs: [Buffer.from('x')] },
  {
    signal: new AbortController().signal,
    async onFrame({ header }) {
      console.log(JSON.stringify({ header, ...level, uid: process.getuid?.() }));
    },
  },
);
await sandbox.close();
