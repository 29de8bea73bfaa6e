/** Tries to get out in every way we can think of and reports what worked. Runs inside the sandbox, and outside as the control. */
import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { appendFileSync, closeSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { HostileTargets } from './hostile-targets.ts';
import { readJob, sayFrame } from './worker-side.ts';

sayFrame({ frame: 'ready' });
const { job } = readJob();
const targets = job.header as HostileTargets;

const attempts: Record<string, () => unknown> = {
  'read a secret file of this computer': () => readFileSync(targets.secretFile),
  "read another person's file": () => readFileSync(targets.tenantFile),
  'list a home folder': () => readdirSync(targets.home),
  'write into a folder outside': () => writeFileSync(`${targets.openFolder}/written`, 'x'),
  'write into shared memory': () => writeFileSync(`/dev/shm/${targets.mark}`, 'x'),
  'write beside the programs': () => writeFileSync(`/usr/${targets.mark}`, 'x'),
  'write at the top of the file system': () => writeFileSync(`/${targets.mark}`, 'x'),
  'open a TCP connection': () => connecting({ host: '127.0.0.1', port: targets.tcpPort }),
  'ask a name server over UDP': () => sendingDatagram(targets.udpPort),
  'open a UNIX socket': () => connecting({ path: targets.socketPath }),
  'send a signal to another program': () => process.kill(targets.decoyPid, 'SIGUSR2'),
  "read another program's environment": () => readDecoy('environ'),
  "open another program's memory": () => closeSync(openSync(`/proc/${targets.decoyPid}/mem`, 'r')),
  'mount a file system': () => runs('mount', ['-t', 'tmpfs', 'x', targets.openFolder]),
  'make new namespaces': () => runs('unshare', ['--user', '--map-root-user', 'true']),
  'start 600 processes': () => startMany(600),
  'write a gigabyte': () => writeMuch(targets.megabytes),
};

const worked: Record<string, string> = {};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt();
    worked[name] = 'worked';
  } catch (error) {
    worked[name] = (error as NodeJS.ErrnoException).code ?? String(error).slice(0, 120);
  }
}
sayFrame({ frame: 'data', header: worked });
sayFrame({ frame: 'done' });
process.exit(0);

function connecting(target: { host: string; port: number } | { path: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(target);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}

/** Counts as reached only when the listener answers. */
function sendingDatagram(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    const timer = setTimeout(() => reject(new Error('no answer')), 1_000);
    socket.once('message', () => {
      clearTimeout(timer);
      socket.close();
      resolve();
    });
    socket.once('error', reject);
    socket.send('who is there', port, '127.0.0.1', (error) => error && reject(error));
  });
}

/** Process numbers differ inside, so a file of that name proves nothing: the content must be the decoy's. */
function readDecoy(file: string): void {
  const text = readFileSync(`/proc/${targets.decoyPid}/${file}`, 'utf8');
  if (!text.includes(targets.mark)) throw new Error('another process altogether');
}

function runs(program: string, args: string[]): void {
  const { status, error } = spawnSync(program, args);
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} answered ${status}`);
}

async function startMany(count: number): Promise<void> {
  const children = Array.from({ length: count }, () => spawn('sleep', [`20.${targets.mark.length}`], { stdio: 'ignore' }));
  await Promise.all(
    children.map((child) => new Promise((resolve) => (child.pid ? resolve(null) : child.once('error', resolve)))),
  );
  const started = children.filter((child) => child.pid);
  for (const child of started) child.kill('SIGKILL');
  if (started.length < count) throw new Error(`only ${started.length} of ${count} started`);
}

function writeMuch(megabytes: number): void {
  const block = Buffer.alloc(8 * 1_048_576, 1);
  const folder = targets.inside ? '/tmp' : targets.openFolder;
  for (let written = 0; written < megabytes; written += 8) appendFileSync(`${folder}/much`, block);
}
