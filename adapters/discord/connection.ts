/** How the adapter reaches Discord, and which addresses it may trust. */

export const discordApiUrl = 'https://discord.com/api';
export const discordCdnUrl = 'https://cdn.discordapp.com';
/** Discord tells some attachments under this host; it serves the same files. */
const mediaHost = 'media.discordapp.net';

/** `apiUrl` and `cdnUrl`: Discord's own when absent; https, except on this machine. */
export type DiscordConnection = { botToken: string; applicationId: string; apiUrl?: string; cdnUrl?: string };

/** Tokens travel only over TLS, except to this very machine. */
export function isSafeBaseUrl(baseUrl: string): boolean {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
}

/** Whether a file may be fetched from this address: Discord's own file hosts, or the loopback server that stands in for them. */
export function isFileHost(address: string, cdnUrl: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(cdnUrl)) return false;
  const url = new URL(address);
  const cdn = new URL(cdnUrl);
  if (url.protocol !== cdn.protocol || url.username !== '' || url.password !== '') return false;
  return url.host === cdn.host || (cdnUrl === discordCdnUrl && url.host === mediaHost);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
