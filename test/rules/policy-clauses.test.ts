/**
 * The policy that people are shown, held clause by clause against what was promised to them. Each clause is told in short words of our own, with
 * what must hold of the declarations, the inventory and the text. Where the specification lies beside the checkout, it may say nothing else.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inventory } from '../../adapters/postgres/inventory.ts';
import { declarations } from '../../src/app/declarations.ts';
import { partners } from '../../src/app/privacy-parts.ts';
import { privacySubcommands } from '../../src/chat/commands.ts';
import { locales } from '../../src/chat/locale.ts';
import { policyView } from '../../src/chat/views/privacy-views.ts';
import { wordingIn } from '../../src/chat/wording/wording.ts';
import { disclosedFields, type PartnerUse } from '../../src/privacy/partners.ts';
import type { DataClass, Holding } from '../../src/privacy/personal-data.ts';
import { classesOf, policyVersion } from '../../src/privacy/policy.ts';
import { answerWithinDays } from '../../src/privacy/privacy-request.ts';

const specification = fileURLToPath(new URL('../../../shared/privacy-policy.txt', import.meta.url));
const skippedName = `SKIPPED: ${specification} is missing, so the clauses were held against no specification`;

const areas = Object.values(declarations).flatMap((data) => Object.values(data));
const holdings = areas.filter((area): area is Holding => 'holds' in area);
const facts = { classes: classesOf(areas), partners: [...partners], contact: 'privacy@example.com', graceDays: 14 };

function textIn(locale: (typeof locales)[number]): string {
  const { lines } = policyView(wordingIn(locale), facts);
  return lines
    .map(({ spans }) => spans.map((span) => (typeof span === 'string' ? span : 'bold' in span ? span.bold : '')).join(''))
    .join('\n');
}
const text = textIn('en');

const holdingOf = (id: DataClass): Holding[] => holdings.filter((one) => one.class === id);
const told = (...words: RegExp[]): boolean => words.every((word) => word.test(text));
const usesOf = (...ids: string[]): PartnerUse[] => partners.filter(({ id }) => ids.includes(id)).flatMap(({ uses }) => uses);
/** Every column of these models that is personal is encrypted, or a hash that only finds. */
const isSealed = (...models: (keyof typeof inventory)[]): boolean =>
  models.every((model) => Object.values(inventory[model].columns).some((rule) => rule.is === 'sealed'));
const hasCommand = (...names: string[]): boolean => names.every((name) => privacySubcommands.some((one) => one.name === name));

type Clause = {
  /** Of what the specification says, so that a changed promise is noticed. */ hash: string;
  promises: string;
  holds(): boolean;
};

