/** The price on the ad is what the product costs, never another amount of the brief. */
import { describe, expect, it } from 'vitest';
import { writeCopy } from '../../../src/generation/copy/write-copy.ts';

const copyOf = (text: string) => writeCopy({ text, words: {} }).copy;

describe('amounts that are no price', () => {
  it.each([
    '$5 off this week',
    'Free shipping on orders over $50. Soap',
    'Win €500 in our raffle',
    'Win a €500 voucher',
    'Spend $50 and get a free mug',
    'Candles, now with $10 new customer discount',
    'A gift card worth €25 for every guest',
    'Earn €20 cashback',
    'Orders from €40 ship free',
    '5 € Rabatt auf alles',
    'Spare 20 € auf alles',
    'Bei uns sparst du jetzt bis zu 20 €',
    'Gratis Versand ab 50 €',
    'Ab 50 € Bestellwert liefern wir gratis',
    'Ab 50 € versandkostenfrei',
    'Gutschein im Wert von 50 €',
    'Gewinne 500 € beim Gewinnspiel',
    'Économisez 20 € cette semaine',
    '5 € de réduction',
    '10 € de remise sur tout',
    "Un cadeau dès 50 € d'achat",
    'Livraison gratuite à partir de 50 €',
    'Gagnez 500 €',
    'Ahorra 20 € esta semana',
    'Envío gratis desde 50 €',
    '5 € de descuento',
    'Gana 500 €',
    'Regalo en pedidos de más de 50 €',
    'Over $5M raised',
  ])('shows no price: %s', (text) => {
    expect(copyOf(text)).toMatchObject({ price: '', oldPrice: '' });
    expect(copyOf(text).headline).not.toMatch(/(?:over|from|ab|dès|desde|de|worth|von)$/iu);
  });

  it.each([
    ['$5 off this week', '$5 off this week'],
    ['Free shipping on orders over $50. Soap', 'Free shipping on orders over $50'],
    ['Win €500 in our raffle', 'Win €500 in our raffle'],
    ['Gratis Versand ab 50 €', 'Gratis Versand ab 50 €'],
  ])('leaves the sentence whole: %s', (text, headline) => {
    expect(copyOf(text).headline).toBe(headline);
  });

  it.each([
    ['save £200 a year. Smart thermostat £149', '£149', 'Save £200 a year', 'Smart thermostat.'],
    ['Gratis Versand ab 50 €. Handgemachte Seife 6,90 €', '6,90 €', 'Gratis Versand ab 50 €', 'Handgemachte Seife.'],
    ['Livraison gratuite dès 50 €. Savon 6,90 €', '6,90 €', 'Livraison gratuite dès 50 €', 'Savon.'],
    ['Envío gratis desde 50 €. Jabón 6,90 €', '6,90 €', 'Envío gratis desde 50 €', 'Jabón.'],
    ['Soap €5, free shipping over €50', '€5', 'Soap, free shipping over €50', ''],
    ['Seife 6,90 € zzgl. 4,90 € Versand', '6,90 €', 'Seife 6,90 € zzgl. 4,90 € Versand', ''],
  ])('finds the real price beside another amount: %s', (text, price, headline, body) => {
    expect(copyOf(text)).toMatchObject({ price, oldPrice: '', headline, body });
  });
});

