/** What a person who cannot see the ad should hear, in the ad's language. */
import type { Language, LookId, Recipe } from '../../../src/generation/recipe.ts';
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

const phrases: Record<Language, Phrases> = {
  en: {
    advertisement: 'Advertisement',
    film: 'Advertising film without speech',
    ground: {
      editorial: 'the product in front of an arch on warm paper',
      block: 'the product on a bold two-colour ground',
      spotlight: 'the product in a spotlight on a dark stage',
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
    },
    photo: 'una foto del producto',
    text: 'Texto',
    price: 'Precio',
    instead: 'en lugar de',
    button: 'Botón',
  },
};

const longest = 1_000;

const sentence = (text: string) => (/[.!?…]$/u.test(text) ? text : `${text}.`);

export function altTextOf(recipe: Recipe, kind: 'still' | 'film'): string {
  const say = phrases[recipe.language];
  const { copy, brand } = recipe;
  const name = drawableText(brand.name);
  const opening = `${kind === 'film' ? say.film : say.advertisement}${name === '' ? '' : ` (${name})`}`;
  const shown = recipe.route === 'cutout' ? say.ground[recipe.look] : say.photo;
  const words = [copy.headline, copy.body].map(drawableText).filter(Boolean).map(sentence).join(' ');
  const price = drawableText(copy.price);
  const old = drawableText(copy.oldPrice);
  const parts = [
    `${opening}: ${shown}.`,
    words && `${say.text}: ${words}`,
    price && `${say.price}: ${price}${old && ` ${say.instead} ${old}`}.`,
    copy.button && `${say.button}: ${sentence(drawableText(copy.button))}`,
    drawableText(copy.smallPrint) && sentence(drawableText(copy.smallPrint)),
    drawableText(brand.webAddress),
  ];
  const text = parts.filter(Boolean).join(' ');
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
