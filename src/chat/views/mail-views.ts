/** What a person is asked when a mail claims to come from them. */
import type { PrivacyRequestKind } from '../../privacy/privacy-request.ts';
import type { MessageView } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { bold, plain } from './lines.ts';

/** `id`: of the request. `until`: ms since 1970. */
export const mailQuestionView = (
  { byMail: words }: Wording,
  { id, kind, until }: { id: string; kind: PrivacyRequestKind; until: number },
): MessageView => ({
  summary: words.title,
  lines: [bold(words.title), plain(words.question(kind)), plain(words.until(new Date(until)))],
  buttons: [
    { action: 'confirm-request', value: id, label: words.yes, style: kind === 'erase' ? 'danger' : 'primary' },
    { action: 'deny-request', value: id, label: words.no },
  ],
});
