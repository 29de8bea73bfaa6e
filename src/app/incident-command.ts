/** `npm run privacy -- incident`: whom to tell, as a text, JSON lines or a table, while it is read. */
import type { Database } from '../../adapters/postgres/database.ts';
import { systemClock } from '../clock.ts';
import { type Affected, affectedHead, affectedLine } from '../privacy/incident.ts';
import { type Config, isEmbedded } from './config.ts';
import { controlPath } from './control.ts';
import { reachOr, remoteAffected } from './control-client.ts';
import { type Lock, takeFolder } from './lock.ts';
import type { IncidentCommand } from './privacy-arguments.ts';
import { openStores } from './stores.ts';

/** `write` resolves when more can be taken. */
export async function incidentCommand(
  config: Config,
  { incident, as }: IncidentCommand,
  write: (text: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const writeAll = async (found: AsyncIterable<Affected>): Promise<void> => {
    let count = 0;
    if (as === 'csv') await write(`${affectedHead}\n`);
    for await (const one of found) {
      count += 1;
      await write(`${lineOf(one, as)}\n`);
    }
    if (as === 'text') await write(conclusion(count));
  };
  const reached = await openOrReach(config, signal);
  if ('line' in reached) return writeAll(remoteAffected(reached.line, incident, signal));
  try {
    await writeAll(reached.taken.database.incidents.affected(incident));
  } finally {
    await reached.taken.close();
  }
}

/** The stores alone: nothing else of the program is needed to read them. */
async function openOrReach(config: Config, signal: AbortSignal) {
  if (!isEmbedded(config)) return { taken: await openAlone(config) };
  const take = async () => openAlone(config, takeFolder(config.dataDir, controlPath(config.dataDir, config.runtimeDir)));
  return reachOr(config.dataDir, take, signal);
}

async function openAlone(config: Config, lock?: Lock): Promise<{ database: Database; close(): Promise<void> }> {
  try {
    const { database, media, keys } = await openStores(config, systemClock);
    const close = async (): Promise<void> => {
      await Promise.all([database.close(), media.close(), keys.close()]).finally(() => lock?.release());
    };
    return { database, close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function lineOf(one: Affected, as: IncidentCommand['as']): string {
  if (as === 'json') return JSON.stringify(one);
  if (as === 'csv') return affectedLine(one);
  const { platform, workspace, person, email, classes, disclosures } = one;
  const went = disclosures.map(
    ({ partner, count, fields, first, last }) =>
      `${partner} ${count} x ${fields.join('+')}, ${instant(first)} to ${instant(last)}`,
  );
  const who = `${platform} ${workspace} ${person ?? '(the workspace)'}${email ? ` <${email}>` : ''}`;
  return [who, `  held: ${classes.join(', ')}`, ...went.map((line) => `  went: ${line}`)].join('\n');
}

const conclusion = (count: number): string =>
  `${count} affected. Whoever is erased is not among them: nothing of them can be read. Requests and usage lie here for a day: what went with its day before this list is not in it.
Tell the supervisory authority within 72 hours after you knew of it (GDPR art. 33), the people above without undue delay where the risk to them is high (art. 34), and the chat platforms as their terms say.
`;

const instant = (ms: number): string => new Date(ms).toISOString();
