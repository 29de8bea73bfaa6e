import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPrivateRedis } from '../../adapters/redis/private-redis.ts';
import { samplePhotoFile } from '../../src/app/sample-photo.ts';
import { silentLogger } from '../../src/log.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { type Program, runCommand, startCommand, startProgram } from '../support/program.ts';
import { storedMedia } from '../support/stored-media.ts';

const ad = 'src/app/ad.ts';
const doctor = 'src/app/doctor.ts';
const postgresBin = findPostgres();
if (!postgresBin) console.warn('SKIPPED: no initdb was found, so npm run ad on servers was not tried.');

const until = async (isSo: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 600 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isSo()).toBe(true);
};

describe('shells beside each other and beside a running program', () => {
  let folder: string;
  let alone: Record<string, string>;
  let running: Program | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'adw-'));
    alone = {
      DATA_DIR: join(folder, 'data'),
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      WORKERS_PRACTISE: 'no',
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
    };
  });
  afterEach(async () => {
    await running?.kill('SIGTERM');
    running = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  const out = () => join(folder, 'ads');
  const order = (...more: string[]) => ['--photo', samplePhotoFile, '--brief', 'Good coffee. €5', '--out', out(), ...more];

  it('npm start outlives shells that are killed half way, keeps nothing of their ads, and goes on answering', async () => {
    running = await startProgram(alone);
    for (const moment of ['Looking at', 'Understood', 'Drawing the pictures']) {
      const client = startCommand(ad, order('--video'), alone);
      await until(() => client.output().includes(moment));
      await client.kill('SIGKILL');
    }
    await until(() => storedMedia(alone).length === 0);
    const checked = await runCommand(doctor, [], alone);
    expect(checked.code, checked.output).toBe(0);
    expect(running.output()).not.toMatch(/unhandled|EPIPE/i);
    expect(await running.kill('SIGTERM')).toMatchObject({ code: 0 });
  });

  it('several npm run ad and a doctor at once help each other, whoever came first', async () => {
    const folders = ['one', 'two', 'three'].map((name) => join(folder, name));
    const started = folders.map(async (target, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 1_500));
      return runCommand(ad, [...order('--places', 'snapchat').slice(0, -3), target, '--places', 'snapchat'], alone);
    });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const checked = runCommand(doctor, [], alone);
    for (const { code, output } of await Promise.all([...started, checked])) expect(code, output).toBe(0);
    for (const target of folders) expect(readdirSync(target)).toEqual(['ad_story_1080x1920.jpg', 'manifest.json']);
    expect(existsSync(join(alone['DATA_DIR'] ?? '', 'lock'))).toBe(false);
  });

  it.runIf(postgresBin)("npm run ad on servers of one's own leaves the drawing to the workers there", async () => {
    const postgres = await startPostgres(postgresBin ?? '');
    const redis = await startPrivateRedis({ folder: join(folder, 'redis'), searchPath: alone['PATH'] ?? '', log: silentLogger });
    const shared = {
      ...alone,
      DATABASE_URL: postgres.url,
      REDIS_URL: `unix://${redis.path}`,
      MEDIA_URL: `file://${folder}/media`,
      KEYS_URL: `file://${folder}/keys`,
      ADWRIGHT_MASTER_KEY: 'ab'.repeat(32),
    };
    try {
      const client = startCommand(ad, order('--places', 'snapchat'), shared);
      await until(() => client.output().includes('Queued, you are next.'));
      running = await startProgram({ ...shared, ADWRIGHT_ROLE: 'worker' });
      expect(await client.exited, client.output()).toMatchObject({ code: 0 });
      expect(readdirSync(out())).toEqual(['ad_story_1080x1920.jpg', 'manifest.json']);
    } finally {
      await running?.kill('SIGTERM');
      await redis.close();
      await postgres.remove();
    }
  });

  it('folders that cannot be used are told in words, by npm run ad and by the doctor', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const noOut = await runCommand(ad, ['--photo', samplePhotoFile, '--brief', 'Coffee', '--out', join(file, 'ads')], alone);
    expect(noOut).toMatchObject({ code: 2, output: expect.stringMatching(/--out \S+ cannot be used: .* is a file/) });
    for (const [entry, args] of [[ad, order()] as const, [doctor, []] as const]) {
      const { code, output } = await runCommand(entry, [...args], { ...alone, DATA_DIR: join(file, 'data') });
      expect(code).toBe(1);
      expect(output).toMatch(/data folder \S+ cannot be used: .* is a file/);
      expect(output).not.toMatch(/^ +at /m);
    }
  });
});
