/** French: what the bot would need leave for, in the words of the apps' own settings. */
import type { Permission } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import { buttons } from './forms.ts';

const { list } = inLocale('fr');

const names: Record<Permission, string> = {
  post: '« Envoyer des messages »',
  'post-in-threads': '« Envoyer des messages dans les fils »',
  'attach-files': '« Joindre des fichiers »',
  'read-history': '« Voir les anciens messages »',
};

export const notAllowed = (lacks: readonly Permission[]): string =>
  `Il me manque des permissions dans ce canal, donc rien n’a été créé. Demandez à un administrateur de m’accorder : ${list(lacks.map((one) => names[one]))}. Appuyez ensuite sur « ${buttons.retry} ».`;
