/** The master keys: from the environment, or a private file outside the data folder, made once. The first wraps, all open. */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MasterKeys } from '../privacy/wrapped-key.ts';
import type { Config } from './config.ts';
import { parseMasterKeys } from './environment.ts';
import { StartProblem } from './start-problem.ts';

export const masterKeyFile = ({ stateDir }: Pick<Config, 'stateDir'>): string => join(stateDir, 'master-key');

/** `hasData`: keys made under an earlier master key exist, so a new one must never be made silently. */
export function readMasterKeys(config: Pick<Config, 'masterKeys' | 'stateDir'>, { hasData }: { hasData: boolean }): MasterKeys {
  if (config.masterKeys) return config.masterKeys;
  const file = masterKeyFile(config);
  if (existsSync(file)) return readKeyFile(file);
  if (hasData) {
    throw new StartProblem(
      `There is data, but its master key is gone (${file}). Restore that file or set ADWRIGHT_MASTER_KEY; to begin anew, move the data folder away.`,
    );
  }
  mkdirSync(config.stateDir, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return [new Uint8Array(key)];
}

/** A new first line for the file: programs that start from now on wrap with it and open with all. Returns how many keys the file holds now. */
export function addMasterKey(file: string): number {
  const keys = [new Uint8Array(randomBytes(32)), ...readKeyFile(file)] as const;
  replaceKeyFile(file, keys);
  return keys.length;
}

function readKeyFile(file: string): MasterKeys {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const keys = parseMasterKeys(lines);
  if (keys.every((key) => key.length === 32)) return keys;
  throw new StartProblem(
    `The master key in ${file} is damaged. Restore it from your copy; without it the stored data cannot be read.`,
  );
}

/** Whole or not at all: whatever happens, the old keys are in the file or the new ones are. */
function replaceKeyFile(file: string, keys: readonly Uint8Array[]): void {
  const fresh = `${file}.new`;
  const text = keys.map((key) => `${Buffer.from(key).toString('base64')}\n`).join('');
  writeFileSync(fresh, text, { mode: 0o600, flush: true });
  renameSync(fresh, file);
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
