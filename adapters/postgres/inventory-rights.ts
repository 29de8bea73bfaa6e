/** What the database holds about rights, usage and the installation itself: a part of the inventory. */
import { fact, hash, type Inventory, reference, sealed, time } from './inventory-rules.ts';

export const rightsInventory = {
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
} as const satisfies Pick<
  Inventory,
  'Obligation' | 'PrivacyRequest' | 'Consent' | 'Disclosure' | 'UsageEvent' | 'WorkspaceToken' | 'Installation' | 'Pace'
>;
