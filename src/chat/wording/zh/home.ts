/** Simplified Chinese: the bot's own page. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { list } = inLocale('zh');

export const home: Wording['home'] = {
  title: 'Adwright',
  recent: '你最近的广告',
  audienceHere: '结果会发到你提出请求的地方：那个频道或消息串，或者我们的私信。',
  audienceMe: '结果只发给你，在我们的私信里。',
  settings: '更改设置',
  partners: '没有连接任何 AI 合作方，广告在这里绘制。',
  next: '下一步：',
  firstAd: '制作你的第一则广告。一张商品照片和一句话就够了。',
  choose: (title) => `从“${title}”的三个创意中选择一个。`,
  makeBrand: '创建品牌套件，之后每则广告都会带上它的标志、颜色和文字。',
  anotherAd: '再制作一则广告。',
  chooseButton: '选择创意',
  brandUsual: (name) => `品牌：“${name}”，用于没有另选品牌的地方。用 /ad brand 查看和修改。`,
  brandNone: '品牌：还没有。',
  brandChosen: (count) => `品牌：${count} 个套件，用于有人选择它们的地方。用 /ad brand 查看。`,
  notAccepted: '你的数据：你还没有同意任何内容。制作第一则广告时我会询问你。',
  photosKept: '按照你的选择，照片会与广告一起保留。',
  photosForgotten: '按照你的选择，广告完成后照片会立即被删除。',
  consentNone: (names) => `AI 合作方：${list(names)}。你没有同意任何一家，所以不会向它们发送你的任何内容：/privacy consent`,
  consentGiven: (names) => `已同意的 AI 合作方：${list(names)}。你可以随时撤回：/privacy consent`,
};
