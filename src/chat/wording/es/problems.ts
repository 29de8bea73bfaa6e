/** Spanish: what is wrong with a brief, a photo or an ad. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes } = inLocale('es');

export const briefProblem: Wording['briefProblem'] = (problem) => {
  switch (problem.kind) {
    case 'no-words':
      return 'Di en pocas palabras de qué trata el anuncio, por ejemplo: Café cold brew, suave y nunca amargo, 19,90 €.';
    case 'too-long':
      return `Esto tiene ${number(problem.actual)} caracteres; caben ${number(problem.limit)}. Acórtalo, por favor.`;
    case 'unknown-place':
      return `No conozco el lugar “${problem.place}”.`;
    case 'no-photo':
      return 'Añade al menos una foto del producto.';
    case 'too-many-photos':
      return `Son ${number(problem.actual)} fotos; en un anuncio caben ${number(problem.limit)} como máximo.`;
    default:
      return neverHere(problem);
  }
};

/** Follows the name of the file and a colon. */
export const photoProblem: Wording['photoProblem'] = (problem) => {
  switch (problem.kind) {
    case 'empty':
      return 'el archivo está vacío. Elige otro, por favor.';
    case 'not-a-picture':
      return 'no es una imagen, diga lo que diga su nombre. Sirven JPEG, PNG, WebP, AVIF, TIFF y HEIC.';
    case 'document-or-vector':
      return 'es un dibujo o un documento (SVG, PDF), no una foto. Expórtalo como PNG o JPEG, por favor.';
    case 'damaged':
      return 'el archivo está dañado o se cortó al guardarlo. Expórtalo o súbelo otra vez, por favor.';
    case 'too-many-pixels':
      return `la imagen tiene ${number(problem.actual)} megapíxeles; el máximo para este tipo de archivo es ${number(problem.limit)}. Redúcela, por favor.`;
    case 'too-many-bytes':
      return `el archivo pesa más de ${megabytes(problem.limit)}, lo máximo para una foto. Redúcelo, por favor.`;
    case 'too-small':
      return `su lado más corto tiene ${number(problem.actual)} píxeles; hacen falta al menos ${number(problem.limit)}. Usa una imagen más grande, por favor.`;
    case 'took-too-long':
      return 'el archivo tardó demasiado en abrirse. Expórtalo como un JPEG sencillo y vuelve a intentarlo.';
    case 'gone':
      return 'el archivo se quitó antes de que pudiera recogerlo. Añádelo otra vez, por favor.';
    case 'unreachable':
      return `no me dejaron abrir el archivo, o pesa más de ${megabytes(100)}. Añade una copia más pequeña en el formulario, por favor.`;
    default:
      return neverHere(problem);
  }
};

export const photoWarning: Wording['photoWarning'] = (warning) => {
  switch (warning) {
    case 'small':
      return `La foto es pequeña, así que el producto se ve más pequeño de lo que me gustaría. Consejo: usa una de al menos ${number(1200)} píxeles de ancho.`;
    case 'blurry':
      return 'La foto parece un poco borrosa. Consejo: limpia la lente y enfoca el producto.';
    case 'animated-first-frame':
      return 'El archivo está animado; usé su primera imagen.';
    case 'background-kept':
      return 'Dejé la foto completa, porque el producto no se separa bien del fondo. Consejo: con un fondo liso y uniforme puedo recortarlo.';
    default:
      return neverHere(warning);
  }
};

export const adProblem: Wording['adProblem'] = (problem) => {
  switch (problem) {
    case 'drawing-failed':
      return 'El dibujo de este anuncio falló varias veces.';
    case 'took-too-long':
      return 'El dibujo de este anuncio tardó más de lo permitido.';
    case 'too-much-memory':
      return 'El dibujo de este anuncio necesitaba más memoria de la permitida.';
    case 'disk-full':
      return 'El disco de la máquina en la que funciono está lleno, así que no se pudieron guardar los archivos.';
    case 'delivery-failed':
      return 'Los archivos están listos, pero no pude publicarlos aquí.';
    case 'channel-gone':
      return 'Ese canal está archivado o ya no existe, así que no se creó nada. Escribe /ad en otro canal.';
    case 'not-in-channel':
      return `No soy miembro de ese canal. Invítame y pulsa “${buttons.retry}”.`;
    case 'not-allowed':
      return `No tengo permiso para enviar mensajes o adjuntar archivos allí. Pide a un administrador que lo permita y pulsa “${buttons.retry}”.`;
    case 'photo-gone':
      return 'La foto de este anuncio se olvidó antes de crear el anuncio.';
    default:
      return neverHere(problem);
  }
};
