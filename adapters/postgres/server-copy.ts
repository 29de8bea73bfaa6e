/** Copies of a database on a server, made and loaded by PostgreSQL's own programs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { AppError, codeOf } from '../../src/errors.ts';
import { nameTheRoot, programAddress, type ServerPlace } from './program-address.ts';

/** In pg_dump's custom format: one consistent moment, while others read and write. */
export async function* dumpServer(place: ServerPlace): AsyncGenerator<Uint8Array> {
  const { address, environment } = programAddress(place);
  const program = start('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--dbname=${address}`], environment);
  program.child.stdin.end();
  try {
    yield* program.child.stdout;
    await program.ended;
  } finally {
    program.child.kill();
  }
}

/** Rejects where the programs are missing or cannot read the file, before anything is changed. */
export async function checkLoader(place: ServerPlace, file: string): Promise<void> {
  const { environment } = programAddress(place);
  for (const program of [start('psql', ['--version'], environment), start('pg_restore', ['--list', file], environment)]) {
    program.child.stdin.end();
    program.child.stdout.resume();
    await program.ended;
  }
}

/** In one transaction: either everything of before is replaced, or nothing. `file`: what `dumpServer` gave. `after`: statements on what was loaded. */
export async function loadServer(place: ServerPlace, file: string, after: readonly string[]): Promise<void> {
  const { address, environment } = programAddress(place);
  const script = start('pg_restore', ['--no-owner', '--no-privileges', '--file=-', file], environment);
  const loader = start('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', `--dbname=${address}`], environment);
  script.child.stdin.end();
  loader.child.stdout.resume();
  loader.child.stdin.on('error', () => script.child.kill());
  const write = async (text: string | Uint8Array) => {
    if (!loader.child.stdin.write(text)) await Promise.race([once(loader.child.stdin, 'drain'), loader.ended]);
  };
  const feed = async (): Promise<void> => {
    await write('BEGIN;\nSET client_min_messages = warning;\nDROP SCHEMA IF EXISTS public CASCADE;\nCREATE SCHEMA public;\n');
    for await (const bytes of script.child.stdout) await write(bytes);
    await script.ended;
    for (const statement of after) await write(`${statement};\n`);
    // Only here: where half of the script came, because something failed or was killed, nothing is committed.
    await write('COMMIT;\n');
  };
  const [fed, loaded] = await Promise.allSettled([feed().finally(() => loader.child.stdin.end()), loader.ended]);
  if (fed.status === 'rejected') throw fed.reason;
  if (loaded.status === 'rejected') throw loaded.reason;
}

function start(name: 'pg_dump' | 'pg_restore' | 'psql', args: string[], env: Record<string, string>) {
  const child = spawn(name, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    if (said.length < 2_000) said += data.toString();
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(codeOf(error) === 'ENOENT' ? missing(name) : error));
    child.once('close', (code) => (code === 0 ? resolve() : reject(failed(name, said))));
  });
  // Whoever waits for it hears of it; nobody may have come so far.
  ended.catch(() => undefined);
  return { child, ended };
}

const missing = (name: string): AppError =>
  new AppError(
    'database-unavailable',
    `${name} is not on the PATH. Install PostgreSQL's own programs, of the version of the server or newer (Debian: apt-get install postgresql-client).`,
    { retry: 'never' },
  );

/** Its first line: what follows may quote rows. */
function failed(name: string, said: string): AppError {
  const line = said.split('\n')[0]?.slice(0, 300) || 'it said nothing';
  const isUnknown = /certificate/.test(line);
  return new AppError('database-unavailable', `${name} could not do it: ${line}.${isUnknown ? ` ${nameTheRoot}.` : ''}`, {
    retry: 'never',
  });
}

/** The random name that was made with the database. */
export const installationOf = (url: string): Promise<string> =>
  asked(url, async (client) => {
    const { rows } = await client.query<{ id: string }>('SELECT "id" FROM "Installation"');
    const [row] = rows;
    if (row) return row.id;
    throw new AppError('database-unavailable', 'The database is empty. Start Adwright once.', { retry: 'never' });
  });

/** Whether it holds tables already, of ours or of others. */
export const hasTables = (url: string): Promise<boolean> =>
  asked(url, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1");
    return (rowCount ?? 0) > 0;
  });

async function asked<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await ask(client);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('database-unavailable', 'The database does not answer, or holds nothing of Adwright.', {
      retry: 'later',
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}
