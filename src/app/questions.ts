/** What the doctor asks of the parts that this process holds. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Connection } from '../../adapters/postgres/connect.ts';
import { slackCheck } from '../../adapters/slack/slack-check.ts';
import type { InstallationStore } from '../accounts/installations.ts';
import type { Clock } from '../clock.ts';
import { collect, once } from '../generation/contents.ts';
import type { JobQueue, MediaStore, Sandbox, Studio } from '../generation/ports.ts';
import type { CredentialSigner } from '../generation/provenance/credentials.ts';
import type { Logger } from '../log.ts';
import type { Keyring } from '../privacy/keyring.ts';
import type { CheckResult, Question } from './checks.ts';
import type { Config } from './config.ts';
import { discordConnection } from './connect-discord.ts';
import { slackConnection } from './connect-slack.ts';
import { askKeyCopy } from './key-copy-note.ts';
import { type PrivacyAskedParts, privacyQuestions } from './privacy-questions.ts';
import { samplePhoto } from './sample-photo.ts';

/** Each part is opened only when it is asked for, so that one that is broken does not hide the others. */
export type AskedParts = PrivacyAskedParts & {
  config: Config;
  database(): Promise<Pick<Connection, 'kind' | 'ping'>>;
  installations(): Promise<InstallationStore>;
  queue(): Promise<Pick<JobQueue, 'ping'>>;
  media: MediaStore;
  keyring(): Promise<Keyring>;
  sandbox: Sandbox;
  studio: Studio;
  credentials(): Promise<CredentialSigner>;
  clock: Clock;
  log: Logger;
};

export function questionsFor(parts: AskedParts): Question[] {
  const { config } = parts;
  return [
    {
      part: 'database',
      remedy: 'Check DATABASE_URL and that the server runs; the embedded one needs a writable DATA_DIR with free space.',
      ask: async () => {
        const database = await parts.database();
        await database.ping();
        return database.kind === 'embedded' ? `embedded, in ${config.dataDir}` : 'server answers';
      },
    },
    {
      part: 'queue',
      remedy: 'Check REDIS_URL and that Redis runs; the private one needs redis-server or valkey-server on the PATH.',
      ask: async () => {
        await (await parts.queue()).ping();
        return config.redisUrl ? 'server answers' : 'private Redis answers';
      },
    },
    { part: 'media store', remedy: 'Check MEDIA_URL, its permissions and free space.', ask: () => askMedia(parts.media) },
    {
      part: 'key store',
      remedy: 'Check KEYS_URL and its permissions, and that the master key is the one this data was made with.',
      ask: async () => {
        await (await parts.keyring()).lookup('doctor', 'ping');
        return 'keys open with this master key';
      },
    },
    {
      part: 'key copy',
      remedy: 'Run npm run backup with --keys-to again: the note about the last copy could not be read.',
      ask: () => askKeyCopy(config.dataDir, parts.clock.now()),
    },
    {
      part: 'sandbox',
      remedy: 'Install bubblewrap (Debian: apt-get install bubblewrap) and allow user namespaces.',
      ask: () => askSandbox(parts.sandbox),
    },
    {
      part: 'ffmpeg',
      remedy: 'Install ffmpeg (Debian: apt-get install ffmpeg) or set FFMPEG_PATH.',
      ask: () => askFfmpeg(config.ffmpegPath ?? 'ffmpeg'),
    },
    {
      part: 'studio',
      remedy: 'Run npm ci again: a package or a font is missing or damaged.',
      ask: () => askStudio(parts.studio),
    },
    {
      part: 'credentials',
      remedy: 'Check the key store, or C2PA_CERT_FILE and C2PA_KEY_FILE.',
      ask: () => askCredentials(parts),
    },
    ...privacyQuestions(parts),
    { part: 'slack', remedy: 'See the README, part "Connect Slack".', ask: () => askSlack(parts) },
    { part: 'discord', remedy: 'See the README, part "Connect Discord".', ask: () => askDiscord(parts) },
  ];
}

