/** Japanese: choosing among ideas, and what a person made. */
import { neverHere } from '../../../errors.ts';
import type { TextField } from '../../../generation/placements.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { number, day, size, list } = inLocale('ja');

export const approval: Wording['approval'] = {
  askTitle: '承認を依頼',
  askSubmit: '依頼',
  approver: '誰に承認してもらいますか？',
  approverHint: 'ボタンが2つ付いたメッセージが届きます。広告を変更すると、承認は取り直しになります。',
  nobody: '相手を選んでください。',
  changesTitle: '修正を依頼',
  changesSubmit: '送信',
  note: 'どこを修正しますか？',
  noteMissing: 'どこを修正するか、短い言葉で教えてください。',
  closed:
    'その方には直接メッセージを送れません（受信が許可されていません）。まだ誰にも依頼していません。私からのダイレクトメッセージを許可してもらうか、広告をチャンネルに共有してから依頼してください。',
  notThere:
    'その方は、この広告があるチャンネルを見られません。まだ誰にも依頼していません。チャンネルに招待するか、別の方に依頼してください。',
  notYou: 'この広告の承認は、ほかの人に依頼されています。',
  asked: ' さん、',
  asks: ' さんが、この広告を公開してよいか確認を求めています。',
  asksPlain: '広告を公開してよいか、確認を求められています。',
  approve: '承認',
  requestChanges: '修正を依頼',
  status(state) {
    switch (state) {
      case 'asked':
        return '承認待ち:';
      case 'approved':
        return '承認済み:';
      case 'changes':
        return '修正の依頼:';
      default:
        return neverHere(state);
    }
  },
};

const fieldNames: Record<TextField, string> = { primary: 'メインテキスト', headline: '見出し', description: '説明文' };

export const pack: Wording['pack'] = {
  title: (headline) => (headline ? `「${headline}」のファイル` : 'この広告のファイル'),
  below: 'ファイルはこのメッセージのスレッドにあります。テキストはそのままコピーできます。',
  field: (field, count, most) =>
    `${fieldNames[field]}、${number(count)} / ${number(most)}文字${count > most ? '（長すぎます。短くしてください）' : ''}`,
  others: (count) => `ほかの${number(count)}か所のテキストは texts.txt にあります。`,
  offer: '特典',
  points: 'ポイント',
  button: 'ボタン',
  altText: '代替テキスト（画像を見られない方のため）',
  smaller: (count, mostBytes) =>
    `ダイレクトメッセージで送れるファイルは${size(mostBytes)}までのため、${number(count)}件のファイルは画質を下げて送ります。`,
  tooLarge: (names) => `縮小しても大きすぎて送れません: ${list(names)}。このボットの管理者にお問い合わせください。`,
};

export const proposals: Wording['proposals'] = {
  title: '3つの案です。どれをすべてのサイズで作成しますか？',
  line: (number, look, headline) => `${number} ${look}: ${headline}`,
  use: (number) => `${number}を使う`,
  others: 'ほかの案',
  altText: '横に並んだ3つの広告。1から3の番号が付き、それぞれスタイルと見出しが異なる',
};

export const ownAds: Wording['ownAds'] = {
  title: 'あなたの広告',
  empty: 'まだ広告がありません。/ad に続けて一文を入力すると、最初の広告を作成できます。',
  none: '該当する広告がありません。/ad list と入力すると、すべて表示します。',
  nothingOpen: '現在、作成中の広告はありません。',
  line: (place, title, version, state, made) =>
    `${place}. ${title}${version > 1 ? `、バージョン${number(version)}` : ''}: ${state}、${day(made)}`,
  more: (count) => `ほかに${number(count)}件あります。言葉を加えて絞り込めます: /ad list コーヒー`,
  show: (number) => `${number}を表示`,
  cancel: (number) => `${number}を中止`,
  state(state) {
    switch (state) {
      case 'preparing':
      case 'proposing':
      case 'queued':
      case 'drawing':
      case 'made':
        return '作成中';
      case 'choosing':
        return '案の選択待ち';
      case 'delivered':
      case 'showing':
        return '完成';
      case 'failed':
        return '失敗';
      case 'refused':
      case 'cancelled':
      case 'erasing':
        return '終了';
      default:
        return neverHere(state);
    }
  },
};

/** Where a platform works differently from the others. */
export const platform: Wording['platform'] = {
  notHere:
    'ここでは結果を投稿できないため、作業できません。私が追加されているサーバーで使うか、私に直接メッセージを送ってください。',
  buttonTooOld: 'このボタンは古く、何のためのものかわからなくなりました。/ad generate と入力して、やり直してください。',
  formLost:
    'フォームが開いている間に私が再起動したため、何も開始していません。/ad generate と入力して、やり直してください。入力された文章:',
  openForm: 'フォームを開く',
  backToForm: 'フォームに戻る',
  makeAd: '広告を作成',
  picturesFound: (count) =>
    count === 1 ? 'この写真から広告を作成しますか？' : `この${number(count)}枚の写真から広告を作成しますか？`,
  confirm: { text: '元に戻すことはできません。', yes: 'はい', no: 'いいえ' },
};
