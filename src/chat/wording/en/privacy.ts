/** English: a person's rights over their own data. */
import { neverHere } from '../../../errors.ts';
import type { DisclosureFacts } from '../../../privacy/disclosure.ts';
import type { Disclosed, PartnerUse } from '../../../privacy/partners.ts';
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import type { ErasureScopeKind, RemoteItem } from '../../../privacy/receipt.ts';

const number = (value: number): string => new Intl.NumberFormat('en').format(value);
const list = (words: string[]): string => new Intl.ListFormat('en').format(words);
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const moment = (date: Date): string =>
  `${new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(date)} UTC`;

const uses: Record<PartnerUse, string> = {
  copy: 'texts',
  stills: 'pictures',
  clips: 'video clips',
  transitions: 'transitions',
};
const fields: Record<Disclosed, string> = {
  picture: 'the product picture without its metadata',
  colours: 'its colours',
  prompt: 'the words of the brief',
};

const nouns = { messages: ['message', 'messages'], files: ['file', 'files'], inputs: ['input', 'inputs'] } as const;

const requestKinds: Record<PrivacyRequestKind, string> = { export: 'Export', erase: 'Deletion', correct: 'Correction' };

/** What became of the copy a partner got. `lapses`: when it goes there at the latest; null where nobody says. */
function copyThere(state: DisclosureFacts['copy'], lapses: Date | null): string {
  switch (state) {
    case 'there':
      return lapses ? `the copy there goes on ${moment(lapses)}` : 'the copy is still there';
    case 'removed':
      return 'the copy there is gone';
    case 'unknown':
      return 'whether a copy is there is not known';
    default:
      return neverHere(state);
  }
}

