/** Japanese: the bot's own page. */
import type { Wording } from '../wording.ts';

export const home: Wording['home'] = {
  title: 'Adwright',
  none: 'まだ広告がありません。商品の写真と一文があれば作成できます。',
  recent: '最近の広告',
  audienceHere: '結果は、依頼した場所（チャンネル、スレッド、または私とのダイレクトメッセージ）に届きます。',
  audienceMe: '結果は、私とのダイレクトメッセージであなただけに届きます。',
  settings: '設定を変更',
  partners: 'AIパートナーには接続していません。広告はここで描いています。',
};
