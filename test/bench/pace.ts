/** 200 commands a second for half a minute on each platform: p99 of the acknowledgement, beside the bare client library that does nothing else. */
import { join } from 'node:path';
import { startProgram } from '../support/program.ts';
import { environmentFor, freePort } from './ack.ts';
import { type Client, createClient, type SignedCommand, signed } from './ack-client.ts';
import type { DiscordAddress, DiscordQuestion } from './ack-discord.ts';
import type { SlackAddress, SlackForms, SlackQuestion } from './ack-slack.ts';
import { atPace } from './at-pace.ts';
import { inBenchFolder } from './bench-folder.ts';
import { type Helper, startHelper } from './helper-process.ts';
import { median, percentile, takeTurns } from './measure.ts';
import type { Figure } from './report.ts';

const perSecond = 200;
const seconds = 30;
const rounds = 3;
const warmUp = 1_000;
const mostTimesTheFloor = 2;
const mostInFlight = 400;

export async function pace(): Promise<Figure[]> {
  return [await inBenchFolder(onSlack), await inBenchFolder(onDiscord)];
}

type Runs = { ours(count: number): Promise<number[]>; floor(count: number): Promise<number[]> };

async function measure(platform: string, runs: Runs): Promise<Figure> {
  await takeTurns(1, { ours: () => runs.ours(warmUp), floor: () => runs.floor(warmUp) });
  const count = perSecond * seconds;
  const { ours, floor } = await takeTurns(rounds, { ours: () => runs.ours(count), floor: () => runs.floor(count) });
  const p99 = (times: number[]) => percentile(times, 0.99);
  const ratios = ours.map((times, round) => p99(times) / p99(floor[round] ?? []));
  const told = (times: number[]) => `p50 ${percentile(times, 0.5).toFixed(1)} p99 ${p99(times).toFixed(1)}`;
  return {
    name: `pace ${platform}`,
    what: `a command to its acknowledgement, ${perSecond} a second for ${seconds} s, p99; the program also opens a form for each`,
    unit: 'ms',
    ours: median(ours.map(p99)),
    floor: median(floor.map(p99)),
    ratio: median(ratios),
    limit: { of: 'ratio', most: mostTimesTheFloor },
    notes: ours.map(
      (times, round) =>
        `run ${round + 1}: ours ${told(times)}, bare ${told(floor[round] ?? [])}, ratio ${ratios[round]?.toFixed(2)}`,
    ),
  };
}

async function onSlack(folder: string): Promise<Figure> {
  const [slack, bare] = [await startHelper('./ack-slack.ts'), await startHelper('./ack-bare.ts')];
  const address = await slack.ask<SlackAddress>({ ask: 'address' } satisfies SlackQuestion);
  const port = await freePort();
  const program = await startProgram(environmentFor(address, port, folder));
  const clients: Client[] = [port, await bare.ask<number>(address.signingSecret)].map((at) => createClient(at, mostInFlight));
  const [ours, floor] = clients;
  try {
    if (!ours || !floor) throw new Error('No client');
    const send = async (client: Client, count: number) => {
      const bodies = await slack.ask<string[]>({ ask: 'commands', count } satisfies SlackQuestion);
      const commands = signed(bodies, address.signingSecret);
      const one = (index: number) => client.send([commands[index] as SignedCommand]);
      // A server closes a line that was idle, now and then just when it is used again: the second try counts with the first.
      return atPace(count, perSecond, (index) => one(index).catch(() => one(index)));
    };
    return await measure('slack', {
      floor: (count) => send(floor, count),
      async ours(count) {
        const before = await opened(slack);
        const times = await send(ours, count);
        await allOpened(slack, before + count);
        return times;
      },
    });
  } finally {
    for (const client of clients) client.close();
    await program.kill('SIGTERM');
    await Promise.all([slack.close(), bare.close()]);
  }
}

const opened = async (slack: Helper): Promise<number> =>
  (await slack.ask<SlackForms>({ ask: 'forms' } satisfies SlackQuestion)).opened;

/** Nothing is left over for the other side's run. */
async function allOpened(slack: Helper, wanted: number): Promise<void> {
  for (let looks = 0; (await opened(slack)) < wanted; looks += 1) {
    if (looks > 600) throw new Error('Forms were not opened within a minute');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function onDiscord(folder: string): Promise<Figure> {
  const [ours, floor] = [await startHelper('./ack-discord.ts'), await startHelper('./ack-discord.ts')];
  const bare = await startHelper('./ack-bare-discord.ts');
  const addressOf = (helper: Helper) => helper.ask<DiscordAddress>({ ask: 'address' } satisfies DiscordQuestion);
  const program = await startProgram(await discordEnvironment(await addressOf(ours), folder));
  const run = (helper: Helper, count: number) => helper.ask<number[]>({ ask: 'run', count, perSecond } satisfies DiscordQuestion);
  try {
    await bare.ask(await addressOf(floor));
    return await measure('discord', { ours: (count) => run(ours, count), floor: (count) => run(floor, count) });
  } finally {
    await program.kill('SIGTERM');
    await Promise.all([ours.close(), floor.close(), bare.close()]);
  }
}

async function discordEnvironment(address: DiscordAddress, folder: string): Promise<Record<string, string>> {
  const { PATH = '', HOME = '/' } = process.env;
  const place = (name: string) => join(folder, name);
  const places = { DATA_DIR: place('data'), XDG_STATE_HOME: place('state'), XDG_RUNTIME_DIR: place('run') };
  const { botToken, applicationId, apiUrl, cdnUrl } = address;
  const connection = { DISCORD_BOT_TOKEN: botToken, DISCORD_APPLICATION_ID: applicationId };
  return {
    PATH,
    HOME,
    ...places,
    ...connection,
    DISCORD_API_URL: apiUrl,
    DISCORD_CDN_URL: cdnUrl,
    PORT: String(await freePort()),
  };
}
