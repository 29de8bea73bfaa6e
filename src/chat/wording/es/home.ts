/** Spanish: the bot's own page. */
import type { Wording } from '../wording.ts';

export const home: Wording['home'] = {
  title: 'Adwright',
  none: 'Todavía no has creado ningún anuncio. Bastan la foto de un producto y una frase.',
  recent: 'Tus últimos anuncios',
  audienceHere: 'Los resultados llegan a donde los pides: a ese canal o hilo, o a nuestros mensajes directos.',
  audienceMe: 'Los resultados te llegan solo a ti, en nuestros mensajes directos.',
  settings: 'Cambiar los ajustes',
  partners: 'No hay ningún socio de IA conectado; los anuncios se dibujan aquí.',
};
