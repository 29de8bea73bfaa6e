/** Spanish: a request about one's own data that came by mail. */
import { neverHere } from '../../../errors.ts';
import type { MailWish } from '../../privacy/by-mail/mail-request.ts';
import type { Wording } from '../wording.ts';

const moments = new Intl.DateTimeFormat('es', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

function wished(wish: MailWish): string {
  switch (wish.kind) {
    case 'export':
      return 'una copia de todo lo que se guarda de ti';
    case 'erase':
      return wish.handOver
        ? 'la eliminación de toda tu cuenta, en todas las aplicaciones de chat, aunque los anuncios en canales se quedan con el espacio de trabajo'
        : 'la eliminación de toda tu cuenta, en todas las aplicaciones de chat';
    case 'correct':
      return `el cambio del correo electrónico de tu cuenta a ${wish.email}`;
    default:
      return neverHere(wish);
  }
}

export const byMail: Wording['byMail'] = {
  title: '¿Escribiste tú este correo?',
  question: (wish) =>
    `Alguien ha pedido al equipo de privacidad, en nombre de tu correo electrónico, lo siguiente: ${wished(wish)}. El correo nunca se verificó; por eso te pregunto.`,
  until: (date) => `Sin tu respuesta antes del ${moment(date)} no se hace nada.`,
  yes: 'Sí, fui yo',
  no: 'No',
  confirmed: (kind, id) =>
    kind === 'export'
      ? `Gracias. El equipo de privacidad responde a tu correo. Tu solicitud tiene el número ${id}.`
      : `Gracias. Se está haciendo. Tu solicitud tiene el número ${id}.`,
  refused: 'Gracias. No se hace nada. Quizá alguien esté usando tu correo electrónico.',
  gone: 'Esta pregunta ya se respondió, es demasiado antigua o no es para ti.',
};
