import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { startPrivateRedis } from '../../adapters/redis/private-redis.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { silentLogger } from '../../src/log.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { startProgram } from '../support/program.ts';
import { ask, environmentOf, filesIn, result } from '../support/workplace.ts';

const bin = findPostgres();
if (!bin) console.warn('SKIPPED: no initdb was found, so several processes on PostgreSQL were not tried.');

describe.runIf(bin)('a chat process and a worker process on one PostgreSQL and one Redis', () => {
  it('make an ad together', async () => {
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
    const programs = await Promise.all(
      ['chat', 'worker'].map((role) =>
        startProgram(environmentOf(slack, join(folder, role), { ...shared, ADWRIGHT_ROLE: role })),
      ),
    );
    try {
      const channel = slack.channel('marketing');
      expect(await ask(slack.person('anna'), channel, 'Good coffee', { places: ['snapchat'] })).toEqual({ closed: true });
      const message = await result(slack, channel.id);
      expect(filesIn(slack, channel.id, message.ts)).toEqual(['ad_story_1080x1920.jpg']);
    } finally {
      for (const program of programs) expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 });
      await slack.close();
      await redis.close();
      await postgres.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
