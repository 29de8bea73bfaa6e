/** From a slash command to its acknowledgement over HTTP: the whole program with all it does for a command, beside a Bolt app that only acknowledges. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Program, startProgram } from '../support/program.ts';
import { type Client, createClient, signed } from './ack-client.ts';
import type { SlackAddress, SlackForms, SlackQuestion } from './ack-slack.ts';
import { inBenchFolder } from './bench-folder.ts';
import { type Helper, startHelper } from './helper-process.ts';
import { median, percentile, takeTurns } from './measure.ts';
import type { Figure } from './report.ts';

const runs = 5;
const requests = 4_000;
const inFlight = 100;
const mostTimesTheFloor = 2;
const backlogWithinMs = 60_000;

type Stage = { slack: Helper; ours: Client; bare: Client; signingSecret: string };
type Run = { p50: number; p99: number; formsAfterMs: number };

const ask = <Answer>(slack: Helper, question: SlackQuestion): Promise<Answer> => slack.ask<Answer>(question);

export function ack(): Promise<Figure[]> {
  return inBenchFolder(async (folder) => {
    const slack = await startHelper('./ack-slack.ts');
    const bare = await startHelper('./ack-bare.ts');
    let program: Program | null = null;
    try {
      const address = await ask<SlackAddress>(slack, { ask: 'address' });
      const port = await freePort();
      program = await startProgram(environmentFor(address, port, folder));
      const barePort = await bare.ask<number>(address.signingSecret);
      return [await measure(slack, address.signingSecret, { ours: port, bare: barePort })];
    } finally {
      await program?.kill('SIGTERM');
      await Promise.all([slack.close(), bare.close()]);
    }
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export function environmentFor(
  { apiUrl, botToken, signingSecret }: SlackAddress,
  port: number,
  folder: string,
): Record<string, string> {
  const { PATH = '', HOME = '/' } = process.env;
  const place = (name: string) => join(folder, name);
  const places = { DATA_DIR: place('data'), XDG_STATE_HOME: place('state'), XDG_RUNTIME_DIR: place('run') };
  const connection = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl };
  return { PATH, HOME, ...places, ...connection, PORT: String(port) };
}

async function measure(slack: Helper, signingSecret: string, ports: { ours: number; bare: number }): Promise<Figure> {
  const stage = { slack, signingSecret, ours: createClient(ports.ours, inFlight), bare: createClient(ports.bare, inFlight) };
  try {
    // Code is compiled before anything counts.
    await takeTurns(1, { ours: () => runOurs(stage), floor: () => runBare(stage) });
    const { ours, floor } = await takeTurns(runs, { ours: () => runOurs(stage), floor: () => runBare(stage) });
    const { refused } = await ask<SlackForms>(slack, { ask: 'forms' });
    if (refused > 0) throw new Error(`The loopback Slack refused ${refused} calls`);
    return figureOf(ours, floor);
  } finally {
    stage.ours.close();
    stage.bare.close();
  }
}

async function commandsFor({ slack, signingSecret }: Stage) {
  return signed(await ask<string[]>(slack, { ask: 'commands', count: requests }), signingSecret);
}

const runOf = (times: number[], formsAfterMs: number): Run => ({
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
  formsAfterMs,
});

async function runBare(stage: Stage): Promise<Run> {
  const commands = await commandsFor(stage);
  await stage.bare.warm();
  return runOf(await stage.bare.send(commands), 0);
}

/** The run ends when every command has its form too, so that nothing is left over for the other side's run. */
async function runOurs(stage: Stage): Promise<Run> {
  const commands = await commandsFor(stage);
  const before = (await ask<SlackForms>(stage.slack, { ask: 'forms' })).opened;
  await stage.ours.warm();
  const times = await stage.ours.send(commands);
  const acknowledged = performance.now();
  for (;;) {
    const { opened } = await ask<SlackForms>(stage.slack, { ask: 'forms' });
    const waited = performance.now() - acknowledged;
    if (opened - before >= requests) return runOf(times, waited);
    if (waited > backlogWithinMs) throw new Error(`Only ${opened - before} of ${requests} forms were opened`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function figureOf(ours: Run[], floor: Run[]): Figure {
  const ratios = ours.map((run, index) => run.p99 / (floor[index]?.p99 ?? Number.NaN));
  const told = (run: Run | undefined) => `p50 ${run?.p50.toFixed(1)} p99 ${run?.p99.toFixed(1)}`;
  return {
    name: 'ack',
    what: `/ad to its acknowledgement over HTTP, p99 with ${inFlight} in flight; the program also opens a form for each`,
    unit: 'ms',
    ours: median(ours.map((run) => run.p99)),
    floor: median(floor.map((run) => run.p99)),
    ratio: median(ratios),
    limit: { of: 'ratio', most: mostTimesTheFloor },
    notes: [
      ...ours.map(
        (run, index) => `run ${index + 1}: ours ${told(run)}, bare ${told(floor[index])}, ratio ${ratios[index]?.toFixed(2)}`,
      ),
      `${requests} commands a run; the last form was open ${median(ours.map((run) => run.formsAfterMs)).toFixed(0)} ms after the last acknowledgement`,
    ],
  };
}
