/** Japanese: the bot's own page. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { list } = inLocale('ja');

export const home: Wording['home'] = {
  title: 'Adwright',
  recent: '最近の広告',
  audienceHere: '結果は、依頼した場所（チャンネル、スレッド、または私とのダイレクトメッセージ）に届きます。',
  audienceMe: '結果は、私とのダイレクトメッセージであなただけに届きます。',
  settings: '設定を変更',
  partners: 'AIパートナーには接続していません。広告はここで描いています。',
  next: '次のステップ:',
  firstAd: '最初の広告を作りましょう。商品の写真と一文があれば作成できます。',
  choose: (title) => `「${title}」の3つの案から1つを選んでください。`,
  makeBrand: 'ブランドキットを作ると、すべての広告にロゴ、色、テキストが入ります。',
  anotherAd: '次の広告を作りましょう。',
  chooseButton: '案を選ぶ',
  brandUsual: (name) => `ブランド:「${name}」（ほかを選ばない場合）。/ad brand で確認と変更ができます。`,
  brandNone: 'ブランド: まだありません。',
  brandChosen: (count) => `ブランド: ${count}件のキットがあり、選んだ場所で使われます。/ad brand で確認できます。`,
  notAccepted: 'あなたのデータ: まだ何にも同意していません。最初の広告のときにお尋ねします。',
  photosKept: '写真は、お選びのとおり広告とともに保存されます。',
  photosForgotten: '写真は、お選びのとおり広告ができるとすぐに消去されます。',
  consentNone: (names) => `AIパートナー: ${list(names)}。どれにも同意していないため、何も送られません: /privacy consent`,
  consentGiven: (names) => `同意済みのAIパートナー: ${list(names)}。いつでも撤回できます: /privacy consent`,
};
