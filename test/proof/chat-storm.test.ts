import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStores } from '../../src/app/stores.ts';
import { locales } from '../../src/chat/locale.ts';
import { systemClock } from '../../src/clock.ts';
import { openStates } from '../../src/generation/ad.ts';
import { seeded } from '../support/kill-rounds.ts';
import { startProgram } from '../support/program.ts';
import { type DiscordSide, discordSide } from '../support/storm/discord-side.ts';
import { type Plot, play, plots, type Scene } from '../support/storm/scenes.ts';
import { type SlackSide, slackSide } from '../support/storm/slack-side.ts';
import { unexplained, wrongWith } from '../support/storm/verdict.ts';
import { raiseStorm } from '../support/storm/weather.ts';
import { configOf, environmentOf } from '../support/workplace.ts';

const seed = Number(process.env['PROOF_SEED'] ?? 20_261_122);
/** An upload that hangs is given up after two minutes, and may hang again. */
const eachWithinMs = 480_000;
/** So many people are at it at once. */
const atOnce = 6;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function environmentFor(slack: SlackSide, { discord }: DiscordSide, folder: string, port: number | null): Record<string, string> {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, ...rest } = environmentOf(slack.slack, folder);
  const { clientId, clientSecret, signingSecret } = slack.slack;
  const shared = {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: signingSecret,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
  };
  const own = { SLACK_BOT_TOKEN: SLACK_BOT_TOKEN ?? '', SLACK_APP_TOKEN: SLACK_APP_TOKEN ?? '' };
  return {
    ...rest,
    ...(port === null ? own : shared),
    DISCORD_BOT_TOKEN: discord.botToken,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_CDN_URL: discord.cdnUrl,
    LOG_LEVEL: 'debug',
  };
}

function scenesFor(sides: readonly [SlackSide, DiscordSide], random: () => number): Scene[] {
  const roomFor = (plot: Plot, index: number) => `${plot === 'is where files are refused' ? 'Small' : 'room'}-${index}`;
  return sides
    .flatMap((side) => plots.map((plot) => ({ side, plot })))
    .map((scene, index) => ({ ...scene, index, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ side, plot, index }) => {
      const locale = locales[Math.floor(random() * locales.length)] ?? 'en';
      return { side, plot, locale, who: `person-${index}`, room: roomFor(plot, index), random };
    });
}

async function playAll(scenes: readonly Scene[]): Promise<{ scene: Scene; problems: string[]; line: string }[]> {
  const waiting = [...scenes];
  const played: { scene: Scene; problems: string[]; line: string }[] = [];
  const next = async () => {
    for (let scene = waiting.shift(); scene; scene = waiting.shift()) {
      const ending = await play(scene, eachWithinMs);
      const problems = wrongWith(scene, ending);
      const line = `${scene.side.name} · ${scene.who} (${scene.locale}) ${scene.plot}: ${ending.ended} after ${ending.seconds} s ${ending.words.replaceAll('\n', ' ').slice(0, 160)}`;
      played.push({ scene, problems, line });
      console.log([line, ...problems].join('\n    '));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return played;
}

async function leftOpen(environment: Record<string, string>) {
  const stores = await openStores(configOf(environment), systemClock);
  try {
    const { ads, intakes } = stores.database;
    const open = await Promise.all((await ads.list(openStates)).map((id) => ads.read(id)));
    return { ads: open.map((ad) => ad?.state), requests: await intakes.waiting(systemClock.now() + 1) };
  } finally {
    await Promise.all([stores.database.close(), stores.media.close(), stores.keys.close()]);
  }
}

async function storm(connected: 'socket' | 'http'): Promise<void> {
  console.log(`storm over Slack (${connected}) and Discord, PROOF_SEED=${seed}`);
  const random = seeded(seed);
  const folder = mkdtempSync(join(tmpdir(), 'adw-storm-'));
  const port = connected === 'http' ? await freePort() : null;
  const sides = [await slackSide(port === null ? null : `http://127.0.0.1:${port}`), await discordSide()] as const;
  const environment = environmentFor(sides[0], sides[1], folder, port);
  const program = await startProgram(environment);
  let isRunning = true;
  void program.exited.then(() => {
    isRunning = false;
  });
  try {
    if (port !== null) {
      sides[0].slack.deliverByHttp(`http://127.0.0.1:${port}/slack/events`);
      expect(await sides[0].slack.install(`http://127.0.0.1:${port}/slack/install`, 'installer')).toBe(200);
    }
    const weather = raiseStorm(sides, random);
    const played = await playAll(scenesFor(sides, random));
    await weather.stop();
    console.log(JSON.stringify(Object.fromEntries(weather.happened)));
    const wrong = played.filter(({ problems }) => problems.length > 0);
    const problems = wrong.map(({ line, problems: found }) => `${line}\n    ${found.join('\n    ')}`);
    expect(isRunning, program.output().slice(-3_000)).toBe(true);
    expect(problems, program.output().slice(-6_000)).toEqual([]);
    expect(unexplained(program.log())).toEqual([]);
    expect(sides.flatMap((side) => side.refusals())).toEqual([]);
  } finally {
    await program.kill('SIGTERM');
    await Promise.all(sides.map((side) => side.close()));
  }
  expect(await leftOpen(environment)).toEqual({ ads: [], requests: [] });
  rmSync(folder, { recursive: true, force: true });
}

describe('people on Slack and on Discord, while everything goes wrong that can', () => {
  it('each get their ad once, or a sentence in their language that says why not: Slack over a socket', () => storm('socket'));
  it('each get their ad once, or a sentence in their language that says why not: Slack in many workspaces over HTTP, tokens renewed', () =>
    storm('http'));
});
