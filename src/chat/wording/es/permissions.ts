/** Spanish: what the bot would need leave for, in the words of the apps' own settings. */
import type { Permission } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import { buttons } from './forms.ts';

const { list } = inLocale('es');

const names: Record<Permission, string> = {
  post: '“Enviar mensajes”',
  'post-in-threads': '“Enviar mensajes en hilos”',
  'attach-files': '“Adjuntar archivos”',
  'read-history': '“Leer el historial de mensajes”',
};

export const notAllowed = (lacks: readonly Permission[]): string =>
  `Me faltan permisos en ese canal, así que no se creó nada. Pide a un administrador que me conceda: ${list(lacks.map((one) => names[one]))}. Después pulsa “${buttons.retry}”.`;
