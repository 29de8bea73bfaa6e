/** French: forms, buttons and help. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { commands } from './commands.ts';

const { number, plural } = inLocale('fr');

export const form: Wording['form'] = {
  title: 'Créer une annonce',
  editTitle: 'Modifier le texte',
  sameAdInTitle: 'Dans une autre langue',
  languageMissing: 'Veuillez choisir une langue.',
  submit: 'Créer l’annonce',
  editSubmit: 'Créer la version',
  cancel: 'Fermer',
  photos: 'Photos du produit',
  photosHint: 'Jusqu’à 5 : JPEG, PNG, WebP, AVIF, TIFF ou HEIC. La première qui se détoure porte l’annonce.',
  brief: 'Que doit dire l’annonce ?',
  briefPlaceholder: 'Café cold brew de Fjord, doux et jamais amer. 19,90 € au lieu de 24,90 €',
  briefHint: 'Une phrase suffit. Je trouve les prix moi-même ; aucun mot n’est inventé.',
  briefCut: (left) =>
    `Votre texte dépassait la place du formulaire ; ${plural(left, { one: 'son dernier caractère a été retiré', other: `ses ${number(left)} derniers caractères ont été retirés` })}.`,
  places: 'Où sera-t-elle diffusée ?',
  placesHint: 'Laissez vide pour obtenir les six formats.',
  film: 'Images ou vidéo ?',
  filmNo: 'Images',
  filmYes: 'Images et vidéos',
  language: 'Langue de l’annonce',
  languageGuess: 'Celle de mon texte',
  buttonText: 'Texte du bouton',
  buttonTextHint: 'Si vous laissez vide, il est choisi dans les langues que je connais. Un tiret (-) : aucun.',
  buttonMissing: 'Je ne connais pas assez cette langue pour choisir un bouton. Écrivez son texte, ou un tiret (-) pour aucun.',
  keep: 'Votre photo, ensuite',
  keepYes: 'La garder avec l’annonce, pour la modifier en quelques secondes',
  keepNo: 'L’oublier dès que l’annonce est créée',
  keepMissing: 'Veuillez choisir ; rien n’est choisi à votre place.',
  audience: 'Qui la voit ?',
  audienceHere: 'Tout le monde ici',
  audienceMe: 'Moi uniquement, par message privé',
  headline: 'Titre',
  body: 'Texte',
  button: 'Bouton',
  price: 'Prix',
  oldPrice: 'Ancien prix',
  smallPrint: 'Mentions',
  look: 'Style',
  photoAgain: 'La photo, encore une fois',
  photoAgainHint: 'Elle a été oubliée une fois l’annonce créée, comme vous l’aviez choisi.',
  loading: 'Un instant…',
};

export const settings: Wording['settings'] = {
  title: 'Mes réglages',
  save: 'Enregistrer',
  saved: 'Enregistré. Cela s’applique dès la prochaine annonce.',
  ideas: 'Quand je demande une annonce',
  ideasYes: 'Me montrer d’abord trois idées',
  ideasNo: 'Tout créer d’un coup',
  locale: 'Ma langue',
  localePlatform: 'La langue de cette application, si je peux la connaître',
};

export const buttons: Wording['buttons'] = {
  anotherLook: 'Autre style',
  editText: 'Modifier le texte',
  wholePhoto: 'Utiliser la photo entière',
  cutOut: 'Détourer le produit',
  makeVideo: 'Créer une vidéo',
  more: 'Plus',
  sameAdIn: 'Même annonce en…',
  askApproval: 'Demander l’approbation',
  editRest: 'Modifier les mentions et le style',
  getFiles: 'Obtenir les fichiers',
  share: 'Partager dans le canal',
  takeBack: 'Retirer du canal',
  remove: 'Supprimer',
  cancel: 'Annuler',
  retry: 'Réessayer',
  removeTitle: 'Supprimer cette annonce ?',
  removeText:
    'Le message, ses fichiers et tout ce qui est enregistré pour cette version seront supprimés. Cette action est définitive.',
  removeYes: 'Supprimer',
  removeNo: 'Conserver',
};

export const help: Wording['help'] = {
  summary: 'Comment créer une annonce',
  lines: [
    'Tapez /ad et une phrase, ajoutez une photo du produit, et l’annonce terminée arrive dans ce canal.',
    `Ou ouvrez le menu d’un message contenant une image et choisissez « ${commands.actions['ad-from-message']} » (« Make an ad from this »).`,
    'Vous voyez d’abord trois idées ; celle que vous choisissez est créée dans tous les formats. /ad settings permet de changer cela, et qui voit les résultats.',
    `Sous chaque résultat : ${buttons.anotherLook}, ${buttons.editText}, ${buttons.makeVideo}, ${buttons.more}. Pendant la création : ${buttons.cancel}.`,
    `/ad brand garde le logo, les couleurs et les textes de vos marques ; /ad products, ce que vous avez enregistré avec « ${buttons.more} » sous un résultat.`,
    '/ad list montre ce que vous avez créé, /ad show fait revenir une annonce, /ad cancel arrête ce qui n’est pas terminé.',
  ],
};
