/** What the doctor asks about the policy: that usage goes after 24 hours, that requests are answered in time, and which partner may get anything. */
import type { Clock } from '../clock.ts';
import { type ConsentStore, consentTextVersion } from '../privacy/consent.ts';
import type { KeyStore } from '../privacy/keyring.ts';
import type { PartnerHere } from '../privacy/partners.ts';
import { type PrivacyRequestStore, warnAfterShare } from '../privacy/privacy-request.ts';
import type { UsageStore } from '../usage/usage.ts';
import type { CheckResult, Question } from './checks.ts';

export type PrivacyAskedParts = {
  records(): Promise<{
    usage: Pick<UsageStore, 'oldest' | 'oldestHour'>;
    consents: Pick<ConsentStore, 'countAgreed'>;
    privacyRequests: Pick<PrivacyRequestStore, 'late'>;
  }>;
  keys: Pick<KeyStore, 'list'>;
  partners: readonly PartnerHere[];
  clock: Pick<Clock, 'now'>;
};

const hourMs = 3_600_000;
/** The hours that are over are swept away within minutes of their end. */
const sweptWithinMs = 300_000;
const hourly = ['usage:', 'intake:'] as const;

export function privacyQuestions(parts: PrivacyAskedParts): Question[] {
  return [
    {
      part: '24 hours',
      remedy: 'Check the database and the key store first: what is kept for 24 hours could not be looked at.',
      ask: () => askHours(parts),
    },
    {
      part: 'requests',
      remedy: 'Check the database first: the requests of people could not be looked at.',
      ask: () => askRequests(parts),
    },
    {
      part: 'partners',
      remedy: 'Check the database first: the consents of people could not be looked at.',
      ask: () => askPartners(parts),
    },
  ];
}

async function askHours({ records, keys, clock }: PrivacyAskedParts): Promise<Omit<CheckResult, 'part'>> {
  const { usage } = await records();
  const now = clock.now();
  const [event, partition, key] = [await usage.oldest(), await usage.oldestHour(), await oldestKey(keys)];
  const says = `oldest usage record ${aged(now, event)}, oldest hour of records ${aged(now, partition)}, oldest key of an hour ${aged(now, key)}`;
  const isOver = [partition, key].some((began) => began !== null && now - began >= 24 * hourMs + sweptWithinMs);
  if (!isOver) return { state: 'fine', says, remedy: null };
  const remedy = 'Start the program (npm start): before it serves anybody, it removes whatever is older than 24 hours.';
  return { state: 'wrong', says, remedy };
}

/** When the oldest hour began that still has a key, ms. */
async function oldestKey(keys: Pick<KeyStore, 'list'>): Promise<number | null> {
  let oldest: number | null = null;
  for (const prefix of hourly) {
    for await (const scope of keys.list(prefix)) {
      const began = Number(scope.slice(prefix.length)) * hourMs;
      if (oldest === null || began < oldest) oldest = began;
    }
  }
  return oldest;
}

const aged = (now: number, since: number | null): string =>
  since === null ? 'none' : `${((now - since) / hourMs).toFixed(1)} h old`;

async function askRequests({ records, clock }: PrivacyAskedParts): Promise<string | Omit<CheckResult, 'part'>> {
  const { privacyRequests } = await records();
  const late = await privacyRequests.late(clock.now(), warnAfterShare);
  if (late.length === 0) return `none has used ${warnAfterShare * 100} % of its time`;
  const isOverdue = late.some(({ dueAt }) => dueAt <= clock.now());
  const told = late.map(({ id, dueAt }) => `${id} is due ${new Date(dueAt).toISOString().slice(0, 10)}`);
  const remedy =
    'Answer them: those that came by mail with npm run privacy -- export|erase|correct, the others go on by themselves while npm start runs.';
  return { state: isOverdue ? 'wrong' : 'weak', says: told.join(', '), remedy };
}

async function askPartners({ records, partners }: PrivacyAskedParts): Promise<CheckResult[]> {
  const { consents } = await records();
  return Promise.all(
    partners.map(async ({ id, name, isReady }): Promise<CheckResult> => {
      const count = await consents.countAgreed(id, consentTextVersion);
      const agreed = count === 1 ? '1 person agrees' : `${count} people agree`;
      const says = isReady ? `configured; ${agreed}` : `not configured, so it gets nothing; ${agreed}`;
      return { part: `partner ${name}`, state: 'fine', says, remedy: null };
    }),
  );
}
