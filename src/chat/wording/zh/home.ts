/** Simplified Chinese: the bot's own page. */
import type { Wording } from '../wording.ts';

export const home: Wording['home'] = {
  title: 'Adwright',
  none: '你还没有制作过广告。一张商品照片和一句话就够了。',
  recent: '你最近的广告',
  audienceHere: '结果会发到你提出请求的地方：那个频道或消息串，或者我们的私信。',
  audienceMe: '结果只发给你，在我们的私信里。',
  settings: '更改设置',
  partners: '没有连接任何 AI 合作方，广告在这里绘制。',
};