describe('a price in any currency', () => {
  it.each([
    '8,90 Euro',
    '15 euros',
    '5 dollars',
    '20 pounds',
    '99 cents',
    '99 ct',
    '99 Cent',
    'Rs. 499',
    'Rs.499/-',
    'R$ 49,90',
    'A$ 20',
    'C$ 20',
    '5 Fr',
    'Fr. 12.-',
    '12,-',
    '5 Franken',
    '250 Kč',
    '49 euros le flacon',
    '12,90 € les 250 g',
    '9,95 € la botella',
    '$6 a loaf',
    'ab 399 € p. P.',
  ])('is kept as it was typed: %s', (price) => {
    expect(copyOf(`Good bread. ${price}`)).toMatchObject({ headline: 'Good bread', price });
  });

  it.each([
    ['Kerzen statt 10,90 Euro jetzt 8,90 Euro', 'Kerzen', '8,90 Euro', '10,90 Euro'],
    ['Brot, statt 1,20 € nur 99 Cent', 'Brot', '99 Cent', '1,20 €'],
    ['Pizza kostet 12,-', 'Pizza kostet 12,-', '12,-', ''],
  ])('strikes the old one and reads on: %s', (text, headline, price, oldPrice) => {
    expect(copyOf(text)).toMatchObject({ headline, price, oldPrice });
  });

  it.each([
    'Lose 20 pounds in 8 weeks',
    'Dog food for dogs over 20 pounds',
    '20 pounds of flour',
    '18 ct gold rings',
    'Mo. bis Fr. 9–18 Uhr',
    'Vom 5.–8. Mai geöffnet',
    'Watch the Euro 2028 with us',
    'Im Schnitt 1.095 € Erstattung',
  ])('is not seen in a weight, a date, an hour or a refund: %s', (text) => {
    expect(copyOf(text)).toMatchObject({ price: '', oldPrice: '' });
  });
});

describe('a price that fell', () => {
  it.each([
    ['reduced from €99 to €79', 'Reduced from €99 to €79', '€79', '€99'],
    ['Running shoes reduced from €99 to €79', 'Running shoes', '€79', '€99'],
    ['Running shoes from €99 to only €79', 'Running shoes', '€79', '€99'],
    ['Laufschuhe von 99 € auf 79 €', 'Laufschuhe', '79 €', '99 €'],
    ['Laufschuhe von 99 € auf 79 € reduziert', 'Laufschuhe', '79 €', '99 €'],
    ['Chaussures de 99 € à 79 €', 'Chaussures', '79 €', '99 €'],
    ['Zapatillas de 99 € a 79 €', 'Zapatillas', '79 €', '99 €'],
    ['Running shoes €99, now €79', 'Running shoes', '€79', '€99'],
    ['Laufschuhe von 99 auf 79 €', 'Laufschuhe von 99 auf 79 €', '79 €', ''],
    ['Soap €5. Shampoo was €9 now €7', 'Soap', '€5', ''],
  ])('shows the new price and strikes the old one of the same product: %s', (text, headline, price, oldPrice) => {
    expect(copyOf(text)).toMatchObject({ headline, price, oldPrice });
  });
});

describe('price ranges and units', () => {
  it.each([
    ['Scented candles from €5 to €20', 'from €5'],
    ['Kerzen von 5 € bis 20 €', 'von 5 € bis 20 €'],
    ['Candles €5–€9', '€5–€9'],
    ['Kerzen 5–9 €', '5–9 €'],
    ['Candles from only €5', 'from only €5'],
    ['Yoga for £9 a month', '£9 a month'],
  ])('keeps a price as it was typed: %s', (text, price) => {
    expect(copyOf(text).price).toBe(price);
  });

  it('keeps the upper end of a range in its sentence', () => {
    expect(copyOf('Scented candles from €5 to €20').headline).toBe('Scented candles from €5 to €20');
  });

  it.each(['Lavender honey €7.50/500 g', 'Lavender honey, €7.50 / 500 g.'])('keeps the unit with the price: %s', (text) => {
    expect(copyOf(text)).toMatchObject({ headline: 'Lavender honey', price: expect.stringMatching(/^€7\.50 ?\/ ?500 g$/u) });
  });

  it.each([
    ['Our soap costs €5', 'Our soap costs €5'],
    ['For €5 you get soap', 'For €5 you get soap'],
    ['Soap €5, shampoo €7', 'Soap €5, shampoo €7'],
    ['Soap €5 plus shipping', 'Soap €5 plus shipping'],
    ['Soap €5 with lavender', 'Soap with lavender'],
    ['Soap (€5)', 'Soap'],
  ])('takes the price out of a sentence only where the rest still reads: %s', (text, headline) => {
    expect(copyOf(text)).toMatchObject({ headline, price: '€5' });
  });

  it('never ends the headline inside a price', () => {
    const { headline } = copyOf('Winterjacken für alle Kinder von 99 € auf 79 € und Schals 9 €');
    expect(headline).not.toMatch(/99 €$/u);
  });
});
