/** Japanese: every sentence the bot says; it ends them in です and ます. */

import { neverHere } from '../../errors.ts';
import type { Language, LookId, Route } from '../../generation/recipe.ts';
import { localeNames } from '../locale.ts';

import { inLocale } from './in-locale.ts';
import { account } from './ja/account.ts';
import { brand, product } from './ja/brand.ts';
import { commands } from './ja/commands.ts';
import { exportPage } from './ja/export.ts';
import { buttons, form, help, settings } from './ja/forms.ts';
import { home } from './ja/home.ts';
import { approval, ownAds, pack, platform, proposals } from './ja/library.ts';
import { byMail } from './ja/mail.ts';
import { notAllowed } from './ja/permissions.ts';
import { portal } from './ja/portal.ts';
import { policy, privacy } from './ja/privacy.ts';
import { adProblem, briefProblem, photoProblem, photoWarning } from './ja/problems.ts';
import { admin, team, welcome } from './ja/team.ts';
import type { Wording } from './wording.ts';

const { number, megabytes, ordinal, size } = inLocale('ja');
const place = (ahead: number): string => ordinal(ahead + 1, { other: '番目' });
const about = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? 'あと1分未満' : `あと約${number(minutes)}分`;
};
const languageNames: Record<Language, string> = {
  en: '英語',
  de: 'ドイツ語',
  fr: 'フランス語',
  es: 'スペイン語',
  ja: '日本語',
  zh: '中国語（簡体字）',
  other: 'その他の言語',
};
const lookNames: Record<LookId, string> = {
  editorial: 'エディトリアル',
  block: 'ブロック',
  spotlight: 'スポットライト',
  magazine: 'マガジン',
  minimal: 'ミニマル',
  offer: 'オファー',
};

const routeNames: Record<Route, string> = {
  cutout: '商品を切り抜き',
  multiply: '白い背景に色付け',
  framed: '写真全体',
};

