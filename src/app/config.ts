/** The only reader of the environment: checked once, all problems at once, then frozen. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { isLoopback } from '../loopback.ts';
import type { MasterKeys } from '../privacy/wrapped-key.ts';
import { type Environment, environmentSchema, isHere, isLeftToPgHost } from './environment.ts';

export type Role = 'all' | 'chat' | 'worker' | 'web';

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
  /** The first wraps, all open. */
  masterKeys: MasterKeys | undefined;
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
  /** The operator's certificate for content credentials. */
  credentialFiles: { certFile: string; keyFile: string } | undefined;
  ffmpegPath: string | undefined;
  searchPath: string;
  runtimeDir: string | undefined;
  allowWeakSandbox: boolean;
  /** Whether waiting workers of the sandbox draw made-up ads, so that real ones take less time. */
  workersPractise: boolean;
  /** Days that everything of a workspace is kept after the bot was removed from it. */
  uninstallGraceDays: number;
  /** Under which address browsers reach this program. */
  publicUrl: string | undefined;
  /** Whether this process shows the portal. */
  portal: boolean;
  /** Own certificate. */
  tls: { certFile: string; keyFile: string } | undefined;
  trustedProxies: readonly string[];
  /** The operator's mail server. */
  smtp: { url: string; from: string } | undefined;
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
  problems.push(...webChecks(env, has), ...slackChecks(has), ...pairChecks(has));
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

/** Settings that make sense only together. */
function pairChecks(has: (name: string) => boolean): ConfigProblem[] {
  const pairs = [
    ['C2PA_CERT_FILE', 'C2PA_KEY_FILE'],
    ['C2PA_KEY_FILE', 'C2PA_CERT_FILE'],
    ['TLS_CERT_FILE', 'TLS_KEY_FILE'],
    ['TLS_KEY_FILE', 'TLS_CERT_FILE'],
    ['SMTP_FROM', 'SMTP_URL'],
  ] as const;
  return pairs.flatMap(([name, other]) => (has(other) && !has(name) ? [{ name, problem: `is missing: ${other} needs it` }] : []));
}

/** Off this machine browsers come over TLS only: to an own certificate, or through a proxy that was declared. */
function webChecks(env: Environment, has: (name: string) => boolean): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (has('HOST') && !isLoopback(String(env.HOST)) && !has('TLS_CERT_FILE') && !has('TRUSTED_PROXIES')) {
    const problem =
      'is reached from other machines, so TLS is needed: set TLS_CERT_FILE and TLS_KEY_FILE, or TRUSTED_PROXIES to the addresses of your TLS proxy';
    problems.push({ name: 'HOST', problem });
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
    masterKeys: env.ADWRIGHT_MASTER_KEY,
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
    credentialFiles:
      env.C2PA_CERT_FILE && env.C2PA_KEY_FILE ? { certFile: env.C2PA_CERT_FILE, keyFile: env.C2PA_KEY_FILE } : undefined,
    ffmpegPath: env.FFMPEG_PATH,
    searchPath: env.PATH ?? '/usr/bin:/bin',
    runtimeDir: env.XDG_RUNTIME_DIR,
    ...webOf(env),
    uninstallGraceDays: env.UNINSTALL_GRACE_DAYS ?? 14,
    privacyContact: env.PRIVACY_CONTACT,
    backupDays: env.BACKUP_DAYS ?? 7,
    workspaceStorageMb: env.WORKSPACE_STORAGE_MB ?? 5_000,
    allowWeakSandbox: env.ADWRIGHT_ALLOW_WEAK_SANDBOX === 'yes',
    workersPractise: env.WORKERS_PRACTISE !== 'no',
    logLevel: env.LOG_LEVEL ?? 'info',
  };
}

/** The portal is open wherever an address or a port was given for it. */
function webOf(env: Environment): Pick<Config, 'publicUrl' | 'portal' | 'tls' | 'trustedProxies' | 'smtp'> {
  const { PUBLIC_URL, PORT, TLS_CERT_FILE, TLS_KEY_FILE, TRUSTED_PROXIES, SMTP_URL, SMTP_FROM } = env;
  const role = env.ADWRIGHT_ROLE ?? 'all';
  const tls = TLS_CERT_FILE && TLS_KEY_FILE ? { certFile: TLS_CERT_FILE, keyFile: TLS_KEY_FILE } : undefined;
  // Who listens on this machine alone, and is known by an https address, has the proxy on this machine.
  const isBehindOwn = !tls && PUBLIC_URL?.startsWith('https:') === true && isLoopback(env.HOST ?? '127.0.0.1');
  return {
    publicUrl: PUBLIC_URL,
    portal: role === 'web' || (role === 'all' && (PUBLIC_URL !== undefined || PORT !== undefined)),
    tls,
    trustedProxies: [...(TRUSTED_PROXIES ?? []), ...(isBehindOwn ? ['127.0.0.1', '::1'] : [])],
    smtp: SMTP_URL && SMTP_FROM ? { url: SMTP_URL, from: SMTP_FROM } : undefined,
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
