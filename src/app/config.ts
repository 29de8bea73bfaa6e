/** The only reader of the environment: checked once, all problems at once, then frozen. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback } from '../loopback.ts';

export type Role = 'all' | 'chat' | 'worker';

export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string | undefined }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl: string | undefined }
  | {
      /** Any workspace may install the bot by itself. */
      mode: 'oauth';
      clientId: string;
      clientSecret: string;
      signingSecret: string;
      publicUrl: string;
      apiUrl: string | undefined;
    };

export type DiscordConfig = {
  botToken: string;
  applicationId: string;
  apiUrl: string | undefined;
  cdnUrl: string | undefined;
};

export type S3Config = { accessKeyId: string; secretAccessKey: string };

export type Config = {
  dataDir: string;
  stateDir: string;
  port: number;
  host: string;
  role: Role;
  masterKey: Uint8Array | undefined;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  mediaUrl: string | undefined;
  keysUrl: string | undefined;
  s3: S3Config | undefined;
  slack: SlackConfig | undefined;
  slackCheckChannel: string | undefined;
  /** People who count as admins of their workspace, whatever Slack tells. */
  slackAdmins: readonly string[];
  discord: DiscordConfig | undefined;
  ffmpegPath: string | undefined;
  searchPath: string;
  runtimeDir: string | undefined;
  allowWeakSandbox: boolean;
  /** Days that everything of a workspace is kept after the bot was removed from it. */
  uninstallGraceDays: number;
  /** Where people reach whoever answers for their data. */
  privacyContact: string | undefined;
  /** Days that the operator keeps backups. */
  backupDays: number;
  /** The most that ads and photos of one workspace may take, in megabytes. */
  workspaceStorageMb: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
};

/** Whether anything lives in the data folder, so that only one process may have it. */
export const isEmbedded = (config: Config): boolean =>
  !config.databaseUrl || !config.redisUrl || !config.mediaUrl || !config.keysUrl;

/** One wrong setting: its name, what is wrong, what to do. Never its value: it may be a secret. */
export type ConfigProblem = { name: string; problem: string };

const blankIsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const startsWith = (prefix: string, where: string) => z.string().startsWith(prefix, `must begin with ${prefix} (${where})`);

const databaseUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) return false;
  const modes = url.searchParams.getAll('sslmode');
  const isVerified = modes.length > 0 && modes.every((mode) => mode === 'verify-full');
  return isVerified || databaseHosts(url).every(isHere);
}, 'must be postgresql://user:password@host/database; off this machine it needs ?sslmode=verify-full');

/** Every place that the address may mean: the driver lets `host` win over the name before the slash. */
const databaseHosts = (url: URL): string[] => [
  url.hostname.replace(/%2f/gi, '/'),
  ...url.searchParams.getAll('host'),
  ...url.searchParams.getAll('hostaddr'),
];
/** This machine: by name, by address, or by the folder of a socket. */
const isHere = (host: string): boolean => host === '' || host.startsWith('/') || isLoopback(host);

/** The driver takes an absent host from the environment. */
function isLeftToPgHost(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.hostname === '' && !url.searchParams.getAll('host').at(-1) && url.searchParams.get('sslmode') !== 'verify-full';
}

/** Query parameters of Redis addresses that the client would let change where it goes, or whether with TLS. */
const redirecting = ['host', 'port', 'path', 'tls', 'sentinels', 'natMap'];

const redisUrl = z.string().refine((text) => {
  if (/^unix:\/\/\/./.test(text)) return true;
  // Written in small letters: the client knows TLS by these very ones.
  const url = /^rediss?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (!url || redirecting.some((name) => url.searchParams.has(name))) return false;
  return (url.protocol === 'rediss:' && url.hostname !== '') || (url.protocol === 'redis:' && isLoopback(url.hostname));
}, 'must be redis://host:port; off this machine rediss:// (TLS)');

const httpsOrLoopback = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
}, 'must be an https:// address (http:// only for this machine)');

const storeUrl = z.string().refine((text) => {
  if (/^file:\/\/\/./.test(text)) return true;
  const url = URL.canParse(text) ? new URL(text) : null;
  const endpoint = url?.searchParams.get('endpoint') ?? null;
  return url?.protocol === 's3:' && url.hostname !== '' && (endpoint === null || httpsOrLoopback.safeParse(endpoint).success);
}, 'must be s3://bucket/prefix?region=…&endpoint=https://… or file:///absolute/folder on a disk that all machines share');

const masterKey = z
  .string()
  .regex(/^(?:[0-9a-f]{64}|[A-Za-z0-9+/]{43}=)$/, 'must be 32 random bytes in hex or base64, e.g. from: openssl rand -base64 32')
  .transform((text) => new Uint8Array(Buffer.from(text, text.length === 64 ? 'hex' : 'base64')));

