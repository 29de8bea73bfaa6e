/** What the set-up decides: whether something is missing, whether it may install it, and the one command it prints otherwise. */
import { describe, expect, it } from 'vitest';
import { findMissing, installCommand, isInstalled, isNodeEnough, mayInstall } from '../../../src/app/setup.mjs';

const having = (...names: string[]) => ({ has: (name: string) => names.includes(name) });
const everything = having('redis-server', 'ffmpeg', 'ffprobe', 'bwrap', 'prlimit');

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('%s is enough', (version) => expect(isNodeEnough(version)).toBe(true));
  it.each(['20.18.3', '18.20.0', '16.0.0'])('%s is too old', (version) => expect(isNodeEnough(version)).toBe(false));
});

describe('npm packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/other-system': { version: '1.0.0', optional: true },
      'node_modules/vitest': { version: '4.1.12', dev: true },
    },
  };
  const all = { packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/vitest': { version: '4.1.12' } } };

  it('are all there when npm noted the same versions, also without those for other systems', () => {
    expect(isInstalled(lock, all, { dev: true })).toBe(true);
  });

  it('are missing on a fresh clone, and after an install that was cut off', () => {
    expect(isInstalled(lock, null, { dev: true })).toBe(false);
  });

  it('are stale when the lock file names another version or one more package', () => {
    expect(isInstalled(lock, { packages: { ...all.packages, 'node_modules/zod': { version: '4.0.0' } } }, { dev: true })).toBe(
      false,
    );
    expect(isInstalled(lock, { packages: { 'node_modules/vitest': { version: '4.1.12' } } }, { dev: true })).toBe(false);
  });

  it('for development may be absent where the program only runs', () => {
    const lean = { packages: { 'node_modules/zod': { version: '4.6.7' } } };
    expect(isInstalled(lock, lean, { dev: false })).toBe(true);
    expect(isInstalled(lock, lean, { dev: true })).toBe(false);
  });
});

describe('system programs', () => {
  it('are all found on a computer that has them', () => {
    expect(findMissing('test', { platform: 'linux', ...everything })).toEqual({ must: [], should: [] });
  });

  it('stop a demo without Redis or ffmpeg, and only warn without bubblewrap', () => {
    expect(findMissing('demo', { platform: 'linux', ...having() })).toEqual({ must: ['redis', 'ffmpeg'], should: ['sandbox'] });
  });

  it('stop the bot only without Redis, and never the doctor', () => {
    expect(findMissing('start', { platform: 'linux', ...having() })).toEqual({ must: ['redis'], should: ['ffmpeg', 'sandbox'] });
    expect(findMissing('doctor', { platform: 'linux', ...having() }).must).toEqual([]);
  });

  it('may be replaced: Valkey for Redis, a Redis elsewhere, an ffmpeg elsewhere', () => {
    const valkey = having('valkey-server', 'ffmpeg', 'ffprobe', 'bwrap', 'prlimit');
    expect(findMissing('demo', { platform: 'linux', ...valkey }).must).toEqual([]);
    const elsewhere = { redisUrl: 'rediss://queue.example', ffmpegPath: '/opt/ffmpeg', ...having() };
    expect(findMissing('demo', { platform: 'linux', ...elsewhere }).must).toEqual([]);
  });

  it('do not include the sandbox on systems that have none', () => {
    expect(findMissing('demo', { platform: 'darwin', ...having('redis-server', 'ffmpeg', 'ffprobe') })).toEqual({
      must: [],
      should: [],
    });
  });
});

describe('installing', () => {
  const debian = { platform: 'linux', isRoot: true, canSudo: () => false, ...having('apt-get') };

  it('is done for a demo or a test on Debian, as root or with sudo that asks nothing', () => {
    expect(mayInstall('demo', debian)).toBe(true);
    expect(mayInstall('test', { ...debian, isRoot: false, canSudo: () => true })).toBe(true);
    expect(mayInstall('test', { ...debian, isRoot: false })).toBe(false);
  });

  it.each(['start', 'ad', 'doctor', 'check', 'build'])('is never done by npm run %s', (script) => {
    expect(mayInstall(script, debian)).toBe(false);
  });

  it('is left to the person everywhere else', () => {
    expect(mayInstall('demo', { ...debian, ...having('dnf') })).toBe(false);
    expect(mayInstall('demo', { ...debian, platform: 'darwin' })).toBe(false);
  });

  it.each([
    ['linux', 'apt-get', 'sudo apt-get install -y --no-install-recommends redis-server bubblewrap util-linux'],
    ['linux', 'dnf', 'sudo dnf install -y valkey bubblewrap util-linux'],
    ['linux', 'pacman', 'sudo pacman -S --needed valkey bubblewrap util-linux'],
    ['linux', 'apk', 'sudo apk add redis bubblewrap util-linux-misc'],
    ['darwin', 'brew', 'brew install redis'],
    ['win32', '', 'wsl --install'],
  ])('is one command on %s with %s', (platform, tool, command) => {
    expect(installCommand(['redis', 'sandbox'], { platform, isRoot: false, ...having(tool) })).toBe(command);
  });

  it('needs no sudo for root, and is not guessed on systems we do not know', () => {
    expect(installCommand(['ffmpeg'], debian)).toBe('apt-get install -y --no-install-recommends ffmpeg');
    expect(installCommand(['ffmpeg'], { ...debian, ...having() })).toBeNull();
  });
});
