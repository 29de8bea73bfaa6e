/** Simplified Chinese: forms, buttons and help. */
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { commands } from './commands.ts';

const { number } = inLocale('zh');

export const form: Wording['form'] = {
  title: '制作广告',
  editTitle: '编辑文字',
  sameAdInTitle: '换一种语言',
  languageMissing: '请选择一种语言。',
  submit: '制作广告',
  editSubmit: '制作新版本',
  cancel: '关闭',
  photos: '商品照片',
  photosHint: '最多 5 张，JPEG、PNG、WebP、AVIF、TIFF 或 HEIC。第一张能抠图的照片作为主图。',
  brief: '广告要说些什么？',
  briefPlaceholder: 'Fjord 冷萃咖啡，顺滑不苦。现价 ¥128，原价 ¥168',
  briefHint: '一句话就够了。价格会自动识别，不会编造任何文字。',
  briefCut: (left) => `你的文字超出了表单的容量，最后 ${number(left)} 个字符已略去。`,
  places: '在哪里投放？',
  placesHint: '留空则制作全部六种尺寸。',
  film: '图片还是视频？',
  filmNo: '图片',
  filmYes: '图片和视频',
  language: '广告的语言',
  languageGuess: '与我的文字相同',
  buttonText: '按钮文字',
  buttonTextHint: '留空时，我会用认识的语言自动选择。填“-”表示不要按钮。',
  buttonMissing: '我对这种语言不够熟悉，无法选择按钮文字。请填写文字，或填“-”表示不要按钮。',
  keep: '之后如何处理你的照片',
  keepYes: '与广告一起保留，修改只需几秒',
  keepNo: '广告做好后立即清除',
  keepMissing: '请选择一项，我不会替你选择。',
  audience: '谁能看到？',
  audienceHere: '这里的所有人',
  audienceMe: '只有我，通过私信发送',
  headline: '标题',
  body: '正文',
  button: '按钮',
  price: '价格',
  oldPrice: '原价',
  smallPrint: '附注小字',
  look: '风格',
  photoAgain: '再次提供照片',
  photoAgainHint: '按照你的选择，照片在广告做好后已被清除。',
  loading: '请稍候…',
};

export const settings: Wording['settings'] = {
  title: '我的设置',
  save: '保存',
  saved: '已保存，从下一条广告开始生效。',
  ideas: '我要制作广告时',
  ideasYes: '先看三个创意',
  ideasNo: '直接全部制作',
  locale: '与我交流的语言',
  localePlatform: '此应用的语言（如果我能识别）',
};

export const buttons: Wording['buttons'] = {
  anotherLook: '换个风格',
  editText: '编辑文字',
  wholePhoto: '使用整张照片',
  cutOut: '抠出商品',
  makeVideo: '制作视频',
  more: '更多',
  sameAdIn: '同款广告换语言…',
  askApproval: '请求审批',
  editRest: '编辑附注小字和风格',
  getFiles: '获取文件',
  share: '分享到频道',
  takeBack: '从频道撤回',
  remove: '删除',
  cancel: '取消',
  retry: '重试',
  removeTitle: '删除这条广告？',
  removeText: '消息、文件以及为这个版本保存的所有内容都会被删除。此操作无法撤销。',
  removeYes: '删除',
  removeNo: '保留',
};

export const help: Wording['help'] = {
  summary: '如何制作广告',
  lines: [
    '输入 /ad 和一句话，添加一张商品照片，做好的广告就会发到这个频道。',
    `或者打开一条带图片的消息的菜单，选择“${commands.actions['ad-from-message']}”（“Make an ad from this”）。`,
    '你会先看到三个创意，选中的那个会制作成所有尺寸。用 /ad settings 可以更改这一点，以及谁能看到结果。',
    `每个结果下方：${buttons.anotherLook}、${buttons.editText}、${buttons.makeVideo}、${buttons.more}。制作过程中：${buttons.cancel}。`,
    `/ad brand 保存你各个品牌的标志、颜色和文字；/ad products 保存你在结果下方通过“${buttons.more}”存下的商品。`,
    '/ad list 列出你做过的广告，/ad show 重新显示一条，/ad cancel 停止尚未完成的广告。',
  ],
};
