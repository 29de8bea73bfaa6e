/** `npm run privacy -- incident`: whom to tell, as a text, JSON lines or a table, while it is read. */
import { type Affected, affectedHead, affectedLine } from '../privacy/incident.ts';
import type { Config } from './config.ts';
import { remoteAffected } from './control-client.ts';
import type { IncidentCommand } from './privacy-arguments.ts';
import { withStores } from './stores-at-hand.ts';

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
  const remote = { remote: (line: Parameters<typeof remoteAffected>[0]) => writeAll(remoteAffected(line, incident, signal)) };
  await withStores(config, { ...remote, here: ({ app }) => writeAll(app.affected(incident)) }, signal);
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
  `${count} affected. Whoever is erased is not among them: nothing of them can be read.
Tell the supervisory authority within 72 hours after you knew of it (GDPR art. 33), the people above without undue delay where the risk to them is high (art. 34), and the chat platforms as their terms say.
`;

const instant = (ms: number): string => new Date(ms).toISOString();
