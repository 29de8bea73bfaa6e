/** Simplified Chinese: every sentence the bot says; it says 你. */

import { neverHere } from '../../errors.ts';
import type { Language, LookId, Route } from '../../generation/recipe.ts';
import { localeNames } from '../locale.ts';

import { inLocale } from './in-locale.ts';
import type { Wording } from './wording.ts';
import { account } from './zh/account.ts';
import { brand, product } from './zh/brand.ts';
import { commands } from './zh/commands.ts';
import { exportPage } from './zh/export.ts';
import { buttons, form, help, settings } from './zh/forms.ts';
import { home } from './zh/home.ts';
import { approval, ownAds, pack, platform, proposals } from './zh/library.ts';
import { byMail } from './zh/mail.ts';
import { notAllowed } from './zh/permissions.ts';
import { portal } from './zh/portal.ts';
import { policy, privacy } from './zh/privacy.ts';
import { adProblem, briefProblem, photoProblem, photoWarning } from './zh/problems.ts';
import { admin, team, welcome } from './zh/team.ts';

const { number, megabytes, size } = inLocale('zh');
const place = (ahead: number): string => `排在第 ${number(ahead + 1)} 位`;
const about = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? '还需不到 1 分钟' : `还需约 ${number(minutes)} 分钟`;
};
const languageNames: Record<Language, string> = {
  en: '英语',
  de: '德语',
  fr: '法语',
  es: '西班牙语',
  ja: '日语',
  zh: '简体中文',
  other: '其他语言',
};
const lookNames: Record<LookId, string> = {
  editorial: '杂志',
  block: '色块',
  spotlight: '聚光',
  magazine: '画报',
  minimal: '极简',
  offer: '特惠',
};

const routeNames: Record<Route, string> = {
  cutout: '商品已抠图',
  multiply: '白色背景已着色',
  framed: '整张照片',
};

