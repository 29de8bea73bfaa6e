/** Every model and every column of the database, with what it holds and why. A new column without a rule does not compile. */
import type { Holding } from '../../src/privacy/personal-data.ts';
import type { Prisma } from './generated/client.ts';

/**
 * sealed: personal, encrypted under the key named with it. hash: a keyed hash of something personal, declared and named in receipts.
 * reference: a random id. fact: a state, size or count that tells nothing of a person. time: when the row was made.
 */
type Rule =
  | {
      is: 'sealed';
      under: 'owner' | 'ad' | 'photo' | 'kit' | 'product' | 'token' | 'intake hour' | 'usage hour' | 'obligation' | 'request';
    }
  | { is: 'hash' }
  | { is: 'reference' }
  | { is: 'fact' }
  | { is: 'time' };

/** UNDOCUMENTED by Prisma: the shape behind a model's columns. Prisma is pinned; this is the only place that uses it. */
type Scalars = { [M in Prisma.ModelName]: Prisma.TypeMap['model'][M]['payload']['scalars'] };
type Columns<M extends Prisma.ModelName> = {
  [C in keyof Scalars[M]]-?: NonNullable<Scalars[M][C]> extends Uint8Array
    ? Extract<Rule, { is: 'sealed' | 'hash' }>
    : Exclude<Rule, { is: 'sealed' | 'hash' }>;
};
type Inventory = { [M in Prisma.ModelName]: { holding: Holding; columns: Columns<M> } };

const reference = { is: 'reference' } as const;
const fact = { is: 'fact' } as const;
const time = { is: 'time' } as const;
const hash = { is: 'hash' } as const;
const sealed = <U extends Extract<Rule, { is: 'sealed' }>['under']>(under: U) => ({ is: 'sealed', under }) as const;

