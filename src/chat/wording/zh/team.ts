/** Simplified Chinese: who may use the bot, how much room there is, and what admins see. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, moment } = inLocale('zh');

export const team: Wording['team'] = {
  notForYou: '我还没有对你开放，所以什么都没有制作。请让此工作区的管理员用 /ad admin 向你开放。',
  notHere: '我没有在此频道开放，所以什么都没有制作。请在其他频道输入 /ad，或请此工作区的管理员用 /ad admin 在此开放。',
  notAdmin: '只有此工作区的管理员才能在其频道中进行此操作。',
  stopped: '已停止，并已告知提出请求的人。',
  removed: '已删除，并已告知提出请求的人。',
  stoppedForYou: (title) => `你所在工作区的管理员停止了你的广告“${title}”，不会再继续制作。`,
  removedForYou: (title) => `你所在工作区的管理员删除了你的广告“${title}”。`,
  storageNearlyFull: (percent) => `此工作区的存储空间已用 ${number(percent)} %。请删除不再需要的广告：/ad list`,
  storageFull: (mostMb) =>
    `此工作区的存储空间（${number(mostMb)} MB）已满，所以什么都没有制作。请删除不再需要的广告：输入 /ad list，点击“查看 1”，再点击“${buttons.more}”和“${buttons.remove}”。管理员可用 /ad admin 查看全部广告。`,
  makeOwn: '制作我自己的',
  photosOfCopy: (count) =>
    count === 0 ? '那条广告的照片在制作后已删除，请添加一张。' : '将沿用那条广告的照片。如果你添加照片，会优先使用你的。',
  copyWithoutPhotos: `那条广告的照片已不存在。请点击“${buttons.retry}”并添加一张；尚未制作任何内容。`,
};

export const admin: Wording['admin'] = {
  title: '此工作区中的机器人',
  rules({ are, everywhere, openAds }) {
    const who = { everyone: '所有人', admins: '只有管理员', chosen: '管理员及其选定的人' };
    const where = everywhere ? '所有频道' : '选定的频道';
    return `${who[are]}可以在${where}中使用我。每人同时制作的广告：最多 ${number(openAds)} 条。`;
  },
  storage: ({ usedMb, mostMb, percent }) => `存储空间：${number(usedMb)} / ${number(mostMb)} MB（${number(percent)} %）。`,
  underWay: '正在制作',
  nothing: '目前没有正在制作的广告。',
  finished: '最近完成',
  privateAd: '私密广告',
  line: (at, title, state, asked) => `${at}. ${title}：${state}，${moment(asked)} UTC`,
  inLine: (place) => `排队第 ${number(place)} 位`,
  more: (count) => `另有 ${number(count)} 条。`,
  change: '更改规则',
  stop: (at) => `停止 ${at}`,
  remove: (at) => `删除 ${at}`,

  formTitle: '规则',
  save: '保存',
  saved: '已保存，一分钟内在所有地方生效。',
  who: '谁可以使用我？',
  whoOption(who) {
    switch (who) {
      case 'everyone':
        return '这里的所有人';
      case 'admins':
        return '只有管理员';
      case 'chosen':
        return '管理员和下方选定的人';
      default:
        return neverHere(who);
    }
  },
  chosen: '可以使用我的人',
  chosenWithRoles: '可以使用我的人和身份组',
  chosenHint: '仅在选择上方第三项时有效。',
  chosenMissing: '请至少选择一项。',
  channels: '可以制作广告的频道',
  channelsHint: '留空表示所有频道。讨论串按其所属频道计算。',
  openAds: '每人同时制作的广告数',
  openAdsHint: (least, most) => `${least} 到 ${most} 之间的数字。`,
  openAdsWrong: (least, most) => `请输入 ${least} 到 ${most} 之间的数字。`,
  storageMb: '存储空间（MB）',
  storageHint: (mostMb) => `留空表示 ${number(mostMb)}，即此处允许的上限。`,
  storageWrong: '请输入不带逗号和小数点的整数，或留空。',
};

export const welcome: Wording['welcome'] = {
  hello: '你好！给我一张商品照片和一句话，我就能做好你需要的各种尺寸的广告。',
  steps: [
    '1. 邀请我加入要制作广告的频道。',
    '2. 在那里制作第一条广告：/ad',
    '3. 告诉我你的品牌：/ad brand',
    '4. 设置谁可以在哪里使用我：/ad admin',
  ],
  sample: '制作一条示例广告',
  sampleBrief: 'Fjord 冷萃咖啡，顺滑不苦。原价 ¥129，现价 ¥99',
  samplePhoto: '将使用我自带的示例照片。添加照片即可改为展示你的商品。',
};
