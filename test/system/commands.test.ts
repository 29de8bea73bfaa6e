import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { samplePhotoFile } from '../../src/app/sample-photo.ts';
import { layOutDatabase } from '../support/prepared-database.ts';
import { type Program, runCommand, startProgram } from '../support/program.ts';
import { isValidPicture } from '../support/provenance/check-credentials.ts';
import { storedMedia } from '../support/stored-media.ts';
import { ask, botMessages, environmentOf, filesIn, ideas, result } from '../support/workplace.ts';

const ad = 'src/app/ad.ts';
const main = 'src/app/main.ts';
const doctor = 'src/app/doctor.ts';
const sixSizes = ['1080x1080', '1080x1350', '1080x1920', '1200x628', '1920x1080', '1000x1500'];

describe('the commands', () => {
  const slacks: LoopbackSlack[] = [];
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
    layOutDatabase(join(folder, 'data'));
  });
  afterEach(async () => {
    await running?.kill('SIGTERM');
    running = undefined;
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => Promise.all(slacks.map((slack) => slack.close())));

  const connected = async (): Promise<LoopbackSlack> => {
    const slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'socket' }) });
    slacks.push(slack);
    return slack;
  };
  const out = () => join(folder, 'ads');
  const pictures = () => readdirSync(out()).filter((name) => name !== 'manifest.json');
  const order = (...more: string[]) => ['--photo', samplePhotoFile, '--brief', 'Good coffee. €5', '--out', out(), ...more];

  it('npm run ad makes all six masters, keeps nothing else, and leaves nothing running', async () => {
    const fromNothing = { ...alone, DATA_DIR: join(folder, 'nothing', 'yet') };
    const { code, output } = await runCommand(ad, order('--json'), fromNothing);
    expect(code, output).toBe(0);
    const sizes = await Promise.all(
      pictures().map(async (name) => {
        const { width, height } = await sharp(readFileSync(join(out(), name))).metadata();
        return `${width}x${height}`;
      }),
    );
    expect(sizes.sort()).toEqual([...sixSizes].sort());
    const manifest = JSON.parse(readFileSync(join(out(), 'manifest.json'), 'utf8'));
    expect(manifest.made).toMatchObject({ digitalSourceType: expect.stringMatching(/\/composite$/), models: [] });
    expect(manifest.recipe.copy.price).toBe('€5');
    for (const { name, sha256 } of manifest.files) {
      const bytes = readFileSync(join(out(), name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(await isValidPicture(bytes, 'jpeg')).toBe(true);
    }
    expect(manifest.files).toHaveLength(6);
    const said = JSON.parse(output.split('\n').find((line) => line.startsWith('{"ok"')) ?? '{}');
    expect(said).toMatchObject({ ok: true, problems: [], said: [expect.stringContaining('price €5')] });
    expect(existsSync(join(fromNothing.DATA_DIR, 'lock'))).toBe(false);
    expect(storedMedia(fromNothing)).toEqual([]);
  });

  it('npm run ad works beside a running npm start, which a second start does not disturb', async () => {
    running = await startProgram(alone);
    const { code, output } = await runCommand(ad, order('--places', 'snapchat', '--look', 'editorial'), alone);
    expect(code, output).toBe(0);
    expect(pictures()).toEqual(['ad_story_1080x1920.jpg']);
    const second = await runCommand(main, [], alone);
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/already runs on .* \(process \d+\)/);
    const checked = await runCommand(doctor, [], alone);
    expect(checked.code, checked.output).toBe(0);
    expect(checked.output).toMatch(/ok +database/);
    expect(checked.output).toMatch(/ok +sandbox/);
    expect(checked.output).toMatch(/ok +credentials.*signed \(C2PA\)/);
  });

  it('npm run ad says what is wrong with its arguments and its input, and makes nothing', async () => {
    const wrong = await runCommand(ad, ['--photo', 'x.jpg', '--places', 'myspace', '--look', 'ugly'], alone);
    expect(wrong.code).toBe(2);
    expect(wrong.output).toMatch(/--brief is missing/);
    expect(wrong.output).toMatch(/--places does not know "myspace"/);
    expect(wrong.output).toMatch(/--look knows/);
    writeFileSync(join(folder, 'fake.jpg'), 'no picture');
    const bad = await runCommand(ad, ['--photo', join(folder, 'fake.jpg'), '--brief', 'Good coffee', '--out', out()], alone);
    expect(bad.code).toBe(1);
    expect(bad.output).toContain('it is not a picture');
    expect(readdirSync(out())).toEqual([]);
  });

  it('npm start stops on wrong configuration with all problems, and on wrong tokens with what to do', async () => {
    const wrong = await runCommand(main, [], { ...alone, PORT: 'x', DATABASE_URL: 'mysql://secret', SLACK_APP_TOKEN: 'nope' });
    expect(wrong.code).toBe(1);
    for (const name of ['PORT', 'DATABASE_URL', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN']) expect(wrong.output).toContain(name);
    expect(wrong.output).not.toContain('secret');
    const slack = await connected();
    const refused = await runCommand(main, [], { ...environmentOf(slack, folder), SLACK_BOT_TOKEN: 'xoxb-wrong' });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('Slack does not accept SLACK_BOT_TOKEN');
    expect(refused.output).not.toContain('xoxb-wrong');
  });

  it('npm run doctor turns red for the part that is broken, with what to do, and for that one only', async () => {
    const { code, output } = await runCommand(doctor, [], { ...alone, REDIS_URL: 'redis://127.0.0.1:1' });
    expect(code).toBe(1);
    expect(output.match(/^WRONG +\S+/gm)).toEqual([expect.stringContaining('queue')]);
    expect(output).toContain('-> Check REDIS_URL');
  });

  it('npm start never makes a new master key over old data', async () => {
    expect((await runCommand(ad, order('--places', 'snapchat'), alone)).code).toBe(0);
    rmSync(alone['XDG_STATE_HOME'] ?? '', { recursive: true });
    const lost = await runCommand(main, [], alone);
    expect(lost.code).toBe(1);
    expect(lost.output).toContain('its master key is gone');
    const other = await runCommand(main, [], { ...alone, ADWRIGHT_MASTER_KEY: 'a'.repeat(64) });
    expect(other.output).toContain('not the one this data was made with');
  });

  it('on SIGTERM hands a running ad back within 30 s, and the next start finishes it', async () => {
    const slack = await connected();
    const environment = environmentOf(slack, folder);
    running = await startProgram(environment);
    const channel = slack.channel('marketing');
    await ask(slack.person('anna'), channel, 'Good coffee', { film: 'yes', places: ['snapchat'] });
    await slack.person('anna').press(await ideas(slack, channel.id), 'Use 1');
    await slack.waitFor(() => botMessages(slack, channel.id).some((message) => /Drawing the video/.test(message.text)), {
      withinMs: 60_000,
      what: 'a video being drawn',
    });
    const began = Date.now();
    expect(await running.kill('SIGTERM')).toMatchObject({ code: 0 });
    expect(Date.now() - began).toBeLessThan(30_000);
    running = await startProgram(environment);
    const message = await result(slack, channel.id);
    expect(filesIn(slack, channel.id, message.ts)).toHaveLength(3);
  });
});
