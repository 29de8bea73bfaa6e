/** `npm run privacy -- rewrap` and `-- new-master-key`: rotating the master key while the program runs. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { presentPrograms } from '../../adapters/postgres/presence.ts';
import { systemClock } from '../clock.ts';
import { endRotation, type RewrapProgress, rewrap } from '../privacy/rewrap.ts';
import { fingerprintOf, type GivenKeys, type MasterKeys } from '../privacy/wrapped-key.ts';
import { type Config, isEmbedded } from './config.ts';
import { reachOr, remoteAbout } from './control-client.ts';
import { addMasterKey, masterKeyFile } from './master-key.ts';
import { openKeys } from './open-keys.ts';
import { StartProblem } from './start-problem.ts';
import { openKeyStore } from './stores.ts';

type Say = (line: string) => void;

/** Ends with 0 only when nothing needs an older master key any more. */
export async function rewrapCommand(config: Config, say: Say): Promise<number> {
  const keys = openKeyStore(config);
  try {
    const { masterKeys } = await openKeys(config, { keys, rows: null, clock: systemClock });
    const first = fingerprintOf(masterKeys[0]);
    const before = await runningPrograms(config);
    const strangers = before.filter((program) => !program.opens.includes(first)).length;
    if (strangers > 0) throw new StartProblem(doNotKnow(strangers));
    const { rewrapped, unopened } = await rewrap({ keys, masterKeys, randomBytes }, tellNowAndThen(say));
    say(`${rewrapped} keys were wrapped anew.`);
    if (unopened > 0) throw new StartProblem(cannotOpen(unopened));
    const after = await runningPrograms(config);
    const late = Math.max(...[before, after].map((programs) => programs.filter(({ wraps }) => wraps !== first).length));
    if (late > 0) throw new StartProblem(wrapWithOld(late));
    await endRotation({ keys });
    say(done(config, masterKeys));
    return 0;
  } finally {
    await keys.close();
  }
}

/** A new first line for the key file; programs that run keep what they read at their start. */
export function newMasterKeyCommand(config: Config, say: Say): number {
  const file = masterKeyFile(config);
  if (config.masterKeys) {
    throw new StartProblem(
      'The master key is in ADWRIGHT_MASTER_KEY. Make a new one with: openssl rand -base64 32, and put it there before the old one, with a comma between.',
    );
  }
  if (!existsSync(file))
    throw new StartProblem(`There is no master key in ${file} yet. It is made when Adwright starts: npm start.`);
  const count = addMasterKey(file);
  say(`${file} holds ${count} keys now, the new one first. Copy it to where you keep your copy.`);
  say('Now restart Adwright where it runs, and then: npm run privacy -- rewrap');
  return 0;
}

async function runningPrograms(config: Config): Promise<GivenKeys[]> {
  if (config.databaseUrl) return presentPrograms(config.databaseUrl);
  if (!isEmbedded(config)) return [];
  const reached = await reachOr(config.dataDir, async () => null);
  return 'line' in reached ? [await remoteAbout(reached.line)] : [];
}

const everyMs = 1_000;

function tellNowAndThen(say: Say): (progress: RewrapProgress) => void {
  let told = systemClock.now();
  return ({ looked, all, rewrapped }) => {
    if (systemClock.now() - told < everyMs && looked < all) return;
    told = systemClock.now();
    say(`${looked} of ${all} keys looked at, ${all - looked} left; ${rewrapped} wrapped anew.`);
  };
}

const programs = (count: number) => (count === 1 ? 'One running program' : `${count} running programs`);

const doNotKnow = (count: number): string =>
  `${programs(count)} of Adwright cannot open the new master key yet, and could read nothing any more. Nothing was changed. Give all of them both keys, restart them, then run this again. Where several run at once, restart all with "old,new" first and then with "new,old".`;
const wrapWithOld = (count: number): string =>
  `Not done yet, keep the old master key: ${programs(count)} of Adwright still wrapped new keys with it. Restart with the new one first, then run this again.`;
const cannotOpen = (count: number): string =>
  `Not done yet, remove nothing: ${count} keys open with none of the master keys that were given. If there is an older one, add it behind a comma and run this again.`;

function done(config: Config, masterKeys: MasterKeys): string {
  if (masterKeys.length === 1) return 'Every key opens with the one master key. There is nothing to remove.';
  const where = config.masterKeys
    ? 'from ADWRIGHT_MASTER_KEY (all but the first)'
    : `from ${masterKeyFile(config)} (all lines but the first)`;
  return `Every key opens with the new master key alone, and nobody wraps with another. The old one may be removed now ${where}. A copy of the keys made before this needs the old one: make a new copy first (npm run backup).`;
}
