/** German: what the bot would need leave for, in the words of the apps' own settings. */
import type { Permission } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import { buttons } from './forms.ts';

const { list } = inLocale('de');

const names: Record<Permission, string> = {
  post: '„Nachrichten senden“',
  'post-in-threads': '„Nachrichten in Threads senden“',
  'attach-files': '„Dateien anhängen“',
  'read-history': '„Nachrichtenverlauf anzeigen“',
};

export const notAllowed = (lacks: readonly Permission[]): string =>
  `Mir fehlen Rechte in diesem Kanal, deshalb wurde nichts erstellt. Bitte jemanden, der ihn verwaltet, mir zu erlauben: ${list(lacks.map((one) => names[one]))}. Drück dann auf „${buttons.retry}“.`;
