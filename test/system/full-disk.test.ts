import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, openWorkplace, result, told } from '../support/workplace.ts';

const canMount = process.getuid?.() === 0;
if (!canMount) console.warn('SKIPPED: only root can mount a small disk, so the full disk was not tried.');

describe.runIf(canMount)('a full disk', () => {
  it('is said to the person at once, leaves nothing behind, and is over when there is room again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'adw-disk-'));
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(8_380_000));
    const place = await openWorkplace({ MEDIA_URL: `file://${disk}/media` });
    try {
      const anna = place.slack.person('anna');
      const channel = place.slack.channel('marketing');
      expect(await ask(anna, channel, 'Good coffee', { places: ['snapchat'] })).toEqual({ closed: true });
      await told(place.slack, anna, /disk of the machine I run on is full/);
      await place.slack.waitFor(() => place.slack.messages(channel.id).length === 0, { what: 'a clean channel' });
      rmSync(ballast);
      await ask(anna, channel, 'Good coffee', { places: ['snapchat'] });
      await result(place.slack, channel.id);
    } finally {
      await place.close();
      execFileSync('umount', [disk]);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
