/** Runs inside a worker at start: tries to get out, and reports what it could reach. Aimed only at targets made for it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { encodeFrame, jobHeaderSchema } from '../../src/generation/frames.ts';
import { type ProbeReport, probeTargetsSchema } from './probe-report.ts';

writeSync(3, encodeFrame({ frame: 'ready' }));
const targets = probeTargetsSchema.parse(jobHeaderSchema.parse(JSON.parse(readHeader())).header);

const report: ProbeReport = {
  reached: {
    'files of this computer': works(() => readFileSync(targets.secretFile)) || works(() => statSync('/etc/passwd')),
    'folders outside its own': [
      '/adwright-probe',
      '/dev/adwright-probe',
      '/dev/shm/adwright-probe',
      '/usr/adwright-probe',
      targets.fileToWrite,
    ].some((path) => works(() => writeFileSync(path, 'x'))),
    'the network': (await connecting({ host: '127.0.0.1', port: targets.port })) === 'connected',
    'sockets of other programs': (await connecting({ path: targets.socketPath })) === 'connected',
    'other processes': readdirSync('/proc').filter((name) => /^\d+$/.test(name)).length > 4,
    'new namespaces': spawnSync('unshare', ['--user', 'true']).status === 0,
  },
  status: statusOfSelf(),
  ffmpeg: spawnSync('ffmpeg', ['-hide_banner', '-version']).status === 0,
};
writeSync(3, encodeFrame({ frame: 'data', header: report }));
writeSync(3, encodeFrame({ frame: 'done' }));
process.exit(0);

function readHeader(): string {
  return readExactly(readExactly(4).readUInt32LE(0)).toString('utf8');
}

function readExactly(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length; ) {
    const count = readSync(0, bytes, read, length - read, null);
    if (count === 0) process.exit(1);
    read += count;
  }
  return bytes;
}

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function connecting(target: { host: string; port: number } | { path: string }): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(target);
    socket.once('connect', () => resolve('connected'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'failed'));
  });
}

function statusOfSelf(): ProbeReport['status'] {
  const text = readFileSync('/proc/self/status', 'utf8');
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(text)?.[1] ?? '';
  return {
    uid: process.getuid?.() ?? 0,
    capabilities: /[^0]/.test(field('CapEff')),
    noNewPrivileges: field('NoNewPrivs') === '1',
    systemCallsFiltered: field('Seccomp') === '2',
  };
}
