/** French: the bot's own page. */
import type { Wording } from '../wording.ts';

export const home: Wording['home'] = {
  title: 'Adwright',
  none: 'Vous n’avez pas encore créé d’annonce. Une photo de produit et une phrase suffisent.',
  recent: 'Vos dernières annonces',
  audienceHere: 'Les résultats arrivent là où vous les demandez : dans le canal ou le fil, ou dans nos messages privés.',
  audienceMe: 'Les résultats n’arrivent qu’à vous, dans nos messages privés.',
  settings: 'Modifier les réglages',
  partners: 'Aucun partenaire d’IA n’est connecté ; les annonces sont dessinées ici.',
};
