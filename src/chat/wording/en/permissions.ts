/** English: what the bot would need leave for, in the words of the apps' own settings. */
import type { Permission } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';

const { list } = inLocale('en');

const names: Record<Permission, string> = {
  post: 'Send Messages',
  'post-in-threads': 'Send Messages in Threads',
  'attach-files': 'Attach Files',
  'read-history': 'Read Message History',
};

export const notAllowed = (lacks: readonly Permission[]): string =>
  `I lack permissions in that channel, so nothing was made. Ask an admin to allow me: ${list(lacks.map((one) => names[one]))}. Then press Retry.`;
