/** Sends the few mails there are, through the operator's own mail server. */
import { createTransport } from 'nodemailer';
import type { Mailer } from '../../src/accounts/verify-email.ts';
import { AppError } from '../../src/errors.ts';
import { isLoopback } from '../../src/loopback.ts';
import type { OutsideSystem } from '../../src/privacy/personal-data.ts';

export const smtpPersonalData = {
  mails: {
    class: 'identity',
    holds: 'the e-mail address of a person, and a link that works once, on their way to the operator’s mail server',
    purpose: 'to verify the address',
    clause: '1 Account Data',
    keptFor: 'not here: it is handed to the mail server at once, or not at all',
    exported: 'as account',
    erased: 'nothing is kept here; what the mail servers keep is theirs to say',
    expires: 'the link in it after 15 minutes',
  },
} as const;

/** Ms. */
const patience = 10_000;

/** `url`: smtp:// or smtps://. Off this machine nothing is sent without verified TLS. */
export function createSmtp({ url, from }: { url: string; from: string }): Mailer & OutsideSystem {
  const transport = createTransport({
    url,
    requireTLS: !isLoopback(new URL(url).hostname),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'smtp',
    personalData: smtpPersonalData,
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text });
      } catch (error) {
        throw new AppError('mail-unavailable', 'The mail server did not take a mail.', { retry: 'later', cause: error });
      }
    },
    close: async () => transport.close(),
  };
}
