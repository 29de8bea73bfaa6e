/** Japanese: who may use the bot, how much room there is, and what admins see. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, moment } = inLocale('ja');

export const team: Wording['team'] = {
  notForYou:
    'まだご利用が許可されていないため、何も作成していません。このワークスペースの管理者に /ad admin で許可してもらってください。',
  notHere:
    'このチャンネルでは利用が許可されていないため、何も作成していません。別のチャンネルで /ad と入力するか、このワークスペースの管理者に /ad admin で許可してもらってください。',
  notAdmin: 'この操作は、このワークスペースの管理者だけが、そのチャンネル内で行えます。',
  stopped: '停止しました。依頼した方にはお知らせしました。',
  removed: '削除しました。依頼した方にはお知らせしました。',
  stoppedForYou: (title) => `ワークスペースの管理者が広告「${title}」を停止しました。これ以上は作成されません。`,
  removedForYou: (title) => `ワークスペースの管理者が広告「${title}」を削除しました。`,
  storageNearlyFull: (percent) =>
    `このワークスペースの保存容量は${number(percent)} %使われています。不要な広告を削除してください: /ad list`,
  storageFull: (mostMb) =>
    `このワークスペースの保存容量（${number(mostMb)} MB）がいっぱいのため、何も作成していません。不要な広告を削除してください。/ad list と入力し、「1を表示」、「${buttons.more}」、「${buttons.remove}」の順に押します。管理者は /ad admin ですべての広告を確認できます。`,
  makeOwn: '自分用に作る',
  photosOfCopy: (count) =>
    count === 0
      ? 'この広告の写真は作成後に消去されました。写真を追加してください。'
      : 'この広告の写真を引き継ぎます。追加した写真があれば、そちらを先に使います。',
  copyWithoutPhotos: `この広告の写真はもうありません。「${buttons.retry}」を押して写真を追加してください。まだ何も作成していません。`,
};

export const admin: Wording['admin'] = {
  title: 'このワークスペースでのボット',
  rules({ are, everywhere, openAds }) {
    const who = {
      everyone: '全員が',
      admins: '管理者だけが',
      chosen: '管理者と、管理者が選んだ人が',
    };
    const where = everywhere ? 'すべてのチャンネルで' : '選ばれたチャンネルで';
    return `${who[are]}${where}利用できます。1人が同時に作成できる広告は${number(openAds)}件までです。`;
  },
  storage: ({ usedMb, mostMb, percent }) => `保存容量: ${number(mostMb)} MB中${number(usedMb)} MB（${number(percent)} %）。`,
  underWay: '作成中',
  nothing: '現在作成中のものはありません。',
  finished: '最近完成したもの',
  privateAd: '非公開の広告',
  line: (at, title, state, asked) => `${at}. ${title}: ${state}、${moment(asked)} UTC`,
  inLine: (place) => `順番待ち${number(place)}番目`,
  more: (count) => `ほかに${number(count)}件あります。`,
  change: 'ルールを変更',
  stop: (at) => `${at}を停止`,
  remove: (at) => `${at}を削除`,

  formTitle: 'ルール',
  save: '保存',
  saved: '保存しました。1分以内にすべての場所で有効になります。',
  who: '誰が利用できますか？',
  whoOption(who) {
    switch (who) {
      case 'everyone':
        return '全員';
      case 'admins':
        return '管理者だけ';
      case 'chosen':
        return '管理者と、下で選んだ人';
      default:
        return neverHere(who);
    }
  },
  chosen: '利用できる人',
  chosenWithRoles: '利用できる人とロール',
  chosenHint: '上で3番目を選んだ場合だけ有効です。',
  chosenMissing: '1つ以上選んでください。',
  channels: '広告を依頼できるチャンネル',
  channelsHint: '空欄ならすべて。スレッドはそのチャンネルとして扱います。',
  openAds: '1人が同時に作成できる広告の数',
  openAdsHint: (least, most) => `${least}から${most}までの数字。`,
  openAdsWrong: (least, most) => `${least}から${most}までの数字を入力してください。`,
  storageMb: '保存容量（MB）',
  storageHint: (mostMb) => `空欄なら${number(mostMb)}（ここでの上限）になります。`,
  storageWrong: '点やカンマのない整数を入力するか、空欄にしてください。',
};

export const welcome: Wording['welcome'] = {
  hello: 'はじめまして。商品写真1枚と一文から、必要なサイズの広告をすべて仕上げます。',
  steps: [
    '1. 広告を作るチャンネルに招待してください。',
    '2. そこで最初の広告を作成: /ad',
    '3. ブランドを登録: /ad brand',
    '4. 誰がどこで利用できるかを設定: /ad admin',
  ],
  sample: '見本の広告を作る',
  sampleBrief: 'Fjordのコールドブリュー。なめらかで、苦みがありません。2,490円のところ1,990円',
  samplePhoto: '見本の写真を使います。写真を追加すると、代わりにその商品の広告を作ります。',
};
