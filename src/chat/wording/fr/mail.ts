/** French: a request about one's own data that came by mail. */
import { neverHere } from '../../../errors.ts';
import type { MailWish } from '../../privacy/by-mail/mail-request.ts';
import type { Wording } from '../wording.ts';

const moments = new Intl.DateTimeFormat('fr', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

function wished(wish: MailWish): string {
  switch (wish.kind) {
    case 'export':
      return 'une copie de tout ce qui est conservé de vous';
    case 'erase':
      return wish.handOver
        ? 'la suppression de tout votre compte, dans chaque application de chat, les annonces publiées dans des canaux restant à l’espace de travail'
        : 'la suppression de tout votre compte, dans chaque application de chat';
    case 'correct':
      return `le remplacement de l’adresse e-mail de votre compte par ${wish.email}`;
    default:
      return neverHere(wish);
  }
}

export const byMail: Wording['byMail'] = {
  title: 'Avez-vous écrit cet e-mail ?',
  question: (wish) =>
    `Quelqu’un a demandé à l’équipe chargée de la confidentialité, au nom de votre adresse e-mail : ${wished(wish)}. L’adresse n’a jamais été vérifiée, c’est pourquoi je vous pose la question.`,
  until: (date) => `Sans réponse de votre part avant le ${moment(date)}, rien n’est fait.`,
  yes: 'Oui, c’était moi',
  no: 'Non',
  confirmed: (kind, id) =>
    kind === 'export'
      ? `Merci. L’équipe chargée de la confidentialité répond à votre e-mail. Votre demande porte le numéro ${id}.`
      : `Merci. C’est en cours. Votre demande porte le numéro ${id}.`,
  refused: 'Merci. Rien n’est fait. Quelqu’un utilise peut-être votre adresse e-mail.',
  gone: 'Cette question a déjà reçu une réponse, est trop ancienne ou ne vous est pas destinée.',
};