export const zh: Wording = {
  languageNames,
  lookNames,

  stage(stage, ahead, waitMs) {
    switch (stage) {
      case 'looking':
        return '正在查看你的照片…';
      case 'ideas':
        return '正在绘制三个创意…';
      case 'queued':
        return ahead === 0
          ? '正在排队，下一个就是你。'
          : `正在排队，${place(ahead)}${waitMs === null ? '' : `，${about(waitMs)}`}。你可以先离开，结果会发到这里。`;
      case 'stills':
        return '正在绘制图片…';
      case 'film':
        return '正在绘制视频…';
      case 'delivering':
        return '正在把文件放进消息串…';
      default:
        return neverHere(stage);
    }
  },

  briefProblem,
  fileTooBig: (name, limitBytes) =>
    `“${name}”超过了 ${megabytes(Math.floor(limitBytes / 1_000_000))}，这是表单能接收的上限。请缩小文件，或者作为消息发送，再选择“${commands.actions['ad-from-message']}”（“Make an ad from this”）。`,
  photoProblem,
  photoWarning,
  adProblem,

  queuedInShell: (ahead) => (ahead === 0 ? '正在排队，下一个就是你。' : `正在排队，${place(ahead)}。`),
  noWorker: '一分钟内没有正在运行的 Adwright 接手。请用 npm start 启动一个，然后重试。',
  photoRefused: (count) => (count === 1 ? '无法使用这张照片：' : '无法使用这些照片：'),
  nothingLost: `你的文字会保留 24 小时：点击“${buttons.retry}”，换一张照片继续。`,
  keptPhotos: (names) => `之前的照片：${names.join('、')}。可在下方继续添加，也可留空。`,
  errorId: (id) => `错误 ${id}`,
  gaveUp: '我这边有几分钟出了问题，所以停止了尝试。',
  cannotWork: '我这边出了问题，再试一次也没有用。',
  notDoneTitle: '这件事没能完成。',
  tryLater: '请稍后再试。如果再次发生，请把错误编号告诉管理这个机器人的人。',
  inputKept: `你的文字会保留 24 小时：点击“${buttons.retry}”即可重新提交。`,
  failedTitle: '广告没能做成。',
  retryHint: `你的文字和照片会保留 24 小时：点击“${buttons.retry}”即可再试一次。`,
  directClosed: `你希望结果只有自己能看到，但我无法直接给你发消息。请允许我给你发私信，然后点击“${buttons.retry}”；目前还没有制作任何内容。`,
  notFinished: '这条广告还没有完成。',
  isShared: '这条广告已经在频道里了。',
  takenBackUnseen: '它已从频道撤下。我无法直接给你发消息，所以现在哪里都不会显示：输入 /ad show 可以再次显示。',
  shownWhereAsked: '它在你提出请求的频道里，以一条新消息显示。',
  notShown: '无法在那里展示广告：该位置已不存在，或者我不是成员。广告仍在 /ad list 中。',
  notShared: `我无法在那个频道里发布：频道已不存在，或者我不是成员。请邀请我加入，然后再次点击“${buttons.share}”。`,
  moreTitle: (headline) => (headline ? `“${headline}”的更多操作` : '这条广告的更多操作'),
  tooManyOpen: (most) =>
    `你有 ${number(most)} 条广告正在制作，已达到同时制作的上限。请等其中一条完成，或用 /ad cancel 取消几条，然后再试一次。`,
  filesSent: '文件和文字已通过私信发给你。',
  filesNeedDirect: '我通过私信发送文件，但你没有允许我给你发消息。请允许我给你发私信，然后再次点击。',
  alreadyAsked: '这个版本已经要求过了：就在上方，或者正在制作中。',
  alreadyChosen: '其中一个创意已被选用，或者广告已取消。',
  cancelled: '已取消。不会再制作任何内容。',
  cancelTooLate: '这条广告已经完成，没有什么可取消的。你可以改为删除它。',
  adGone: '这条广告已不存在：它被删除了，或者从未完成。输入 /ad 可以制作新的广告。',
  notYours: '只有发起这条广告的人才能修改、取消或删除它。输入 /ad 可以制作你自己的广告。',
  photoForgotten: `按照你的选择，照片在广告做好后已被清除。点击“${buttons.editText}”重新提供照片；在那里也可以选择别的风格。`,
  photoForgottenAfterFailure: `照片已经不在了：制作失败后，照片只保留 24 小时。点击“${buttons.retry}”重新提供照片。`,
  channelGone: '那个频道已归档或不存在，所以没有制作任何内容。请在别的频道输入 /ad。',
  onlyFirst: (taken, given) => `这条消息有 ${number(given)} 张图片，只使用前 ${number(taken)} 张。`,
  storesDown: '我这边有部分服务暂时没有响应。没有丢失任何内容，请过一分钟再试。',
  notTaken: '未能接收：我这边有部分服务没有响应，什么都没有开始。你填写的内容还在，请再次点击按钮。',
  notTakenPress: '未能接收：我这边有部分服务没有响应，什么都没有开始。请再次点击。',
  formNotOpened: '表单没能及时打开。什么都没有开始，请再试一次。',
  noPictureInMessage: '这条消息没有图片。请在这里添加一张照片。',
  ready: '你的广告做好了。',
  notAllowed,
  notInChannel: `我不在那个频道里，无法在那里回复，所以没有制作任何内容。请邀请我加入，然后点击“${buttons.retry}”。`,
  understood(copy, language) {
    const parts = [
      copy.price && `价格 ${copy.price}`,
      copy.oldPrice && `原价 ${copy.oldPrice}`,
      `语言 ${languageNames[language]}`,
      copy.button && `按钮“${copy.button}”`,
    ];
    return `我的理解：${parts.filter(Boolean).join('，')}。`;
  },
  leftOut: (sentences) => `你的文字中有 ${number(sentences)} 句在图片上放不下。点击“${buttons.editText}”选择要显示的内容。`,
  leftOutOfText: (sentences) => `图片上放不下：${sentences.join(' ')}`,
  missingGlyphs: (characters) => `我没有 ${characters.join(' ')} 的字形，所以省略了。`,
  cannotWrite: (characters) =>
    `我没有 ${characters.join(' ')} 的字形，广告上大部分文字会无法阅读，所以没有制作任何内容。请换一种文字。`,
  madeBy: (look, route) =>
    `“${lookNames[look]}”风格，${routeNames[route]}。由我在这里根据你的照片绘制，没有使用 AI 模型，也没有合作方参与。`,
  filesBelow: (pictures, films) => `消息串里有 ${number(pictures)} 张图片${films ? `和 ${number(films)} 段视频` : ''}。`,
  shownSmaller: (pixels, mostBytes) =>
    `这里显示的是缩小版，宽 ${number(pixels)} 像素：此处的文件最大 ${size(mostBytes)}。完整文件请点击“${buttons.getFiles}”获取。`,
  tooLargeHere: (count, mostBytes) =>
    `有 ${number(count)} 个文件没有显示在这里：此处的文件最大 ${size(mostBytes)}。点击“${buttons.getFiles}”可获取全部文件。`,
  version: (version) => (version > 1 ? `第 ${number(version)} 版` : ''),

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
