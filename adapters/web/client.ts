/** Who is at the other end, where proxies stand between: only the word of those that were declared is believed. */
import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../../src/loopback.ts';

export type Client = {
  address: string;
  /** Over TLS as far as this program can know. */
  isTls: boolean;
};

/** What a request says of itself: `remote` is the address of the connection, the rest its headers. */
export type Said = {
  remote: string;
  isTls: boolean;
  forwardedFor: string | undefined;
  forwardedProto: string | undefined;
};

export type ReadClient = (said: Said) => Client & { isDirect: boolean };

/** Throws for what is neither an address nor a network. */
export function createReadClient(trusted: readonly string[]): ReadClient {
  const list = new BlockList();
  for (const entry of trusted) addTo(list, entry);
  const isTrusted = (address: string): boolean => {
    const family = isIP(address);
    return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
  return ({ remote, isTls, forwardedFor, forwardedProto }) => {
    const near = plainAddress(remote);
    if (!isTrusted(near)) return { address: near, isTls, isDirect: true };
    // A proxy that says nothing of TLS was declared to do it. From the nearest to the farthest: the first that is no proxy of ours is whom they speak for.
    const chain = (forwardedFor ?? '').split(',').map((one) => plainAddress(one.trim()));
    const address = chain.reverse().find((one) => isIP(one) !== 0 && !isTrusted(one)) ?? near;
    return { address, isTls: isTls || forwardedProto?.split(',').at(-1)?.trim() !== 'http', isDirect: false };
  };
}

function addTo(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0) throw new Error(`"${entry}" is neither an address nor a network`);
  if (bits === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(bits), family);
}

/** Without the prefix that an IPv4 address has on a socket of both families. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d)/u, '');

/** The name of a host without its port. */
export const hostName = (host: string): string => host.replace(/:\d+$/u, '');

/** Whether a request names a host that this is: else a foreign name was pointed here (DNS rebinding). */
export function isOwnHost(host: string | undefined, publicUrl: string | undefined): boolean {
  if (!host) return false;
  if (publicUrl !== undefined && host === new URL(publicUrl).host) return true;
  return isLoopback(hostName(host));
}
