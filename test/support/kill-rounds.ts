/** Rounds of: ask for an ad, kill the program at a seeded moment, start it again, and see that the ad came out exactly once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { type Program, startProgram } from './program.ts';
import { ask, botMessages, buttonsOf, environmentOf, filesIn, result } from './workplace.ts';

/** A small generator with a seed (mulberry32), so that a failing round can be run again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Round = { killedAfterMs: number; strayMessages: number; wasFinished: boolean };

/** `films`: every how many rounds a video is asked for too. Resolves with what happened in each round. */
export async function killRounds(options: { rounds: number; seed: number; films: number }): Promise<Round[]> {
  const folder = mkdtempSync(join(tmpdir(), 'adw-'));
  const slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'socket' }) });
  slack.faults.rateLimits = false;
  const environment = environmentOf(slack, folder, { LOG_LEVEL: 'debug' });
  const random = seeded(options.seed);
  const rounds: Round[] = [];
  let program = await startProgram(environment);
  const logs: Record<string, unknown>[] = [];
  const patience = { still: 4_000, film: 14_000 };
  try {
    for (let round = 0; round < options.rounds; round += 1) {
      const film = round % options.films === options.films - 1;
      const channel = slack.channel(`round-${round}`);
      const places = film ? ['snapchat'] : [];
      expect(await ask(slack.person('anna'), channel, 'Good coffee. €5', { film: film ? 'yes' : 'no', places })).toEqual({
        closed: true,
      });
      const killedAfterMs = Math.round(random() * (film ? patience.film : patience.still));
      await new Promise((resolve) => setTimeout(resolve, killedAfterMs));
      const wasFinished = botMessages(slack, channel.id).some((message) => buttonsOf(message).includes('Another look'));
      await program.kill('SIGKILL');
      logs.push(...program.log());
      program = await startProgram(environment);
      const strayMessages = await checkRound(slack, channel.id, film).catch((error: unknown) => {
        const says = botMessages(slack, channel.id).map((message) => message.text);
        const heard = slack
          .person('anna')
          .ephemerals()
          .slice(-2)
          .map((one) => one.text);
        const last = [...logs, ...program.log()].slice(-25).map((line) => JSON.stringify(line));
        throw new Error([`round ${round}, killed after ${killedAfterMs} ms`, ...says, ...heard, ...last].join('\n'), {
          cause: error,
        });
      });
      rounds.push({ killedAfterMs, wasFinished, strayMessages });
    }
    await settled(program, slack);
    logs.push(...program.log());
    expect(finishedTwice(logs)).toEqual([]);
    return rounds;
  } finally {
    await program.kill('SIGTERM');
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const six = 6;

/** One result, every file once. Resolves with how many first messages a crash doubled: at most one, which is documented. */
async function checkRound(slack: LoopbackSlack, channel: string, film: boolean): Promise<number> {
  const message = await result(slack, channel);
  const files = filesIn(slack, channel, message.ts);
  expect(new Set(files).size).toBe(files.length);
  expect(files).toHaveLength(film ? 3 : six);
  const results = botMessages(slack, channel).filter((one) => buttonsOf(one).includes('Another look'));
  expect(results).toHaveLength(1);
  const stray = botMessages(slack, channel).length - 1;
  expect(stray).toBeLessThanOrEqual(1);
  return stray;
}

/** Nothing is posted any more some seconds after the last round. */
async function settled(_program: Program, slack: LoopbackSlack): Promise<void> {
  const before = slack.calls('files.completeUploadExternal').length;
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(slack.calls('files.completeUploadExternal').length).toBe(before);
}

/** Steps that were started again after they had been finished. */
function finishedTwice(logs: Record<string, unknown>[]): string[] {
  const finished = new Set<string>();
  const twice: string[] = [];
  for (const line of logs) {
    const step = `${line['adId']} ${line['step']}`;
    if (line['msg'] === 'step finished') finished.add(step);
    if (line['msg'] === 'step started' && finished.has(step)) twice.push(step);
  }
  if (finished.size === 0) throw new Error('no finished step was seen in the log: the check would prove nothing');
  return twice;
}
