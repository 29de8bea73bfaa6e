/** German: a request about one's own data that came by mail. */
import { neverHere } from '../../../errors.ts';
import type { MailWish } from '../../privacy/by-mail/mail-request.ts';
import type { Wording } from '../wording.ts';

const moments = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

function wished(wish: MailWish): string {
  switch (wish.kind) {
    case 'export':
      return 'eine Kopie von allem, was von dir gespeichert ist';
    case 'erase':
      return wish.handOver
        ? 'die Löschung deines ganzen Kontos, in jeder Chat-App, wobei Anzeigen in Kanälen beim Workspace bleiben'
        : 'die Löschung deines ganzen Kontos, in jeder Chat-App';
    case 'correct':
      return `die Änderung der E-Mail-Adresse deines Kontos zu ${wish.email}`;
    default:
      return neverHere(wish);
  }
}

export const byMail: Wording['byMail'] = {
  title: 'Hast du diese E-Mail geschrieben?',
  question: (wish) =>
    `Jemand hat im Namen deiner E-Mail-Adresse das Datenschutz-Team um Folgendes gebeten: ${wished(wish)}. Die Adresse wurde nie bestätigt, deshalb frage ich dich.`,
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
