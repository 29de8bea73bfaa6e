/** A Redis of our own: a child process on a socket that nobody else may open, which lives and dies with this program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { AppError } from '../../src/errors.ts';
import type { Logger } from '../../src/log.ts';
import { findCommand } from '../sandbox/find-program.ts';
import { makeOwnFolder } from '../sandbox/own-folder.ts';
import { forgetOwner, rememberOwner, stopLeftOver } from './left-over-redis.ts';

export type RedisConnection = { path: string } | { url: string };

export type PrivateRedis = { /** The socket it listens on. */ path: string; close(): Promise<void> };

const startMs = 10_000;
const stopMs = 5_000;
const rewriteEveryMs = 3_600_000;
/** Longer names of sockets are cut off silently. */
const longestSocket = 100;

export async function startPrivateRedis(options: {
  /** Where the queue is kept; made when absent. */
  folder: string;
  /** Where programs are looked for, as in the PATH variable. */
  searchPath: string;
  log: Logger;
}): Promise<PrivateRedis> {
  const { folder, searchPath, log } = options;
  const server = (await findCommand('redis-server', searchPath)) ?? (await findCommand('valkey-server', searchPath));
  if (!server) throw unavailable('Neither redis-server nor valkey-server is installed.');
  // Where the system can, it ends the child when this program is killed.
  const setpriv = await findCommand('setpriv', searchPath);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await stopLeftOver(folder, log);
  const home = await socketFolder();
  const socket = join(home, 's');
  const line = [...(setpriv ? [setpriv, '--pdeathsig', 'TERM', '--'] : []), server, ...settings(folder, socket)];
  let child: ChildProcess;
  let closing = false;
  let restarts = 0;

  let rewriting: NodeJS.Timeout | undefined;

  const start = async (): Promise<void> => {
    const [file = server, ...args] = line;
    child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: {}, cwd: folder });
    child.on('error', (error) => log.error('The private Redis could not be started.', { error: error.message }));
    for (const output of [child.stdout, child.stderr]) output?.resume();
    child.once('exit', (code, signal) => {
      if (closing) return;
      restarts += 1;
      log.warn('The private Redis ended and is started again.', { code, signal, restarts });
      setTimeout(() => void start().catch(() => undefined), Math.min(100 * 2 ** restarts, 10_000)).unref();
    });
    if (child.pid) await rememberOwner(folder, { pid: child.pid, socket });
    await answers(socket, child);
  };

  try {
    await start();
  } catch (error) {
    closing = true;
    await end();
    throw error;
  }
  rewriting = setInterval(() => void rewriteLog(socket).catch(() => undefined), rewriteEveryMs);
  rewriting.unref();

  async function end(): Promise<void> {
    clearInterval(rewriting);
    await endChild(child);
    await forgetOwner(folder);
    await rm(home, { recursive: true, force: true });
  }

  return {
    path: socket,
    async close() {
      if (closing) return;
      closing = true;
      await end();
    },
  };
}

const unavailable = (message: string) => new AppError('queue-unavailable', message, { retry: 'later' });

async function socketFolder(): Promise<string> {
  const wish = { prefix: 'adwright-redis', beforeSweep: async (folder: string) => !(await isListening(join(folder, 's'))) };
  const inTemporary = await makeOwnFolder({ ...wish, parent: tmpdir() });
  if (inTemporary.length + 2 < longestSocket) return inTemporary;
  await rm(inTemporary, { recursive: true });
  return makeOwnFolder({ ...wish, parent: '/tmp' });
}

/** A server that outlived its program is stopped by the next one on its data, which finds it by this very socket. */
async function isListening(socket: string): Promise<boolean> {
  const connection = createConnection({ path: socket });
  const answered = await once(connection, 'connect').then(
    () => true,
    () => false,
  );
  connection.destroy();
  return answered;
}

function settings(folder: string, socket: string): string[] {
  return [
    ...['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700'],
    ...['--dir', folder, '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
    ...['--maxmemory-policy', 'noeviction', '--daemonize', 'no'],
  ];
}

/** Asks until it answers: right after its start, a server may still be reading its log. */
async function answers(socket: string, child: ChildProcess): Promise<void> {
  const client = new Redis({ path: socket, retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), startMs);
  try {
    await Promise.race([
      client.ping(),
      once(child, 'exit', { signal: ended.signal }).then(
        () => Promise.reject(unavailable('The private Redis ended while it was starting.')),
        () => Promise.reject(unavailable('The private Redis did not answer in time.')),
      ),
    ]);
  } finally {
    clearTimeout(timer);
    client.disconnect();
    ended.abort();
  }
}

/** Done jobs stay readable in the log until it is rewritten. */
async function rewriteLog(socket: string): Promise<void> {
  const client = new Redis({ path: socket, lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  try {
    await client.bgrewriteaof();
  } finally {
    client.disconnect();
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await exit;
  clearTimeout(timer);
}
