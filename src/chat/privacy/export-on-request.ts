/** The `privacy` job for an export: gather → post → hand over, part by part → forget. Each step is stored when it is done. */
import { AppError } from '../../errors.ts';
import type { Archiver } from '../../generation/pack/archiver.ts';
import type { Logger } from '../../log.ts';
import type { PrivacyRequest, PrivacyRequestStore } from '../../privacy/privacy-request.ts';
import type { Signer } from '../../privacy/signing.ts';
import type { FileJournal, OutgoingFile } from '../chat-adapter.ts';
import type { ChatOf } from '../show-progress.ts';
import { chatFor } from '../start-ad.ts';
import { sayingView } from '../views/ad-views.ts';
import { exportReadyView } from '../views/privacy-views.ts';
import { wordingIn } from '../wording/wording.ts';
import { cutEntries, filesOf, type Part, partsOf, readPiece } from './export/archive.ts';
import { type ExportFacts, exportFactsSchema } from './export/export-facts.ts';
import { subjectOf } from './export/gather.ts';
import { readEntry, type WriteDeps, writeSections } from './export/write-sections.ts';

export type ExportDeps = WriteDeps & {
  owners: WriteDeps['owners'] & { find(person: { platform: string; workspace: string; person: string }): Promise<string | null> };
  privacyRequests: PrivacyRequestStore;
  archiver: Pick<Archiver, 'zip'>;
  signer: Pick<Signer, 'sign'>;
  chatOf: ChatOf;
  clock: { now(): number };
  log: Logger;
};

export async function exportOnRequest(deps: ExportDeps, request: PrivacyRequest): Promise<void> {
  const read = exportFactsSchema.safeParse(request.facts);
  if (!read.success) return finishExport(deps, request.id);
  const facts = read.data.gatheredAt === 0 ? await gather(deps, request.id, read.data) : read.data;
  if (!facts) return finishExport(deps, request.id);
  const { place } = facts;
  if (place === null) return waitToBeFetched(deps, request.id, facts);
  try {
    await handOver(deps, request.id, facts);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Something of it was deleted meanwhile: it is gathered anew.
    if (error.code === 'key-erased' || error.code === 'media-damaged') return restart(deps, request, facts, error);
    if (error.retry === 'later') throw error;
    deps.log.warn('an export could not be handed over', { requestId: request.id, reason: error.code, words: error.message });
    const words = wordingIn(facts.locale).privacy;
    const said = error.code === 'chat-direct-closed' ? words.exportNeedsDirect : words.exportFailed;
    await chatFor(deps, facts.person.platform).tell(facts.person, place, sayingView(said));
  }
  await finishExport(deps, request.id, facts);
}

/** In the portal it is fetched once, within a day. */
export const fetchWithinMs = 24 * 3_600_000;

async function waitToBeFetched(deps: ExportDeps, id: string, facts: ExportFacts): Promise<void> {
  if (deps.clock.now() - facts.gatheredAt >= fetchWithinMs) await finishExport(deps, id, facts);
}

/** Null for a person of whom nothing is held any more. */
async function gather(deps: ExportDeps, id: string, facts: ExportFacts): Promise<ExportFacts | null> {
  const subject = await subjectOf(deps, facts.person);
  if (!subject) return null;
  const gatheredAt = deps.clock.now();
  const gathered = { ...facts, gatheredAt, ...(await writeSections(deps, id, subject, { locale: facts.locale, gatheredAt })) };
  await deps.privacyRequests.advance(id, 'gathered', gathered);
  return gathered;
}

async function restart(deps: ExportDeps, { id, step }: PrivacyRequest, facts: ExportFacts, error: AppError): Promise<void> {
  deps.log.warn('an export is gathered anew', { requestId: id, reason: error.code, step: step ?? 'none' });
  await forget(deps, facts);
  // Parts handed over so far are of no use any more; those that come are whole by themselves.
  const fresh: ExportFacts = { ...facts, gatheredAt: 0, entries: [], hashes: {}, message: null, sent: {} };
  await deps.privacyRequests.advance(id, 'again', fresh);
  const again = await gather(deps, id, fresh);
  if (again) await handOver(deps, id, again);
  await finishExport(deps, id, again ?? fresh);
}

async function handOver(deps: ExportDeps, requestId: string, facts: ExportFacts): Promise<void> {
  const chat = chatFor(deps, facts.person.platform);
  const direct = await chat.openDirect(facts.person);
  const parts = partsOf(facts.entries, chat.limits(direct).fileBytes);
  let known = facts;
  if (!known.message) {
    const view = exportReadyView(wordingIn(facts.locale), parts.length, cutEntries(parts));
    known = { ...known, message: await chat.post(direct, view, requestId.slice(0, 25)) };
    await deps.privacyRequests.advance(requestId, 'posted', known);
  }
  for (const [index, part] of parts.entries()) {
    if (known.message) known = await handOverPart(deps, { requestId, facts: known, parts, index, part, message: known.message });
  }
}

type Handing = {
  requestId: string;
  facts: ExportFacts;
  parts: Part[];
  index: number;
  part: Part;
  message: NonNullable<ExportFacts['message']>;
};

async function handOverPart(deps: ExportDeps, { requestId, facts, parts, index, part, message }: Handing): Promise<ExportFacts> {
  const hashes = { ...facts.hashes };
  const sent = { ...facts.sent };
  const read = (entry: ExportFacts['entries'][number]) => readEntry(deps, entry, requestId);
  const withManifest = index === parts.length - 1;
  const packables = filesOf({ read, signer: deps.signer }, part, { requestId, facts, hashes, withManifest });
  const { length, read: bytes } = await deps.archiver.zip(packables);
  const name = parts.length > 1 ? `my-data_part${index + 1}of${parts.length}.zip` : 'my-data.zip';
  const file: OutgoingFile = {
    key: name,
    name,
    title: name,
    mediaType: 'application/zip',
    altText: wordingIn(facts.locale).privacy.exportTitle,
    length,
    read: bytes,
  };
  const journal: FileJournal = {
    find: async (key) => sent[key] ?? null,
    async remember(key, platformId) {
      sent[key] = platformId;
      await deps.privacyRequests.advance(requestId, 'posted', { ...facts, sent });
    },
  };
  await chatFor(deps, facts.person.platform).deliverFiles(message, [file], journal);
  await hashUnread(deps, part, requestId, hashes);
  const after = { ...facts, hashes, sent };
  await deps.privacyRequests.advance(requestId, 'posted', after);
  return after;
}

/** A part that was handed over before a crash is not read again by the platform, but its hashes are needed. */
async function hashUnread(deps: ExportDeps, part: Part, requestId: string, hashes: Record<string, string>): Promise<void> {
  for (const { entry, to } of part) {
    if (to !== entry.bytes || hashes[entry.path]) continue;
    for await (const _ of readPiece(readEntry(deps, entry, requestId), { entry, from: 0, to }, hashes));
  }
}

async function forget({ media }: ExportDeps, { entries }: ExportFacts): Promise<void> {
  for (const { source } of entries) if (source.from === 'section') await media.erase({ area: 'exports', id: source.id });
}

export async function finishExport(deps: ExportDeps, id: string, facts?: ExportFacts): Promise<void> {
  if (facts) await forget(deps, facts);
  await deps.privacyRequests.finish(id, 'done');
}
