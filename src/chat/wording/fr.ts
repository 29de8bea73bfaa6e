/** French: every sentence the bot says; it says vous. */

import { neverHere } from '../../errors.ts';
import type { Language, LookId, Route } from '../../generation/recipe.ts';
import { localeNames } from '../locale.ts';

import { account } from './fr/account.ts';
import { brand, product } from './fr/brand.ts';
import { commands } from './fr/commands.ts';
import { exportPage } from './fr/export.ts';
import { buttons, form, help, settings } from './fr/forms.ts';
import { home } from './fr/home.ts';
import { approval, ownAds, pack, platform, proposals } from './fr/library.ts';
import { byMail } from './fr/mail.ts';
import { notAllowed } from './fr/permissions.ts';
import { portal } from './fr/portal.ts';
import { policy, privacy } from './fr/privacy.ts';
import { adProblem, briefProblem, photoProblem, photoWarning } from './fr/problems.ts';
import { admin, team, welcome } from './fr/team.ts';
import { inLocale } from './in-locale.ts';
import type { Wording } from './wording.ts';

const { number, megabytes, ordinal, plural, size } = inLocale('fr');
const place = (ahead: number): string => `en ${ordinal(ahead + 1, { one: 're', other: 'e' })} position`;
const about = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? 'moins d’une minute' : minutes === 1 ? 'environ une minute' : `environ ${number(minutes)} minutes`;
};
const languageNames: Record<Language, string> = {
  en: 'Anglais',
  de: 'Allemand',
  fr: 'Français',
  es: 'Espagnol',
  ja: 'Japonais',
  zh: 'Chinois simplifié',
  other: 'Autre langue',
};
const lookNames: Record<LookId, string> = {
  editorial: 'Éditorial',
  block: 'Aplat',
  spotlight: 'Projecteur',
  magazine: 'Revue',
  minimal: 'Épuré',
  offer: 'Offre',
};

const routeNames: Record<Route, string> = {
  cutout: 'produit détouré',
  multiply: 'fond blanc teinté',
  framed: 'photo entière',
};