async function askMedia(media: MediaStore): Promise<string> {
  const id = `doctor-${randomBytes(8).toString('hex')}`;
  const object = { area: 'previews' as const, id, key: randomBytes(32) };
  try {
    await media.put(object, once(Buffer.from('ping')));
    if (Buffer.from(await collect(media.get(object))).toString() !== 'ping')
      throw new Error('it gave back other bytes than it got');
  } finally {
    await media.erase(object);
  }
  return 'writes, reads and erases';
}

async function askSandbox(sandbox: Sandbox): Promise<Omit<CheckResult, 'part'>> {
  const { level, missing } = await sandbox.level();
  const says = missing.length > 0 ? `${level}; missing: ${missing.join(', ')}` : level;
  if (level === 'full' || level === 'full, shared identity') return { state: 'fine', says, remedy: null };
  const remedy = 'Install bubblewrap (Debian: apt-get install bubblewrap) and allow user namespaces.';
  return { state: level === 'none' ? 'wrong' : 'weak', says, remedy };
}

async function askFfmpeg(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['-hide_banner', '-encoders'], { timeout: 10_000 });
  for (const encoder of ['libx264', ' aac'])
    if (!stdout.includes(encoder)) throw new Error(`it has no encoder ${encoder.trim()}`);
  return 'has H.264 and AAC';
}

/** One real picture from the sample photo, through the sandbox, with every font family. */
async function askStudio(studio: Studio): Promise<string> {
  const missing = studio.missingGlyphs('Aä€Żжλ');
  if (missing.length > 0) throw new Error(`fonts lack ${missing.join(' ')}`);
  const prepared = await studio.preparePhoto(once(samplePhoto()), AbortSignal.timeout(20_000));
  if (!prepared.ok) throw new Error(`it refuses its own sample photo (${prepared.problem.kind})`);
  return 'fonts complete, sample photo prepared';
}

/** A small picture is made and signed for it. */
async function askCredentials({ studio, credentials }: AskedParts): Promise<string | Omit<CheckResult, 'part'>> {
  const { origin, until } = await (await credentials()).credentials();
  const plan = { kind: 'still' as const, mostBytes: 1_000_000, tries: [{ width: 300, height: 300, quality: 70 }] };
  const made = await studio.makeFit(await collect(once(samplePhoto())), plan, AbortSignal.timeout(20_000));
  const whose = origin === 'operator' ? 'your certificate' : 'a certificate of this installation';
  const says = `files say how they were made (IPTC) and are signed (C2PA) with ${whose}, good until ${new Date(until).toISOString().slice(0, 10)}`;
  if (made && Buffer.from(made.bytes).includes('c2pa')) return says;
  return {
    state: 'weak',
    says: 'files say how they were made (IPTC), but are not signed (C2PA)',
    remedy: 'Its library has no program for this system; Linux on x64 with glibc has one.',
  };
}

async function askSlack({ config, clock, log, installations }: AskedParts): Promise<string | CheckResult[]> {
  if (!config.slack) return 'not connected (set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or SLACK_CLIENT_ID and its kin)';
  const { connection, baseUrl } = await slackConnection(config.slack, config, async () => ({
    installations: await installations(),
    // Nobody installs anything through the doctor.
    stateSecret: '',
  }));
  const channel = config.slackCheckChannel;
  const findings = await slackCheck({ connection, clock, log, ...(baseUrl ? { baseUrl } : {}), ...(channel ? { channel } : {}) });
  const states = { fine: 'fine', wrong: 'wrong', unknown: 'weak' } as const;
  return findings.map(({ part, state, says, remedy }) => ({ part: `slack ${part}`, state: states[state], says, remedy }));
}

/** Loaded only when Discord is configured, as the library is large. */
async function askDiscord({ config, clock, log }: AskedParts): Promise<string | CheckResult[]> {
  if (!config.discord) return 'not connected (set DISCORD_BOT_TOKEN and DISCORD_APPLICATION_ID)';
  const { discordCheck } = await import('../../adapters/discord/discord-check.ts');
  const findings = await discordCheck({ connection: discordConnection(config.discord), clock, log });
  const states = { fine: 'fine', wrong: 'wrong', unknown: 'weak' } as const;
  return findings.map(({ part, state, says, remedy }) => ({ part: `discord ${part}`, state: states[state], says, remedy }));
}
