/** English: a request about one's own data that came by mail. */
import { neverHere } from '../../../errors.ts';
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import type { MailWish } from '../../privacy/by-mail/mail-request.ts';

const moment = (date: Date): string =>
  `${new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(date)} UTC`;

function wished(wish: MailWish): string {
  switch (wish.kind) {
    case 'export':
      return 'a copy of everything that is held of you';
    case 'erase':
      return wish.handOver
        ? 'the deletion of your whole account, in every chat app, where ads in channels stay with the workspace'
        : 'the deletion of your whole account, in every chat app';
    case 'correct':
      return `the change of your account’s e-mail address to ${wish.email}`;
    default:
      return neverHere(wish);
  }
}

export const byMail = {
  title: 'Did you write this mail?',
  question: (wish: MailWish): string =>
    `Somebody asked the privacy team, in the name of your e-mail address, for ${wished(wish)}. The address was never verified, so I ask you.`,
  until: (date: Date): string => `Without your answer by ${moment(date)} nothing is done.`,
  yes: 'Yes, that was me',
  no: 'No',
  confirmed: (kind: PrivacyRequestKind, id: string): string =>
    kind === 'export'
      ? `Thank you. The privacy team answers your mail. Your request has the number ${id}.`
      : `Thank you. It is being done. Your request has the number ${id}.`,
  refused: 'Thank you. Nothing is done. Somebody may be using your e-mail address.',
  gone: 'This question was answered already, is too old, or is not for you.',
};
