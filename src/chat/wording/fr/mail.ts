/** French: a request about one's own data that came by mail. */
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import type { Wording } from '../wording.ts';

const moments = new Intl.DateTimeFormat('fr', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

const wishes: Record<PrivacyRequestKind, string> = {
  export: 'une copie de tout ce qui est conservé de vous',
  erase: 'la suppression de tout votre compte, dans chaque application de chat',
  correct: 'une autre adresse e-mail pour votre compte',
};

export const byMail: Wording['byMail'] = {
  title: 'Avez-vous écrit cet e-mail ?',
  question: (kind) =>
    `Quelqu’un a demandé à l’équipe chargée de la confidentialité, au nom de votre adresse e-mail : ${wishes[kind]}. L’adresse n’a jamais été vérifiée, c’est pourquoi je vous pose la question.`,
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