export const inventory = {
  Owner: {
    holding: {
      class: 'identity',
      holds:
        'who a person or workspace is on the chat platform (ids), and what they chose (language, who sees results; of a workspace: who may use the bot, where and how much); sealed',
      purpose: 'to know whose ads are whose',
      clause: '1 Account Data',
      keptFor: 'until the person or workspace is erased',
      exported: 'as identities',
      erased: 'key destroyed, then row',
      expires: 'until erased',
    },
    columns: {
      id: reference,
      kind: fact,
      state: fact,
      epoch: fact,
      lookup: hash,
      identity: sealed('owner'),
      settings: sealed('owner'),
      leftAt: time,
      workspaceId: reference,
      createdAt: time,
    },
  },
  Intake: {
    holding: {
      class: 'request',
      holds: 'a request as it was made: brief, place, ids of files on the platform (sealed)',
      purpose: 'so that an acknowledged request is never lost or done twice',
      clause: '1 Usage Details',
      keptFor: 'at most 24 hours',
      exported: 'as requests of the last 24 hours',
      erased: 'rows found by the hash of the person',
      expires: 'the key of its hour is destroyed and the row removed 24 hours after that hour began',
    },
    columns: {
      id: reference,
      delivery: hash,
      attempt: reference,
      person: hash,
      hour: fact,
      state: fact,
      failures: fact,
      input: sealed('intake hour'),
      createdAt: time,
    },
  },
  Photo: {
    holding: {
      class: 'photo',
      holds: 'what a product photo shows: sizes, colours, where the product is (sealed); its pixels are in the media store',
      purpose: 'to draw ads of it',
      clause: '1 Media Assets',
      keptFor: 'until the ad is made, or as long as the ad when the person chose to keep it',
      exported: 'with the media',
      erased: 'key destroyed, then bytes, then row',
      expires: 'when the ad is done, or 24 hours after it failed',
    },
    columns: {
      id: reference,
      ownerId: reference,
      keep: fact,
      hasCutout: fact,
      bytes: fact,
      facts: sealed('photo'),
      createdAt: time,
    },
  },
  Ad: {
    holding: {
      class: 'ad',
      holds: 'brief, words, look, and where the ad was posted (sealed)',
      purpose: 'to make the ad, change it, and bring it back',
      clause: '1 Media Assets',
      keptFor: 'until deleted',
      exported: 'as ads with their recipes',
      erased: 'key destroyed, then row',
      expires: 'until erased',
    },
    columns: {
      id: reference,
      ownerId: reference,
      rootId: reference,
      version: fact,
      intakeId: reference,
      change: reference,
      state: fact,
      runner: reference,
      failures: fact,
      formats: fact,
      brief: sealed('ad'),
      recipe: sealed('ad'),
      proposals: sealed('ad'),
      approval: sealed('ad'),
      channel: hash,
      place: sealed('ad'),
      post: sealed('ad'),
      problem: fact,
      errorId: fact,
      createdAt: time,
    },
  },
  AdPhoto: {
    holding: {
      class: 'ad',
      holds: 'which photo belongs to which ad',
      purpose: 'to draw and redraw the ad',
      clause: '1 Media Assets',
      keptFor: 'as long as both',
      exported: 'with the ad',
      erased: 'with the ad or the photo',
      expires: 'with the photo',
    },
    columns: { adId: reference, photoId: reference, position: fact },
  },
  Step: {
    holding: {
      class: 'ad',
      holds: 'which steps of an ad are done',
      purpose: 'so that a crash repeats nothing',
      clause: '1 Media Assets',
      keptFor: 'as long as the ad',
      exported: 'with the ad',
      erased: 'with the ad',
      expires: 'with the ad',
    },
    columns: { adId: reference, name: fact, done: fact, runs: fact },
  },
  Creative: {
    holding: {
      class: 'ad',
      holds: 'sizes and alternative text (sealed) of a finished file; its bytes are in the media store',
      purpose: 'to deliver the ad',
      clause: '1 Media Assets',
      keptFor: 'until deleted',
      exported: 'with the media',
      erased: 'with the ad',
      expires: 'until erased',
    },
    columns: {
      id: reference,
      adId: reference,
      format: fact,
      mediaType: fact,
      width: fact,
      height: fact,
      bytes: fact,
      altText: sealed('ad'),
      createdAt: time,
    },
  },
  BrandKit: {
    holding: {
      class: 'brand',
      holds:
        'a brand of a workspace: name, colours, texts, words never to say, and who may change it (sealed); its logo is in the media store',
      purpose: 'to make ads that look and speak like that brand',
      clause: '1 Media Assets',
      keptFor: 'until deleted, or the workspace is erased; it outlives the person who made it',
      exported: 'as brand kits of the workspace',
      erased: 'key destroyed, then the logo, then row',
      expires: 'until erased',
    },
    columns: {
      id: reference,
      ownerId: reference,
      makerId: reference,
      isDefault: fact,
      hasLogo: fact,
      facts: sealed('kit'),
      createdAt: time,
    },
  },
  BrandDefault: {
    holding: {
      class: 'brand',
      holds: 'which brand kit is used in which channel (the channel as a keyed hash)',
      purpose: 'so that nobody need choose it each time',
      clause: '1 Media Assets',
      keptFor: 'until another is chosen, or the kit is deleted',
      exported: 'with the brand kit',
      erased: 'with the brand kit',
      expires: 'with the brand kit',
    },
    columns: { channel: hash, kitId: reference },
  },
  Product: {
    holding: {
      class: 'product',
      holds: 'a product that a person saved: name, price, web address (sealed)',
      purpose: 'to make ads of it without handing its photos in again',
      clause: '1 Media Assets',
      keptFor: 'until deleted',
      exported: 'as saved products with their photos',
      erased: 'key destroyed, then photos that no ad uses, then row',
      expires: 'until erased',
    },
    columns: { id: reference, ownerId: reference, facts: sealed('product'), createdAt: time },
  },
  ProductPhoto: {
    holding: {
      class: 'product',
      holds: 'which photo belongs to which saved product',
      purpose: 'to draw ads of the product',
      clause: '1 Media Assets',
      keptFor: 'as long as both',
      exported: 'with the product',
      erased: 'with the product or the photo',
      expires: 'with the product',
    },
    columns: { productId: reference, photoId: reference, position: fact },
  },
  Obligation: {
    holding: {
      class: 'rights',
      holds: 'which message or files of an erased ad are still to be removed on a chat platform (sealed)',
      purpose: 'to finish an erasure that the platform could not be reached for',
      clause: '4 Retention',
      keptFor: 'until the platform has removed it, at most 30 days',
      exported: 'not: it belongs to what was erased',
      erased: 'key destroyed, then row, as soon as it is done',
      expires: '30 days',
    },
    columns: { id: reference, what: sealed('obligation'), createdAt: time },
  },
  UsageEvent: {
    holding: {
      class: 'usage',
      holds: 'who used what and when, how long it took, and on web pages from which address with which browser (sealed)',
      purpose: 'security and rate limits, and nothing else',
      clause: '1 Usage Details',
      keptFor: 'at most 24 hours',
      exported: 'as usage of the last 24 hours',
      erased: 'rows found by the hash of the person, hour by hour',
      expires: 'the key of its hour is destroyed and all rows of the hour dropped 24 hours after that hour began',
    },
    columns: { id: reference, hour: fact, person: hash, facts: sealed('usage hour') },
  },
  PrivacyRequest: {
    holding: {
      class: 'rights',
      holds:
        'a request about one’s own data: when it came, when it was answered, the signed receipt (nothing personal), and while it runs what is to be done and where the answer goes (sealed)',
      purpose: 'to answer it within the time the law gives, also after a crash, and to prove it',
      clause: '4 Retention',
      keptFor: 'the sealed part until it is answered; number, times and receipt stay, and name nobody',
      exported: 'as requests',
      erased: 'key destroyed when it is answered; who asked is forgotten with the person',
      expires: 'the sealed part when it is answered',
    },
    columns: {
      id: reference,
      kind: fact,
      state: fact,
      step: fact,
      person: hash,
      facts: sealed('request'),
      receipt: fact,
      receivedAt: time,
      dueAt: time,
      doneAt: time,
    },
  },
  Consent: {
    holding: {
      class: 'consent',
      holds: 'which partner a person agreed to or withdrew from, when, and which text they were shown',
      purpose: 'to send nothing to a partner without consent, and to prove it',
      clause: '3 Subprocessors',
      keptFor: 'until the person is erased',
      exported: 'as consents, with their history',
      erased: 'with the person',
      expires: 'until erased',
    },
    columns: { id: reference, ownerId: reference, partner: fact, given: fact, textVersion: fact, createdAt: time },
  },
  Disclosure: {
    holding: {
      class: 'disclosure',
      holds: 'what went to a partner: which fields, how many bytes, their hash, when, and whether the copy is gone (sealed)',
      purpose: 'so that everybody can read what was given on of them',
      clause: '3 Subprocessors',
      keptFor: 'until the person is erased',
      exported: 'as disclosures',
      erased: 'with the person; what a partner still has is named in the receipt',
      expires: 'until erased',
    },
    columns: {
      id: reference,
      ownerId: reference,
      adId: reference,
      partner: fact,
      facts: sealed('owner'),
      lapsesAt: time,
      createdAt: time,
    },
  },
  WorkspaceToken: {
    holding: {
      class: 'token',
      holds:
        'the token by which a workspace that installed the bot is spoken to, what it granted, and the id of the person who installed it (sealed)',
      purpose: 'to answer people in that workspace',
      clause: '1 Account Data',
      keptFor: 'as long as the bot is installed there',
      exported: 'not: a token opens the workspace to whoever has it; that the bot is installed is told',
      erased: 'key destroyed, then row, at once when the bot is removed from the workspace',
      expires: 'until erased',
    },
    columns: { id: reference, ownerId: reference, revision: reference, facts: sealed('token'), createdAt: time },
  },
  Installation: {
    holding: {
      class: 'nobody',
      holds: 'the random name of this installation',
      purpose: 'so that it removes nothing from stores that are not its own',
      clause: '1 Usage Details',
      keptFor: 'as long as the installation',
      exported: 'not: it belongs to no person',
      erased: 'not: it belongs to no person',
      expires: 'it does not',
    },
    columns: { id: reference },
  },
  Pace: {
    holding: {
      class: 'nobody',
      holds: 'how many pieces of work of each kind took how long, as counts; of nobody in particular',
      purpose: 'to say how long a wait will be',
      clause: '1 Usage Details',
      keptFor: 'as long as the installation',
      exported: 'not: it belongs to no person',
      erased: 'not: it belongs to no person',
      expires: 'it does not',
    },
    columns: { kind: fact, bucket: fact, count: fact },
  },
  SentFile: {
    holding: {
      class: 'ad',
      holds: 'the id a chat platform gave to a file of an ad (sealed)',
      purpose: 'so that a file is never posted twice and can be removed again',
      clause: '1 Media Assets',
      keptFor: 'as long as the ad',
      exported: 'as posted messages',
      erased: 'the file is removed from the platform, then the row with the ad',
      expires: 'with the ad',
    },
    columns: { adId: reference, key: fact, fileId: sealed('ad') },
  },
} as const satisfies Inventory;
