/** Spanish: every sentence the bot says; it says tú. */

import { neverHere } from '../../errors.ts';
import type { Language, LookId, Route } from '../../generation/recipe.ts';
import { localeNames } from '../locale.ts';

import { account } from './es/account.ts';
import { brand, product } from './es/brand.ts';
import { commands } from './es/commands.ts';
import { exportPage } from './es/export.ts';
import { buttons, form, help, settings } from './es/forms.ts';
import { home } from './es/home.ts';
import { approval, ownAds, pack, platform, proposals } from './es/library.ts';
import { byMail } from './es/mail.ts';
import { notAllowed } from './es/permissions.ts';
import { portal } from './es/portal.ts';
import { policy, privacy } from './es/privacy.ts';
import { adProblem, briefProblem, photoProblem, photoWarning } from './es/problems.ts';
import { admin, team, welcome } from './es/team.ts';
import { inLocale } from './in-locale.ts';
import type { Wording } from './wording.ts';

const { number, megabytes, ordinal, plural, size } = inLocale('es');
const place = (ahead: number): string => `en el ${ordinal(ahead + 1, { other: '.º' })} lugar`;
const about = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1
    ? 'falta menos de un minuto'
    : minutes === 1
      ? 'falta alrededor de un minuto'
      : `faltan unos ${number(minutes)} minutos`;
};
const languageNames: Record<Language, string> = {
  en: 'Inglés',
  de: 'Alemán',
  fr: 'Francés',
  es: 'Español',
  ja: 'Japonés',
  zh: 'Chino simplificado',
  other: 'Otro idioma',
};
const lookNames: Record<LookId, string> = {
  editorial: 'Editorial',
  block: 'Bloque',
  spotlight: 'Foco',
  magazine: 'Revista',
  minimal: 'Minimalista',
  offer: 'Oferta',
};

const routeNames: Record<Route, string> = {
  cutout: 'producto recortado',
  multiply: 'fondo blanco teñido',
  framed: 'foto completa',
};

