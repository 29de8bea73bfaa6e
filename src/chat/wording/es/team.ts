/** Spanish: who may use the bot, how much room there is, and what admins see. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, moment } = inLocale('es');

export const team: Wording['team'] = {
  notForYou:
    'Todavía no puedes usarme, así que no se hizo nada. Pide a un admin de este espacio de trabajo que te dé permiso: /ad admin',
  notHere:
    'No se me puede usar en este canal, así que no se hizo nada. Escribe /ad en otro, o pide a un admin de este espacio de trabajo que me abra aquí: /ad admin',
  notAdmin: 'Esto solo pueden hacerlo los admins de este espacio de trabajo, en uno de sus canales.',
  stopped: 'Detenido. Se avisó a quien lo pidió.',
  removed: 'Eliminado. Se avisó a quien lo pidió.',
  stoppedForYou: (title) => `Un admin de tu espacio de trabajo detuvo tu anuncio “${title}”. No se hará nada más con él.`,
  removedForYou: (title) => `Un admin de tu espacio de trabajo eliminó tu anuncio “${title}”.`,
  storageNearlyFull: (percent) =>
    `El almacenamiento de este espacio de trabajo está lleno al ${number(percent)} %. Elimina los anuncios que ya no hagan falta: /ad list`,
  storageFull: (mostMb) =>
    `El almacenamiento de este espacio de trabajo está lleno (${number(mostMb)} MB), así que no se hizo nada. Elimina los anuncios que ya no hagan falta: escribe /ad list, pulsa “Mostrar 1” y luego “${buttons.more}” y “${buttons.remove}”. Los admins los ven todos con /ad admin.`,
  makeOwn: 'Hacer el mío',
  photosOfCopy: (count) =>
    count === 0
      ? 'La foto de ese anuncio se olvidó después de hacerlo. Añade una, por favor.'
      : 'Se toman las fotos de ese anuncio. Si añades otras, las tuyas van primero.',
  copyWithoutPhotos: `Las fotos de ese anuncio ya no existen. Pulsa “${buttons.retry}” y añade una; todavía no se hizo nada.`,
};

export const admin: Wording['admin'] = {
  title: 'El bot en este espacio de trabajo',
  rules({ are, everywhere, openAds }) {
    const who = {
      everyone: 'Todos pueden usarme',
      admins: 'Solo los admins pueden usarme',
      chosen: 'Pueden usarme los admins y las personas que eligieron',
    };
    const where = everywhere ? 'en todos los canales' : 'en canales elegidos';
    return `${who[are]}, ${where}. Anuncios en marcha por persona: ${number(openAds)} como máximo.`;
  },
  storage: ({ usedMb, mostMb, percent }) => `Almacenamiento: ${number(usedMb)} de ${number(mostMb)} MB (${number(percent)} %).`,
  underWay: 'En marcha',
  nothing: 'Ahora mismo no se está haciendo nada.',
  finished: 'Terminados hace poco',
  privateAd: 'anuncio privado',
  line: (at, title, state, asked) => `${at}. ${title}: ${state}, ${moment(asked)} UTC`,
  inLine: (place) => `puesto ${number(place)} en la cola`,
  more: (count) => `Y ${number(count)} más.`,
  change: 'Cambiar las reglas',
  stop: (at) => `Detener ${at}`,
  remove: (at) => `Eliminar ${at}`,

  formTitle: 'Reglas',
  save: 'Guardar',
  saved: 'Guardado. Vale en todas partes en un minuto.',
  who: '¿Quién puede usarme?',
  whoOption(who) {
    switch (who) {
      case 'everyone':
        return 'Todos aquí';
      case 'admins':
        return 'Solo los admins';
      case 'chosen':
        return 'Los admins y los elegidos abajo';
      default:
        return neverHere(who);
    }
  },
  chosen: 'Personas que pueden usarme',
  chosenWithRoles: 'Personas y roles que pueden usarme',
  chosenHint: 'Solo con la tercera respuesta de arriba.',
  chosenMissing: 'Elige al menos una persona o un rol.',
  channels: 'Canales donde pedir anuncios',
  channelsHint: 'Vacío: todos. Un hilo cuenta como su canal.',
  openAds: 'Anuncios en marcha por persona',
  openAdsHint: (least, most) => `Un número del ${least} al ${most}.`,
  openAdsWrong: (least, most) => `Escribe un número del ${least} al ${most}.`,
  storageMb: 'Almacenamiento en megabytes',
  storageHint: (mostMb) => `Vacío: ${number(mostMb)}, el máximo permitido aquí.`,
  storageWrong: 'Escribe un número entero, sin puntos ni comas, o déjalo vacío.',
};

export const welcome: Wording['welcome'] = {
  hello: '¡Hola! Con la foto de un producto y una frase hago anuncios terminados, en todos los tamaños que necesites.',
  steps: [
    '1. Invítame a un canal donde se harán anuncios.',
    '2. Haz allí el primer anuncio: /ad',
    '3. Dame tu marca: /ad brand',
    '4. Di quién puede usarme y dónde: /ad admin',
  ],
  sample: 'Hacer un anuncio de ejemplo',
  sampleBrief: 'Café cold brew Fjord, suave y nunca amargo. 19,90 € en vez de 24,90 €',
  samplePhoto: 'Uso mi propia foto de ejemplo. Añade una foto para mostrar tu producto en su lugar.',
};
