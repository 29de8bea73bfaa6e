/** What a person is asked when a mail claims to come from them. */
import type { MessageView } from '../messages.ts';
import type { MailWish } from '../privacy/by-mail/mail-request.ts';
import type { Wording } from '../wording/wording.ts';
import { bold, plain } from './lines.ts';

/** `id`: of the request. `until`: ms since 1970. */
export const mailQuestionView = (
  { byMail: words }: Wording,
  { id, wish, until }: { id: string; wish: MailWish; until: number },
): MessageView => ({
  summary: words.title,
  lines: [bold(words.title), plain(words.question(wish)), plain(words.until(new Date(until)))],
  buttons: [
    { action: 'confirm-request', value: id, label: words.yes, style: wish.kind === 'erase' ? 'danger' : 'primary' },
    { action: 'deny-request', value: id, label: words.no },
  ],
});
