/** French: what is wrong with a brief, a photo or an ad. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes } = inLocale('fr');

export const briefProblem: Wording['briefProblem'] = (problem) => {
  switch (problem.kind) {
    case 'no-words':
      return 'Dites en quelques mots de quoi parle l’annonce, par exemple : Café cold brew, doux et jamais amer, 19,90 €.';
    case 'too-long':
      return `Ce texte a ${number(problem.actual)} caractères ; il y a de la place pour ${number(problem.limit)}. Raccourcissez-le, s’il vous plaît.`;
    case 'unknown-place':
      return `Je ne connais pas l’emplacement « ${problem.place} ».`;
    case 'no-photo':
      return 'Ajoutez au moins une photo du produit.';
    case 'too-many-photos':
      return `Cela fait ${number(problem.actual)} photos ; une annonce peut en contenir ${number(problem.limit)} au plus.`;
    default:
      return neverHere(problem);
  }
};

/** Follows the name of the file and a colon. */
export const photoProblem: Wording['photoProblem'] = (problem) => {
  switch (problem.kind) {
    case 'empty':
      return 'le fichier est vide. Veuillez en choisir un autre.';
    case 'not-a-picture':
      return 'ce n’est pas une image, malgré son nom. JPEG, PNG, WebP, AVIF, TIFF et HEIC conviennent.';
    case 'document-or-vector':
      return 'c’est un dessin ou un document (SVG, PDF), pas une photo. Exportez-le en PNG ou en JPEG.';
    case 'damaged':
      return 'le fichier est endommagé ou a été coupé à l’enregistrement. Exportez-le ou envoyez-le de nouveau.';
    case 'too-many-pixels':
      return `l’image a ${number(problem.actual)} mégapixels ; pour ce type de fichier, le maximum est de ${number(problem.limit)}. Veuillez la réduire.`;
    case 'too-many-bytes':
      return `le fichier dépasse ${megabytes(problem.limit)}, le maximum pour une photo. Veuillez le réduire.`;
    case 'too-small':
      return `son petit côté fait ${number(problem.actual)} pixels ; il en faut au moins ${number(problem.limit)}. Prenez une image plus grande.`;
    case 'took-too-long':
      return 'le fichier a mis trop de temps à s’ouvrir. Exportez-le en simple JPEG et réessayez.';
    case 'gone':
      return 'le fichier a été retiré avant que je puisse le récupérer. Ajoutez-le de nouveau.';
    case 'unreachable':
      return `je n’ai pas eu le droit d’ouvrir le fichier, ou il dépasse ${megabytes(100)}. Ajoutez une copie plus petite dans le formulaire.`;
    default:
      return neverHere(problem);
  }
};

export const photoWarning: Wording['photoWarning'] = (warning) => {
  switch (warning) {
    case 'small':
      return `La photo est petite, le produit apparaît donc moins grand que je ne le voudrais. Conseil : prenez-en une d’au moins ${number(1200)} pixels de large.`;
    case 'blurry':
      return 'La photo semble un peu floue. Conseil : essuyez l’objectif et faites la mise au point sur le produit.';
    case 'animated-first-frame':
      return 'Le fichier est animé ; j’ai pris sa première image.';
    case 'background-kept':
      return 'J’ai gardé la photo entière, car le produit ne se détache pas nettement du fond. Conseil : un fond uni et régulier me permet de le détourer.';
    default:
      return neverHere(warning);
  }
};

export const adProblem: Wording['adProblem'] = (problem) => {
  switch (problem) {
    case 'drawing-failed':
      return 'Le dessin de cette annonce a échoué plusieurs fois.';
    case 'took-too-long':
      return 'Le dessin de cette annonce a pris plus de temps que permis.';
    case 'too-much-memory':
      return 'Le dessin de cette annonce demandait plus de mémoire que permis.';
    case 'disk-full':
      return 'Le disque de la machine sur laquelle je tourne est plein, les fichiers n’ont donc pas pu être enregistrés.';
    case 'delivery-failed':
      return 'Les fichiers sont prêts, mais je n’ai pas pu les publier ici.';
    case 'channel-gone':
      return 'Ce canal est archivé ou n’existe plus, rien n’a donc été créé. Tapez /ad dans un autre canal.';
    case 'not-in-channel':
      return `Je ne suis pas membre de ce canal. Invitez-moi, puis appuyez sur « ${buttons.retry} ».`;
    case 'not-allowed':
      return `Je n’ai pas le droit d’y envoyer des messages ou d’y joindre des fichiers. Demandez à un administrateur de le permettre, puis appuyez sur « ${buttons.retry} ».`;
    case 'photo-gone':
      return 'La photo de cette annonce a été oubliée avant que l’annonce soit créée.';
    default:
      return neverHere(problem);
  }
};
