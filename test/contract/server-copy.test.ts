import { readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLoader, dumpServer, loadServer } from '../../adapters/postgres/server-copy.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { startCommand } from '../support/program.ts';
import { testFolder } from '../support/test-folder.ts';

const bin = findPostgres();
if (!bin) console.warn('SKIPPED: no initdb was found, so no copy of a server was loaded.');

/** A folder with programs that do only this. */
function programs(does: Record<string, string>): string {
  const folder = testFolder();
  for (const [name, script] of Object.entries(does)) writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o700 });
  return folder;
}

describe('a server off this machine', () => {
  const collected = async (url: string, searchPath: string): Promise<string> => {
    const parts: Uint8Array[] = [];
    for await (const part of dumpServer({ url, searchPath })) parts.push(part);
    return Buffer.concat(parts).toString();
  };
  const address = 'postgresql://me:secret@db.example/adwright';

  it('is verified by the roots that the system trusts, or by those that DATABASE_URL names', async () => {
    const told = programs({ pg_dump: `printf '%s' "$PGSSLROOTCERT"` });
    const bundle = await collected(`${address}?sslmode=verify-full`, told);
    expect(bundle).toMatch(/^\/etc\//);
    expect(readFileSync(bundle, 'utf8')).toContain('BEGIN CERTIFICATE');
    expect(await collected(`${address}?sslmode=verify-full&sslrootcert=/own.pem`, told)).toBe('');
    expect(await collected('postgresql://127.0.0.1/adwright', told)).toBe('');
  });

  it('that shows an unknown certificate: it is said how to name its root', async () => {
    const refuses = programs({ pg_dump: 'echo "pg_dump: error: SSL error: certificate verify failed" >&2; exit 1' });
    await expect(collected(`${address}?sslmode=verify-full`, refuses)).rejects.toThrow(/DATABASE_URL: &sslrootcert=/);
  });
});

describe.runIf(bin)('a copy of a PostgreSQL server', () => {
  let server: PostgresServer;
  let client: pg.Client;
  beforeAll(async () => {
    server = await startPostgres(bin ?? '');
    client = new pg.Client({ connectionString: server.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await server.remove();
  });
  const place = () => ({ url: server.url, searchPath: process.env['PATH'] ?? '' });
  const words = async () => (await client.query<{ word: string }>('SELECT word FROM public.said')).rows.map(({ word }) => word);

  it('is loaded with what must be gone from it, or nothing at all is changed', async () => {
    await client.query("CREATE TABLE said (word text); INSERT INTO said VALUES ('bread'), ('signed in')");
    const file = join(testFolder(), 'copy');
    await writeFile(file, dumpServer(place()));
    await client.query("DELETE FROM said; INSERT INTO said VALUES ('alive')");
    const forget = "DELETE FROM public.said WHERE word = 'signed in'";
    await expect(loadServer(place(), file, [forget, 'SELECT what_is_not_there'])).rejects.toThrow(/psql could not do it/);
    expect(await words()).toEqual(['alive']);
    await loadServer(place(), file, [forget]);
    expect(await words()).toEqual(['bread']);
  });

  it('changes nothing where only half of it comes', async () => {
    await client.query("DROP TABLE IF EXISTS said; CREATE TABLE said (word text); INSERT INTO said VALUES ('alive')");
    const searchPath = `${programs({ pg_restore: "echo 'CREATE TABLE public.half ();'; exit 1" })}:${place().searchPath}`;
    await expect(loadServer({ ...place(), searchPath }, 'copy', [])).rejects.toThrow(/pg_restore could not do it/);
    expect(await words()).toEqual(['alive']);
  });

  it('changes nothing where whoever loads it is killed half way', async () => {
    await client.query("DROP TABLE IF EXISTS said; CREATE TABLE said (word text); INSERT INTO said VALUES ('alive')");
    const folder = programs({ pg_restore: "echo 'CREATE TABLE public.half ();'; exec sleep 20" });
    const entry = join(folder, 'load.ts');
    const module = new URL('../../adapters/postgres/server-copy.ts', import.meta.url).href;
    const options = JSON.stringify({ ...place(), searchPath: `${folder}:${place().searchPath}` });
    writeFileSync(entry, `import { loadServer } from '${module}';\nawait loadServer(${options}, 'copy', []);\n`);
    const loading = startCommand(entry, [], { PATH: process.env['PATH'] ?? '' });
    const isHalfWay =
      "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE TABLE public.half%' AND state = 'idle in transaction'";
    await expect.poll(async () => (await client.query(isHalfWay)).rowCount, { timeout: 15_000 }).toBe(1);
    await loading.kill('SIGKILL');
    const isGone = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'psql'";
    await expect.poll(async () => (await client.query(isGone)).rowCount, { timeout: 15_000 }).toBe(0);
    expect(await words()).toEqual(['alive']);
  });

  it('is refused beforehand where a program is missing, or where it cannot be read', async () => {
    const folder = testFolder();
    const file = join(folder, 'copy');
    await writeFile(file, 'no copy');
    await expect(checkLoader(place(), file)).rejects.toThrow(/pg_restore could not do it/);
    await expect(checkLoader({ ...place(), searchPath: folder }, file)).rejects.toThrow(/psql is not on the PATH/);
  });
});
