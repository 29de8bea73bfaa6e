/** Serves requests that came by mail, for whoever answers that mail at a shell. Run again it goes on with the same request. */
import { z } from 'zod';
import { type AccountStore, accountIdentity } from '../../../accounts/account.ts';
import { normalEmail } from '../../../accounts/email.ts';
import type { Clock } from '../../../clock.ts';
import type { JobQueue } from '../../../generation/ports.ts';
import type { PrivacyRequest, PrivacyRequestStore } from '../../../privacy/privacy-request.ts';
import { fetchCopy } from '../../portal/fetch-copy.ts';
import { personKey } from '../../take-in.ts';
import type { ExportDeps } from '../export-on-request.ts';
import {
  confirmWithinMs,
  endWaiting,
  isByMail,
  isSameWish,
  type MailFacts,
  type MailWish,
  mailFactsSchema,
  mailRequestId,
  mayBegin,
} from './mail-request.ts';
import { begin } from './serve-mail.ts';

export const mailOrderSchema = z.object({
  kind: z.enum(['export', 'erase', 'correct']),
  email: z.string(),
  /** The new address of a correction. */
  to: z.string().nullable(),
  /** Ads that stand in channels become the workspace's instead of being erased. */
  handOver: z.boolean(),
  isCalifornian: z.boolean(),
  /** Whoever asks may know whether there is such an account, and where its request is. */
  isOperator: z.boolean(),
});
export type MailOrder = z.infer<typeof mailOrderSchema>;

export const mailStates = [
  'unknown',
  'waiting',
  'refused',
  'lapsed',
  'unreachable',
  'unlinked',
  'running',
  'done',
  'taken',
] as const;
export type MailState = (typeof mailStates)[number];

/**
 * `state`: for the operator alone; `until`: when a question lapses, `dueAt`: when the law wants an answer (ms). `if-known`: all that anybody else is told.
 * `copy`: a piece of the archive, with its bytes; `copied`: that was the last. `receipt`: signed JSON without personal data.
 */
export const mailEventSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('state'),
    state: z.enum(mailStates),
    requestId: z.string().nullable(),
    until: z.number().nullable(),
    dueAt: z.number().nullable(),
  }),
  z.object({ event: z.literal('if-known') }),
  z.object({ event: z.literal('copy') }),
  z.object({ event: z.literal('copied') }),
  z.object({ event: z.literal('receipt'), json: z.string() }),
]);
export type MailEvent = z.infer<typeof mailEventSchema>;
export type SayMail = (event: MailEvent, bytes?: Uint8Array) => Promise<void>;

export interface MailDesk {
  /** Resolves after the last event. Rejects when the signal aborts; the request itself goes on. */
  serve(order: MailOrder, say: SayMail, signal: AbortSignal): Promise<void>;
}

export type MailDeskDeps = ExportDeps & {
  accounts: Pick<AccountStore, 'findByEmail' | 'credentials'>;
  privacyRequests: PrivacyRequestStore;
  queue: Pick<JobQueue, 'ring'>;
  clock: Clock;
  newId(): string;
};

const lookEveryMs = 150;
/** Most of it happens within seconds; what takes longer goes on by itself. Whoever may not know whether a person is asked does not wait for it. */
const patienceMs = { begun: 120_000, operator: 5_000, others: 0 } as const;

export function createMailDesk(deps: MailDeskDeps): MailDesk {
  return {
    async serve(order, say, signal) {
      const email = normalEmail(order.email);
      const accountId = email && (await deps.accounts.findByEmail(email));
      const known = accountId ? await standing(deps, accountId, order) : null;
      if (!accountId || !known) return tell(order, say, null);
      const isBegun = await goOn(deps, known);
      const patience = isBegun ? patienceMs.begun : order.isOperator ? patienceMs.operator : patienceMs.others;
      const request = await settled(deps, known.id, deps.clock.now() + patience, signal);
      if (request?.kind === 'export' && request.step === 'gathered') return handOut(deps, accountId, request.id, say);
      if (request?.receipt) return say({ event: 'receipt', json: request.receipt });
      return tell(order, say, request);
    },
  };
}

