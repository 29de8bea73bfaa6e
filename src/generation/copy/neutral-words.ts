/** The only words on an ad that do not come from its brief: button texts, per language. */
import type { Voice } from '../brief.ts';
import type { Language, RuledLanguage } from '../recipe.ts';

type ButtonKind = 'book' | 'download' | 'try' | 'subscribe' | 'join' | 'tickets' | 'order' | 'visit' | 'shop' | 'discover';

export const buttonTexts: Record<RuledLanguage, Record<ButtonKind, string>> = {
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
  ja: {
    book: '予約する',
    download: 'ダウンロード',
    try: '試してみる',
    subscribe: '購読する',
    join: '参加する',
    tickets: 'チケットを見る',
    order: '注文する',
    visit: '店舗を見る',
    shop: '購入する',
    discover: '詳しく見る',
  },
  zh: {
    book: '立即预约',
    download: '立即下载',
    try: '立即体验',
    subscribe: '立即订阅',
    join: '立即参加',
    tickets: '查看门票',
    order: '立即订购',
    visit: '到店看看',
    shop: '立即购买',
    discover: '了解更多',
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

/** The same in scripts that do not part words. */
const unspacedCues: [ButtonKind, RegExp][] = [
  ['book', /予約|预约|预订/u],
  ['download', /ダウンロード|アプリ|下载/u],
  ['tickets', /チケット|コンサート|ライブ|入場券|门票|演唱会|音乐节/u],
  ['subscribe', /定期便|購読|メルマガ|サブスク|订阅/u],
  ['join', /参加|申し込|申込|教室|講座|ワークショップ|报名|课程|工作坊/u],
  ['try', /お試し|試食|試飲|体験|试吃|试用|试喝|体验/u],
  ['order', /注文|お届け|配達|宅配|デリバリー|订购|外卖|配送|下单/u],
  ['visit', /ご来店|営業中|オープン|開店|到店|营业|开业/u],
];

/** Where a button speaks to somebody, and a language does so in two ways. */
const otherAddress: Record<NonNullable<Voice['address']>, Partial<Record<RuledLanguage, Partial<Record<ButtonKind, string>>>>> = {
  formal: { es: { visit: 'Visítenos' } },
  informal: { de: { visit: 'Besuch uns' } },
};

/** Empty in a language whose rules are not known: nothing of ours is mixed into it. */
export function chooseButton(
  { text, voice }: { text: string; voice?: Voice | undefined },
  language: Language,
  hasPrice: boolean,
): string {
  if (language === 'other') return '';
  const list = language === 'ja' || language === 'zh' ? unspacedCues : cues;
  const kind = list.find(([, cue]) => cue.test(text))?.[0] ?? (hasPrice ? 'shop' : 'discover');
  return (voice?.address && otherAddress[voice.address][language]?.[kind]) ?? buttonTexts[language][kind];
}
