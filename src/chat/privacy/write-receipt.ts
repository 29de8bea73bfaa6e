/** The end of an erasure: what is left is counted, the receipt signed, stored and told. */
import type { OwnerStore } from '../../accounts/owners.ts';
import { AppError } from '../../errors.ts';
import type { RecordIndex } from '../../generation/ad.ts';
import type { MediaStore } from '../../generation/ports.ts';
import type { Logger } from '../../log.ts';
import type { KeyStore } from '../../privacy/keyring.ts';
import type { PrivacyRequest, PrivacyRequestStore } from '../../privacy/privacy-request.ts';
import { type Receipt, type RemoteItem, signedReceiptSchema, signReceipt } from '../../privacy/receipt.ts';
import type { Signer } from '../../privacy/signing.ts';
import { obligationLapsesAfterMs } from '../obligations.ts';
import type { ChatOf } from '../show-progress.ts';
import { receiptView } from '../views/privacy-views.ts';
import { wordingIn } from '../wording/wording.ts';
import { remainsOf } from './erase-owners.ts';
import type { ErasureFacts } from './erasure.ts';

export type WriteReceiptDeps = {
  owners: OwnerStore;
  media: Pick<MediaStore, 'erase' | 'list'>;
  keys: Pick<KeyStore, 'read'>;
  index: Pick<RecordIndex, 'count'>;
  privacyRequests: Pick<PrivacyRequestStore, 'saveReceipt'>;
  signer: Pick<Signer, 'sign'>;
  chatOf: ChatOf;
  /** For how many days the operator keeps backups, in words of the configuration. */
  backupDays: number;
  clock: { now(): number };
  log: Logger;
};

async function remains(deps: WriteReceiptDeps, { owners, things }: ErasureFacts): Promise<number> {
  return (await deps.index.count(things)) + (await remainsOf(deps, owners, things));
}

/** Only once nothing is left here. Then it is told where it was asked for. */
export async function writeReceipt(
  deps: WriteReceiptDeps,
  request: PrivacyRequest,
  facts: ErasureFacts,
  kind: Receipt['kind'],
): Promise<void> {
  const left = await remains(deps, facts);
  if (left > 0)
    throw new AppError('database-unavailable', `${left} things remain of an erasure; it is repeated.`, { retry: 'later' });
  const json =
    storedReceipt(request, kind) ?? JSON.stringify(await signReceipt(deps.signer, receiptOf(deps, request, facts, kind)));
  await deps.privacyRequests.saveReceipt(request.id, json);
  await tell(deps, facts, json, signedReceiptSchema.parse(JSON.parse(json)).receipt);
}

/** Repeated after a crash it is the one that was signed before, and may have been told already. */
function storedReceipt({ receipt }: PrivacyRequest, kind: Receipt['kind']): string | null {
  if (receipt === null) return null;
  return signedReceiptSchema.parse(JSON.parse(receipt)).receipt.kind === kind ? receipt : null;
}

function receiptOf(
  deps: Pick<WriteReceiptDeps, 'clock' | 'backupDays'>,
  request: PrivacyRequest,
  facts: ErasureFacts,
  kind: Receipt['kind'],
): Receipt {
  const { things, owners, handedOver } = facts;
  return {
    version: 1,
    kind,
    request: request.id,
    scope: facts.scope.kind,
    askedAt: instant(request.receivedAt),
    keysDestroyedAt: instant(facts.keysDestroyedAt),
    erasedAt: instant(facts.erasedAt),
    writtenAt: instant(deps.clock.now()),
    removed: {
      ads: things.ads.length,
      photos: things.photos.length,
      files: things.creatives.length,
      products: things.products.length,
      people: owners.length,
      handedOver,
    },
    remains: 0,
    remote: remoteOf(facts, request.receivedAt),
    backups: `Backups of the operator, kept for ${deps.backupDays} days, may hold bytes that no key here opens any more, and keyed hashes. Where the operator keeps a copy of the keys apart, it may open those bytes until it is replaced, at keyCopyUntil at the latest.`,
    keyCopyUntil: instant(facts.erasedAt + keyCopyReplacedWithinMs),
  };
}

/** The doctor warns the operator when it is not. */
const keyCopyReplacedWithinMs = 24 * 3_600_000;

const instant = (ms: number): string => new Date(ms).toISOString();

function remoteOf({ owed }: ErasureFacts, since: number): RemoteItem[] {
  const lapses = instant(since + obligationLapsesAfterMs);
  return owed.flatMap(({ system, messages, files, state }) => {
    const when = state === 'outstanding' ? lapses : null;
    return [
      ...(messages > 0 ? [{ system, what: 'messages' as const, count: messages, state, lapses: when }] : []),
      ...(files > 0 ? [{ system, what: 'files' as const, count: files, state, lapses: when }] : []),
    ];
  });
}

/** Whoever asked in the portal finds it there. Whoever cannot be told finds it with `/privacy receipts`, or asks the operator by its number. */
async function tell(
  deps: WriteReceiptDeps,
  { person, place, locale }: ErasureFacts,
  json: string,
  receipt: Receipt,
): Promise<void> {
  if (place === null) return;
  try {
    await deps.chatOf(person.platform)?.tell(person, place, receiptView(wordingIn(locale), receipt, json));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    deps.log.warn('a receipt could not be told', { requestId: receipt.request, reason: error.code });
  }
}
