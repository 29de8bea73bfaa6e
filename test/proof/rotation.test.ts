import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskKeyStore } from '../../adapters/key-store/disk-key-store.ts';
import { hold } from '../../src/app/hold.ts';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/log.ts';
import { createKeyring } from '../../src/privacy/keyring.ts';
import { adOf, personWithAd } from '../support/people-with-ads.ts';
import { findPostgres, startPostgres } from '../support/postgres-server.ts';
import { runCommand, startCommand, startProgram } from '../support/program.ts';
import type { KeyUse } from '../support/storage/key-user.ts';
import { configOf } from '../support/workplace.ts';

const privacy = 'src/app/privacy.ts';
const bin = findPostgres();
if (!bin) console.warn('SKIPPED: no initdb was found, so rotating beside programs on PostgreSQL was not tried.');

const [old, fresh] = [randomBytes(32), randomBytes(32)];
const setting = (...keys: Buffer[]) => keys.map((key) => key.toString('hex')).join(',');

let folder: string;
let environment: Record<string, string>;
const given = (...keys: Buffer[]) => ({ ...environment, ADWRIGHT_MASTER_KEY: setting(...keys) });
const keysFolder = () => join(folder, 'data', 'keys');
const open = (...keys: Buffer[]): Promise<Stores> => openStores(configOf(given(...keys)), systemClock);
const rewrap = (...keys: Buffer[]) => runCommand(privacy, ['rewrap'], given(...keys));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'adw-'));
  environment = {
    DATA_DIR: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function fill(count: number): Promise<void> {
  const store = createDiskKeyStore({ folder: keysFolder() });
  const keyring = createKeyring({ store, masterKeys: [old], clock: systemClock, randomBytes });
  await keyring.lookup('start', 'check');
  await Promise.all(Array.from({ length: count }, (_, index) => keyring.create(`owner:${index}`, 'master')));
}

/** A process that reads and writes keys; resolves once it does. `end` tells how it went. */
async function startUser(name: string): Promise<{ end(): Promise<KeyUse> }> {
  const script = fileURLToPath(new URL('../support/storage/key-user.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, keysFolder(), name], {
    env: { ...environment, MASTER_KEYS: setting(fresh, old) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve) =>
    child.stdout?.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.includes('begun')) resolve();
    }),
  );
  return {
    async end() {
      child.stdin?.end();
      await ended;
      return JSON.parse(output.split('\n').at(-2) ?? '') as KeyUse;
    },
  };
}

describe('rotating the master key', () => {
  it('goes on while two processes read and write: none of them fails, and nothing that was destroyed is there again', async () => {
    await fill(300);
    const users = await Promise.all(['one', 'two'].map(startUser));
    const { code, output } = await rewrap(fresh, old);
    const uses = await Promise.all(users.map((user) => user.end()));
    expect(code, output).toBe(0);
    expect(output).toContain('The old one may be removed now');
    const store = createDiskKeyStore({ folder: keysFolder() });
    const keyring = createKeyring({ store, masterKeys: [fresh], clock: systemClock, randomBytes });
    for (const use of uses) {
      expect(use.failed).toEqual([]);
      expect(use.made).toBeGreaterThan(20);
      for (const scope of use.destroyed) expect(await store.read(scope)).toBeNull();
    }
    for await (const scope of store.list('owner:')) await keyring.open(scope as `owner:${string}`);
  });

  it('killed in the middle, it asks for both keys at every start until it was run again to its end', async () => {
    await fill(3_000);
    const store = createDiskKeyStore({ folder: keysFolder() });
    const killed = startCommand(privacy, ['rewrap'], given(fresh, old));
    while ((await store.read('system:rewrap')) === null) await new Promise((resolve) => setTimeout(resolve, 2));
    await killed.kill('SIGKILL');
    for (const key of [fresh, old]) {
      await expect(startProgram(given(key))).rejects.toThrow(/Some keys open.*being rotated.*rewrap/);
    }
    const checked = await runCommand('src/app/doctor.ts', [], given(fresh));
    expect(checked.output).toMatch(/WRONG +key store +Some keys open with this master key and some do not/);
    expect(await rewrap(fresh, old)).toMatchObject({ code: 0, output: expect.stringContaining('may be removed now') });
    expect(await rewrap(fresh)).toMatchObject({ code: 0, output: expect.stringContaining('There is nothing to remove') });
  });

  it('of the key file: a new first line, the program started again, everything wrapped anew, the old line removed', async () => {
    const config = configOf(environment);
    let stores = await openStores(config, systemClock);
    const anna = await personWithAd(stores, 'anna');
    await stores.database.close();
    expect(await runCommand(privacy, ['new-master-key'], environment)).toMatchObject({ code: 0 });
    expect(await runCommand(privacy, ['rewrap'], environment)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/may be removed now from \S+master-key/),
    });
    const file = join(folder, 'state', 'adwright', 'master-key');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(2);
    writeFileSync(file, `${lines[0]}\n`);
    stores = await openStores(config, systemClock);
    expect(await adOf(stores, anna)).toBe('the ad of anna');
    await stores.database.close();
    writeFileSync(file, `${lines[1]}\n`);
    await expect(openStores(config, systemClock)).rejects.toThrow(/master key is not the one/);
  });
});

const kinds = ['PGlite', ...(bin ? ['PostgreSQL'] : [])];

describe.each(kinds)('rotating beside a program that runs on %s', (kind) => {
  /** What runs, and how it ends. */
  const run = async (...keys: Buffer[]) => {
    if (kind === 'PostgreSQL') {
      const stores = await open(...keys);
      return { stores, stop: () => stores.database.close() };
    }
    const held = await hold(configOf(given(...keys)), { log: silentLogger, control: true });
    return { stores: held.app.stores, stop: () => held.stop(2_000) };
  };

  it('changes nothing before it knows the new key, and calls the old one needed for as long as it is wrapped with', async () => {
    const server = kind === 'PostgreSQL' ? await startPostgres(bin ?? '') : null;
    if (server) environment['DATABASE_URL'] = server.url;
    try {
      let running = await run(old);
      const anna = await personWithAd(running.stores, 'anna');
      const stranger = await rewrap(fresh, old);
      expect(stranger).toMatchObject({
        code: 1,
        output: expect.stringMatching(/cannot open the new master key yet.*Nothing was changed/),
      });
      expect(await adOf(running.stores, anna)).toBe('the ad of anna');
      await running.stop();

      running = await run(old, fresh);
      expect(await rewrap(fresh, old)).toMatchObject({
        code: 1,
        output: expect.stringMatching(/Not done yet, keep the old master key/),
      });
      expect(await adOf(running.stores, anna)).toBe('the ad of anna');
      await running.stop();

      running = await run(fresh, old);
      expect(await rewrap(fresh, old)).toMatchObject({ code: 0, output: expect.stringContaining('may be removed now') });
      await running.stop();
      running = await run(fresh);
      expect(await adOf(running.stores, anna)).toBe('the ad of anna');
      await running.stop();
      await expect(open(old)).rejects.toThrow(/master key is not the one/);
    } finally {
      await server?.remove();
    }
  });
});
