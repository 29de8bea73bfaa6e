/** German: a request about one's own data that came by mail. */
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import type { Wording } from '../wording.ts';

const moments = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

const wishes: Record<PrivacyRequestKind, string> = {
  export: 'eine Kopie von allem, was von dir gespeichert ist',
  erase: 'die Löschung deines ganzen Kontos, in jeder Chat-App',
  correct: 'eine andere E-Mail-Adresse für dein Konto',
};

export const byMail: Wording['byMail'] = {
  title: 'Hast du diese E-Mail geschrieben?',
  question: (kind) =>
    `Jemand hat im Namen deiner E-Mail-Adresse das Datenschutz-Team um Folgendes gebeten: ${wishes[kind]}. Die Adresse wurde nie bestätigt, deshalb frage ich dich.`,
  until: (date) => `Ohne deine Antwort bis zum ${moment(date)} geschieht nichts.`,
  yes: 'Ja, das war ich',
  no: 'Nein',
  confirmed: (kind, id) =>
    kind === 'export'
      ? `Danke. Das Datenschutz-Team beantwortet deine E-Mail. Deine Anfrage hat die Nummer ${id}.`
      : `Danke. Es wird erledigt. Deine Anfrage hat die Nummer ${id}.`,
  refused: 'Danke. Es geschieht nichts. Vielleicht benutzt jemand deine E-Mail-Adresse.',
  gone: 'Diese Frage ist schon beantwortet, zu alt oder nicht für dich bestimmt.',
};
