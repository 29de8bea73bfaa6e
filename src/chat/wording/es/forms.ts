/** Spanish: forms, buttons and help. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { commands } from './commands.ts';

const { number, plural } = inLocale('es');

export const form: Wording['form'] = {
  title: 'Crear un anuncio',
  editTitle: 'Editar el texto',
  sameAdInTitle: 'En otro idioma',
  languageMissing: 'Elige un idioma, por favor.',
  submit: 'Crear el anuncio',
  editSubmit: 'Crear la versión',
  cancel: 'Cerrar',
  photos: 'Fotos del producto',
  photosHint: 'Hasta 5: JPEG, PNG, WebP, AVIF, TIFF o HEIC. La primera que se pueda recortar será la principal.',
  brief: '¿Qué debe decir el anuncio?',
  briefPlaceholder: 'Café cold brew de Fjord, suave y nunca amargo. 19,90 € en lugar de 24,90 €',
  briefHint: 'Basta una frase. Los precios los encuentro solo; no se inventa ninguna palabra.',
  briefCut: (left) =>
    `Tu texto era más largo de lo que cabe en el formulario; ${plural(left, { one: 'se quitó el último carácter', other: `se quitaron los últimos ${number(left)} caracteres` })}.`,
  places: '¿Dónde se publicará?',
  placesHint: 'Déjalo vacío para tener los seis formatos.',
  film: '¿Imágenes o video?',
  filmNo: 'Imágenes',
  filmYes: 'Imágenes y videos',
  language: 'Idioma del anuncio',
  languageGuess: 'El mismo de mi texto',
  buttonText: 'Texto del botón',
  buttonTextHint: 'Si lo dejas vacío, se elige en los idiomas que conozco. Un guion (-) significa ninguno.',
  buttonMissing:
    'No conozco este idioma lo bastante para elegir un botón. Escribe su texto, o un guion (-) si no quieres ninguno.',
  keep: 'Tu foto, después',
  keepYes: 'Guardarla con el anuncio, para cambiarlo en segundos',
  keepNo: 'Olvidarla en cuanto el anuncio esté creado',
  keepMissing: 'Elige una opción, por favor; no elijo nada por ti.',
  audience: '¿Quién lo ve?',
  audienceHere: 'Todos aquí',
  audienceMe: 'Solo yo, en un mensaje directo',
  headline: 'Titular',
  body: 'Texto',
  button: 'Botón',
  price: 'Precio',
  oldPrice: 'Precio anterior',
  smallPrint: 'Letra pequeña',
  look: 'Estilo',
  photoAgain: 'La foto, una vez más',
  photoAgainHint: 'Se olvidó después de crear el anuncio, como elegiste.',
  loading: 'Un momento…',
};

export const settings: Wording['settings'] = {
  title: 'Mis ajustes',
  save: 'Guardar',
  saved: 'Guardado. Se aplica a partir del próximo anuncio.',
  ideas: 'Cuando pido un anuncio',
  ideasYes: 'Mostrarme primero tres ideas',
  ideasNo: 'Crear todo de una vez',
  locale: 'Mi idioma',
  localePlatform: 'El idioma de esta aplicación, si puedo saberlo',
};

export const buttons: Wording['buttons'] = {
  anotherLook: 'Otro estilo',
  editText: 'Editar el texto',
  wholePhoto: 'Usar la foto completa',
  cutOut: 'Recortar el producto',
  makeVideo: 'Crear un video',
  more: 'Más',
  sameAdIn: 'El mismo anuncio en…',
  askApproval: 'Pedir aprobación',
  editRest: 'Editar letra pequeña y estilo',
  getFiles: 'Obtener los archivos',
  share: 'Compartir en el canal',
  takeBack: 'Retirar del canal',
  remove: 'Eliminar',
  cancel: 'Cancelar',
  retry: 'Reintentar',
  removeTitle: '¿Eliminar este anuncio?',
  removeText: 'Se eliminarán el mensaje, sus archivos y todo lo guardado de esta versión. Esta acción no se puede deshacer.',
  removeYes: 'Eliminar',
  removeNo: 'Conservar',
};

export const help: Wording['help'] = {
  summary: 'Cómo crear un anuncio',
  lines: [
    'Escribe /ad y una frase, añade una foto del producto, y el anuncio terminado llegará a este canal.',
    `O abre el menú de un mensaje con una imagen y elige “${commands.actions['ad-from-message']}” (“Make an ad from this”).`,
    'Primero ves tres ideas; la que elijas se crea en todos los formatos. Con /ad settings cambias eso, y quién ve los resultados.',
    `Debajo de cada resultado: ${buttons.anotherLook}, ${buttons.editText}, ${buttons.makeVideo}, ${buttons.more}. Mientras se crea: ${buttons.cancel}.`,
    `/ad brand guarda el logotipo, los colores y los textos de tus marcas; /ad products, lo que guardaste con “${buttons.more}” debajo de un resultado.`,
    '/ad list muestra lo que has creado, /ad show trae uno de vuelta, /ad cancel detiene lo que no está terminado.',
  ],
};
