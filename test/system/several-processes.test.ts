import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { startPrivateRedis } from '../../adapters/redis/private-redis.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { silentLogger } from '../../src/log.ts';
import { testBrowser } from '../support/browser-for-test.ts';
import { freePort } from '../support/free-port.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { startProgram } from '../support/program.ts';
import { ask, environmentOf, filesIn, result, wordsOf } from '../support/workplace.ts';

const bin = findPostgres();
if (!bin) console.warn('SKIPPED: no initdb was found, so several processes on PostgreSQL were not tried.');

describe.runIf(bin)('a chat process, a worker process and one for the portal, on one PostgreSQL and one Redis', () => {
  it('make an ad together, which its person finds in the portal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'adw-'));
    const postgres = await startPostgres(bin ?? '');
    const redis = await startPrivateRedis({
      folder: join(folder, 'redis'),
      searchPath: process.env['PATH'] ?? '',
      log: silentLogger,
    });
    const slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'socket' }) });
    const shared = {
      DATABASE_URL: postgres.url,
      REDIS_URL: `unix://${redis.path}`,
      MEDIA_URL: `file://${folder}/media`,
      KEYS_URL: `file://${folder}/keys`,
      ADWRIGHT_MASTER_KEY: 'ab'.repeat(32),
    };
    const port = await freePort();
    const publicUrl = 'https://ads.example';
    const own: Record<string, Record<string, string>> = { chat: {}, worker: {}, web: { PORT: String(port) } };
    const programs = await Promise.all(
      Object.entries(own).map(([role, settings]) =>
        startProgram(
          environmentOf(slack, join(folder, role), { ...shared, ...settings, PUBLIC_URL: publicUrl, ADWRIGHT_ROLE: role }),
        ),
      ),
    );
    try {
      const channel = slack.channel('marketing');
      expect(await ask(slack.person('anna'), channel, 'Good coffee', { places: ['snapchat'] })).toEqual({ closed: true });
      const message = await result(slack, channel.id);
      expect(filesIn(slack, channel.id, message.ts)).toEqual(['ad_story_1080x1920.jpg']);

      const anna = slack.person('anna');
      await anna.command('/account', '', { channel });
      const told = await slack.waitFor(
        () =>
          anna
            .ephemerals()
            .map(wordsOf)
            .find((words) => words.includes(publicUrl)),
        {
          what: 'a link into the portal',
        },
      );
      const path = /https:\/\/ads\.example(\/link\/[\w-]+)/u.exec(told)?.[1] ?? '';
      const browser = testBrowser(`http://127.0.0.1:${port}`);
      const proxied = { host: 'ads.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.5' };
      const page = await browser.get(path, proxied);
      const csrf = /name="csrf" value="([^"]+)"/u.exec(page.html)?.[1] ?? '';
      const fields = new URLSearchParams({ csrf, email: 'anna@example.com', password: 'a sentence that is long' });
      const form = { 'content-type': 'application/x-www-form-urlencoded', origin: publicUrl };
      const registered = await browser.post(`${path}/register`, fields.toString(), { ...proxied, ...form });
      expect(registered.status).toBeLessThan(400);
      expect((await browser.get('/ads', proxied)).html).toContain('Good coffee');
    } finally {
      for (const program of programs) expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 });
      await slack.close();
      await redis.close();
      await postgres.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
