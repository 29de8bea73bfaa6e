/** Draws one ad and says everything that is wrong with it, judged by its pixels and its layout report. */
import { luminancesIn, measuredContrast } from '../../../adapters/studio/worker/colour/pixels.ts';
import type { Art } from '../../../adapters/studio/worker/drawing/art.ts';
import { drawStill } from '../../../adapters/studio/worker/drawing/draw-still.ts';
import { grow, intersects, isInside, type LayoutReport } from '../../../adapters/studio/worker/layout/placed.ts';
import { smallestPx } from '../../../adapters/studio/worker/layout/words.ts';
import { type Format, formats, type StillId } from '../../../src/generation/formats.ts';
import type { Copy, Recipe } from '../../../src/generation/recipe.ts';

const plain: Copy = {
  headline: 'Slow mornings, bottled',
  body: 'Cold brew coffee, steeped for eighteen hours.',
  button: 'Order now',
  price: '€19.90',
  oldPrice: '€24.90',
  smallPrint: '',
};

export type Words = { copy: Copy; language: Recipe['language']; brandName: string; webAddress: string };

export const words = {
  short: { copy: plain, language: 'en', brandName: 'Fjord Coffee', webAddress: 'fjord.coffee' },
  long: {
    copy: {
      headline: 'Eighteen hours of patience in every single bottle',
      body: 'Small-batch cold brew from organic beans, steeped overnight in Oslo and delivered cold to your door by bike every Friday.',
      button: 'Find your nearest store',
      price: '€1,299.00',
      oldPrice: '€1,499.00',
      smallPrint: 'Offer valid until 31 December while stocks last. Shipping within the EU only.',
    },
    language: 'en',
    brandName: 'Fjord Coffee Roasters and Company',
    webAddress: 'www.fjord-coffee-roasters.example',
  },
  'one word': {
    copy: { headline: 'Fjord', body: '', button: 'Shop', price: '', oldPrice: '', smallPrint: '' },
    language: 'en',
    brandName: '',
    webAddress: '',
  },
  'German compound': {
    copy: {
      headline: 'Donaudampfschifffahrtskaffee für Frühaufsteher',
      body: 'Kaltgebrüht, achtzehn Stunden lang.',
      button: 'Jetzt entdecken',
      price: 'ab 19,90 €',
      oldPrice: '',
      smallPrint: 'Nur solange der Vorrat reicht.',
    },
    language: 'de',
    brandName: 'Fjord Kaffee',
    webAddress: 'fjord.coffee',
  },
  'several German compounds': {
    copy: {
      headline: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze trifft Kaltgetränkeautomatenmanufaktur',
      body: 'Handgefertigte Rindslederhandschuhe mit Schafwollinnenfutter: Mindesthaltbarkeitsdatumsüberprüfung eingeschlossen.',
      button: 'Veranstaltungskalender ansehen',
      price: '1.299,00 €',
      oldPrice: '1.499,00 €',
      smallPrint: 'Nur solange der Vorrat reicht. Rechtsschutzversicherungsgesellschaften ausgenommen.',
    },
    language: 'de',
    brandName: 'Fjord Kaffeemanufaktur',
    webAddress: 'kaffeemanufaktur.example',
  },
  Japanese: {
    copy: {
      headline: '朝が変わる、コールドブリュー',
      body: '18時間かけてゆっくり抽出した、まろやかで苦くない一杯を毎週金曜日にお届けします。',
      button: '今すぐ購入',
      price: '1,980円（税込）',
      oldPrice: '2,480円',
      smallPrint: '※数量限定。なくなり次第終了します。',
    },
    language: 'ja',
    brandName: 'フィヨルド珈琲',
    webAddress: 'fjord.coffee',
  },
  'short Japanese': {
    copy: { headline: '朝が、ゆっくり始まる。', body: '', button: '詳しく見る', price: '¥1,980', oldPrice: '', smallPrint: '' },
    language: 'ja',
    brandName: 'Fjord Coffee',
    webAddress: '',
  },
  Chinese: {
    copy: {
      headline: '清晨的第一口冷萃，慢下来',
      body: '精选有机咖啡豆，十八小时低温慢萃，顺滑不苦涩，每周五送到您家门口。',
      button: '立即购买',
      price: '99元',
      oldPrice: '199元',
      smallPrint: '数量有限，售完即止。图片仅供参考。',
    },
    language: 'zh',
    brandName: '峡湾咖啡',
    webAddress: 'fjord.coffee',
  },
  Russian: {
    copy: {
      headline: 'Утро начинается с холодного кофе',
      body: 'Восемнадцать часов заваривания: мягкий вкус и ни капли горечи.',
      button: 'Заказать',
      price: '1 490 ₽',
      oldPrice: '1 990 ₽',
      smallPrint: 'Количество ограничено. Подробности на сайте.',
    },
    language: 'other',
    brandName: 'Фьорд Кофе',
    webAddress: 'fjord.coffee',
  },
  Greek: {
    copy: {
      headline: 'Ο καφές που περίμενες όλη μέρα',
      body: 'Δεκαοκτώ ώρες αργής εκχύλισης: απαλός και ποτέ πικρός.',
      button: 'Παράγγειλε τώρα',
      price: '19,90 €',
      oldPrice: '24,90 €',
      smallPrint: 'Όσο υπάρχουν αποθέματα.',
    },
    language: 'other',
    brandName: 'Φιόρδ Καφές',
    webAddress: 'fjord.coffee',
  },
  Vietnamese: {
    copy: {
      headline: 'Buổi sáng chậm rãi cùng cà phê ủ lạnh',
      body: 'Ủ mười tám giờ, êm dịu và không bao giờ đắng.',
      button: 'Đặt hàng ngay',
      price: '99.000 đ',
      oldPrice: '129.000 đ',
      smallPrint: 'Số lượng có hạn.',
    },
    language: 'other',
    brandName: 'Cà Phê Vịnh Xanh',
    webAddress: 'fjord.coffee',
  },
  'no price': {
    copy: { ...plain, price: '', oldPrice: '' },
    language: 'en',
    brandName: 'Fjord Coffee',
    webAddress: 'fjord.coffee',
  },
  'no brand name': { copy: plain, language: 'en', brandName: '', webAddress: '' },
} as const satisfies Record<string, Words>;

