/** A worker that does what the test's header asks: answers, hangs, crashes, fills memory or disk, or breaks the protocol. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync, writeSync } from 'node:fs';
import { readJob, sayBytes, sayFrame } from './worker-side.ts';

sayFrame({ frame: 'ready' });
const { job, blobs } = readJob();
const header = job.header as { task: string; mark?: string; folders?: string[] };
/** A unique argument, so that a test finds exactly the processes this job started. */
const long = `600.${header.mark ?? 0}`;

const tasks: Record<string, () => void> = {
  echo() {
    for (const blob of blobs) sayFrame({ frame: 'data', header: { bytes: blob.length } }, blob);
    sayFrame({ frame: 'done' });
  },
  'list folders'() {
    sayFrame({ frame: 'data', header: (header.folders ?? []).map((folder) => readdirSync(folder)) });
    sayFrame({ frame: 'data', header: Object.keys(process.env).sort() });
    sayFrame({ frame: 'done' });
  },
  'start children'() {
    for (let index = 0; index < 3; index += 1) spawn('sleep', [long], { detached: true, stdio: 'ignore' });
    sayFrame({ frame: 'data', header: 'started' });
    sayFrame({ frame: 'done' });
  },
  'hang in a loop'() {
    spawn('sleep', [long], { detached: true, stdio: 'ignore' });
    sayFrame({ frame: 'data', header: 'hanging' });
    for (;;);
  },
  'hang in a program'() {
    sayFrame({ frame: 'data', header: 'hanging' });
    spawnSync('sleep', [long]);
  },
  throw() {
    throw new Error('thrown by the worker');
  },
  'say an error'() {
    sayFrame({ frame: 'error', message: 'canary-of-a-worker' });
  },
  'complain about a person'() {
    writeSync(2, 'cannot draw canary-of-a-person\n');
    sayFrame({ frame: 'done' });
  },
  'crash by signal'() {
    process.kill(process.pid, 'SIGSEGV');
  },
  'end without a word'() {
    process.exit(0);
  },
  'fill the temporary folder'() {
    writeFileSync('/tmp/big', Buffer.alloc(100 * 1_048_576));
  },
  'take memory'() {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(32 * 1_048_576, 1));
  },
  'take memory in many processes'() {
    const hog = 'const k=[];for(let i=0;i<20;i++)k.push(Buffer.alloc(20*1048576,1));setTimeout(()=>k,60000)';
    for (let index = 0; index < 6; index += 1)
      spawn(process.execPath, ['--disable-wasm-trap-handler', '-e', hog], { stdio: 'ignore' });
    setTimeout(() => undefined, 60_000);
  },
  'say garbage'() {
    sayBytes(Buffer.from('this is not a frame at all, only text'));
    setTimeout(() => undefined, 60_000);
  },
  'announce a huge blob'() {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(2, 0);
    head.writeUInt32LE(0xffffffff, 4);
    sayBytes(head);
    setTimeout(() => undefined, 60_000);
  },
  'say half a frame'() {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(200, 0);
    sayBytes(head);
  },
  'flood with bytes'() {
    for (;;) sayFrame({ frame: 'data', header: 0 }, Buffer.alloc(8 * 1_048_576));
  },
  'flood with frames'() {
    for (;;) sayFrame({ frame: 'data', header: 0 });
  },
  'be ready twice'() {
    sayFrame({ frame: 'ready' });
    setTimeout(() => undefined, 60_000);
  },
  'flood standard error'() {
    for (let index = 0; index < 2_000; index += 1) process.stderr.write('x'.repeat(1_000));
    sayFrame({ frame: 'done' });
  },
};

tasks[header.task]?.();
