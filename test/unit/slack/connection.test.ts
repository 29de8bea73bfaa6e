import { describe, expect, it } from 'vitest';
import { signedHeaders } from '../../../adapters/playground/slack/signature.ts';
import { isFileHost, isSafeBaseUrl } from '../../../adapters/slack/connection.ts';

describe('where the bot sends its token', () => {
  it.each([
    ['https://slack.com/api/', true],
    ['https://proxy.example/api/', true],
    ['http://127.0.0.1:1234/api/', true],
    ['http://localhost:1234/api/', true],
    ['http://[::1]:1234/api/', true],
    ['http://slack.com/api/', false],
    ['http://10.0.0.5/api/', false],
    ['http://127.0.0.1.evil.example/api/', false],
    ['ftp://slack.com/api/', false],
    ['nonsense', false],
  ])('base address %s: %s', (address, isSafe) => {
    expect(isSafeBaseUrl(address)).toBe(isSafe);
  });

  it.each([
    ['https://files.slack.com/files-pri/T1-F1/download/a.png', true],
    ['https://slack.com/x', true],
    ['https://evilslack.com/x', false],
    ['https://slack.com.evil.example/x', false],
    ['http://files.slack.com/x', false],
    ['https://user@evil.example/files.slack.com', false],
    ['http://127.0.0.1:1/x', false],
  ])('file address %s: %s', (address, isAllowed) => {
    expect(isFileHost(address, 'https://slack.com/api/')).toBe(isAllowed);
  });

  it('takes only the very loopback server for a file host when it stands in for Slack', () => {
    const base = 'http://127.0.0.1:4000/api/';
    expect(isFileHost('http://127.0.0.1:4000/files-pri/x', base)).toBe(true);
    expect(isFileHost('http://127.0.0.1:4001/files-pri/x', base)).toBe(false);
    expect(isFileHost('https://files.slack.com/x', base)).toBe(false);
  });
});

describe('a signed delivery', () => {
  it('carries the signature that Slack would make', () => {
    expect(signedHeaders('slack-test-secret', 'token=x&team_id=T1&command=%2Fad&text=generate', 1781080794)).toEqual({
      'x-slack-request-timestamp': '1781080794',
      'x-slack-signature': 'v0=8571a893c2766a5f6e80d84a63832147110723fc3126ed0f276ad6fc17ae7f1c',
    });
  });
});