export const privacy = {
  commands: {
    status: { name: 'status', description: 'What is held of you, and where' },
    policy: { name: 'policy', description: 'The privacy policy, in your language' },
    partners: { name: 'partners', description: 'The AI partners, and what each would get' },
    consent: { name: 'consent', description: 'Agree to a partner, or withdraw' },
    receipts: { name: 'receipts', description: 'What went to whom, and what was erased' },
    export: { name: 'export', description: 'A copy of everything that is held of you' },
    correct: { name: 'correct', description: 'Correct what is wrong' },
    delete: { name: 'delete', description: 'Delete some or all of your data' },
  },
  more: 'More: /privacy policy, partners, consent, receipts, export, correct, delete.',

  statusTitle: 'What is held of you here',
  statusNone: 'Nothing is held of you here.',
  ads: (ads: number, files: number, megabytes: number): string =>
    `${count(ads, 'ad', 'ads')} with ${count(files, 'file', 'files')} (${number(megabytes)} MB), until you delete them`,
  photos: (photos: number): string => `${count(photos, 'product photo', 'product photos')}, kept as you chose`,
  products: (products: number): string => count(products, 'saved product', 'saved products'),
  requests: (requests: number): string => `${count(requests, 'request', 'requests')} of the last 24 hours`,
  settings: 'your id in this workspace, and your settings',
  usageNone: 'No usage data is kept: no addresses, no browser logs, no durations.',
  usageOldest: (date: Date): string => `The oldest usage record is from ${moment(date)}; it goes 24 hours after that.`,
  stores: (database: string, media: string, keys: string, sandbox: string): string =>
    `Where: rows in ${database}, encrypted files in ${media}, keys apart from both in ${keys}. Photos are opened in a sandbox of level "${sandbox}" that vanishes after each job.`,
  partnersNone: 'No AI partner has anything of you.',
  partnersHave: (names: string[]): string => `These partners got something of you: ${list(names)}. See /privacy receipts.`,

  partnersTitle: 'AI partners',
  partnersIntro:
    'Ads are drawn here. A partner gets something only when you have agreed to that partner, and only for the ad at hand.',
  partner: (partner: { name: string; company: string; country: string; uses: PartnerUse[]; gets: Disclosed[] }): string =>
    `${partner.name} (${partner.company}, ${partner.country}), for ${list(partner.uses.map((use) => uses[use]))}. It would get ${list(partner.gets.map((field) => fields[field]))}, and nothing else.`,
  keeps: (days: number | null): string =>
    days === null ? 'How long it keeps a copy is not documented.' : `It keeps a copy for ${count(days, 'day', 'days')}.`,
  notReady: 'Not connected here, so it gets nothing.',
  agreed: 'You agreed.',
  notAgreed: 'You have not agreed.',
  allow: (name: string): string => `Agree to ${name}`,
  withdraw: (name: string): string => `Withdraw from ${name}`,
  withdrawAll: 'Withdraw from all',
  consentSaved: (name: string): string => `You agreed to ${name}. Withdraw at any time with /privacy consent.`,
  withdrawn: (names: string[]): string =>
    `Withdrawn: ${list(names)}. Nothing more goes there; ads under way go on without, drawn here. What was sent before is in /privacy receipts.`,
  unknownPartner: 'This partner is not known here any more.',

  receiptsTitle: 'What went to whom',
  receiptsNone: 'Nothing of you went to any partner.',
  disclosure: (
    partner: string,
    given: Disclosed[],
    bytes: number,
    at: Date,
    copy: { state: DisclosureFacts['copy']; lapses: Date | null },
  ): string =>
    `${moment(at)}, ${partner}: ${list(given.map((field) => fields[field]))}, ${number(bytes)} bytes; ${copyThere(copy.state, copy.lapses)}`,
  requestsTitle: 'Your requests',
  request: (kind: PrivacyRequestKind, at: Date, state: 'open' | 'owed' | 'done', due: Date): string => {
    const what = requestKinds[kind];
    const how =
      state === 'open'
        ? `being worked on, due ${moment(due)}`
        : state === 'owed'
          ? 'done here, the chat platform still has to follow'
          : 'done';
    return `${what} of ${moment(at)}: ${how}`;
  },

  exportTitle: 'A copy of everything that is held of you',
  exportText:
    'I put it into a zip with pages you can read without me, and send it to you alone in a direct message. Large copies come in parts.',
  exportButton: 'Make the copy',
  exportStarted: 'I am putting your copy together. It comes in a direct message.',
  exportReady: 'Here is the copy of everything that is held of you. Open index.html in it.',
  exportParts: (parts: number): string => `It comes in ${number(parts)} parts; each opens by itself, index.html is in the first.`,
  exportSplit: (names: string[]): string =>
    `Some files are larger than this platform takes and are cut into pieces (${list(names)}); README.txt says how to join them.`,
  exportNeedsDirect: 'I send the copy in a direct message, but you do not let me write to you. Allow it, then ask again.',
  exportFailed: 'The copy could not be handed over. Please ask again: /privacy export.',

  correctTitle: 'Correct what is wrong',
  correctLines: [
    'Your e-mail address and password: the page Account of the portal (/account). Or by mail to the privacy team.',
    'The words of an ad, its price and its look: press Edit text under it. Old versions can be deleted.',
    'What a brand says (name, colours, button, small print, tone) and its logo: /ad brand.',
    'A saved product (name, price, link): delete it in /ad products, then save it anew with More under an ad.',
    'Language, who sees results, and whether photos are kept: /ad settings.',
    'What you replace or delete is gone: the key it was encrypted with is destroyed.',
    'Your name and picture belong to this app; I do not keep them.',
  ],

  deleteTitle: 'Delete my data',
  deleteSubmit: 'Delete',
  deleteWhat: 'What shall go?',
  deleteHint: 'It cannot be undone. You get a signed receipt.',
  deleteEverything: 'Everything of me in this workspace',
  deleteAccount: 'My whole account, in every chat app',
  deletePhotos: 'All my photos and saved products',
  deleteProduct: (name: string): string => `Product: ${name}`,
  deleteAd: (title: string): string => `Ad: ${title}`,
  deleteHeld: (ads: number, photos: number, products: number): string =>
    `Held of you: ${count(ads, 'ad', 'ads')}, ${count(photos, 'photo', 'photos')}, ${count(products, 'saved product', 'saved products')}. Brand kits belong to the workspace and stay. What you said about ads of others stays with them.`,
  deleteShared: 'Ads of mine that stand in channels',
  deleteSharedNo: 'Delete them too',
  deleteSharedYes: 'Give them to the workspace',
  deleteMissing: 'Please choose what shall go.',
  deleteNothing: 'Nothing of that is held of you.',
  deleteStarted: (id: string): string =>
    `I am deleting it. First the keys go, so that nobody can read it any more, then the bytes. Your request has the number ${id}.`,

  erasedMeanwhile:
    'I was deleting your data when you asked for this, so I did nothing with it. If you still want it, please ask again.',

  receiptTitle: 'Deleted',
  addendumTitle: 'Deleted elsewhere too',
  removed(
    scope: ErasureScopeKind,
    of: { ads: number; files: number; photos: number; products: number; handedOver: number },
  ): string {
    const what = [
      of.ads > 0 && count(of.ads, 'ad', 'ads'),
      of.files > 0 && count(of.files, 'file', 'files'),
      of.photos > 0 && count(of.photos, 'photo', 'photos'),
      of.products > 0 && count(of.products, 'saved product', 'saved products'),
      (scope === 'workspace' || scope === 'account') && 'who you are here',
    ].filter((part) => part !== false);
    const given = of.handedOver > 0 ? ` ${count(of.handedOver, 'ad was', 'ads were')} given to the workspace.` : '';
    return `Gone: ${what.length > 0 ? list(what) : 'nothing was left'}.${given}`;
  },
  remote(item: RemoteItem): string {
    const [one, many] = nouns[item.what];
    const what = `${count(item.count, one, many)} on ${item.system}`;
    switch (item.state) {
      case 'done':
        return `${what}: removed`;
      case 'outstanding':
        return `${what}: being removed${item.lapses ? `; I keep trying until ${moment(new Date(item.lapses))}` : ''}`;
      case 'lapsed':
        return `${what}: not reached for 30 days; please remove them there yourself`;
      case 'impossible':
        return `${what}: the platform did not let me remove them; please remove them there yourself`;
      default:
        return neverHere(item.state);
    }
  },
  keyCopy: (until: Date): string =>
    `What backups may still hold of it cannot be read. Where the operator keeps a copy of the keys elsewhere, it is replaced within a day: that is true of it from ${moment(until)} on.`,
  receiptCheck: 'The signed receipt; the operator’s key checks it, and it holds nothing personal:',

  acceptTitle: 'Before the first ad',
  accept:
    'What I keep: your id here, your ads until you delete them, your request for 24 hours. Nothing goes to an AI partner unless you agree to it. Sending this form means you agree to my keeping that; /privacy shows, exports and deletes all of it.',
  acceptFirst: 'Before I keep anything for you, please agree to that in /ad settings, or with your first ad.',
  acceptAgain: 'Please open the form anew: how your photos are kept is not known any more.',

  policyTitle: 'Privacy policy',
  policyVersion: (version: string): string => `Version ${version}`,
};

