/** The shape of every setting as it stands in the environment: names, and what a value must look like. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopback } from '../loopback.ts';
import type { MasterKeys } from '../privacy/wrapped-key.ts';

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
export const isHere = (host: string): boolean => host === '' || host.startsWith('/') || isLoopback(host);

/** The driver takes an absent host from the environment. */
export function isLeftToPgHost(text: string): boolean {
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

const smtpUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'smtp:' || url.protocol === 'smtps:') && url.hostname !== '' && url.search === '';
}, 'must be smtp://user:password@host:587 or smtps://user:password@host:465');

const proxies = z
  .string()
  .transform((text) => text.split(/[\s,]+/u).filter((one) => one !== ''))
  .refine(
    (list) => list.every(isNetwork),
    'must be addresses or networks such as 10.0.0.1 or 10.0.0.0/8, with commas between them',
  );

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}

const keyPattern = '(?:[0-9a-f]{64}|[A-Za-z0-9+/]{43}=)';
const keyList = new RegExp(`^${keyPattern}(?:\\s*,\\s*${keyPattern})*$`);

/** The first wraps, all open: more than one only while they are rotated. */
const masterKeys = z
  .string()
  .regex(
    keyList,
    'must be 32 random bytes in hex or base64, e.g. from: openssl rand -base64 32; while you rotate it, the new one and the old one with a comma between',
  )
  .transform((text) => parseMasterKeys(text.split(',')));

/** 32 bytes each, from hex or base64; the caller has checked that there is one at least. */
export function parseMasterKeys(texts: readonly string[]): MasterKeys {
  const [first, ...others] = texts.map((text) => {
    const trimmed = text.trim();
    return new Uint8Array(Buffer.from(trimmed, trimmed.length === 64 ? 'hex' : 'base64'));
  });
  return [first ?? new Uint8Array(0), ...others];
}

export const environmentSchema = z.object({
  DATA_DIR: optional(z.string()),
  XDG_STATE_HOME: optional(z.string()),
  XDG_RUNTIME_DIR: optional(z.string()),
  PATH: optional(z.string()),
  PORT: optional(
    z.coerce.number('must be a port number').int().min(1, 'must be a port number').max(65_535, 'must be a port number'),
  ),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(httpsOrLoopback),
  TLS_CERT_FILE: optional(z.string()),
  TLS_KEY_FILE: optional(z.string()),
  TRUSTED_PROXIES: optional(proxies),
  SMTP_URL: optional(smtpUrl),
  SMTP_FROM: optional(z.email('must be an e-mail address')),
  ADWRIGHT_ROLE: optional(z.enum(['all', 'chat', 'worker', 'web'], 'must be all, chat, worker or web')),
  ADWRIGHT_MASTER_KEY: optional(masterKeys),
  ADWRIGHT_ALLOW_WEAK_SANDBOX: optional(z.enum(['yes', 'no'], 'must be yes or no')),
  WORKERS_PRACTISE: optional(z.enum(['yes', 'no'], 'must be yes or no')),
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
  C2PA_CERT_FILE: optional(z.string()),
  C2PA_KEY_FILE: optional(z.string()),
  FFMPEG_PATH: optional(z.string()),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')),
});
export type Environment = z.infer<typeof environmentSchema>;
