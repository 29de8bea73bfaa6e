/** A program that dies at every single write of a request about one's own data, and is started again each time. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { Channel } from '../../adapters/playground/slack/world.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { randomId } from '../../src/ids.ts';
import type { Death, Left, LeftQuestion } from './dying-program.ts';
import { ask, environmentOf, result } from './workplace.ts';

export type Mortals = {
  slack: LoopbackSlack;
  /** Somebody new with a finished ad in a channel of their own. */
  somebody(): Promise<{ person: Person; channel: Channel }>;
  /** From now on it dies at this write. */
  dieAt(write: number, when: Death['when']): Promise<void>;
  /** Resolves once it has died, and been started again; false when `isDone` came true without a death. */
  diedBefore(isDone: () => boolean): Promise<boolean>;
  left(): Promise<Left>;
  close(): Promise<void>;
};

const startMs = 60_000;
const lastWritesMs = 1_500;

export async function openMortals(): Promise<Mortals> {
  const folder = mkdtempSync(join(tmpdir(), 'adw-'));
  const slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'socket' }) });
  slack.faults.rateLimits = false;
  const environment = environmentOf(slack, folder);
  let child = await start(environment);
  const answer = async <Answer>(question: Death | LeftQuestion): Promise<Answer> => {
    const told = once(child, 'message');
    child.send(question);
    return (await told)[0] as Answer;
  };
  return {
    slack,
    async somebody() {
      const [person, channel] = [slack.person(`person-${randomId()}`), slack.channel(`room-${randomId()}`)];
      await ask(person, channel, 'Mortal honey. €7', { places: ['snapchat'] });
      await result(slack, channel.id);
      return { person, channel };
    },
    dieAt: (write, when) => answer({ ask: 'die', write, when }),
    async diedBefore(isDone) {
      const gone = () => child.exitCode !== null || child.signalCode !== null;
      await expect.poll(() => gone() || isDone(), { timeout: 90_000 }).toBe(true);
      const lastMs = Date.now() + lastWritesMs;
      // What is written last comes after what a person sees.
      await expect.poll(() => gone() || Date.now() > lastMs, { timeout: 10_000 }).toBe(true);
      if (!gone()) return false;
      child = await start(environment);
      return true;
    },
    left: () => answer({ ask: 'left' }),
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      await slack.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(environment: Record<string, string>): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./dying-program.ts', import.meta.url));
  const child = fork(file, { env: environment, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const late = setTimeout(() => child.kill('SIGKILL'), startMs);
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  clearTimeout(late);
  if (said !== 'ready') throw new Error('The program ended at its start');
  return child;
}