export function recipeOf(look: Recipe['look'], route: Recipe['route'], text: Words, palette: Recipe['palette']): Recipe {
  const { copy, language, brandName, webAddress } = text;
  return { look, route, copy, language, palette, brand: { name: brandName, colours: [], webAddress } };
}

/** Capitals of Greek words have no accents, which are not missed. */
const letters = (text: string) =>
  text
    .toLocaleUpperCase('el')
    .normalize('NFC')
    .replace(/[\s\-–]/gu, '');

function textFaults(recipe: Recipe, report: LayoutReport): string[] {
  const wanted: [string, string][] = [
    ['headline', recipe.copy.headline],
    ['body', recipe.copy.body],
    ['button', recipe.copy.button],
    ['price', recipe.copy.price],
    ['old-price', recipe.copy.oldPrice],
    ['small-print', recipe.copy.smallPrint],
    ['brand', report.logo ? '' : recipe.brand.name],
    ['address', recipe.brand.webAddress],
  ];
  return wanted.flatMap(([role, text]) => {
    const drawn = report.texts.filter((one) => one.role === role).flatMap((one) => one.lines);
    return letters(drawn.join('')) === letters(text) ? [] : [`${role} reads "${drawn.join('|')}" instead of "${text}"`];
  });
}

function placeFaults(format: Format, report: LayoutReport): string[] {
  const faults: string[] = [];
  report.texts.forEach((one, index) => {
    if (!isInside(one.box, format.safe, 1)) faults.push(`${one.role} leaves the safe box`);
    if (one.px < 24 - 0.01) faults.push(`${one.role} is only ${one.px} px`);
    for (const other of report.texts.slice(index + 1)) {
      if (intersects(grow(one.box, -1), grow(other.box, -1))) faults.push(`${one.role} lies on ${other.role}`);
    }
  });
  const { logo } = report;
  if (logo && !isInside(logo.box, format.safe, 1)) faults.push('the logo leaves the safe box');
  for (const one of logo ? report.texts : []) {
    if (logo && intersects(grow(one.box, -1), logo.box)) faults.push(`the logo lies on ${one.role}`);
  }
  const headline = report.texts.find((one) => one.role === 'headline');
  if (logo && headline && logo.box.height > Math.max(headline.px * 1.2, 56)) faults.push('the logo is louder than the headline');
  return faults;
}

