/** Runs every function of a wording with sample facts, so that tests can look at every sentence the bot says. */

import type { Wording } from '../../../src/chat/wording/wording.ts';
import { adStates } from '../../../src/generation/ad.ts';
import { disclosedFields, partnerUses } from '../../../src/privacy/partners.ts';
import { erasureScopes } from '../../../src/privacy/receipt.ts';

/** Words that a person gave; whatever is said of them must contain them. */
const [name, other] = ['Ωname', 'Ωother'];
/** A number that must be said; smaller ones may turn into words. */
const many = 4321;
const counts = [[1], [2], [many]];
const copy = { headline: 'H', body: 'B', button: 'Ωbutton', price: 'Ωprice', oldPrice: 'Ωold', smallPrint: 'S' };
const kit = { name, colours: ['#123a5a'], hasLogo: true };
/** With a colon between digits. */
const day = new Date('2026-03-05T14:30:00Z');
const removedOf = (each: number) => ({ ads: each, files: each, photos: each, products: each, handedOver: each });
const limited = (kind: string) => [{ kind, actual: many, limit: 1234, field: 'brief' }];

/** By the path of the function; a list of arguments for each call. */
const samples: Record<string, readonly (readonly unknown[])[]> = {
  stage: [
    ...['looking', 'ideas', 'stills', 'film', 'delivering'].map((stage) => [stage, 0, null]),
    ...[0, 1, 2, 10_000].flatMap((ahead) => [null, 20_000, 60_000, 600_000].map((wait) => ['queued', ahead, wait])),
  ],
  briefProblem: [
    [{ kind: 'no-words' }],
    limited('too-long'),
    [{ kind: 'unknown-place', place: name }],
    [{ kind: 'no-photo' }],
    limited('too-many-photos'),
  ],
  fileTooBig: [[name, 10_000_000]],
  photoProblem: [
    ...['empty', 'not-a-picture', 'document-or-vector', 'damaged', 'took-too-long', 'gone', 'unreachable'].map((kind) => [
      { kind },
    ]),
    limited('too-many-pixels'),
    [{ kind: 'too-many-bytes', limit: 100 }],
    limited('too-small'),
  ],
  photoWarning: ['small', 'blurry', 'animated-first-frame', 'background-kept'].map((warning) => [warning]),
  adProblem: [
    'drawing-failed',
    'took-too-long',
    'too-much-memory',
    'disk-full',
    'delivery-failed',
    'not-in-channel',
    'not-allowed',
    'channel-gone',
    'photo-gone',
  ].map((problem) => [problem]),
  notAllowed: [[['attach-files']], [['post', 'post-in-threads', 'attach-files', 'read-history']]],
  queuedInShell: [[0], [1], [10_000]],
  photoRefused: [[1], [2]],
  keptPhotos: [[[name, other]]],
  errorId: [[name]],
  moreTitle: [[name], ['']],
  tooManyOpen: [[many]],
  onlyFirst: [
    [1, many],
    [5, many],
  ],
  understood: [
    [copy, 'de'],
    [{ ...copy, button: '', price: '', oldPrice: '' }, 'fr'],
  ],
  'brand.fontProblem': [
    ...['not-a-font', 'several-fonts', 'protected', 'gone', 'unreachable'].map((kind) => [{ kind }]),
    [{ kind: 'letters-missing', letters: name }],
    [{ kind: 'too-many-bytes', limit: 5 }],
  ],
  leftOut: counts,
  leftOutOfText: [[[name, other]]],
  missingGlyphs: [[[name, other]]],
  cannotWrite: [[[name, other]]],
  madeBy: ['editorial', 'block', 'spotlight'].flatMap((look) => ['cutout', 'framed'].map((route) => [look, route])),
  filesBelow: [
    [1, 0],
    [2, 1],
    [many, 2],
  ],
  shownSmaller: [[many, 10_000_000]],
  tooLargeHere: counts.map(([count]) => [count, 10_000_000]),
  version: [[1], [2], [many]],
  'form.briefCut': counts,
  'approval.status': ['asked', 'approved', 'changes'].map((state) => [state]),
  'pack.title': [[name], ['']],
  'pack.field': ['primary', 'headline', 'description'].flatMap((field) => [
    [field, 40, 125],
    [field, many, 1234],
  ]),
  'pack.others': counts,
  'pack.smaller': counts.map(([count]) => [count, 10_000_000]),
  'pack.tooLarge': [[[name, other]]],
  'proposals.line': [[2, other, name]],
  'proposals.use': [[many]],
  'ownAds.line': [1, 2].map((version) => [many, name, version, other, new Date('2026-03-05T12:00:00Z')]),
  'ownAds.more': counts,
  'ownAds.show': [[many]],
  'ownAds.cancel': [[many]],
  'ownAds.state': adStates.map((state) => [state]),
  'platform.picturesFound': counts,
  'home.choose': [[name]],
  'home.brandUsual': [[name]],
  'home.brandChosen': counts,
  'home.consentNone': [[[name, other]]],
  'home.consentGiven': [[[name, other]]],
  'brand.line': [
    [many, kit, { here: true, elsewhere: true }],
    [many, { name, colours: [], hasLogo: false }, { here: false, elsewhere: false }],
  ],
  'brand.edit': [[many]],
  'brand.editRest': [[many]],
  'brand.useHere': [[many]],
  'brand.remove': [[many]],
  'brand.noColour': [[name]],
  'brand.tooManyColours': [[many]],
  'brand.tooManyWords': [[many]],
  'brand.tooLong': [[many]],
  'brand.saved': [[name]],
  'brand.logoProblem': [[name]],
  'brand.inUse': [[name]],
  'brand.removed': [[name]],
  'brand.tooMany': [[many]],
  'brand.neverSays': [
    [name, [other]],
    [name, [other, 'Ωthird']],
  ],
  'team.stoppedForYou': [[name]],
  'team.removedForYou': [[name]],
  'team.storageNearlyFull': [[83]],
  'team.storageFull': [[many]],
  'team.photosOfCopy': [[0], [1], [5]],
  'admin.rules': ['everyone', 'admins', 'chosen'].flatMap((are) =>
    [true, false].map((everywhere) => [{ are, everywhere, openAds: 30 }]),
  ),
  'admin.storage': [[{ usedMb: many, mostMb: many, percent: 83 }]],
  'admin.line': [[many, name, other, new Date('2026-03-05T12:00:00Z')]],
  'admin.inLine': [[many]],
  'admin.more': [[many]],
  'admin.stop': [[many]],
  'admin.remove': [[many]],
  'admin.whoOption': ['everyone', 'admins', 'chosen'].map((who) => [who]),
  'admin.openAdsHint': [[1, 30]],
  'admin.openAdsWrong': [[1, 30]],
  'admin.storageHint': [[many]],
  'product.line': [[many, { name, price: 'Ωprice', link: 'Ωlink' }]],
  'product.remove': [[many]],
  'product.saved': [[name]],
  'product.removed': [[name]],
  'product.tooMany': [[many]],
  'account.met': [[name]],
  'portal.copyReady': [[new Date('2026-03-05T12:00:00Z')]],
  'portal.emailNow': [
    [name, true],
    [name, false],
  ],
  'byMail.question': [
    [{ kind: 'export' }],
    [{ kind: 'erase', handOver: false }],
    [{ kind: 'erase', handOver: true }],
    [{ kind: 'correct', email: name }],
  ],
  'byMail.until': [[day]],
  'byMail.confirmed': [
    ['export', name],
    ['erase', name],
  ],
  'portal.identity': [[name, other, 'Ωthird']],
  'portal.mailText': [[name]],
  'privacy.ads': [
    [1, 1, 1],
    [many, many, many],
  ],
  'privacy.photos': counts,
  'privacy.products': counts,
  'privacy.requests': counts,
  'privacy.keyCopy': [[day]],
  'privacy.usageOldest': [[day]],
  'privacy.stores': [[name, other, 'Ωkeys', 'Ωsandbox']],
  'privacy.partnersHave': [[[name]], [[name, other]]],
  'privacy.partner': [
    [{ name, company: other, country: 'Ωcountry', uses: [...partnerUses], gets: [...disclosedFields] }],
    ...partnerUses.flatMap((use) =>
      disclosedFields.map((field) => [{ name, company: other, country: 'Ωcountry', uses: [use], gets: [field] }]),
    ),
  ],
  'privacy.keeps': [[null], ...counts],
  'privacy.allow': [[name]],
  'privacy.withdraw': [[name]],
  'privacy.consentSaved': [[name]],
  'privacy.withdrawn': [[[name]], [[name, other]]],
  'privacy.disclosure': ['there', 'removed', 'unknown'].flatMap((state) =>
    [day, null].map((lapses) => [name, [...disclosedFields], many, day, { state, lapses }]),
  ),
  'privacy.request': ['export', 'erase', 'correct'].flatMap((kind) =>
    ['open', 'owed', 'done'].map((state) => [kind, day, state, new Date('2026-04-04T14:30:00Z')]),
  ),
  // What comes in one part is not said to come in parts.
  'privacy.exportParts': [[2], [many]],
  'privacy.exportSplit': [[[name]], [[name, other]]],
  'privacy.deleteProduct': [[name]],
  'privacy.deleteAd': [[name]],
  'privacy.deleteHeld': [
    [0, 0, 0],
    [1, 1, 1],
    [many, many, many],
  ],
  'privacy.deleteStarted': [[name]],
  'privacy.removed': erasureScopes.flatMap((scope) => [0, 1, many].map((each) => [scope, removedOf(each)])),
  'privacy.remote': ['messages', 'files', 'inputs'].flatMap((what) =>
    ['done', 'outstanding', 'lapsed', 'impossible'].flatMap((state) =>
      [1, many].flatMap((count) => [null, day.toISOString()].map((lapses) => [{ system: name, what, count, state, lapses }])),
    ),
  ),
  'privacy.policyVersion': [[name]],
  'policy.grace': [[0], ...counts],
  'policy.contact': [[name]],
  'exportPage.made': [[day]],
};