const clauses: Record<string, Clause> = {
  '1.1': {
    hash: 'ecda7755e1dd',
    promises: 'data is held for making ads; each kind is told with its reason',
    holds: () => facts.classes.every(({ id }) => id === 'nobody' || text.includes(wordingIn('en').policy.classes[id])),
  },
  '1.2': {
    hash: '6c9c8e15bdeb',
    promises: 'account data: an e-mail address and hashed credentials',
    holds: () =>
      /e-mail address.*bcrypt hashes/.test(inventory.Account.holding.holds) &&
      told(/registered your e-mail address and password/),
  },
  '1.3': {
    hash: '23595af41ff2',
    promises: 'media: product photos, brand assets, and what is made of them',
    holds: () =>
      (['photo', 'brand', 'ad'] as const).every((id) => holdingOf(id).every(({ clause }) => clause === '1 Media Assets')),
  },
  '1.4': {
    hash: 'b60e32b751db',
    promises: 'usage: addresses, browsers and durations, for security and limits alone, and nowhere else',
    holds: () =>
      holdingOf('usage').every(
        ({ purpose, holds }) => /security and rate limits, and nothing else/.test(purpose) && /address/.test(holds),
      ) &&
      Object.entries(inventory).every(
        ([model, { columns }]) =>
          model === 'UsageEvent' || Object.keys(columns).every((name) => !/address|browser|durationMs|ip$/i.test(name)),
      ) &&
      told(/for security and limits only/),
  },
  '2.1': {
    hash: '436be5896dc1',
    promises: 'whatever people give is protected where it lies',
    holds: () =>
      isSealed('Owner', 'Account', 'Ad', 'Photo', 'Product', 'BrandKit', 'Intake', 'UsageEvent', 'Disclosure', 'WorkspaceToken'),
  },
  '2.2': { hash: 'ead0533a9410', promises: 'encrypted on its way, by TLS', holds: () => told(/travels over TLS/) },
  '2.3': {
    hash: '348916a2ad8d',
    promises: 'credentials are bcrypt hashes, also sealed; secrets are encrypted',
    holds: () =>
      told(/bcrypt hashes only/) &&
      inventory.Account.columns.password.is === 'sealed' &&
      inventory.WorkspaceToken.columns.facts.is === 'sealed',
  },
  '2.4': {
    hash: '5de3b85b84b9',
    promises: 'media is opened in a sandbox of its own that is gone right after',
    holds: () =>
      told(/fresh for each job and gone after it/, /gone when the ad is made/) &&
      /when the ad is done/.test(inventory.Photo.holding.expires),
  },
  '3.1': {
    hash: 'a1427e96da7e',
    promises: 'nothing is sold; partners get pictures, colours and prompts, and each of them is named',
    holds: () =>
      told(/sold, rented or traded/) &&
      partners.every(({ name, gets }) => text.includes(name) && gets.every((field) => disclosedFields.includes(field))) &&
      holdings
        .filter(({ clause }) => clause === '3 Subprocessors')
        .every((one) => one.class === 'consent' || one.class === 'disclosure'),
  },
  '3.2': {
    hash: 'ccd7bdfd1983',
    promises: 'two partners for prompts and clips',
    holds: () => usesOf('gemini').includes('copy') && (['kie', 'gemini'] as const).every((id) => usesOf(id).includes('clips')),
  },
  '3.3': {
    hash: 'dd40c7262ad7',
    promises: 'two partners for transitions and animations',
    holds: () => (['seedance', 'kling'] as const).every((id) => usesOf(id).includes('transitions')),
  },
  '3.4': {
    hash: '243db4909600',
    promises: 'partners may not keep, pass on or train on it; the operator vouches for that before one is used',
    holds: () => told(/may not train on it, pass it on or keep it/, /operator has to confirm/),
  },
  '4.1': {
    hash: '1a77d8981df8',
    promises: 'accounts and ads stay until deleted; logs and limits go after 24 hours',
    holds: () =>
      holdings
        .filter(({ clause }) => clause === '1 Usage Details')
        .filter((one) => one.class !== 'nobody')
        .every(({ keptFor, expires }) => /24 hours|two hours|hour|moment/i.test(`${keptFor} ${expires}`)) &&
      told(/stay until you delete them/, /go after 24 hours/),
  },
  '4.2': {
    hash: '0879d9def8b5',
    promises: 'everybody has the same rights, wherever they live',
    holds: () => told(/4\. How long, and your rights/, /within 30 days \(45 where Californian law applies\)/),
  },
  '4.3': {
    hash: '3dc48c2af52f',
    promises: 'a copy of everything, records and media',
    holds: () =>
      hasCommand('export', 'status') &&
      told(/copy of everything: \/privacy export/) &&
      holdings.every(({ exported }) => exported.length > 5),
  },
  '4.4': {
    hash: '1c7a879aecd4',
    promises: 'correcting, and erasing for good',
    holds: () =>
      hasCommand('correct', 'delete') &&
      told(/Correct: \/privacy correct/, /Delete: \/privacy delete/) &&
      holdings.every(({ erased }) => erased.length > 5),
  },
  '4.5': {
    hash: '133b3c050769',
    promises: 'consent to partners is withdrawn at any time, and what is then limited is told',
    holds: () => hasCommand('consent') && told(/withdrawn at any time and holds at once/, /is then not offered/),
  },
  '4.6': {
    hash: '792295feec46',
    promises: 'by oneself, or through the privacy team',
    holds: () => hasCommand('status', 'correct', 'delete', 'export', 'consent') && told(/privacy team: privacy@example\.com/),
  },
};

/** Statements by section and place: paragraphs and bullets alike. */
function statementsOf(file: string): Map<string, string> {
  const found = new Map<string, string>();
  let [section, place] = ['', 0];
  for (const block of file.split(/\n\s*\n/u)) {
    const parts = block.includes('•') ? block.split('\n') : [block.replaceAll('\n', ' ')];
    for (const part of parts.map((one) => one.trim()).filter((one) => one !== '')) {
      const title = /^(\d)\. /u.exec(part);
      if (title) [section, place] = [title[1] ?? '', 0];
      else if (section !== '') found.set(`${section}.${++place}`, part.replace(/^•\s*/u, '').replaceAll(/\s+/gu, ' '));
    }
  }
  return found;
}

const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 12);

describe('the policy that is shown', () => {
  it.each(Object.entries(clauses))('keeps clause %s ($promises)', (_, { holds }) => {
    expect(holds()).toBe(true);
  });

  it.each(locales)('says in %s as much as in English: every class, partner and right', (locale) => {
    expect(textIn(locale).split('\n')).toHaveLength(text.split('\n').length);
    for (const { name } of partners) expect(textIn(locale)).toContain(name);
    for (const { name } of privacySubcommands.filter(({ name: one }) =>
      ['export', 'correct', 'delete', 'consent', 'receipts'].includes(one),
    ))
      expect(textIn(locale)).toContain(`/privacy ${name}`);
    for (const days of Object.values(answerWithinDays)) expect(textIn(locale)).toContain(String(days));
  });

  it('has a new version whenever it says something else: people agreed to what they read', () => {
    expect({ policyVersion, text: hashOf(text.replace(`Version ${policyVersion}`, '')) }).toEqual({
      policyVersion: '2026-11-23',
      text: 'cea4a399afd4',
    });
  });

  if (!existsSync(specification)) it.skip(skippedName, () => {});
  it.runIf(existsSync(specification))('answers every clause of the specification, as it stands today', () => {
    const found = [...statementsOf(readFileSync(specification, 'utf8'))].map(([id, words]) => [id, hashOf(words)]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.entries(clauses).map(([id, { hash }]) => [id, hash])));
  });
});