const environmentSchema = z.object({
  DATA_DIR: optional(z.string()),
  XDG_STATE_HOME: optional(z.string()),
  XDG_RUNTIME_DIR: optional(z.string()),
  PATH: optional(z.string()),
  PORT: optional(
    z.coerce.number('must be a port number').int().min(1, 'must be a port number').max(65_535, 'must be a port number'),
  ),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(httpsOrLoopback),
  ADWRIGHT_ROLE: optional(z.enum(['all', 'chat', 'worker'], 'must be all, chat or worker')),
  ADWRIGHT_MASTER_KEY: optional(masterKey),
  ADWRIGHT_ALLOW_WEAK_SANDBOX: optional(z.enum(['yes', 'no'], 'must be yes or no')),
  DATABASE_URL: optional(databaseUrl),
  REDIS_URL: optional(redisUrl),
  MEDIA_URL: optional(storeUrl),
  KEYS_URL: optional(storeUrl),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  SLACK_BOT_TOKEN: optional(startsWith('xoxb-', 'the Bot User OAuth Token on "OAuth & Permissions"')),
  SLACK_APP_TOKEN: optional(startsWith('xapp-', 'the app-level token on "Basic Information"')),
  SLACK_SIGNING_SECRET: optional(z.string().min(16, 'looks cut off: copy it again from "Basic Information"')),
  SLACK_CLIENT_ID: optional(
    z.string().regex(/^\d+\.\d+$/, 'must be the Client ID from "Basic Information": two numbers joined by a dot'),
  ),
  SLACK_CLIENT_SECRET: optional(z.string().min(16, 'looks cut off: copy it again from "Basic Information"')),
  SLACK_API_URL: optional(httpsOrLoopback),
  SLACK_CHECK_CHANNEL: optional(z.string().regex(/^[CG][A-Z0-9]+$/, 'must be a channel id such as C0123456789')),
  SLACK_ADMINS: optional(
    z
      .string()
      .transform((text) => text.split(',').map((id) => id.trim()))
      .pipe(z.array(z.string().regex(/^[UW][A-Z0-9]+$/, 'must be ids of people such as U0123456789, parted by commas'))),
  ),
  DISCORD_BOT_TOKEN: optional(
    z.string().regex(/^(?!Bot )\S{20,}$/, 'must be the token alone, as shown once on the page "Bot" of the application'),
  ),
  DISCORD_APPLICATION_ID: optional(
    z.string().regex(/^\d{17,20}$/, 'must be the Application ID (17 to 20 digits) from "General Information"'),
  ),
  DISCORD_API_URL: optional(httpsOrLoopback),
  DISCORD_CDN_URL: optional(httpsOrLoopback),
  UNINSTALL_GRACE_DAYS: optional(
    z.coerce.number('must be a number of days').min(0, 'must be 0 or more').max(365, 'must be at most 365'),
  ),
  PRIVACY_CONTACT: optional(z.string().max(200, 'must be at most 200 characters')),
  BACKUP_DAYS: optional(
    z.coerce.number('must be a number of days').int().min(0, 'must be 0 or more').max(3_650, 'must be at most 3650'),
  ),
  WORKSPACE_STORAGE_MB: optional(
    z.coerce.number('must be a number of megabytes').int('must be a whole number').min(1, 'must be 1 or more'),
  ),
  FFMPEG_PATH: optional(z.string()),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')),
});
type Environment = z.infer<typeof environmentSchema>;

export function readConfig(
  environment: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] } {
  const parsed = environmentSchema.safeParse(environment);
  const shapes = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ name: String(issue.path[0]), problem: issue.message }));
  const raw = environment as Environment;
  const problems = [...shapes, ...crossChecks(parsed.success ? parsed.data : raw, environment)];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: Object.freeze(build(parsed.data)) };
}