/** `call`: the same facts in every language. `given`: what the sentence must contain, as given. */
export type Said = { path: string; call: string; text: string; given: string[] };

export const sentencesOf = (wording: Wording): Said[] => walk(wording, '');

function walk(part: unknown, path: string): Said[] {
  if (typeof part === 'string') return [{ path, call: path, text: part, given: [] }];
  if (typeof part === 'function') {
    const calls = samples[path];
    if (!calls) throw new Error(`Give sample facts for "${path}" in said-sentences.ts`);
    return calls.map((args, at) => ({ path, call: `${path}#${at}`, text: String(part(...args)), given: givenIn(args) }));
  }
  if (typeof part !== 'object' || part === null) throw new Error(`Neither words nor a function: ${path}`);
  return Object.entries(part).flatMap(([key, one]) => walk(one, path === '' ? key : `${path}.${key}`));
}

function givenIn(fact: unknown): string[] {
  if (typeof fact === 'string') return fact.startsWith('Ω') ? [fact] : [];
  if (typeof fact === 'number') return fact > 1000 && fact < 10_000 ? [String(fact)] : [];
  if (fact instanceof Date || typeof fact !== 'object' || fact === null) return [];
  return Object.values(fact).flatMap(givenIn);
}

/** Without the signs between thousands, to find numbers in it. */
export const withPlainNumbers = (text: string): string => text.replaceAll(/(?<=\d)[.,\u00a0\u202f](?=\d{3})/gu, '');
