/** Simplified Chinese: choosing among ideas, and what a person made. */
import { neverHere } from '../../../errors.ts';
import type { TextField } from '../../../generation/placements.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';

const { number, day, size, list } = inLocale('zh');

export const approval: Wording['approval'] = {
  askTitle: '请求审批',
  askSubmit: '发送请求',
  approver: '请谁来审批？',
  approverHint: '对方会收到一条带两个按钮的消息。广告有任何修改，都会重新请求审批。',
  nobody: '请选择一个人。',
  changesTitle: '要求修改',
  changesSubmit: '发送',
  note: '需要修改什么？',
  noteMissing: '请用几个词说明需要修改什么。',
  closed: '我无法直接给那个人发消息，对方没有允许。还没有询问任何人。请对方允许接收我的私信，或者把广告分享到频道里再询问。',
  notThere: '那个人看不到这则广告所在的频道。还没有询问任何人。请邀请对方加入，或者询问其他人。',
  notYou: '这条广告请的是别人来审批。',
  asked: '，',
  asks: ' 想请你确认这条广告能否投放。',
  asksPlain: '有人想请你确认一条广告能否投放。',
  approve: '批准',
  requestChanges: '要求修改',
  status(state) {
    switch (state) {
      case 'asked':
        return '等待审批：';
      case 'approved':
        return '已批准：';
      case 'changes':
        return '要求修改：';
      default:
        return neverHere(state);
    }
  },
};

const fieldNames: Record<TextField, string> = { primary: '主要文字', headline: '标题', description: '描述' };

export const pack: Wording['pack'] = {
  title: (headline) => (headline ? `“${headline}”的文件` : '这条广告的文件'),
  below: '文件在这条消息的消息串里。文字可以直接复制：',
  field: (field, count, most) =>
    `${fieldNames[field]}，${number(count)} / ${number(most)} 个字符${count > most ? '：太长了，请缩短' : ''}`,
  others: (count) => `另外 ${number(count)} 个投放位置的文字在 texts.txt 里。`,
  offer: '优惠',
  points: '卖点',
  button: '按钮',
  altText: '替代文字，供看不到图片的人使用',
  smaller: (count, mostBytes) => `私信中的文件最大 ${size(mostBytes)}，因此有 ${number(count)} 个文件降低了画质。`,
  tooLarge: (names) => `即使缩小也太大，无法发送：${list(names)}。请向我的管理员索取。`,
};

export const proposals: Wording['proposals'] = {
  title: '三个创意。要把哪一个制作成所有尺寸？',
  line: (number, look, headline) => `${number} ${look}：${headline}`,
  use: (number) => `用 ${number}`,
  others: '其他创意',
  altText: '三条并排的广告，编号为 1 到 3，各有自己的风格和标题',
};

export const ownAds: Wording['ownAds'] = {
  title: '你的广告',
  empty: '你还没有制作过广告。输入 /ad 和一句话，制作第一条。',
  none: '没有符合条件的广告。输入 /ad list 查看全部。',
  nothingOpen: '你现在没有正在制作的广告。',
  line: (place, title, version, state, made) =>
    `${place}. ${title}${version > 1 ? `，第 ${number(version)} 版` : ''}：${state}，${day(made)}`,
  more: (count) => `还有 ${number(count)} 条。加上词语可以缩小范围：/ad list 咖啡`,
  show: (number) => `查看 ${number}`,
  cancel: (number) => `取消 ${number}`,
  state(state) {
    switch (state) {
      case 'preparing':
      case 'proposing':
      case 'queued':
      case 'drawing':
      case 'made':
        return '制作中';
      case 'choosing':
        return '等你选择创意';
      case 'delivered':
      case 'showing':
        return '已完成';
      case 'failed':
        return '失败';
      case 'refused':
      case 'cancelled':
      case 'erasing':
        return '已结束';
      default:
        return neverHere(state);
    }
  },
};

/** Where a platform works differently from the others. */
export const platform: Wording['platform'] = {
  notHere: '我无法在这里工作，因为不能在这里发布结果。请在添加了我的服务器里使用，或者直接给我发消息。',
  buttonTooOld: '这个按钮太旧了，我已经不知道它是做什么的。输入 /ad generate 重新开始。',
  formLost: '你的表单还开着时我重启了，所以什么都没有开始。输入 /ad generate 重新开始。你的文字是：',
  openForm: '打开表单',
  backToForm: '返回表单',
  makeAd: '制作广告',
  picturesFound: (count) => (count === 1 ? '要用这张照片制作广告吗？' : `要用这 ${number(count)} 张照片制作广告吗？`),
  confirm: { text: '此操作无法撤销。', yes: '是', no: '否' },
};
