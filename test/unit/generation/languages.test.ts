import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../src/generation/copy/guess-language.ts';
import { buttonTexts } from '../../../src/generation/copy/neutral-words.ts';
import { findPrices } from '../../../src/generation/copy/prices.ts';
import { copyLimits, writeCopy } from '../../../src/generation/copy/write-copy.ts';
import { writeHeadlines } from '../../../src/generation/copy/write-headlines.ts';
import { extentOf } from '../../../src/generation/copy/writing.ts';

const copyOf = (text: string) => writeCopy({ text, words: {} }).copy;

const japanese = [
  'コールドブリューコーヒーの広告を作ってください。まろやかで苦くない。通常3,000円のところ、今なら1,980円（税込）！',
  'Fjordのコールドブリュー。18時間かけてゆっくり抽出、まろやかで苦くない。1,980円',
  '新発売！毎日使えるレザートートバッグ、軽くて丈夫、A4サイズも入ります。価格は¥12,800から',
  '初回限定50%OFF。5,000円以上で送料無料',
  '手作りの無添加石けんでお肌にやさしい毎日を始めてみませんか',
  '朝の一杯を変える、まろやかなコーヒー',
];
const chinese = [
  '帮我做一个冷萃咖啡的广告：十八小时低温慢萃，顺滑不苦涩，现价99元，原价199元',
  '我们的新款跑鞋轻如羽毛，适合每天跑步的人。限时特价￥399起！',
  '满200减50元，全场包邮',
  '我们在市中心开了一家全新的手工面包店欢迎大家前来品尝新鲜出炉的面包',
];

describe('the language of an ad', () => {
  it.each([
    ['朝の一杯を変える、まろやかなコーヒー', 'ja'],
    ['送料無料 期間限定', 'ja'],
    ['Fjord Coffeeの新しいコールドブリュー', 'ja'],
    ['清晨的第一口冷萃', 'zh'],
    ['Apple 手机壳，限时优惠', 'zh'],
    ['這個夏天，讓我們一起喝冰咖啡', 'other'],
    ['Кофе холодного заваривания, мягкий и без горечи', 'other'],
    ['Ο καφές που περίμενες. Απαλός και ποτέ πικρός', 'other'],
    ['커피 한 잔의 여유', 'other'],
    ['Il nostro caffè freddo, morbido e mai amaro', 'other'],
    ['Nasza kawa na zimno, łagodna i nigdy gorzka', 'other'],
    ['Cà phê ủ lạnh, êm dịu và không đắng', 'other'],
    ['O nosso café frio, suave e nunca amargo, para você', 'other'],
    ['Running shoes light as a feather', 'en'],
    ['Café Löwenzahn: Kuchen wie bei Oma', 'de'],
    ['Sale', 'en'],
  ])('is guessed from script and small words: %s', (text, language) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it('is what the person says, whatever their text looks like', () => {
    expect(writeCopy({ text: 'Sale', words: {}, language: 'ja' }).copy.button).toBe('詳しく見る');
  });
});

describe('a price in Japanese or Chinese', () => {
  it.each([
    ['今なら1,980円（税込）！', ['1,980円（税込）']],
    ['価格は¥12,800から', ['¥12,800から']],
    ['税込1,980円／個', ['税込1,980円／個']],
    ['限时特价￥399起！', ['￥399起']],
    ['只要99元', ['99元']],
    ['１，９８０円', ['１，９８０円']],
    ['5,000円以上で送料無料、500円OFF、300円引き、1,000円分のクーポン', []],
    ['满200减50元，立减30元，送20元红包', []],
    ['元旦快乐', []],
  ])('is kept as it was typed, and savings are none: %s', (text, prices) => {
    expect(findPrices(text).map((price) => price.text)).toEqual(prices);
  });

  it.each([
    ['通常3,000円のところ、今なら1,980円', '1,980円', '3,000円'],
    ['3,000円→1,980円', '1,980円', '3,000円'],
    ['现价99元，原价199元', '99元', '199元'],
    ['从199元降至99元', '99元', '199元'],
  ])('stands beside the old one: %s', (text, price, oldPrice) => {
    expect(copyOf(`冷萃咖啡コーヒー。${text}`)).toMatchObject({ price, oldPrice });
  });
});

describe('copy by rules in Japanese and Chinese', () => {
  const characters = (text: string) => [...text].filter((one) => /[\p{L}\p{N}]/u.test(one));

  it.each([...japanese, ...chinese])('takes every character from the brief or the neutral list: %s', (text) => {
    const { language } = writeCopy({ text, words: {} });
    if (language !== 'ja' && language !== 'zh') throw new Error(language);
    for (const copy of writeHeadlines({ text, words: {} })) {
      const { button, ...said } = copy;
      expect(Object.values(buttonTexts[language])).toContain(button);
      for (const one of Object.values(said)) for (const sign of characters(one)) expect(text).toContain(sign);
    }
  });

  it.each([...japanese, ...chinese])('has headlines of at most fifteen full-width characters: %s', (text) => {
    for (const { headline } of writeHeadlines({ text, words: {} })) {
      expect(headline.length).toBeGreaterThan(0);
      expect(extentOf(headline)).toBeLessThanOrEqual(copyLimits.unspacedHeadline);
      expect(headline).not.toMatch(/[、，。のをとや的和]$/u);
    }
  });

  it.each([
    [japanese[0], { headline: 'コールドブリューコーヒー', body: 'まろやかで苦くない。', button: '購入する' }],
    [japanese[4], { headline: '手作りの無添加石けんでお肌に', body: '…やさしい毎日を始めてみませんか。', button: '詳しく見る' }],
    [japanese[5], { headline: '朝の一杯を変える', body: 'まろやかなコーヒー。', price: '' }],
    [chinese[0], { headline: '冷萃咖啡：十八小时低温慢萃', body: '顺滑不苦涩。', price: '99元', oldPrice: '199元' }],
    [chinese[2], { headline: '满200减50元，全场包邮', price: '', button: '了解更多' }],
    ['見出し：朝が変わる\n本文：ゆっくり抽出。\nボタン：今すぐ買う', { headline: '朝が変わる', button: '今すぐ買う' }],
  ])('breaks at marks and between phrases: %s', (text = '', copy) => {
    expect(copyOf(text)).toMatchObject(copy);
  });

  it('offers other sentences to begin with', () => {
    const { length } = writeHeadlines({ text: chinese[1] ?? '', words: {} });
    expect(length).toBeGreaterThan(1);
  });
});

describe('copy in a language whose rules are not known', () => {
  it.each([
    'Кофе холодного заваривания, мягкий и без горечи, всего 19,90 € вместо 24,90 €',
    'Il nostro caffè freddo, morbido e mai amaro. A soli 19,90 €',
    '這個夏天，讓我們一起喝冰咖啡。原價199元，現價99元',
  ])('has nothing of ours in it, and no amount is called the price: %s', (text) => {
    for (const { button, price, oldPrice, headline, body } of writeHeadlines({ text, words: {} })) {
      expect([button, price, oldPrice]).toEqual(['', '', '']);
      const said = `${headline} ${body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const word of said) expect(text.toLowerCase()).toContain(word);
    }
  });

  it('has the button and the price that the person names', () => {
    const text = 'Кофе без горечи\nButton: Купить\nPrice: 490 ₽';
    expect(copyOf(text)).toMatchObject({ headline: 'Кофе без горечи', button: 'Купить', price: '490 ₽' });
  });
});
