import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/app/config.ts';

const problemsOf = (environment: Record<string, string>): string[] => {
  const read = readConfig(environment);
  return read.ok ? [] : read.problems.map((problem) => problem.name);
};

describe('the configuration', () => {
  it('needs nothing at all', () => {
    expect(readConfig({})).toMatchObject({ ok: true, config: { role: 'all', port: 3000, slack: undefined } });
  });

  it('treats a blank setting as absent', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: '', DATABASE_URL: '', PORT: '' })).toEqual([]);
  });

  it('names every problem at once, and never a value', () => {
    const secret = 'hunter2-very-secret';
    const read = readConfig({
      PORT: 'http',
      SLACK_APP_TOKEN: secret,
      DATABASE_URL: `mysql://x:${secret}@y/z`,
      ADWRIGHT_MASTER_KEY: secret,
    });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems.map((problem) => problem.name).sort()).toEqual(
      ['ADWRIGHT_MASTER_KEY', 'DATABASE_URL', 'PORT', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'].sort(),
    );
    expect(JSON.stringify(read.problems)).not.toContain(secret);
  });

  it('takes one master key, or the new one and those before it while they are rotated', () => {
    const [fresh, old] = ['ab'.repeat(32), Buffer.alloc(32, 7).toString('base64')];
    const keysOf = (text: string) => {
      const read = readConfig({ ADWRIGHT_MASTER_KEY: text });
      return read.ok ? read.config.masterKeys?.map((key) => key[0]) : 'refused';
    };
    expect(keysOf(fresh)).toEqual([0xab]);
    expect(keysOf(`${fresh}, ${old}`)).toEqual([0xab, 7]);
    for (const wrong of [`${fresh},`, `${fresh} ${old}`, `${fresh},short`]) expect(keysOf(wrong)).toBe('refused');
  });

  it('demands verified TLS off this machine', () => {
    expect(problemsOf({ DATABASE_URL: 'postgresql://u:p@db.example/x' })).toEqual(['DATABASE_URL']);
    expect(problemsOf({ DATABASE_URL: 'postgresql://u:p@db.example/x?sslmode=verify-full' })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: 'postgresql://u:p@127.0.0.1/x' })).toEqual([]);
    expect(problemsOf({ REDIS_URL: 'redis://cache.example:6379' })).toEqual(['REDIS_URL']);
    expect(problemsOf({ REDIS_URL: 'rediss://cache.example:6379' })).toEqual([]);
    expect(
      problemsOf({ MEDIA_URL: 's3://b/p?endpoint=http://store.example', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' }),
    ).toEqual(['MEDIA_URL']);
    expect(problemsOf({ SLACK_API_URL: 'http://slack.example/api/' })).toEqual(['SLACK_API_URL']);
  });

  it.each([
    ['DATABASE_URL', 'postgresql:///db?host=db.example.com'],
    ['DATABASE_URL', 'postgresql://localhost/db?host=db.example.com'],
    ['DATABASE_URL', 'postgresql://localhost/db?host=127.0.0.1&host=db.example.com'],
    ['DATABASE_URL', 'postgresql://localhost/db?hostaddr=10.0.0.5'],
    ['DATABASE_URL', 'postgresql://127.evil.example/db'],
    ['DATABASE_URL', 'postgresql://db.example/x?sslmode=verify-full&sslmode=disable'],
    ['REDIS_URL', 'redis://127.evil.example'],
    ['REDIS_URL', 'rediss://cache.example?tls='],
    ['REDIS_URL', 'redis://127.0.0.1?sentinels=cache.example'],
    ['REDIS_URL', 'REDISS://cache.example'],
    ['REDIS_URL', 'unix:6379'],
    ['SLACK_API_URL', 'http://127.evil.example/api/'],
    ['MEDIA_URL', 's3://b/p?endpoint=http://127.evil.example'],
    ['KEYS_URL', 's3://b/p?endpoint=http://localhost.evil.example'],
  ])('is not taken in by an address that only looks like this machine: %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value, S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' })).toEqual([name]);
  });

  it.each([
    ['DATABASE_URL', 'postgresql:///db?host=/var/run/postgresql'],
    ['DATABASE_URL', 'postgresql://%2Fvar%2Frun%2Fpostgresql/db'],
    ['DATABASE_URL', 'postgresql:///db?host=127.0.0.1'],
    ['DATABASE_URL', 'postgresql://[::1]:5432/db'],
    ['DATABASE_URL', 'postgresql:///db?host=db.example.com&sslmode=verify-full'],
    ['REDIS_URL', 'redis://127.8.9.10:6379/2'],
    ['REDIS_URL', 'unix:///run/redis/redis.sock'],
    ['SLACK_API_URL', 'http://localhost:4000/api/'],
    ['MEDIA_URL', 's3://b/p?endpoint=http://127.0.0.1:9000'],
  ])('needs no TLS on this machine or behind a socket, and takes verified TLS elsewhere: %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value, S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' })).toEqual([]);
  });

  it('does not let PGHOST send an address without a host off this machine', () => {
    expect(problemsOf({ DATABASE_URL: 'postgresql:///db', PGHOST: 'db.example.com' })).toEqual(['DATABASE_URL']);
    expect(problemsOf({ DATABASE_URL: 'postgresql:///db', PGHOST: '/var/run/postgresql' })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: 'postgresql:///db' })).toEqual([]);
    expect(problemsOf({ DATABASE_URL: 'postgresql://127.0.0.1/db', PGHOST: 'db.example.com' })).toEqual([]);
  });

  it('demands shared stores as soon as the process is one of several', () => {
    expect(problemsOf({ ADWRIGHT_ROLE: 'worker' })).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
      'MEDIA_URL',
      'KEYS_URL',
      'ADWRIGHT_MASTER_KEY',
    ]);
  });

  it('tells what is missing for Slack', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual(['SLACK_APP_TOKEN']);
    expect(problemsOf({ SLACK_APP_TOKEN: 'xapp-1' })).toEqual(['SLACK_BOT_TOKEN']);
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef' })).toMatchObject({
      ok: true,
      config: { slack: { mode: 'http' } },
    });
  });

  it('tells at once all that is missing, or too much, where any workspace may install the bot', () => {
    expect(problemsOf({ SLACK_CLIENT_ID: '12.34' }).sort()).toEqual([
      'PUBLIC_URL',
      'SLACK_CLIENT_SECRET',
      'SLACK_SIGNING_SECRET',
    ]);
    expect(problemsOf({ SLACK_CLIENT_SECRET: '0123456789abcdef' })).toContain('SLACK_CLIENT_ID');
    const complete = {
      SLACK_CLIENT_ID: '12.34',
      SLACK_CLIENT_SECRET: '0123456789abcdef',
      SLACK_SIGNING_SECRET: '0123456789abcdef',
      PUBLIC_URL: 'https://ads.example',
    };
    expect(readConfig(complete)).toMatchObject({ ok: true, config: { slack: { mode: 'oauth', clientId: '12.34' } } });
    expect(problemsOf({ ...complete, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
    ]);
    expect(problemsOf({ ...complete, PUBLIC_URL: 'http://ads.example', SLACK_CLIENT_ID: 'A0123' }).sort()).toEqual([
      'PUBLIC_URL',
      'SLACK_CLIENT_ID',
    ]);
  });

  it('lets nobody in from other machines without TLS', () => {
    expect(problemsOf({ HOST: '0.0.0.0' })).toEqual(['HOST']);
    expect(problemsOf({ HOST: '0.0.0.0', TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1' })).toEqual([]);
    expect(problemsOf({ HOST: '0.0.0.0', TLS_CERT_FILE: '/c.pem', TLS_KEY_FILE: '/k.pem' })).toEqual([]);
    expect(problemsOf({ TLS_CERT_FILE: '/c.pem' })).toEqual(['TLS_KEY_FILE']);
    expect(problemsOf({ TRUSTED_PROXIES: 'proxy.example' })).toEqual(['TRUSTED_PROXIES']);
    expect(problemsOf({ TRUSTED_PROXIES: '10.0.0.0/64' })).toEqual(['TRUSTED_PROXIES']);
    expect(problemsOf({ SMTP_URL: 'smtp://mail.example' })).toEqual(['SMTP_FROM']);
    expect(problemsOf({ SMTP_URL: 'https://mail.example', SMTP_FROM: 'bot@example.com' })).toEqual(['SMTP_URL']);
  });

  it('opens the portal where it was given an address or a port, and believes a proxy on this machine', () => {
    const portalOf = (environment: Record<string, string>) => {
      const read = readConfig(environment);
      return read.ok ? [read.config.portal, read.config.trustedProxies] : read.problems;
    };
    expect(portalOf({})).toEqual([false, []]);
    expect(portalOf({ PORT: '3001' })).toEqual([true, []]);
    expect(portalOf({ PUBLIC_URL: 'https://ads.example' })).toEqual([true, ['127.0.0.1', '::1']]);
  });

  it('takes ids of people for admins, and megabytes for every workspace', () => {
    expect(readConfig({})).toMatchObject({ config: { slackAdmins: [], workspaceStorageMb: 5_000 } });
    expect(readConfig({ SLACK_ADMINS: 'U0123456789, W1', WORKSPACE_STORAGE_MB: '200' })).toMatchObject({
      config: { slackAdmins: ['U0123456789', 'W1'], workspaceStorageMb: 200 },
    });
    expect(readConfig({ SLACK_ADMINS: '@anna', WORKSPACE_STORAGE_MB: '0' })).toMatchObject({
      ok: false,
      problems: [{ name: 'SLACK_ADMINS' }, { name: 'WORKSPACE_STORAGE_MB' }],
    });
  });
});
