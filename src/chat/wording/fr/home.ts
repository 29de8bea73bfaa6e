/** French: the bot's own page. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { list, plural } = inLocale('fr');

export const home: Wording['home'] = {
  title: 'Adwright',
  recent: 'Vos dernières annonces',
  audienceHere: 'Les résultats arrivent là où vous les demandez : dans le canal ou le fil, ou dans nos messages privés.',
  audienceMe: 'Les résultats n’arrivent qu’à vous, dans nos messages privés.',
  settings: 'Modifier les réglages',
  partners: 'Aucun partenaire d’IA n’est connecté ; les annonces sont dessinées ici.',
  next: 'À faire :',
  firstAd: 'créez votre première annonce. Une photo de produit et une phrase suffisent.',
  choose: (title) => `choisissez l’une des trois idées pour « ${title} ».`,
  makeBrand: 'créez un kit de marque, et chaque annonce aura son logo, ses couleurs et ses textes.',
  anotherAd: 'créez une autre annonce.',
  chooseButton: 'Choisir une idée',
  brandUsual: (name) => `Marque : « ${name} », là où aucune autre n’est choisie. /ad brand pour la voir et la modifier.`,
  brandNone: 'Marque : aucune pour l’instant.',
  brandChosen: (count) =>
    `Marque : ${plural(count, { one: 'un kit', other: `${count} kits` })}, à choisir pour chaque annonce. /ad brand pour en voir plus.`,
  notAccepted: 'Vos données : vous n’avez encore rien accepté. Je vous le demanderai avec votre première annonce.',
  photosKept: 'Vos photos sont conservées avec vos annonces, comme vous l’avez choisi.',
  photosForgotten: 'Vos photos sont oubliées dès que l’annonce est faite, comme vous l’avez choisi.',
  consentNone: (names) =>
    `Partenaires d’IA : ${list(names)}. Vous n’en avez accepté aucun, donc rien ne leur est transmis : /privacy consent`,
  consentGiven: (names) =>
    `Partenaires d’IA acceptés : ${list(names)}. Vous pouvez retirer votre accord à tout moment : /privacy consent`,
};
