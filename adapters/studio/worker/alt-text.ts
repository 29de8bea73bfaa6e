/** What a person who cannot see the ad should hear, in the ad's language. */

import { endSentence, joinSentences } from '../../../src/generation/copy/writing.ts';
import type { LookId, Recipe, RuledLanguage } from '../../../src/generation/recipe.ts';
import { drawableText } from '../glyph-coverage.ts';

type Phrases = {
  advertisement: string;
  film: string;
  ground: Record<LookId, string>;
  photo: string;
  text: string;
  price: string;
  instead: string;
  button: string;
};

const phrases: Record<RuledLanguage, Phrases> = {
  en: {
    advertisement: 'Advertisement',
    film: 'Advertising film without speech',
    ground: {
      editorial: 'the product in front of an arch on warm paper',
      block: 'the product on a bold two-colour ground',
      spotlight: 'the product in a spotlight on a dark stage',
      magazine: 'the product on the tall panel of a magazine page',
      minimal: 'the product alone on an almost white ground',
      offer: 'the product before a disc of light on a cheerful ground',
    },
    photo: 'a photo of the product',
    text: 'Text',
    price: 'Price',
    instead: 'instead of',
    button: 'Button',
  },
  de: {
    advertisement: 'Werbeanzeige',
    film: 'Werbefilm ohne Sprache',
    ground: {
      editorial: 'das Produkt vor einem Bogen auf warmem Papier',
      block: 'das Produkt auf kräftigem zweifarbigem Grund',
      spotlight: 'das Produkt im Lichtkegel auf dunkler Bühne',
      magazine: 'das Produkt auf der hohen Fläche einer Magazinseite',
      minimal: 'das Produkt allein auf fast weißem Grund',
      offer: 'das Produkt vor einer hellen Scheibe auf fröhlichem Grund',
    },
    photo: 'ein Foto des Produkts',
    text: 'Text',
    price: 'Preis',
    instead: 'statt',
    button: 'Schaltfläche',
  },
  fr: {
    advertisement: 'Publicité',
    film: 'Film publicitaire sans paroles',
    ground: {
      editorial: 'le produit devant une arche sur un papier aux tons chauds',
      block: 'le produit sur un fond vif de deux couleurs',
      spotlight: 'le produit sous un projecteur sur une scène sombre',
      magazine: 'le produit sur le grand panneau d’une page de magazine',
      minimal: 'le produit seul sur un fond presque blanc',
      offer: 'le produit devant un disque clair sur un fond joyeux',
    },
    photo: 'une photo du produit',
    text: 'Texte',
    price: 'Prix',
    instead: 'au lieu de',
    button: 'Bouton',
  },
  es: {
    advertisement: 'Anuncio',
    film: 'Vídeo publicitario sin voz',
    ground: {
      editorial: 'el producto ante un arco sobre papel de tono cálido',
      block: 'el producto sobre un fondo intenso de dos colores',
      spotlight: 'el producto bajo un foco en un escenario oscuro',
      magazine: 'el producto en el panel alto de una página de revista',
      minimal: 'el producto solo sobre un fondo casi blanco',
      offer: 'el producto ante un disco claro sobre un fondo alegre',
    },
    photo: 'una foto del producto',
    text: 'Texto',
    price: 'Precio',
    instead: 'en lugar de',
    button: 'Botón',
  },
  ja: {
    advertisement: '広告',
    film: '音声のない広告動画',
    ground: {
      editorial: '温かみのある紙の上、アーチの前に置かれた商品',
      block: '力強い二色の背景の上の商品',
      spotlight: '暗い舞台でスポットライトを浴びる商品',
      magazine: '雑誌のページの縦長パネルに置かれた商品',
      minimal: 'ほぼ白い背景に置かれた商品',
      offer: '明るい背景の上、白い円の前の商品',
    },
    photo: '商品の写真',
    text: '文字',
    price: '価格',
    instead: '元の価格',
    button: 'ボタン',
  },
  zh: {
    advertisement: '广告',
    film: '没有语音的广告视频',
    ground: {
      editorial: '暖色纸面上，拱门前的产品',
      block: '醒目双色背景上的产品',
      spotlight: '深色舞台上聚光灯下的产品',
      magazine: '杂志页面高挑色块上的产品',
      minimal: '近乎白色背景上的产品',
      offer: '欢快背景上，浅色圆形前的产品',
    },
    photo: '产品照片',
    text: '文字',
    price: '价格',
    instead: '原价',
    button: '按钮',
  },
};

const longest = 1_000;

/** How a language strings its sentences together. */
const unspacedMarks = { stop: '。', colon: '：', space: '', open: '（', close: '）' };
const spacedMarks = { stop: '.', colon: ': ', space: ' ', open: ' (', close: ')' };

const shortened = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

/** Where the language is not known, only the words on the ad are said. */
export function altTextOf(recipe: Recipe, kind: 'still' | 'film'): string {
  const { language } = recipe;
  return shortened(language === 'other' ? wordsAlone(recipe) : inLanguage(recipe, language, kind));
}

function wordsAlone({ copy, brand }: Recipe): string {
  const said = [brand.name, copy.headline, copy.body, copy.price, copy.oldPrice, copy.button, copy.smallPrint, brand.webAddress];
  return joinSentences(
    said
      .map(drawableText)
      .filter(Boolean)
      .map((text) => (text === brand.webAddress ? text : endSentence(text))),
  );
}

function inLanguage(recipe: Recipe, language: RuledLanguage, kind: 'still' | 'film'): string {
  const say = phrases[language];
  const marks = language === 'ja' || language === 'zh' ? unspacedMarks : spacedMarks;
  const sentence = (text: string) => (/[.!?…。！？]$/u.test(text) ? text : text + marks.stop);
  const { copy, brand } = recipe;
  const [name, price, old, small] = [brand.name, copy.price, copy.oldPrice, copy.smallPrint].map(drawableText);
  const opening = `${kind === 'film' ? say.film : say.advertisement}${name ? marks.open + name + marks.close : ''}`;
  const isPhoto = recipe.route === 'framed' || (recipe.route === 'multiply' && kind === 'film');
  const shown = isPhoto ? say.photo : say.ground[recipe.look];
  const words = [copy.headline, copy.body].map(drawableText).filter(Boolean).map(sentence).join(marks.space);
  const instead = old && (marks === spacedMarks ? ` ${say.instead} ${old}` : `（${say.instead}${old}）`);
  const parts = [
    `${opening}${marks.colon}${shown}${marks.stop}`,
    words && `${say.text}${marks.colon}${words}`,
    price && `${say.price}${marks.colon}${price}${instead}${marks.stop}`,
    copy.button && `${say.button}${marks.colon}${sentence(drawableText(copy.button))}`,
    small && sentence(small),
    drawableText(brand.webAddress),
  ];
  return parts.filter(Boolean).join(marks.space);
}