export const ja: Wording = {
  languageNames,
  lookNames,

  stage(stage, ahead, waitMs) {
    switch (stage) {
      case 'looking':
        return '写真を確認しています…';
      case 'ideas':
        return '3つの案を描いています…';
      case 'queued':
        return ahead === 0
          ? '順番待ち中です。次があなたの番です。'
          : `順番待ち中です（${place(ahead)}${waitMs === null ? '' : `、${about(waitMs)}`}）。このまま離れても大丈夫です。結果はここに届きます。`;
      case 'stills':
        return '画像を描いています…';
      case 'film':
        return '動画を描いています…';
      case 'delivering':
        return 'ファイルをスレッドに投稿しています…';
      default:
        return neverHere(stage);
    }
  },

  briefProblem,
  fileTooBig: (name, limitBytes) =>
    `「${name}」は、フォームで受け取れる上限の${megabytes(Math.floor(limitBytes / 1_000_000))}を超えています。ファイルを小さくするか、メッセージとして投稿して「${commands.actions['ad-from-message']}」（「Make an ad from this」）を選んでください。`,
  photoProblem,
  photoWarning,
  adProblem,

  queuedInShell: (ahead) => (ahead === 0 ? '順番待ち中です。次があなたの番です。' : `順番待ち中です（${place(ahead)}）。`),
  noWorker: '1分以内に引き受けるAdwrightがありませんでした。npm startで起動してから、もう一度お試しください。',
  photoRefused: () => '次の写真は使用できませんでした。',
  nothingLost: `文章は24時間保存されます。「${buttons.retry}」を押すと、別の写真で続けられます。`,
  keptPhotos: (names) => `前回の写真: ${names.join('、')}。下で追加するか、そのまま空欄にしてください。`,
  errorId: (id) => `エラー ${id}`,
  gaveUp: 'こちら側の不具合が数分間続いたため、処理を中止しました。',
  cannotWork: 'こちら側に不具合があり、もう一度試しても解決しません。',
  notDoneTitle: 'この操作を完了できませんでした。',
  tryLater: 'しばらくしてからもう一度お試しください。また起きたときは、このボットの管理者にエラー番号をお伝えください。',
  inputKept: `文章は24時間保存されます。「${buttons.retry}」を押すと、もう一度送信できます。`,
  failedTitle: '広告を作成できませんでした。',
  retryHint: `文章と写真は24時間保存されます。「${buttons.retry}」を押すと、もう一度作成できます。`,
  directClosed: `自分だけに見える結果をご希望ですが、あなたに直接メッセージを送ることができません。ダイレクトメッセージを許可してから「${buttons.retry}」を押してください。まだ何も作成していません。`,
  notFinished: 'この広告はまだ完成していません。',
  isShared: 'この広告はすでにチャンネルにあります。',
  takenBackUnseen:
    'チャンネルから取り下げました。ダイレクトメッセージを送れないため、今はどこにも表示されていません。/ad show でもう一度表示できます。',
  shownWhereAsked: '依頼されたチャンネルに、新しいメッセージとして表示しました。',
  notShown:
    'そこには広告を表示できませんでした。場所がなくなったか、私がメンバーではありません。広告は /ad list に残っています。',
  notShared: `そのチャンネルには投稿できませんでした。チャンネルがなくなったか、私がメンバーではありません。招待してから、もう一度「${buttons.share}」を押してください。`,
  moreTitle: (headline) => (headline ? `「${headline}」のその他の操作` : 'この広告のその他の操作'),
  tooManyOpen: (most) =>
    `作成中の広告が、同時に作成できる上限の${number(most)}件に達しています。完成を待つか、/ad cancel でいくつか中止してから、もう一度お試しください。`,
  filesSent: 'ファイルとテキストをダイレクトメッセージでお送りしました。',
  filesNeedDirect:
    'ファイルはダイレクトメッセージでお送りしますが、あなたに送ることができません。ダイレクトメッセージを許可してから、もう一度押してください。',
  alreadyAsked: 'そのバージョンはすでに依頼されています。上に表示されているか、作成中です。',
  alreadyChosen: 'すでにいずれかの案が選ばれたか、広告が中止されています。',
  cancelled: '中止しました。これ以上は何も作成しません。',
  cancelTooLate: 'この広告はすでに完成しているため、中止するものがありませんでした。代わりに削除できます。',
  adGone: 'この広告はもうありません。削除されたか、完成しませんでした。/ad と入力すると、新しく作成できます。',
  notYours: 'この広告を変更、中止、削除できるのは、依頼した人だけです。/ad と入力すると、自分の広告を作成できます。',
  photoForgotten: `ご希望どおり、広告の作成後に写真を消去しました。「${buttons.editText}」を押すと、もう一度渡せます。そこで別のスタイルも選べます。`,
  photoForgottenAfterFailure: `写真はもうありません。失敗した場合、写真は24時間だけ保存されます。「${buttons.retry}」を押すと、もう一度渡せます。`,
  channelGone:
    'そのチャンネルはアーカイブされたか、なくなったため、何も作成していません。別のチャンネルで /ad と入力してください。',
  onlyFirst: (taken, given) => `メッセージには画像が${number(given)}枚あります。最初の${number(taken)}枚だけを使用します。`,
  storesDown: 'こちら側で応答のない部分があります。失われたものはありません。1分ほどしてからもう一度お試しください。',
  notTaken:
    '受け付けられませんでした。こちら側で応答のない部分があり、何も開始していません。入力内容は残っていますので、もう一度ボタンを押してください。',
  notTakenPress: '受け付けられませんでした。こちら側で応答のない部分があり、何も開始していません。もう一度押してください。',
  formNotOpened: 'フォームを時間内に開けませんでした。何も開始していません。もう一度お試しください。',
  noPictureInMessage: 'このメッセージには画像がありません。ここに写真を追加してください。',
  ready: '広告が完成しました。',
  notAllowed,
  notInChannel: `私はそのチャンネルのメンバーではないため、返信できず、何も作成していません。招待してから「${buttons.retry}」を押してください。`,
  understood(copy, language) {
    const parts = [
      copy.price && `価格 ${copy.price}`,
      copy.oldPrice && `元の価格 ${copy.oldPrice}`,
      `言語 ${languageNames[language]}`,
      copy.button && `ボタン「${copy.button}」`,
    ];
    return `読み取った内容: ${parts.filter(Boolean).join('、')}。`;
  },
  leftOut: (sentences) =>
    `文章のうち${number(sentences)}文が画像に入りませんでした。「${buttons.editText}」を押すと、表示する内容を選べます。`,
  leftOutOfText: (sentences) => `画像に入らなかった文: ${sentences.join(' ')}`,
  missingGlyphs: (characters) => `${characters.join(' ')} を表示できる書体がないため、省きました。`,
  cannotWrite: (characters) =>
    `${characters.join(' ')} を表示できる書体がなく、文章のほとんどが読めなくなるため、何も作成していません。別の文字で入力してください。`,
  madeBy: (look, route) =>
    `スタイル: ${lookNames[look]}、${routeNames[route]}。あなたの写真からここで描きました。AIモデルも外部のパートナーも使用していません。`,
  filesBelow: (pictures, films) => `スレッドに画像が${number(pictures)}枚${films ? `と動画が${number(films)}本` : ''}あります。`,
  shownSmaller: (pixels, mostBytes) =>
    `ここでは幅${number(pixels)}ピクセルに縮小して表示しています。この場所に送れるファイルは${size(mostBytes)}までです。元のファイルは「${buttons.getFiles}」から受け取れます。`,
  tooLargeHere: (count, mostBytes) =>
    `${number(count)}件のファイルはここに表示していません。この場所に送れるファイルは${size(mostBytes)}までです。「${buttons.getFiles}」を押すとすべて受け取れます。`,
  version: (version) => (version > 1 ? `バージョン${number(version)}` : ''),

  localeNames,
  commands,
  settings,
  approval,
  ownAds,
  pack,
  brand,
  product,
  platform,
  home,
  account,
  byMail,
  portal,
  privacy,
  exportPage,
  policy,
  proposals,
  team,
  admin,
  welcome,

  form,
  buttons,
  help,
};
