/** What is typed behind `npm run privacy -- export|erase|correct|incident`, read and checked. No input, no output. */
import { normalEmail } from '../accounts/email.ts';
import type { MailOrder } from '../chat/privacy/by-mail/mail-desk.ts';
import type { Incident } from '../privacy/incident.ts';

export type ReadArguments<Value> = { ok: true; value: Value } | { ok: false; problem: string };

export type MailCommand = { order: MailOrder; out: string | null };
export type IncidentCommand = { incident: Incident; as: 'text' | 'json' | 'csv' };

const flags: ReadonlySet<string> = new Set(['--ccpa', '--operator', '--hand-over', '--json', '--csv']);

function optionsOf(given: readonly string[], known: readonly string[]): ReadArguments<Map<string, string>> {
  const options = new Map<string, string>();
  for (let at = 0; at < given.length; at += 1) {
    const name = given[at] ?? '';
    if (!known.includes(name)) return { ok: false, problem: `${name} is not known here.` };
    const value = flags.has(name) ? 'yes' : given[++at];
    if (value === undefined || value.startsWith('--')) return { ok: false, problem: `${name} needs a value behind it.` };
    options.set(name, value);
  }
  return { ok: true, value: options };
}

const own = { export: ['--out'], erase: ['--hand-over'], correct: ['--to'] } as const;

export function readMailCommand(kind: MailOrder['kind'], given: readonly string[]): ReadArguments<MailCommand> {
  const read = optionsOf(given, ['--email', '--ccpa', '--operator', ...own[kind]]);
  if (!read.ok) return read;
  const options = read.value;
  const email = options.get('--email');
  const [out = null, to = null] = [options.get('--out'), options.get('--to')];
  if (!email) return { ok: false, problem: '--email is missing: the address that the mail came from.' };
  if (kind === 'export' && !out) return { ok: false, problem: '--out is missing: the file that the copy is written to.' };
  if (kind === 'correct' && !to) return { ok: false, problem: '--to is missing: the new address.' };
  for (const [name, address] of [
    ['--email', email],
    ['--to', to],
  ])
    if (address && !normalEmail(address)) return { ok: false, problem: `${name} is no e-mail address.` };
  const has = (name: string): boolean => options.has(name);
  const order = {
    kind,
    email,
    to,
    handOver: has('--hand-over'),
    isCalifornian: has('--ccpa'),
    isOperator: has('--operator'),
  };
  return { ok: true, value: { order, out } };
}

/** `partners`: the ids that are known. A day without a time begins at midnight UTC. */
export function readIncidentCommand(
  given: readonly string[],
  { now, partners }: { now: number; partners: readonly string[] },
): ReadArguments<IncidentCommand> {
  const read = optionsOf(given, ['--since', '--until', '--partner', '--json', '--csv']);
  if (!read.ok) return read;
  const options = read.value;
  const since = Date.parse(options.get('--since') ?? '');
  const until = options.has('--until') ? Date.parse(options.get('--until') ?? '') : now;
  const partner = options.get('--partner')?.toLowerCase() ?? null;
  if (Number.isNaN(since) || Number.isNaN(until))
    return { ok: false, problem: 'Write --since (and --until) as a date, such as 2026-11-22 or 2026-11-22T14:30Z.' };
  if (since > until) return { ok: false, problem: '--since is later than --until.' };
  if (partner !== null && !partners.includes(partner))
    return { ok: false, problem: `--partner is one of: ${partners.join(', ')}.` };
  const as = options.has('--json') ? 'json' : options.has('--csv') ? 'csv' : 'text';
  return { ok: true, value: { incident: { since, until, partner }, as } };
}
