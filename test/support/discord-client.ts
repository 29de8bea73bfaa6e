/** The real discord.js client on a loopback Discord, and the answers of its REST interface without one. */
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';

export const usualIntents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export function discordClient(discord: LoopbackDiscord, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options;
  return new Client({
    intents: usualIntents,
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: discord.apiUrl, cdn: discord.cdnUrl, mediaProxy: discord.cdnUrl, ...rest },
    ...others,
  });
}

/** A client that is logged in and has all its guilds. */
export async function loggedIn(discord: LoopbackDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = discordClient(discord, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.botToken);
  return ready;
}

export type RestAnswer = { status: number; body: Record<string, unknown>; headers: Headers };
type Sent = { token?: string | null; files?: { name: string; bytes: Uint8Array<ArrayBuffer> }[] };

/** One request as any program could send it; `line` such as `PATCH /channels/1/messages/2`. */
export async function ask(
  discord: LoopbackDiscord,
  line: string,
  json?: unknown,
  { token = discord.botToken, files = [] }: Sent = {},
): Promise<RestAnswer> {
  const [method = 'GET', path = ''] = line.split(' ');
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bot ${token}` };
  const asJson: Record<string, string> = files.length > 0 || json === undefined ? {} : { 'content-type': 'application/json' };
  const form = new FormData();
  form.append('payload_json', JSON.stringify(json ?? {}));
  for (const [at, file] of files.entries()) form.append(`files[${at}]`, new Blob([file.bytes]), file.name);
  const body = files.length > 0 ? form : json === undefined ? null : JSON.stringify(json);
  const response = await fetch(`${discord.apiUrl}/v10${path}`, { method, body, headers: { ...authorization, ...asJson } });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {}, headers: response.headers };
}
