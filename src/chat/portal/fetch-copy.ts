/** A copy of everything that was asked for in the portal: fetched once, within a day, as one archive that is written while it is read. */
import { accountIdentity } from '../../accounts/account.ts';
import type { Bytes } from '../../generation/ports.ts';
import type { PrivacyRequest } from '../../privacy/privacy-request.ts';
import { filesOf, partsOf } from '../privacy/export/archive.ts';
import { exportFactsSchema } from '../privacy/export/export-facts.ts';
import { readEntry } from '../privacy/export/write-sections.ts';
import { type ExportDeps, fetchWithinMs, finishExport } from '../privacy/export-on-request.ts';
import { personKey } from '../take-in.ts';
import type { CopySeen } from './portal.ts';

/** The copies of this account that are being made, or wait. */
export async function copiesOf({ privacyRequests }: Pick<ExportDeps, 'privacyRequests'>, accountId: string): Promise<CopySeen[]> {
  const known = await privacyRequests.ofPerson(personKey(accountIdentity(accountId)));
  const open = known.filter(({ kind, state, step }) => kind === 'export' && state === 'open' && step !== 'fetched');
  return (await Promise.all(open.map(async ({ id }) => copySeen(await privacyRequests.read(id))))).flat();
}

/** None for one that was asked for by mail and waits for a yes. */
function copySeen(request: PrivacyRequest | null): CopySeen[] {
  const facts = exportFactsSchema.safeParse(request?.facts);
  if (!request || !facts.success) return [];
  const { id, step } = request;
  const until = facts.data.gatheredAt + fetchWithinMs;
  return [step === 'gathered' ? { id, state: 'ready', until } : { id, state: 'running' }];
}

export async function fetchCopy(
  deps: ExportDeps,
  accountId: string,
  id: string,
): Promise<{ length: number; read(): Bytes } | null> {
  const ready = (await copiesOf(deps, accountId)).find((copy) => copy.id === id && copy.state === 'ready');
  if (ready?.state !== 'ready' || ready.until <= deps.clock.now()) return null;
  const facts = exportFactsSchema.parse((await deps.privacyRequests.read(id))?.facts);
  if (!(await deps.privacyRequests.claim(id, 'gathered', 'fetched'))) return null;
  const read = (entry: (typeof facts.entries)[number]) => readEntry(deps, entry, id);
  const whole = partsOf(facts.entries, Number.POSITIVE_INFINITY)[0] ?? [];
  const about = { requestId: id, facts, hashes: {}, withManifest: true };
  const zip = await deps.archiver.zip(filesOf({ read, signer: deps.signer }, whole, about));
  return {
    length: zip.length,
    async *read() {
      try {
        yield* zip.read();
      } finally {
        // Also when the browser goes away in the middle: it was handed out, and another copy is one press away.
        await finishExport(deps, id, facts);
      }
    },
  };
}