/** The one that is under way, or was refused within the week: nobody is asked again and again. Otherwise a new one. */
async function standing(deps: MailDeskDeps, accountId: string, order: MailOrder): Promise<PrivacyRequest | null> {
  const person = accountIdentity(accountId);
  const { privacyRequests, clock } = deps;
  const wish = wishOf(order);
  const all = (await privacyRequests.ofPerson(personKey(person))).filter((one) => one.kind === order.kind && isByMail(one));
  const refused = ({ step, doneAt }: PrivacyRequest) => step === 'refused' && clock.now() - (doneAt ?? 0) < confirmWithinMs;
  const open = all.find(({ state }) => state === 'open');
  if (open && !(wish && (await isReplaced(deps, open.id, wish)))) return open;
  const known = all.find(refused);
  if (known) return known;
  const credentials = await deps.accounts.credentials(accountId);
  if (!wish || !credentials) return null;
  const id = mailRequestId(deps.newId());
  const facts: MailFacts = { wish, accountId, isVerified: credentials.isVerified, confirmed: null };
  const law = order.isCalifornian ? 'ccpa' : 'gdpr';
  await privacyRequests.add({ id, kind: order.kind, facts, person: personKey(person), law });
  return privacyRequests.read(id);
}

/** A yes holds for what was asked: a question about another wish ends, unless it was answered already. */
async function isReplaced({ privacyRequests }: MailDeskDeps, id: string, wish: MailWish): Promise<boolean> {
  const request = await privacyRequests.read(id);
  const facts = mailFactsSchema.safeParse(request?.facts);
  if (!request || !facts.success || request.step === 'confirmed' || isSameWish(facts.data.wish, wish)) return false;
  return endWaiting({ privacyRequests }, request);
}

function wishOf({ kind, handOver, to }: MailOrder): MailWish | null {
  if (kind === 'export') return { kind };
  if (kind === 'erase') return { kind, handOver };
  const email = to === null ? null : normalEmail(to);
  return email === null ? null : { kind, email };
}

/** Whether it needs nobody's word any more. A copy is put together when there is somebody to take it. */
async function goOn(deps: MailDeskDeps, { id }: PrivacyRequest): Promise<boolean> {
  const request = await deps.privacyRequests.read(id);
  const waiting = mailFactsSchema.safeParse(request?.facts);
  const isBegun = request !== null && (!waiting.success || mayBegin(waiting.data, request.step));
  if (isBegun && waiting.success && waiting.data.wish.kind === 'export') await begin(deps, request, waiting.data);
  await deps.queue.ring('privacy', id);
  return isBegun;
}

/** As far as it has got by then, or by itself. */
async function settled(
  { privacyRequests, clock }: MailDeskDeps,
  id: string,
  deadline: number,
  signal: AbortSignal,
): Promise<PrivacyRequest | null> {
  for (;;) {
    const request = await privacyRequests.read(id);
    if (request?.state !== 'open' || request.receipt || clock.now() >= deadline) return request;
    if (request.step === 'asked' || request.step === 'gathered') return request;
    await clock.sleep(lookEveryMs, signal);
  }
}

async function handOut(deps: MailDeskDeps, accountId: string, id: string, say: SayMail): Promise<void> {
  const copy = await fetchCopy(deps, accountId, id);
  if (!copy) return say({ event: 'if-known' });
  for await (const bytes of copy.read()) await say({ event: 'copy' }, bytes);
  await say({ event: 'copied' });
}

async function tell(order: MailOrder, say: SayMail, request: PrivacyRequest | null): Promise<void> {
  if (!order.isOperator) return say({ event: 'if-known' });
  const state = request ? stateOf(request) : 'unknown';
  const until = request && state === 'waiting' ? request.receivedAt + confirmWithinMs : null;
  await say({ event: 'state', state, requestId: request?.id ?? null, until, dueAt: request?.dueAt ?? null });
}

function stateOf({ step, state }: PrivacyRequest): MailState {
  if (step === 'refused' || step === 'lapsed' || step === 'unreachable' || step === 'unlinked' || step === 'taken') return step;
  if (state !== 'open') return 'done';
  return step === 'asked' || step === null ? 'waiting' : 'running';
}
