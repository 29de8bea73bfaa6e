/** Whether an address is this very machine: only there may tokens and data travel without TLS. */

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const loopbackAddress = new RegExp(`^127(?:\\.${octet}){3}$`);

/** Takes the host of a URL or a bare one. Matched as a whole, because "127.evil.example" is a name that anybody can own. */
export function isLoopback(host: string): boolean {
  return ['localhost', '[::1]', '::1'].includes(host.toLowerCase()) || loopbackAddress.test(host);
}
