/** Spanish: brand kits and saved products. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, list } = inLocale('es');
const quoted = (words: readonly string[]): string => list(words.map((word) => `“${word}”`));

export const brand: Wording['brand'] = {
  title: 'Kits de marca de este espacio de trabajo',
  none: 'Todavía no hay ningún kit de marca. Crea uno, y cada anuncio tendrá su logotipo, sus colores y sus textos.',
  line(place, kit, used) {
    const parts = [
      kit.hasLogo && 'logotipo',
      kit.colours.join(' '),
      used.here && 'se usa aquí',
      used.elsewhere && 'se usa de forma predeterminada',
    ];
    return `${place}. ${kit.name}: ${parts.filter(Boolean).join(', ') || 'textos'}`;
  },
  newKit: 'Nuevo kit de marca',
  edit: (number) => `Editar ${number}`,
  editRest: (number) => `Más de ${number}`,
  useHere: (number) => `Usar ${number} aquí`,
  useUsual: 'Usar aquí el habitual',
  remove: (number) => `Eliminar ${number}`,
  removeTitle: '¿Eliminar este kit de marca?',
  removeText:
    'Se eliminarán su logotipo y todo lo guardado de él. Los anuncios terminados se quedan como están. Esta acción no se puede deshacer.',
  removeYes: 'Eliminar',
  removeNo: 'Conservar',
  saveFromAd: 'Guardar como tu marca',

  formTitle: 'Kit de marca',
  save: 'Guardar',
  name: 'Nombre de la marca',
  colours: 'Colores',
  coloursHint: 'Hasta cinco, el principal primero. Si queda vacío: los del logotipo o los de cada producto.',
  coloursPlaceholder: '#123a5a #f2b705',
  logo: 'Logotipo, fuente',
  logoHint: 'Logotipo: mejor un PNG con fondo transparente. Fuente: TTF, OTF o WOFF2, 5 MB como máximo.',
  logoHintKept: 'Un logotipo o una fuente nuevos (TTF, OTF, WOFF2, 5 MB como máximo) sustituyen al anterior.',
  buttonText: 'Texto del botón',
  webAddress: 'Dirección web',
  smallPrint: 'Letra pequeña en cada anuncio',
  smallPrintPlaceholder: 'Mayores de 18 años. Consulta las condiciones.',
  neverSay: 'Palabras que ningún anuncio debe decir',
  neverSayHint: 'Separadas por comas.',
  tone: 'Cómo habla la marca',
  toneHint: 'Tengo en cuenta “sin exclamaciones”, “formal” e “informal”; lo demás es para socios de IA.',
  tonePlaceholder: 'Cercana, frases cortas, sin chistes',
  isOpen: '¿Quién puede cambiarlo?',
  isOpenNo: 'Solo yo',
  isOpenYes: 'Todos en este espacio de trabajo',
  editors: 'Quién más puede cambiarlo',
  everywhere: '¿Dónde se usa?',
  everywhereNo: 'Donde alguien lo elija',
  everywhereYes: 'Donde no se elija otro',
  fontUse: '¿Qué se escribe con la fuente de la marca?',
  fontUseHeadlines: 'Titulares y precios',
  fontUseEverything: 'Todos los textos',
  fontStays: 'La fuente que tiene',
  logoStays: 'El logotipo que tiene',
  logoKeep: 'Conservarlo',
  logoRemove: 'Quitarlo',

  noName: 'Ponle un nombre, por favor.',
  noColour: (text) => `“${text}” no es un color que conozca. Escribe los colores así: #123a5a.`,
  tooManyColours: (most) => `Son más de ${number(most)} colores; quita algunos, por favor.`,
  tooManyWords: (most) => `Son más de ${number(most)} palabras; quita algunas, por favor.`,
  tooLong: (most) => `Es demasiado largo: caben ${number(most)} caracteres.`,

  saved: (name) => `Guardado. “${name}” se aplica a partir del próximo anuncio; /ad brand muestra dónde se usa.`,
  logoProblem: (reason) => `Pero no pude usar el logotipo: ${reason}`,
  fontProblem(problem) {
    switch (problem.kind) {
      case 'not-a-font':
        return `Pero no pude usar la fuente: no es una fuente que yo pueda leer. Sirven TTF, OTF y WOFF2.`;
      case 'several-fonts':
        return `Pero no pude usar la fuente: el archivo contiene varias fuentes. Elige una de ellas.`;
      case 'protected':
        return `Pero no pude usar la fuente: su autor no permite incrustarla. Usa una con una licencia que lo permita.`;
      case 'letters-missing':
        return `Pero no pude usar la fuente: le faltan letras: ${problem.letters}.`;
      case 'too-many-bytes':
        return `Pero no pude usar la fuente: ocupa más de ${number(problem.limit)} MB.`;
      case 'gone':
        return `Pero no pude usar la fuente: se quitó antes de que pudiera cogerla. Añádela otra vez.`;
      case 'unreachable':
        return `Pero no pude usar la fuente: no me dejaron abrirla. Añádela otra vez.`;
      default:
        return neverHere(problem);
    }
  },
  inUse: (name) => `Los anuncios que se pidan en este canal se crean desde ahora con “${name}”.`,
  usualAgain: 'Los anuncios que se pidan en este canal vuelven a crearse con el kit de marca habitual.',
  removed: (name) => `El kit de marca “${name}” está eliminado.`,
  gone: 'Este kit de marca ya no existe: se eliminó. Escribe /ad brand para ver los que hay.',
  notYours: 'Solo quien creó este kit de marca puede cambiarlo o eliminarlo, o todos si lo permite.',
  tooMany: (most) =>
    `Un espacio de trabajo puede tener ${number(most)} kits de marca. Elimina uno que ya no haga falta: /ad brand`,
  neverSays: (name, words) =>
    `“${name}” nunca dice ${quoted(words)}, y tu texto sí. Pulsa “${buttons.retry}” para cambiarlo; todavía no se ha creado nada.`,

  kit: 'Marca',
  kitUsual: 'La habitual aquí',
  kitNone: 'Ninguna',
};

const saveProduct = 'Guardar este producto';

export const product: Wording['product'] = {
  title: 'Productos que has guardado',
  none: `Todavía no has guardado ningún producto. Pulsa “${buttons.more}” debajo de un anuncio terminado y después “${saveProduct}”.`,
  line: (place, facts) => [`${place}. ${facts.name}`, facts.price, facts.link].filter(Boolean).join(', '),
  remove: (number) => `Eliminar ${number}`,
  removeTitle: '¿Eliminar este producto?',
  removeText:
    'Se eliminará lo guardado de él y también sus fotos, salvo que un anuncio todavía las use. Esta acción no se puede deshacer.',
  removeYes: 'Eliminar',
  removeNo: 'Conservar',
  saveFromAd: saveProduct,

  formTitle: saveProduct,
  save: 'Guardar',
  name: 'Nombre del producto',
  price: 'Precio',
  link: '¿Dónde se consigue?',
  kept: 'Sus fotos se guardan hasta que elimines el producto: /ad products',

  saved: (name) => `“${name}” está guardado. Desde ahora lo ofrece el formulario de /ad.`,
  removed: (name) => `El producto “${name}” está eliminado.`,
  gone: 'Este producto ya no existe: se eliminó. Escribe /ad products para ver los que tienes.',
  goneForAd: `El producto que elegiste se eliminó. Pulsa “${buttons.retry}” para elegir otro, o añade fotos.`,
  tooMany: (most) => `Puedes guardar ${number(most)} productos. Elimina uno que ya no haga falta: /ad products`,
  noPhotos: 'La foto de este anuncio se olvidó después de crearlo, como elegiste, así que no hay ningún producto que guardar.',

  field: 'Uno de tus productos',
  fieldNone: 'Ninguno, añado fotos',
  each: 'Varias fotos',
  eachNo: 'Un anuncio con todas',
  eachYes: 'Un anuncio para cada una',
};
