/** German: the bot's own page. */
import type { Wording } from '../wording.ts';

export const home: Wording['home'] = {
  title: 'Adwright',
  none: 'Du hast noch keine Anzeige gemacht. Ein Produktfoto und ein Satz genügen.',
  recent: 'Deine neuesten Anzeigen',
  audienceHere: 'Ergebnisse kommen dorthin, wo du fragst: in den Kanal oder Thread, oder in unsere Direktnachrichten.',
  audienceMe: 'Ergebnisse bekommst nur du, in unseren Direktnachrichten.',
  settings: 'Einstellungen ändern',
  partners: 'Kein KI-Partner ist verbunden; Anzeigen werden hier gezeichnet.',
};
