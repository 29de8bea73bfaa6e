/** `npm run demo`: what a person in Slack would do, through the real Slack adapter against the loopback Slack, with everything embedded. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { StoredMessage } from '../../adapters/playground/slack/world.ts';
import { stopLeftOver } from '../../adapters/redis/left-over-redis.ts';
import { findCommand } from '../../adapters/sandbox/find-program.ts';
import { makeOwnFolder } from '../../adapters/sandbox/own-folder.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { type Config, readConfig } from './config.ts';
import { hold } from './hold.ts';
import { createLogger } from './logger.ts';
import { main, stopRequests } from './run.ts';
import { samplePhoto } from './sample-photo.ts';

const brief = 'Fjord cold brew coffee, smooth and never bitter. €19.90 instead of €24.90';
/** Longer than the slowest machine needed. */
const patienceMs = 180_000;

const begun = performance.now();
const tell = (sentence: string): void => {
  process.stdout.write(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${sentence}\n`);
};

const stop = stopRequests();

await main(async () => {
  const folder = await makeOwnFolder({ parent: tmpdir(), prefix: 'adwright-demo', beforeSweep: endRedisIn });
  const out = resolve('out', 'demo');
  try {
    const slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'socket' }) });
    tell('A loopback Slack runs on this machine; nothing leaves it.');
    try {
      await run(await demoConfig(folder, slack), () => play(slack, out));
    } finally {
      await slack.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  tell('Everything is stopped and the temporary folder is gone.');
  process.stdout.write(`\nThe finished ads are in ${out}\n`);
  return 0;
});

/** Everything is closed again before a stop is told, so that nothing of the demo stays. */
async function run(config: Config, scene: () => Promise<void>): Promise<void> {
  const held = await hold(config, { log: createLogger('error'), control: false });
  try {
    const { level } = await held.app.sandbox.level();
    stop.throwIfAborted();
    tell(`Adwright runs: embedded database and queue in a temporary folder, sandbox level "${level}".`);
    await scene();
  } finally {
    await held.stop(5_000);
  }
}

/** Ends the Redis of a demo that was killed, before its folder goes. */
async function endRedisIn(folder: string): Promise<boolean> {
  await stopLeftOver(join(folder, 'data', 'redis'), createLogger('silent'));
  return true;
}

/** The demo's own Redis where there is one to start: a configured one holds the jobs of somebody's work. */
async function redisUrlFor(searchPath: string): Promise<string | undefined> {
  const own = (await findCommand('redis-server', searchPath)) ?? (await findCommand('valkey-server', searchPath));
  return own ? undefined : process.env['REDIS_URL'];
}

async function demoConfig(folder: string, slack: LoopbackSlack): Promise<Config> {
  const read = readConfig({
    DATA_DIR: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    PATH: process.env['PATH'],
    FFMPEG_PATH: process.env['FFMPEG_PATH'],
    REDIS_URL: await redisUrlFor(process.env['PATH'] ?? ''),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    LOG_LEVEL: 'error',
  });
  if (!read.ok) throw new Error(read.problems.map(({ name, problem }) => `${name} ${problem}`).join('\n'));
  return read.config;
}

async function play(slack: LoopbackSlack, out: string): Promise<void> {
  const channel = slack.channel('marketing');
  const anna = slack.person('anna');
  await anna.command('/ad', brief, { channel });
  const form = await anna.waitForView();
  tell(`Anna typed: /ad ${brief}`);
  tell('The form is open; she adds a photo of the bottle, asks for a video too, and sends it.');
  const sent = await anna.submit(form, {
    photos: [{ name: 'bottle.jpg', bytes: samplePhoto() }],
    film: 'yes',
    keep: 'keep',
  });
  if (!sent.closed) throw new Error(`the form was refused: ${JSON.stringify(sent.errors)}`);
  tell('Accepted.');
  await choose(slack, anna, channel.id);
  const result = await watch(slack, channel.id);
  const files = await inThread(slack, channel.id, result);
  mkdirSync(out, { recursive: true });
  for (const file of files) writeFileSync(join(out, file.name), file.bytes);
  tell(`In the thread: ${files.map((file) => file.name).join(', ')}`);
  tell(`Buttons under the result: ${buttonsOf(result).join(' · ')}`);
}

/** Waits for the three ideas and takes the second. */
async function choose(slack: LoopbackSlack, anna: Person, channel: string): Promise<void> {
  const message = await seen(slack, 'the three ideas', () =>
    slack.messages(channel).find((one) => one.fromBot && buttonsOf(one).includes('Use 2')),
  );
  tell(`One picture with three ideas is in the channel. Buttons: ${buttonsOf(message).join(' · ')}`);
  await anna.press(message, 'Use 2');
  tell('She presses Use 2.');
}

/** Tells each new state of the ad's one message, until it is the result. */
async function watch(slack: LoopbackSlack, channel: string): Promise<StoredMessage> {
  let said = '';
  let hasPicture = false;
  return seen(slack, 'the finished ad', () => {
    const message = slack.messages(channel).find((one) => one.fromBot && one.thread === null);
    if (!message) return null;
    if (message.text !== said) tell(message.text);
    said = message.text;
    const picture = message.blocks.some((block) => block['type'] === 'image');
    if (picture && !hasPicture) tell('The first picture is shown in the message already.');
    hasPicture ||= picture;
    if (buttonsOf(message).includes('Retry')) throw new Error('the ad could not be made');
    return buttonsOf(message).includes('Another look') ? message : null;
  });
}

/** Waits until the loopback Slack shows it, and no longer once the demo is to stop. */
function seen<Found>(slack: LoopbackSlack, what: string, find: () => Found | null | undefined): Promise<Found> {
  stop.addEventListener('abort', () => slack.world.changed(), { once: true });
  const unlessStopped = () => {
    stop.throwIfAborted();
    return find();
  };
  return slack.waitFor(unlessStopped, { withinMs: patienceMs, what });
}

type Saved = { name: string; bytes: Uint8Array };

async function inThread(slack: LoopbackSlack, channel: string, result: StoredMessage): Promise<Saved[]> {
  const files = slack.messages(channel).flatMap((one) => (one.thread === result.ts ? one.files : []));
  const found = files.flatMap((id) => slack.file(id) ?? []);
  return found.flatMap((file) => (file.bytes ? [{ name: file.name, bytes: file.bytes }] : []));
}

function buttonsOf(message: StoredMessage): string[] {
  const rows = message.blocks.filter((block) => block['type'] === 'actions') as { elements: { text: { text: string } }[] }[];
  return rows.flatMap((row) => row.elements.map((element) => element.text.text));
}