export const fr: Wording = {
  languageNames,
  lookNames,

  stage(stage, ahead, waitMs) {
    switch (stage) {
      case 'looking':
        return 'Je regarde votre photo…';
      case 'ideas':
        return 'Je dessine trois idées…';
      case 'queued':
        return ahead === 0
          ? 'En file d’attente, votre tour est le prochain.'
          : `En file d’attente, ${place(ahead)}${waitMs === null ? '' : `, attente : ${about(waitMs)}`}. Inutile d’attendre ; le résultat arrivera ici.`;
      case 'stills':
        return 'Je dessine les images…';
      case 'film':
        return 'Je dessine la vidéo…';
      case 'delivering':
        return 'Je dépose les fichiers dans le fil…';
      default:
        return neverHere(stage);
    }
  },

  briefProblem,
  fileTooBig: (name, limitBytes) =>
    `${name} dépasse ${megabytes(Math.floor(limitBytes / 1_000_000))}, le maximum qu’un formulaire accepte. Réduisez le fichier, ou envoyez-le dans un message et choisissez « ${commands.actions['ad-from-message']} » (« Make an ad from this »).`,
  photoProblem,
  photoWarning,
  adProblem,

  queuedInShell: (ahead) =>
    ahead === 0 ? 'En file d’attente, votre tour est le prochain.' : `En file d’attente, ${place(ahead)}.`,
  noWorker: 'Aucun Adwright en marche ne l’a prise en charge en une minute. Lancez-en un avec npm start, puis réessayez.',
  photoRefused: (count) =>
    plural(count, { one: 'Je n’ai pas pu utiliser cette photo :', other: 'Je n’ai pas pu utiliser ces photos :' }),
  nothingLost: `Votre texte est conservé 24 heures : appuyez sur « ${buttons.retry} » pour continuer avec une autre photo.`,
  keptPhotos: (names) => `Déjà là : ${names.join(', ')}. Ajoutez-en ci-dessous, ou laissez vide.`,
  errorId: (id) => `Erreur ${id}`,
  gaveUp: 'Quelque chose n’a pas fonctionné de mon côté pendant plusieurs minutes, j’ai donc arrêté d’essayer.',
  cannotWork: 'Quelque chose ne fonctionne pas de mon côté, et réessayer n’y changerait rien.',
  notDoneTitle: 'Cela n’a pas pu être fait.',
  tryLater: 'Réessayez plus tard. Si cela se reproduit, donnez le numéro de l’erreur à la personne qui gère ce bot.',
  inputKept: `Votre texte est conservé 24 heures : appuyez sur « ${buttons.retry} » pour l’envoyer de nouveau.`,
  failedTitle: 'L’annonce n’a pas pu être créée.',
  retryHint: `Votre texte et votre photo sont conservés 24 heures : appuyez sur « ${buttons.retry} » quand vous voulez.`,
  directClosed: `Vous avez demandé un résultat visible uniquement par vous, mais je ne peux pas vous écrire directement. Autorisez mes messages privés, puis appuyez sur « ${buttons.retry} » ; rien n’a encore été créé.`,
  notFinished: 'Cette annonce n’est pas encore terminée.',
  isShared: 'Cette annonce est déjà dans le canal.',
  takenBackUnseen:
    'Elle n’est plus dans le canal. Je ne peux pas vous écrire directement, elle n’est donc plus affichée : /ad show la fait revenir.',
  shownWhereAsked: 'Elle est dans le canal où vous l’aviez demandée, dans un nouveau message.',
  notShown:
    'Je n’ai pas pu montrer l’annonce à cet endroit : il n’existe plus, ou je n’en suis pas membre. Elle reste dans /ad list.',
  notShared: `Je n’ai pas pu la publier dans ce canal : il n’existe plus, ou je n’en suis pas membre. Invitez-moi, puis appuyez de nouveau sur « ${buttons.share} ».`,
  moreTitle: (headline) => (headline ? `Plus d’options pour « ${headline} »` : 'Plus d’options pour cette annonce'),
  tooManyOpen: (most) =>
    `Vous avez ${number(most)} annonces en cours, le maximum à la fois. Attendez-en une ou annulez-en avec /ad cancel, puis réessayez.`,
  filesSent: 'Je vous ai envoyé les fichiers et les textes par message privé.',
  filesNeedDirect:
    'J’envoie les fichiers par message privé, mais vous ne m’autorisez pas à vous écrire. Autorisez mes messages privés, puis appuyez de nouveau.',
  alreadyAsked: 'Cette version a déjà été demandée : elle est plus haut, ou en route.',
  alreadyChosen: 'L’une de ces idées a déjà été choisie, ou l’annonce a été annulée.',
  cancelled: 'Annulé. Plus rien ne sera créé.',
  cancelTooLate: 'Cette annonce est déjà terminée, il n’y avait rien à annuler. Vous pouvez plutôt la supprimer.',
  adGone: 'Cette annonce n’existe plus : elle a été supprimée, ou jamais terminée. Tapez /ad pour en créer une nouvelle.',
  notYours:
    'Seule la personne qui a demandé cette annonce peut la modifier, l’annuler ou la supprimer. Tapez /ad pour créer la vôtre.',
  photoForgotten: `La photo a été oubliée une fois l’annonce créée, comme vous l’aviez choisi. Appuyez sur « ${buttons.editText} » pour la redonner ; vous pourrez aussi y choisir un autre style.`,
  photoForgottenAfterFailure: `La photo n’est plus là : après un échec, elle est conservée 24 heures. Appuyez sur « ${buttons.retry} » pour la redonner.`,
  channelGone: 'Ce canal est archivé ou n’existe plus, rien n’a donc été créé. Tapez /ad dans un autre canal.',
  onlyFirst: (taken, given) =>
    `Le message contient ${number(given)} images ; ${plural(taken, { one: 'seule la première est prise', other: `les ${number(taken)} premières sont prises` })}.`,
  storesDown: 'Quelque chose ne répond pas de mon côté. Rien n’est perdu ; réessayez dans une minute.',
  notTaken:
    'Non pris en compte : quelque chose n’a pas répondu de mon côté, et rien n’a été lancé. Votre saisie est toujours là ; appuyez de nouveau sur le bouton.',
  notTakenPress:
    'Non pris en compte : quelque chose n’a pas répondu de mon côté, et rien n’a été lancé. Appuyez de nouveau, s’il vous plaît.',
  formNotOpened: 'Le formulaire n’a pas pu s’ouvrir à temps. Rien n’a été lancé ; veuillez réessayer.',
  noPictureInMessage: 'Ce message ne contient pas d’image. Ajoutez une photo ici.',
  ready: 'Votre annonce est prête.',
  notAllowed,
  notInChannel: `Je ne suis pas dans ce canal : je n’ai pas pu y répondre et rien n’a été créé. Invitez-moi, puis appuyez sur « ${buttons.retry} ».`,
  understood(copy, language) {
    const parts = [
      copy.price && `prix ${copy.price}`,
      copy.oldPrice && `avant ${copy.oldPrice}`,
      `en ${languageNames[language].toLocaleLowerCase('fr')}`,
      copy.button && `bouton « ${copy.button} »`,
    ];
    return `Compris : ${parts.filter(Boolean).join(', ')}.`;
  },
  leftOut: (sentences) =>
    `${plural(sentences, { one: 'Une phrase de votre texte n’a', other: `${number(sentences)} phrases de votre texte n’ont` })} pas trouvé de place sur l’image. Appuyez sur « ${buttons.editText} » pour choisir ce qui est montré.`,
  leftOutOfText: (sentences) => `Pas de place sur l’image pour : ${sentences.join(' ')}`,
  missingGlyphs: (characters) => `Je n’ai pas de lettres pour ${characters.join(' ')}, je les ai donc laissées de côté.`,
  cannotWrite: (characters) =>
    `Je n’ai pas de lettres pour ${characters.join(' ')} : votre texte serait presque illisible sur l’annonce. Rien n’a été créé ; choisissez une autre écriture.`,
  madeBy: (look, route) =>
    `Style ${lookNames[look]}, ${routeNames[route]}. Dessiné ici à partir de votre photo, sans modèle d’IA ni partenaire.`,
  filesBelow: (pictures, films) =>
    `${plural(pictures, { one: `${number(pictures)} image`, other: `${number(pictures)} images` })}${films ? ` et ${plural(films, { one: 'une vidéo', other: `${number(films)} vidéos` })}` : ''} dans le fil.`,
  shownSmaller: (pixels, mostBytes) =>
    `Affiché ici en plus petit, ${number(pixels)} pixels de large : cet endroit accepte des fichiers de ${size(mostBytes)} au plus. Les fichiers complets sont sous « ${buttons.getFiles} ».`,
  tooLargeHere: (count, mostBytes) =>
    `${plural(count, { one: 'Un fichier n’est pas montré', other: `${number(count)} fichiers ne sont pas montrés` })} ici : cet endroit accepte des fichiers de ${size(mostBytes)} au plus. Appuyez sur « ${buttons.getFiles} » pour tout recevoir.`,
  version: (version) => (version > 1 ? `Version ${number(version)}` : ''),

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
