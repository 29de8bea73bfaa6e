/** The only words on an ad that do not come from its brief: button texts, per language. */
import type { Language } from '../recipe.ts';

type ButtonKind = 'book' | 'download' | 'try' | 'subscribe' | 'join' | 'tickets' | 'order' | 'visit' | 'shop' | 'discover';

export const buttonTexts: Record<Language, Record<ButtonKind, string>> = {
  en: {
    book: 'Book now',
    download: 'Download now',
    try: 'Try it now',
    subscribe: 'Subscribe now',
    join: 'Join now',
    tickets: 'Get tickets',
    order: 'Order now',
    visit: 'Visit us',
    shop: 'Shop now',
    discover: 'Discover more',
  },
  de: {
    book: 'Jetzt buchen',
    download: 'Jetzt laden',
    try: 'Jetzt probieren',
    subscribe: 'Jetzt abonnieren',
    join: 'Jetzt mitmachen',
    tickets: 'Tickets sichern',
    order: 'Jetzt bestellen',
    visit: 'Besuchen Sie uns',
    shop: 'Jetzt kaufen',
    discover: 'Mehr entdecken',
  },
  fr: {
    book: 'Réserver',
    download: 'Télécharger',
    try: 'Essayer',
    subscribe: "S'abonner",
    join: 'Participer',
    tickets: 'Voir les billets',
    order: 'Commander',
    visit: 'Nous rendre visite',
    shop: 'Acheter',
    discover: 'Découvrir',
  },
  es: {
    book: 'Reservar',
    download: 'Descargar',
    try: 'Probar',
    subscribe: 'Suscribirse',
    join: 'Participar',
    tickets: 'Ver entradas',
    order: 'Pedir ahora',
    visit: 'Visítanos',
    shop: 'Comprar',
    discover: 'Descubrir',
  },
};

/** Words in a brief that call for a certain button, in any of the languages. */
const cues: [ButtonKind, RegExp][] = [
  ['book', /\b(book|booking|reserve|reservation|appointment|buchen|buchung|reservier\w*|termin|réserv\w+|reserv\w+|cita)\b/iu],
  ['download', /\b(download|app store|herunterladen|télécharg\w+|descarg\w+)\b/iu],
  ['tickets', /\b(tickets?|concert|festival|konzert|eintritt\w*|billets?|entradas)\b/iu],
  ['subscribe', /\b(subscri\w+|abo|abonnement|abonnier\w*|abonne\w*|suscri\w+|newsletter)\b/iu],
  ['join', /\b(join|sign up|workshop|course|class|mitmachen|anmeld\w+|kurs|inscri\w+|atelier|curso|taller)\b/iu],
  ['try', /\b(try|taste|tasting|sample|probier\w*|testen|verkost\w+|essay\w+|goût\w+|prueb\w+|degusta\w*)\b/iu],
  ['order', /\b(order|delivery|delivered|bestell\w*|liefer\w+|command\w+|livraison|pedido|pide|envío)\b/iu],
  [
    'visit',
    /\b(visit us|open(?:ing)? (?:today|daily|hours)|our (?:shop|store|café|cafe) in|geöffnet|besuch\w*|venez|ouvert|visita\w*|abierto)\b/iu,
  ],
];

export function chooseButton(text: string, language: Language, hasPrice: boolean): string {
  const kind = cues.find(([, cue]) => cue.test(text))?.[0] ?? (hasPrice ? 'shop' : 'discover');
  return buttonTexts[language][kind];
}
