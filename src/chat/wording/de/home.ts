/** German: the bot's own page. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { list, plural } = inLocale('de');

export const home: Wording['home'] = {
  title: 'Adwright',
  recent: 'Deine neuesten Anzeigen',
  audienceHere: 'Ergebnisse kommen dorthin, wo du fragst: in den Kanal oder Thread, oder in unsere Direktnachrichten.',
  audienceMe: 'Ergebnisse bekommst nur du, in unseren Direktnachrichten.',
  settings: 'Einstellungen ändern',
  partners: 'Kein KI-Partner ist verbunden; Anzeigen werden hier gezeichnet.',
  next: 'Als Nächstes:',
  firstAd: 'Mach deine erste Anzeige. Ein Produktfoto und ein Satz genügen.',
  choose: (title) => `Wähle eine der drei Ideen für „${title}“.`,
  makeBrand: 'Leg ein Marken-Kit an, dann bekommt jede Anzeige sein Logo, seine Farben und seine Texte.',
  anotherAd: 'Mach noch eine Anzeige.',
  chooseButton: 'Idee wählen',
  brandUsual: (name) => `Marke: „${name}“, überall, wo keine andere gewählt ist. /ad brand zeigt und ändert sie.`,
  brandNone: 'Marke: noch keine.',
  brandChosen: (count) =>
    `Marke: ${plural(count, { one: 'ein Kit', other: `${count} Kits` })}, verwendet, wo es jemand wählt. Mehr mit /ad brand.`,
  notAccepted: 'Deine Daten: Du hast noch in nichts eingewilligt. Ich frage dich bei deiner ersten Anzeige.',
  photosKept: 'Deine Fotos bleiben bei deinen Anzeigen, wie du es gewählt hast.',
  photosForgotten: 'Deine Fotos werden vergessen, sobald eine Anzeige fertig ist, wie du es gewählt hast.',
  consentNone: (names) =>
    `KI-Partner: ${list(names)}. Du hast keinem zugestimmt, deshalb geht nichts von dir an sie: /privacy consent`,
  consentGiven: (names) => `KI-Partner: Du hast zugestimmt: ${list(names)}. Du kannst das jederzeit widerrufen: /privacy consent`,
};