type Pixels = { data: Uint8ClampedArray; width: number; height: number };

function contrastFaults(report: LayoutReport, behind: Pixels): string[] {
  return report.texts.flatMap((one) => {
    const contrast = measuredContrast(luminancesIn(behind, one.box, 4_000), one.colour);
    return contrast >= (one.isLarge ? 3 : 4.5) ? [] : [`${one.role} has a contrast of only ${contrast.toFixed(2)}`];
  });
}

/** Every pixel that the letters changed lies in the box of some text; so nothing is drawn that the report hides. */
function inkFaults(report: LayoutReport, withText: Pixels, without: Pixels): string[] {
  const boxes = report.texts.map((one) => grow(one.box, one.px * 0.16 + 3));
  for (let y = 0; y < without.height; y += 3) {
    for (let x = 0; x < without.width; x += 3) {
      const at = (y * without.width + x) * 4;
      const change =
        Math.abs((withText.data[at] ?? 0) - (without.data[at] ?? 0)) +
        Math.abs((withText.data[at + 1] ?? 0) - (without.data[at + 1] ?? 0));
      if (change < 24) continue;
      if (!boxes.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height))
        return [`ink outside every text at ${x},${y}`];
    }
  }
  return [];
}

/** The part of the logo's outline that stands out from what is really around it, drawn or left out. */
function logoFaults(art: Art, report: LayoutReport, behind: Pixels): string[] {
  if (!art.logo) return [];
  if (!report.logo) return ['the logo is missing'];
  const { box, plate } = report.logo;
  if (art.logo.isRectangle) return [];
  if (plate) return measuredContrast(art.logo.outline, plate) >= 1.5 ? [] : ['the logo is lost on its plate'];
  const { x, y, height } = box;
  const beside = luminancesIn(behind, { x, y: y - 4, width: box.width, height: 3 }, 400);
  const below = luminancesIn(behind, { x, y: y + height + 1, width: box.width, height: 3 }, 400);
  const grounds = [...beside, ...below].sort();
  const ground = grounds[Math.floor(grounds.length / 2)] ?? 1;
  const seen = art.logo.outline.filter((own) => (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05) >= 2.2);
  return seen.length >= art.logo.outline.length * 0.8 ? [] : ['the logo is lost on its ground'];
}

/** A banner may leave words out, but never a part of some: and what it shows is whole, apart and readable. */
export async function displayFaultsOf(recipe: Recipe, id: StillId, art: Art): Promise<string[]> {
  const format: Format = formats[id];
  const { report } = await drawStill(recipe, format, art);
  const bare = await drawStill(recipe, format, art, { withText: false });
  const { width, height } = format;
  const behind = { data: bare.canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height };
  const shown = new Set<string>(report.texts.map(({ role }) => role));
  const cut = textFaults(recipe, report).filter((fault) => shown.has(fault.split(' ')[0] ?? ''));
  const small = report.texts.flatMap(({ role, px }) => (px < smallestPx(format) * 0.99 ? [`${role} is only ${px} px`] : []));
  const apart = placeFaults(format, report).filter((fault) => !/is only/.test(fault) && !/louder/.test(fault));
  return [
    ...(shown.has('headline') ? [] : ['there is no headline']),
    ...cut,
    ...small,
    ...apart,
    ...contrastFaults(report, behind),
  ];
}

/** Empty when the ad is sound. */
export async function faultsOf(recipe: Recipe, id: StillId, art: Art): Promise<string[]> {
  const format = formats[id];
  const whole = await drawStill(recipe, format, art);
  const bare = await drawStill(recipe, format, art, { withText: false });
  const { width, height } = format;
  const read = (canvas: typeof whole.canvas): Pixels => ({
    data: canvas.getContext('2d').getImageData(0, 0, width, height).data,
    width,
    height,
  });
  const behind = read(bare.canvas);
  return [
    ...textFaults(recipe, whole.report),
    ...placeFaults(format, whole.report),
    ...contrastFaults(whole.report, behind),
    ...logoFaults(art, whole.report, behind),
    ...inkFaults(whole.report, read(whole.canvas), behind),
  ];
}
