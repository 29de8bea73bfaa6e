/** A PostgreSQL server of the test's own, where one is installed; it listens on loopback and goes with the test run. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

const debianFolder = '/usr/lib/postgresql';

/** The folder with initdb and postgres, or null. */
export function findPostgres(): string | null {
  const debian = existsSync(debianFolder) ? readdirSync(debianFolder).map((version) => join(debianFolder, version, 'bin')) : [];
  const folders = [...debian.reverse(), ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

export type PostgresServer = {
  url: string;
  folder: string;
  kill(signal: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
};

/** The server refuses to run as root, so root starts it as nobody. */
const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'adwright-pg-'));
  if (identity.uid) chownSync(folder, identity.uid, identity.gid ?? 0);
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'adwright', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...identity,
    stdio: 'pipe',
  });
  const port = await freePort();
  const url = `postgresql://adwright@127.0.0.1:${port}/postgres`;
  let child: ReturnType<typeof spawn> | undefined;
  const start = async (): Promise<void> => {
    const options = [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${folder}`,
    ];
    child = spawn(join(bin, 'postgres'), options, { ...identity, stdio: 'ignore' });
    await answers(url);
  };
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
  };
  await start();
  return {
    url,
    folder,
    start,
    kill,
    remove: async () => {
      await kill('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
