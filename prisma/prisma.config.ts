/** Lets `prisma generate` and `prisma validate` work without its binary engine, which neither of them runs. */
import { defineConfig } from 'prisma/config';

process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;
process.env['CHECKPOINT_DISABLE'] ??= '1';
process.env['PRISMA_HIDE_UPDATE_MESSAGE'] ??= '1';

export default defineConfig({ schema: 'schema.prisma', migrations: { path: 'migrations' } });
