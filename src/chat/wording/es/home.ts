/** Spanish: the bot's own page. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { list, plural } = inLocale('es');

export const home: Wording['home'] = {
  title: 'Adwright',
  recent: 'Tus últimos anuncios',
  audienceHere: 'Los resultados llegan a donde los pides: a ese canal o hilo, o a nuestros mensajes directos.',
  audienceMe: 'Los resultados te llegan solo a ti, en nuestros mensajes directos.',
  settings: 'Cambiar los ajustes',
  partners: 'No hay ningún socio de IA conectado; los anuncios se dibujan aquí.',
  next: 'Siguiente paso:',
  firstAd: 'crea tu primer anuncio. Bastan la foto de un producto y una frase.',
  choose: (title) => `elige una de las tres ideas para “${title}”.`,
  makeBrand: 'crea un kit de marca, y cada anuncio tendrá su logo, sus colores y sus textos.',
  anotherAd: 'crea otro anuncio.',
  chooseButton: 'Elegir una idea',
  brandUsual: (name) => `Marca: “${name}”, donde no se elija otra. /ad brand la muestra y la cambia.`,
  brandNone: 'Marca: todavía ninguna.',
  brandChosen: (count) =>
    `Marca: ${plural(count, { one: 'un kit', other: `${count} kits` })}, donde alguien lo elija. Más con /ad brand.`,
  notAccepted: 'Tus datos: todavía no has aceptado nada. Te pregunto con tu primer anuncio.',
  photosKept: 'Tus fotos se guardan con tus anuncios, como elegiste.',
  photosForgotten: 'Tus fotos se olvidan en cuanto el anuncio está hecho, como elegiste.',
  consentNone: (names) => `Socios de IA: ${list(names)}. No has aceptado ninguno, así que no reciben nada tuyo: /privacy consent`,
  consentGiven: (names) =>
    `Socios de IA aceptados: ${list(names)}. Puedes retirar tu consentimiento en cualquier momento: /privacy consent`,
};
