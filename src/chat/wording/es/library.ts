/** Spanish: choosing among ideas, and what a person made. */
import { neverHere } from '../../../errors.ts';
import type { TextField } from '../../../generation/placements.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { number, day, plural, size, list } = inLocale('es');

export const approval: Wording['approval'] = {
  askTitle: 'Pedir aprobación',
  askSubmit: 'Pedir',
  approver: '¿Quién debe aprobarlo?',
  approverHint: 'Recibe un mensaje con dos botones. Si el anuncio cambia, se vuelve a preguntar.',
  nobody: 'Elige a una persona, por favor.',
  changesTitle: 'Pedir cambios',
  changesSubmit: 'Enviar',
  note: '¿Qué debería cambiar?',
  noteMissing: 'Di en pocas palabras qué debería cambiar.',
  closed:
    'No puedo escribir directamente a esa persona: no lo permite. No se preguntó a nadie. Pídele que permita mis mensajes directos, o comparte el anuncio en un canal y pregunta allí.',
  notThere: 'Esa persona no ve el canal donde está el anuncio. No se preguntó a nadie. Invítala allí o pregunta a otra persona.',
  notYou: 'La aprobación de este anuncio se le pidió a otra persona.',
  asked: ': ',
  asks: ' pregunta si este anuncio se puede publicar.',
  asksPlain: 'Te preguntan si un anuncio se puede publicar.',
  approve: 'Aprobar',
  requestChanges: 'Pedir cambios',
  status(state) {
    switch (state) {
      case 'asked':
        return 'Pendiente de la aprobación de';
      case 'approved':
        return 'Aprobado por';
      case 'changes':
        return 'Cambios pedidos por';
      default:
        return neverHere(state);
    }
  },
};

const fieldNames: Record<TextField, string> = { primary: 'Texto principal', headline: 'Titular', description: 'Descripción' };

export const pack: Wording['pack'] = {
  title: (headline) => (headline ? `Archivos de “${headline}”` : 'Archivos de este anuncio'),
  below: 'Los archivos están en el hilo de este mensaje. Los textos están listos para copiar:',
  field: (field, count, most) =>
    `${fieldNames[field]}, ${number(count)} de ${number(most)} caracteres${count > most ? ': demasiado largo, acórtalo' : ''}`,
  others: (count) =>
    plural(count, {
      one: 'Los textos para un lugar más están en texts.txt.',
      other: `Los textos para ${number(count)} lugares más están en texts.txt.`,
    }),
  offer: 'Oferta',
  points: 'Puntos clave',
  button: 'Botón',
  altText: 'Texto alternativo, para quienes no pueden ver la imagen',
  smaller: (count, mostBytes) =>
    `${plural(count, { one: 'Un archivo llega', other: `${number(count)} archivos llegan` })} con menos detalle, porque un mensaje directo admite archivos de hasta ${size(mostBytes)}.`,
  tooLarge: (names) => `Demasiado grande para enviarlo, incluso reducido: ${list(names)}. Pídeselo a quien me administra.`,
};

export const proposals: Wording['proposals'] = {
  title: 'Tres ideas. ¿Cuál quieres en todos los formatos?',
  line: (number, look, headline) => `${number} ${look}: ${headline}`,
  use: (number) => `Usar ${number}`,
  others: 'Otras ideas',
  altText: 'Tres anuncios uno al lado del otro, numerados del 1 al 3, cada uno con su propio estilo y titular',
};

export const ownAds: Wording['ownAds'] = {
  title: 'Tus anuncios',
  empty: 'Todavía no has creado ningún anuncio. Escribe /ad y una frase para crear el primero.',
  none: 'Ninguno de tus anuncios coincide. Escribe /ad list para verlos todos.',
  nothingOpen: 'Ahora mismo no hay nada tuyo en marcha.',
  line: (place, title, version, state, made) =>
    `${place}. ${title}${version > 1 ? `, versión ${number(version)}` : ''}: ${state}, ${day(made)}`,
  more: (count) => `Y ${number(count)} más. Añade palabras para acotar: /ad list café`,
  show: (number) => `Mostrar ${number}`,
  cancel: (number) => `Cancelar ${number}`,
  state(state) {
    switch (state) {
      case 'preparing':
      case 'proposing':
      case 'queued':
      case 'drawing':
      case 'made':
        return 'en marcha';
      case 'choosing':
        return 'espera a que elijas una idea';
      case 'delivered':
      case 'showing':
        return 'terminado';
      case 'failed':
        return 'falló';
      case 'refused':
      case 'cancelled':
      case 'erasing':
        return 'finalizado sin resultado';
      default:
        return neverHere(state);
    }
  },
};

/** Where a platform works differently from the others. */
export const platform: Wording['platform'] = {
  notHere:
    'Aquí no puedo trabajar: no podría publicar el resultado. Úsame en un servidor al que me hayan añadido, o escríbeme directamente.',
  buttonTooOld: 'Este botón es demasiado antiguo y ya no sé para qué era. Escribe /ad generate para volver a empezar.',
  formLost:
    'Me reinicié mientras tu formulario estaba abierto, así que no se inició nada. Escribe /ad generate para volver a empezar. Tu texto era:',
  openForm: 'Abrir el formulario',
  backToForm: 'Volver al formulario',
  makeAd: 'Crear un anuncio',
  picturesFound: (count) =>
    plural(count, {
      one: '¿Creo un anuncio con esta foto?',
      other: `¿Creo un anuncio con estas ${number(count)} fotos?`,
    }),
  confirm: { text: 'Esta acción no se puede deshacer.', yes: 'Sí', no: 'No' },
};
