/** English: the pages inside an export. */
import type { Entry } from '../../privacy/export/export-facts.ts';

type Category = Exclude<Entry['category'], 'media'>;

const categories: Record<Category, string> = {
  account: 'Who you are here, and your settings',
  identities: 'Your identities',
  consents: 'What you agreed to, and when',
  ads: 'Your ads: brief, words, look',
  products: 'Products you saved',
  brands: 'Brands you made',
  disclosures: 'What went to partners',
  requests: 'What you asked for in the last 24 hours',
  usage: 'Usage data of the last 24 hours',
  messages: 'Where your ads were posted',
};

export const exportPage = {
  title: 'Everything that is held of you',
  made: (date: Date): string =>
    `Made on ${new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(date)} UTC.`,
  parts: 'Where the copy came in several parts, unpack all of them into one folder, so that every picture is found.',
  records: 'Records',
  categories,
  ads: 'Your ads',
  photo: 'The product photo as it is kept',
  leftOut: 'What is not included, and why',
  readme: [
    'This is a copy of everything that Adwright holds of you.',
    '',
    'Open index.html in a browser; it needs no connection.',
    'The .json and .jsonl files are for programs; the folder schema says what is in them.',
    'manifest.json lists every file with its SHA-256; manifest.sig is its signature (Ed25519) by the operator.',
    'Where the copy came in several parts, unpack all of them into the same folder.',
    'A file that was cut (.001, .002 and so on) is joined with: cat FILE.0* > FILE   or on Windows: copy /b FILE.001+FILE.002 FILE',
  ],
};
