/** German: the pages inside an export. */
import type { Entry } from '../../privacy/export/export-facts.ts';
import type { Wording } from '../wording.ts';

type Category = Exclude<Entry['category'], 'media'>;

const moments = new Intl.DateTimeFormat('de', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const categories: Record<Category, string> = {
  account: 'Wer du hier bist, und deine Einstellungen',
  identities: 'Deine Kennungen',
  consents: 'Wem du zugestimmt hast, und wann',
  ads: 'Deine Anzeigen: Text, Worte, Look',
  products: 'Produkte, die du gespeichert hast',
  brands: 'Marken, die du angelegt hast',
  disclosures: 'Was an Partner ging',
  requests: 'Worum du in den letzten 24 Stunden gebeten hast',
  usage: 'Nutzungsdaten der letzten 24 Stunden',
  messages: 'Wo deine Anzeigen gepostet wurden',
};

export const exportPage: Wording['exportPage'] = {
  title: 'Alles, was von dir gespeichert ist',
  made: (date) => `Erstellt am ${moments.format(date)} UTC.`,
  parts: 'Wenn die Kopie in mehreren Teilen kam, entpacke alle in denselben Ordner, damit jedes Bild gefunden wird.',
  records: 'Datensätze',
  categories,
  ads: 'Deine Anzeigen',
  photo: 'Das Produktfoto, so wie es gespeichert ist',
  leftOut: 'Was nicht enthalten ist, und warum',
  readme: [
    'Das ist eine Kopie von allem, was Adwright von dir gespeichert hat.',
    '',
    'Öffne index.html in einem Browser; eine Verbindung ist dafür nicht nötig.',
    'Die .json- und .jsonl-Dateien sind für Programme; was darin steht, beschreibt der Ordner schema.',
    'manifest.json führt jede Datei mit ihrem SHA-256 auf; manifest.sig ist die Signatur des Betreibers dazu (Ed25519).',
    'Wenn die Kopie in mehreren Teilen kam, entpacke alle in denselben Ordner.',
    'Eine Datei, die in Stücke geteilt wurde (.001, .002 und so weiter), fügst du zusammen mit: cat FILE.0* > FILE   oder unter Windows: copy /b FILE.001+FILE.002 FILE',
  ],
};