export const es: Wording = {
  languageNames,
  lookNames,

  stage(stage, ahead, waitMs) {
    switch (stage) {
      case 'looking':
        return 'Estoy mirando tu foto…';
      case 'ideas':
        return 'Estoy dibujando tres ideas…';
      case 'queued':
        return ahead === 0
          ? 'En cola, el siguiente turno es el tuyo.'
          : `En cola, ${place(ahead)}${waitMs === null ? '' : `, ${about(waitMs)}`}. No hace falta que esperes; el resultado llegará aquí.`;
      case 'stills':
        return 'Estoy dibujando las imágenes…';
      case 'film':
        return 'Estoy dibujando el video…';
      case 'delivering':
        return 'Estoy dejando los archivos en el hilo…';
      default:
        return neverHere(stage);
    }
  },

  briefProblem,
  fileTooBig: (name, limitBytes) =>
    `${name} pesa más de ${megabytes(Math.floor(limitBytes / 1_000_000))}, lo máximo que admite un formulario. Reduce el archivo, o publícalo en un mensaje y elige “${commands.actions['ad-from-message']}” (“Make an ad from this”).`,
  photoProblem,
  photoWarning,
  adProblem,

  queuedInShell: (ahead) => (ahead === 0 ? 'En cola, el siguiente turno es el tuyo.' : `En cola, ${place(ahead)}.`),
  noWorker: 'Ningún Adwright en marcha lo aceptó en un minuto. Inicia uno con npm start y vuelve a intentarlo.',
  photoRefused: (count) => plural(count, { one: 'No pude usar esta foto:', other: 'No pude usar estas fotos:' }),
  nothingLost: `Tu texto se guarda 24 horas: pulsa “${buttons.retry}” para seguir con otra foto.`,
  keptPhotos: (names) => `De antes tengo: ${names.join(', ')}. Añade más abajo, o déjalo vacío.`,
  errorId: (id) => `Error ${id}`,
  gaveUp: 'Algo de mi lado no funcionó durante varios minutos, así que dejé de intentarlo.',
  cannotWork: 'Algo de mi lado no funciona, y volver a intentarlo no ayudaría.',
  notDoneTitle: 'Esto no se pudo hacer.',
  tryLater: 'Inténtalo más tarde. Si vuelve a pasar, dale el número del error a quien gestiona este bot.',
  inputKept: `Tu texto se guarda 24 horas: pulsa “${buttons.retry}” para enviarlo otra vez.`,
  failedTitle: 'No se pudo crear el anuncio.',
  retryHint: `Tu texto y tu foto se guardan 24 horas: pulsa “${buttons.retry}” cuando quieras.`,
  directClosed: `Pediste un resultado que solo veas tú, pero no puedo escribirte directamente. Permite mis mensajes directos y pulsa “${buttons.retry}”; todavía no se ha creado nada.`,
  notFinished: 'Este anuncio todavía no está terminado.',
  isShared: 'Este anuncio ya está en el canal.',
  takenBackUnseen:
    'Ya no está en el canal. No puedo escribirte directamente, así que ahora no se muestra en ningún sitio: /ad show la trae de vuelta.',
  shownWhereAsked: 'Está en el canal donde lo pediste, en un mensaje nuevo.',
  notShown: 'No pude mostrar el anuncio allí: el lugar ya no existe o no soy miembro. Sigue en /ad list.',
  notShared: `No pude publicarlo en ese canal: ya no existe, o no soy miembro. Invítame y pulsa otra vez “${buttons.share}”.`,
  moreTitle: (headline) => (headline ? `Más opciones para “${headline}”` : 'Más opciones para este anuncio'),
  tooManyOpen: (most) =>
    `Tienes ${number(most)} anuncios en marcha, el máximo a la vez. Espera a que termine uno, o cancela alguno con /ad cancel, y vuelve a intentarlo.`,
  filesSent: 'Te envié los archivos y los textos en un mensaje directo.',
  filesNeedDirect:
    'Envío los archivos en un mensaje directo, pero no me permites escribirte. Permite mis mensajes directos y vuelve a pulsar.',
  alreadyAsked: 'Esa versión ya se pidió: está más arriba, o en camino.',
  alreadyChosen: 'Ya se eligió una de estas ideas, o el anuncio se canceló.',
  cancelled: 'Cancelado. No se creará nada más.',
  cancelTooLate: 'Este anuncio ya está terminado, así que no había nada que cancelar. En su lugar puedes eliminarlo.',
  adGone: 'Este anuncio ya no existe: se eliminó, o nunca se terminó. Escribe /ad para crear uno nuevo.',
  notYours: 'Solo quien pidió este anuncio puede cambiarlo, cancelarlo o eliminarlo. Escribe /ad para crear el tuyo.',
  photoForgotten: `La foto se olvidó después de crear el anuncio, como elegiste. Pulsa “${buttons.editText}” para volver a darla; ahí también puedes elegir otro estilo.`,
  photoForgottenAfterFailure: `La foto ya no está: después de un fallo se guarda 24 horas. Pulsa “${buttons.retry}” para volver a darla.`,
  channelGone: 'Ese canal está archivado o ya no existe, así que no se creó nada. Escribe /ad en otro canal.',
  onlyFirst: (taken, given) =>
    `El mensaje tiene ${number(given)} imágenes; ${plural(taken, { one: 'se usa solo la primera', other: `se usan las ${number(taken)} primeras` })}.`,
  storesDown: 'Algo de mi lado no responde ahora mismo. No se ha perdido nada; vuelve a intentarlo en un minuto.',
  notTaken:
    'No se aceptó: algo de mi lado no respondió, y no se inició nada. Lo que escribiste sigue aquí; vuelve a pulsar el botón.',
  notTakenPress: 'No se aceptó: algo de mi lado no respondió, y no se inició nada. Vuelve a pulsar, por favor.',
  formNotOpened: 'El formulario no se pudo abrir a tiempo. No se inició nada; vuelve a intentarlo.',
  noPictureInMessage: 'Este mensaje no tiene ninguna imagen. Añade una foto aquí.',
  ready: 'Tu anuncio está listo.',
  notAllowed,
  notInChannel: `No estoy en ese canal, así que no pude responder allí y no se creó nada. Invítame y pulsa “${buttons.retry}”.`,
  understood(copy, language) {
    const parts = [
      copy.price && `precio ${copy.price}`,
      copy.oldPrice && `antes ${copy.oldPrice}`,
      `en ${languageNames[language].toLocaleLowerCase('es')}`,
      copy.button && `botón “${copy.button}”`,
    ];
    return `Entendido: ${parts.filter(Boolean).join(', ')}.`;
  },
  leftOut: (sentences) =>
    `${plural(sentences, { one: 'Una frase de tu texto no cupo', other: `${number(sentences)} frases de tu texto no cupieron` })} en la imagen. Pulsa “${buttons.editText}” para elegir qué se muestra.`,
  leftOutOfText: (sentences) => `En la imagen no cupo: ${sentences.join(' ')}`,
  missingGlyphs: (characters) => `No tengo letras para ${characters.join(' ')}, así que no aparecen.`,
  cannotWrite: (characters) =>
    `No tengo letras para ${characters.join(' ')}, así que tu texto apenas se leería en el anuncio. No se ha creado nada; usa otra escritura.`,
  madeBy: (look, route) =>
    `Estilo ${lookNames[look]}, ${routeNames[route]}. Dibujado aquí a partir de tu foto, sin modelos de IA ni terceros.`,
  filesBelow: (pictures, films) =>
    `${plural(pictures, { one: `${number(pictures)} imagen`, other: `${number(pictures)} imágenes` })}${films ? ` y ${plural(films, { one: 'un video', other: `${number(films)} videos` })}` : ''} en el hilo.`,
  shownSmaller: (pixels, mostBytes) =>
    `Aquí se muestra más pequeño, con ${number(pixels)} píxeles de ancho: este lugar admite archivos de hasta ${size(mostBytes)}. Los archivos completos están en “${buttons.getFiles}”.`,
  tooLargeHere: (count, mostBytes) =>
    `${plural(count, { one: 'Un archivo no se muestra', other: `${number(count)} archivos no se muestran` })} aquí: este lugar admite archivos de hasta ${size(mostBytes)}. Pulsa “${buttons.getFiles}” para recibir todo.`,
  version: (version) => (version > 1 ? `Versión ${number(version)}` : ''),

  localeNames,
  commands,
  settings,
  approval,
  ownAds,
  pack,
  brand,
  product,
  platform,
  home,
  account,
  byMail,
  portal,
  privacy,
  exportPage,
  policy,
  proposals,
  team,
  admin,
  welcome,

  form,
  buttons,
  help,
};
