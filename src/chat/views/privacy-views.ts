/** What the answers about a person's own data show. All of them are private. */
import type { Disclosure } from '../../privacy/disclosure.ts';
import type { PartnerHere } from '../../privacy/partners.ts';
import { type PolicyFacts, policyVersion } from '../../privacy/policy.ts';
import type { PrivacyRequest } from '../../privacy/privacy-request.ts';
import type { Receipt } from '../../privacy/receipt.ts';
import type { Button, Line, MessageView } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { bold, copyable, fine, plain } from './lines.ts';

const titled = (title: string, lines: Line[], buttons: Button[] = []): MessageView => ({
  summary: title,
  lines: [bold(title), ...lines],
  buttons,
});

/** What is held of one person. `usageSince`: the oldest usage record, ms; null: none. */
export type Held = {
  ads: number;
  files: number;
  bytes: number;
  photos: number;
  products: number;
  requests: number;
  usageSince: number | null;
  partners: string[];
};
export type HeldWhere = { database: string; media: string; keys: string; sandbox: string };

export function statusView({ privacy: words }: Wording, held: Held | null, where: HeldWhere): MessageView {
  if (!held) return titled(words.statusTitle, [plain(words.statusNone), fine(words.more)]);
  return titled(words.statusTitle, [
    plain(words.settings),
    plain(words.ads(held.ads, held.files, Math.ceil(held.bytes / 1_000_000))),
    ...(held.photos > 0 ? [plain(words.photos(held.photos))] : []),
    ...(held.products > 0 ? [plain(words.products(held.products))] : []),
    plain(words.requests(held.requests)),
    plain(held.usageSince === null ? words.usageNone : words.usageOldest(new Date(held.usageSince))),
    plain(held.partners.length === 0 ? words.partnersNone : words.partnersHave(held.partners)),
    fine(words.stores(where.database, where.media, where.keys, where.sandbox)),
    fine(words.more),
  ]);
}

export function policyView({ policy: words, privacy }: Wording, facts: PolicyFacts): MessageView {
  const classes = facts.classes.flatMap(({ id }) => (id === 'nobody' ? [] : [plain(words.classes[id])]));
  return {
    summary: privacy.policyTitle,
    lines: [
      bold(privacy.policyTitle),
      fine(privacy.policyVersion(policyVersion)),
      bold(words.collectTitle),
      ...classes,
      bold(words.protectTitle),
      ...words.protect.map(plain),
      bold(words.shareTitle),
      ...words.share.map(plain),
      ...facts.partners.map((partner) => plain(privacy.partner(asTold(partner)))),
      bold(words.rightsTitle),
      ...words.rights.map(plain),
      plain(words.grace(facts.graceDays)),
      plain(facts.contact === null ? words.noContact : words.contact(facts.contact)),
    ],
    buttons: [],
  };
}

const asTold = ({ name, company, country, uses, gets }: PartnerHere) => ({
  name,
  company,
  country,
  uses: [...uses],
  gets: [...gets],
});

export function partnersView(
  { privacy: words }: Wording,
  partners: readonly PartnerHere[],
  agreed: readonly string[],
): MessageView {
  return titled(words.partnersTitle, [
    plain(words.partnersIntro),
    ...partners.flatMap((partner) => [
      plain(`${words.partner(asTold(partner))} ${words.keeps(partner.keepsDays)}`),
      fine(
        `${partner.isReady ? (agreed.includes(partner.id) ? words.agreed : words.notAgreed) : words.notReady} ${partner.terms}`,
      ),
    ]),
  ]);
}

/** One press each way: giving is never easier than withdrawing. */
export function consentView(wording: Wording, partners: readonly PartnerHere[], agreed: readonly string[]): MessageView {
  const { privacy: words } = wording;
  const buttons = partners.flatMap((partner): Button[] => {
    if (agreed.includes(partner.id))
      return [{ action: 'withdraw-consent', value: partner.id, label: words.withdraw(partner.name), style: 'danger' }];
    return partner.isReady ? [{ action: 'give-consent', value: partner.id, label: words.allow(partner.name) }] : [];
  });
  const all: Button[] =
    agreed.length > 1 ? [{ action: 'withdraw-consent', value: 'all', label: words.withdrawAll, style: 'danger' }] : [];
  return { ...partnersView(wording, partners, agreed), buttons: [...all, ...buttons] };
}

/** The newest come first; what does not fit is in the export. A receipt takes about 900 characters of a message that holds 13,000. */
const shown = 10;
const shownReceipts = 5;

export function receiptsView(
  { privacy: words }: Wording,
  told: { disclosures: readonly Disclosure[]; requests: readonly PrivacyRequest[]; partners: readonly PartnerHere[] },
): MessageView {
  const nameOf = (id: string): string => told.partners.find((partner) => partner.id === id)?.name ?? id;
  const disclosed = told.disclosures.slice(0, shown).map(({ partner, facts, at, lapsesAt }) => {
    const copy = { state: facts.copy, lapses: lapsesAt === null ? null : new Date(lapsesAt) };
    return plain(words.disclosure(nameOf(partner), facts.fields, facts.bytes, new Date(at), copy));
  });
  const requests = told.requests
    .slice(0, shown)
    .flatMap(({ kind, receivedAt, state, dueAt, receipt }, index) => [
      plain(words.request(kind, new Date(receivedAt), state, new Date(dueAt))),
      ...(receipt && index < shownReceipts ? [copyable(receipt)] : []),
    ]);
  return titled(words.receiptsTitle, [
    ...(disclosed.length > 0 ? disclosed : [plain(words.receiptsNone)]),
    ...(requests.length > 0 ? [bold(words.requestsTitle), ...requests] : []),
  ]);
}

export const exportOfferView = ({ privacy: words }: Wording): MessageView =>
  titled(
    words.exportTitle,
    [plain(words.exportText)],
    [{ action: 'export-data', value: 'mine', label: words.exportButton, style: 'primary' }],
  );

export const exportReadyView = ({ privacy: words }: Wording, parts: number, cut: string[]): MessageView => ({
  summary: words.exportReady,
  lines: [
    plain(words.exportReady),
    ...(parts > 1 ? [plain(words.exportParts(parts))] : []),
    ...(cut.length > 0 ? [plain(words.exportSplit(cut.map((path) => path.split('/').at(-1) ?? path)))] : []),
  ],
  buttons: [],
});

export const correctView = ({ privacy: words }: Wording): MessageView =>
  titled(words.correctTitle, words.correctLines.map(plain));

/** Systems are named by their folders, which are written small. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export function receiptView({ privacy: words }: Wording, receipt: Receipt, json: string): MessageView {
  const isAddendum = receipt.kind === 'addendum';
  return titled(isAddendum ? words.addendumTitle : words.receiptTitle, [
    plain(words.removed(receipt.scope, receipt.removed)),
    ...receipt.remote.map((item) => plain(words.remote({ ...item, system: capital(item.system) }))),
    ...(receipt.keyCopyUntil ? [fine(words.keyCopy(new Date(receipt.keyCopyUntil)))] : []),
    fine(words.receiptCheck),
    copyable(json),
  ]);
}
