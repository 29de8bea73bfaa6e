import { describe, expect, it } from 'vitest';
import { createReadClient, isOwnHost } from '../../../adapters/web/client.ts';

const said = (remote: string, forwardedFor?: string, forwardedProto?: string) => ({
  remote,
  isTls: false,
  forwardedFor,
  forwardedProto,
});

describe('who is at the other end', () => {
  const read = createReadClient(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']);

  it('is the address of the connection, whatever its headers say, unless it is a declared proxy', () => {
    expect(read(said('203.0.113.9', '198.51.100.1', 'https'))).toEqual({ address: '203.0.113.9', isTls: false, isDirect: true });
    expect(read(said('::ffff:203.0.113.9')).address).toBe('203.0.113.9');
  });

  it('is whom the nearest declared proxies speak for, and nobody that the client itself put before', () => {
    expect(read(said('10.1.2.3', '198.51.100.1', 'https'))).toEqual({ address: '198.51.100.1', isTls: true, isDirect: false });
    expect(read(said('10.1.2.3', '1.1.1.1, 198.51.100.1, 192.0.2.7')).address).toBe('198.51.100.1');
    expect(read(said('2001:db8::1', 'nonsense')).address).toBe('2001:db8::1');
    expect(read(said('10.1.2.3', '198.51.100.1', 'http')).isTls).toBe(false);
  });

  it('cannot be declared by a word that is no address', () => {
    expect(() => createReadClient(['proxy.example'])).toThrow('neither an address nor a network');
  });
});

describe('the name of a host', () => {
  it('is our own where it is the public one or this machine, and no other that was pointed here', () => {
    const own = (host: string | undefined) => isOwnHost(host, 'https://ads.example');
    for (const host of ['ads.example', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000']) expect(own(host), host).toBe(true);
    for (const host of [
      undefined,
      '',
      'evil.example',
      'ads.example.evil.example',
      'localhost.evil.example',
      '127.evil.example',
      '0.0.0.0',
    ])
      expect(own(host), host).toBe(false);
  });
});
