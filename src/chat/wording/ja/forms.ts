/** Japanese: forms, buttons and help. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { commands } from './commands.ts';

const { number } = inLocale('ja');

export const form: Wording['form'] = {
  title: '広告を作成',
  editTitle: 'テキストを編集',
  sameAdInTitle: '別の言語で作成',
  languageMissing: '言語を選んでください。',
  submit: '広告を作成',
  editSubmit: 'バージョンを作成',
  cancel: '閉じる',
  photos: '商品の写真',
  photosHint: '5枚まで。JPEG、PNG、WebP、AVIF、TIFF、HEIC。切り抜ける最初の写真を主役にします。',
  brief: '広告で何を伝えますか？',
  briefPlaceholder: 'Fjordの水出しコーヒー。まろやかで苦くない。¥1,980（通常 ¥2,480）',
  briefHint: '一文で十分です。価格は自動で読み取ります。言葉を勝手に足すことはありません。',
  briefCut: (left) => `文章がフォームの上限を超えていたため、最後の${number(left)}文字を省きました。`,
  places: 'どこに掲載しますか？',
  placesHint: '空欄にすると、6つのサイズすべてを作成します。',
  film: '画像ですか、動画もですか？',
  filmNo: '画像',
  filmYes: '画像と動画',
  language: '広告の言語',
  languageGuess: '入力した文章と同じ',
  buttonText: 'ボタンの文字',
  buttonTextHint: '空欄なら、対応言語では自動で選びます。「-」でボタンなしになります。',
  buttonMissing: 'この言語ではボタンの文字を選べません。文字を入力するか、ボタンなしなら「-」を入力してください。',
  keep: '写真のその後',
  keepYes: '広告と一緒に保存する（変更が数秒で済みます）',
  keepNo: '広告ができたらすぐに消去する',
  keepMissing: 'どちらかを選んでください。こちらで決めることはありません。',
  audience: '誰に見せますか？',
  audienceHere: 'ここにいる全員',
  audienceMe: '自分だけ（ダイレクトメッセージ）',
  headline: '見出し',
  body: '本文',
  button: 'ボタン',
  price: '価格',
  oldPrice: '元の価格',
  smallPrint: '注意書き',
  look: 'スタイル',
  photoAgain: '写真をもう一度',
  photoAgainHint: 'ご希望どおり、広告の作成後に消去しました。',
  loading: '少々お待ちください…',
};

export const settings: Wording['settings'] = {
  title: 'マイ設定',
  save: '保存',
  saved: '保存しました。次の広告から反映されます。',
  ideas: '広告を依頼したとき',
  ideasYes: 'まず3つの案を見る',
  ideasNo: 'すぐにすべて作成する',
  locale: '私との会話の言語',
  localePlatform: 'このアプリの言語（わかる場合）',
};

export const buttons: Wording['buttons'] = {
  anotherLook: '別のスタイル',
  editText: 'テキストを編集',
  wholePhoto: '写真全体を使う',
  cutOut: '商品を切り抜く',
  makeVideo: '動画を作成',
  more: 'その他',
  sameAdIn: '同じ広告を別の言語で…',
  askApproval: '承認を依頼',
  editRest: '注意書きとスタイルを編集',
  getFiles: 'ファイルを入手',
  share: 'チャンネルで共有',
  takeBack: 'チャンネルから取り下げる',
  remove: '削除',
  cancel: '中止',
  retry: '再試行',
  removeTitle: 'この広告を削除しますか？',
  removeText: 'メッセージとファイル、このバージョンについて保存された内容がすべて削除されます。元に戻すことはできません。',
  removeYes: '削除する',
  removeNo: '残す',
};

export const help: Wording['help'] = {
  summary: '広告の作り方',
  lines: [
    '/ad に続けて一文を入力し、商品の写真を追加すると、完成した広告がこのチャンネルに届きます。',
    `または、画像のあるメッセージのメニューを開き、「${commands.actions['ad-from-message']}」（「Make an ad from this」）を選びます。`,
    'まず3つの案が表示され、選んだ案をすべてのサイズで作成します。この流れと、結果を誰に見せるかは /ad settings で変更できます。',
    `結果の下: ${buttons.anotherLook}、${buttons.editText}、${buttons.makeVideo}、${buttons.more}。作成中: ${buttons.cancel}。`,
    `/ad brand にはブランドのロゴ、色、テキストを、/ad products には結果の「${buttons.more}」から保存した商品をまとめておけます。`,
    '/ad list で作成した広告を一覧表示し、/ad show で呼び戻し、/ad cancel で未完成の広告を中止します。',
  ],
};
