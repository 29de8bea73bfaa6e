/** Japanese: the pages inside an export. */
import type { Entry } from '../../privacy/export/export-facts.ts';
import type { Wording } from '../wording.ts';

type Category = Exclude<Entry['category'], 'media'>;

const moments = new Intl.DateTimeFormat('ja', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const categories: Record<Category, string> = {
  account: 'ここであなたが誰であるかの情報と、あなたの設定',
  identities: 'あなたのID',
  consents: '何にいつ同意したか',
  ads: 'あなたの広告（入力した文章、言葉、スタイル）',
  products: '保存した商品',
  brands: '作成したブランド',
  disclosures: 'パートナーに渡ったもの',
  requests: '過去24時間の依頼の内容',
  usage: '過去24時間の利用データ',
  messages: '広告を投稿した場所',
};

export const exportPage: Wording['exportPage'] = {
  title: 'あなたについて保存されているすべてのデータ',
  made: (date) => `作成日時: ${moments.format(date)} UTC`,
  parts: 'コピーが分割して届いた場合は、すべての画像が表示されるように、全部を1つのフォルダーに展開してください。',
  records: 'データの記録',
  categories,
  ads: 'あなたの広告',
  photo: '保存されている商品写真',
  leftOut: '含まれていないものと、その理由',
  readme: [
    'これは、Adwrightがあなたについて保存しているすべてのデータのコピーです。',
    '',
    'index.html をブラウザーで開いてください。インターネット接続は必要ありません。',
    '.json と .jsonl のファイルはプログラム用です。その内容は schema フォルダーに記されています。',
    'manifest.json は、すべてのファイルとそのSHA-256の一覧です。manifest.sig は、運営者によるその署名（Ed25519）です。',
    'コピーが分割して届いた場合は、全部を同じフォルダーに展開してください。',
    '分割されたファイル（.001、.002 など）は、次のコマンドでつなぎ合わせます: cat FILE.0* > FILE   Windowsの場合: copy /b FILE.001+FILE.002 FILE',
  ],
};