/** What each class of data is, why it is held and for how long (policy clauses 1 and 4). */
export const policy = {
  collectTitle: '1. What is collected',
  classes: {
    identity:
      'Your id and your workspace’s id on this platform, your settings, and where you registered your e-mail address and password: to know whose ads are whose, until you delete them.',
    token: 'With what a workspace that installed me is spoken to, and who installed me: until I am removed there.',
    photo:
      'Product photos, straightened and without any metadata: to draw your ads, and gone when the ad is made, unless you chose to keep them for later changes.',
    ad: 'Your ads: brief, words, look, pictures, videos, and where they were posted: until you delete them.',
    product: 'Products you saved: name, price, link and photos: until you delete them.',
    brand: 'Brand kits: name, logo, colours, texts: they belong to the workspace, until it deletes them.',
    posted: 'Messages and files that I posted here for you: as long as the platform keeps them, or until you delete the ad.',
    keys: 'The keys that all of it is encrypted with, kept apart: destroying one makes what it encrypts unreadable in every copy.',
    request: 'What you asked for, word by word, so that nothing is lost or done twice: at most 24 hours.',
    usage:
      'When you used me, for what and how long it took, and on web pages your address and browser: for security and limits only, gone after 24 hours.',
    consent: 'Which partners you agreed to, and when: to send nothing without your consent, until you delete it.',
    disclosure: 'What went to a partner, when and how much: so that you can read it, until you delete it.',
    rights: 'That you asked for a copy, a correction or a deletion, with its times and a receipt that names nobody.',
  },
  protectTitle: '2. How it is protected',
  protect: [
    'Everything travels over TLS. Words and files are encrypted where they are stored, each person’s under a key of their own.',
    'Passwords are kept as bcrypt hashes only.',
    'Photos are opened in a confined process without network or files, fresh for each job and gone after it.',
  ],
  shareTitle: '3. AI partners',
  share: [
    'Nothing of you is sold, rented or traded. A partner gets something only when you agreed to that partner: the picture without metadata, its colours and the words of the brief.',
    'Partners may not train on it, pass it on or keep it for themselves; the operator has to confirm that before a partner is used.',
  ],
  rightsTitle: '4. How long, and your rights',
  rights: [
    'Ads and account data stay until you delete them. Requests and usage data go after 24 hours.',
    'A copy of everything: /privacy export. Correct: /privacy correct. Delete: /privacy delete. Withdraw consent: /privacy consent. What went where: /privacy receipts.',
    'Consent to an AI partner can be withdrawn at any time and holds at once. What only that partner can do is then not offered; ads are still drawn here.',
    'You are answered within 30 days (45 where Californian law applies); most of it happens at once.',
  ],
  grace: (days: number): string =>
    days === 0
      ? 'When I am removed from a workspace, everything of it is erased at once.'
      : `When I am removed from a workspace, everything of it is erased after ${count(days, 'day', 'days')}, unless I am invited again.`,
  contact: (address: string): string => `The privacy team: ${address}`,
  noContact: 'The privacy team: ask whoever runs this bot in your workspace.',
};