/** What one setting demands of another. */
function crossChecks(env: Environment, raw: Record<string, string | undefined>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const has = (name: string): boolean => (raw[name] ?? '') !== '';
  if (has('ADWRIGHT_ROLE') && env.ADWRIGHT_ROLE !== 'all') {
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'MEDIA_URL', 'KEYS_URL', 'ADWRIGHT_MASTER_KEY']) {
      if (!has(name))
        problems.push({
          name,
          problem: `is needed when ADWRIGHT_ROLE is ${env.ADWRIGHT_ROLE}: several processes must share one`,
        });
    }
  }
  if (env.DATABASE_URL && isLeftToPgHost(env.DATABASE_URL) && !isHere(raw['PGHOST'] ?? '')) {
    problems.push({ name: 'DATABASE_URL', problem: 'names no host, so PGHOST would be used: write the host into the address' });
  }
  problems.push(...slackChecks(has));
  if (has('DISCORD_BOT_TOKEN') && !has('DISCORD_APPLICATION_ID')) {
    problems.push({ name: 'DISCORD_APPLICATION_ID', problem: 'is missing: copy the Application ID from "General Information"' });
  }
  if (!has('DISCORD_BOT_TOKEN') && has('DISCORD_APPLICATION_ID')) {
    problems.push({ name: 'DISCORD_BOT_TOKEN', problem: 'is missing: copy it from the page "Bot" of the application' });
  }
  if (['MEDIA_URL', 'KEYS_URL'].some((name) => raw[name]?.startsWith('s3://'))) {
    for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
      if (!has(name)) problems.push({ name, problem: 'is needed for s3:// addresses' });
  }
  return problems;
}

/** One workspace with the operator's own tokens, or any workspace by OAuth: what is missing for it, or too much. */
function slackChecks(has: (name: string) => boolean): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const need = (name: string, problem: string) => {
    if (!has(name)) problems.push({ name, problem });
  };
  if (has('SLACK_CLIENT_ID') || has('SLACK_CLIENT_SECRET')) {
    need('SLACK_CLIENT_ID', 'is missing: copy the Client ID from "Basic Information"');
    need('SLACK_CLIENT_SECRET', 'is missing: copy the Client Secret from "Basic Information"');
    need('SLACK_SIGNING_SECRET', 'is missing: with SLACK_CLIENT_ID Slack delivers over HTTP; copy it from "Basic Information"');
    need('PUBLIC_URL', 'is missing: the https:// address under which browsers and Slack reach this program');
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']) {
      if (has(name))
        problems.push({ name, problem: 'is for a single workspace: remove it, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET' });
    }
    return problems;
  }
  if (has('SLACK_BOT_TOKEN') && !has('SLACK_SIGNING_SECRET'))
    need('SLACK_APP_TOKEN', 'is missing: add it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP');
  if (has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET'))
    need('SLACK_BOT_TOKEN', 'is missing: copy the Bot User OAuth Token from "OAuth & Permissions"');
  return problems;
}

function build(env: Environment): Config {
  return {
    dataDir: resolve(env.DATA_DIR ?? 'data'),
    stateDir: join(env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'adwright'),
    port: env.PORT ?? 3000,
    host: env.HOST ?? '127.0.0.1',
    role: env.ADWRIGHT_ROLE ?? 'all',
    masterKey: env.ADWRIGHT_MASTER_KEY,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    mediaUrl: env.MEDIA_URL,
    keysUrl: env.KEYS_URL,
    s3:
      env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
        ? { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY }
        : undefined,
    slack: slackOf(env),
    slackCheckChannel: env.SLACK_CHECK_CHANNEL,
    slackAdmins: env.SLACK_ADMINS ?? [],
    discord: discordOf(env),
    ffmpegPath: env.FFMPEG_PATH,
    searchPath: env.PATH ?? '/usr/bin:/bin',
    runtimeDir: env.XDG_RUNTIME_DIR,
    uninstallGraceDays: env.UNINSTALL_GRACE_DAYS ?? 14,
    privacyContact: env.PRIVACY_CONTACT,
    backupDays: env.BACKUP_DAYS ?? 7,
    workspaceStorageMb: env.WORKSPACE_STORAGE_MB ?? 5_000,
    allowWeakSandbox: env.ADWRIGHT_ALLOW_WEAK_SANDBOX === 'yes',
    logLevel: env.LOG_LEVEL ?? 'info',
  };
}

function slackOf(env: Environment): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl, SLACK_CLIENT_ID: clientId, PUBLIC_URL: publicUrl } = env;
  const { SLACK_CLIENT_SECRET: clientSecret, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (clientId && clientSecret && signingSecret && publicUrl)
    return { mode: 'oauth', clientId, clientSecret, signingSecret, publicUrl, apiUrl };
  if (!botToken) return undefined;
  if (env.SLACK_APP_TOKEN) return { mode: 'socket', botToken, appToken: env.SLACK_APP_TOKEN, apiUrl };
  return { mode: 'http', botToken, signingSecret: signingSecret ?? '', apiUrl };
}

function discordOf(env: Environment): DiscordConfig | undefined {
  const { DISCORD_BOT_TOKEN: botToken, DISCORD_APPLICATION_ID: applicationId } = env;
  if (!botToken || !applicationId) return undefined;
  return { botToken, applicationId, apiUrl: env.DISCORD_API_URL, cdnUrl: env.DISCORD_CDN_URL };
}
