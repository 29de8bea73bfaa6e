/** Simplified Chinese: brand kits and saved products. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number } = inLocale('zh');
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('');

export const brand: Wording['brand'] = {
  title: '此工作区的品牌套件',
  none: '还没有品牌套件。创建一个，每条广告就会带上它的标志、颜色和文字。',
  line(place, kit, used) {
    const parts = [kit.hasLogo && '标志', kit.colours.join(' '), used.here && '在此使用', used.elsewhere && '默认使用'];
    return `${place}. ${kit.name}：${parts.filter(Boolean).join('，') || '文字'}`;
  },
  newKit: '新建品牌套件',
  edit: (number) => `编辑 ${number}`,
  editRest: (number) => `${number} 的更多内容`,
  useHere: (number) => `在此使用 ${number}`,
  useUsual: '在此恢复常用套件',
  remove: (number) => `删除 ${number}`,
  removeTitle: '删除这个品牌套件？',
  removeText: '它的标志和保存的所有内容都会被删除。已完成的广告保持不变。此操作无法撤销。',
  removeYes: '删除',
  removeNo: '保留',
  saveFromAd: '保存为你的品牌',

  formTitle: '品牌套件',
  save: '保存',
  name: '品牌名称',
  colours: '颜色',
  coloursHint: '最多五种，主色在前。留空则使用标志的颜色，没有标志则使用各商品的颜色。',
  coloursPlaceholder: '#123a5a #f2b705',
  logo: '标志、字体',
  logoHint: '标志最好是透明背景的 PNG；字体可用 TTF、OTF 或 WOFF2，最大 5 MB。',
  logoHintKept: '新的标志或字体（TTF、OTF、WOFF2，最大 5 MB）会取代原有的。',
  buttonText: '按钮文字',
  webAddress: '网址',
  smallPrint: '每条广告下方的附注小字',
  smallPrintPlaceholder: '仅限 18 岁以上。须遵守条款。',
  neverSay: '广告中不能出现的词语',
  neverSayHint: '用逗号分隔。',
  tone: '品牌的说话方式',
  toneHint: '即使没有 AI 伙伴，我也会遵守“不用感叹号”以及“正式”或“随意”；其余内容供 AI 伙伴参考。',
  tonePlaceholder: '亲切，短句，不开玩笑',
  isOpen: '谁可以修改？',
  isOpenNo: '只有我',
  isOpenYes: '此工作区的所有人',
  editors: '其他可以修改的人',
  everywhere: '在哪里使用？',
  everywhereNo: '有人选用的地方',
  everywhereYes: '所有没有选用其他套件的地方',
  fontUse: '品牌字体用在哪里？',
  fontUseHeadlines: '标题和价格',
  fontUseEverything: '所有文字',
  fontStays: '现有的字体',
  logoStays: '现有的标志',
  logoKeep: '保留',
  logoRemove: '移除',

  noName: '请起一个名称。',
  noColour: (text) => `我不认识“${text}”这种颜色。颜色请写成 #123a5a 这样。`,
  tooManyColours: (most) => `颜色超过了 ${number(most)} 种，请去掉一些。`,
  tooManyWords: (most) => `词语超过了 ${number(most)} 个，请去掉一些。`,
  tooLong: (most) => `太长了，最多 ${number(most)} 个字符。`,

  saved: (name) => `已保存。“${name}”从下一条广告开始生效；/ad brand 会显示它用在哪里。`,
  logoProblem: (reason) => `但是标志无法使用：${reason}`,
  fontProblem(problem) {
    switch (problem.kind) {
      case 'not-a-font':
        return `但是字体无法使用：它不是我能读取的字体。可以使用 TTF、OTF 和 WOFF2。`;
      case 'several-fonts':
        return `但是字体无法使用：文件包含多个字体。请只选择其中一个。`;
      case 'protected':
        return `但是字体无法使用：它的作者不允许嵌入。请使用许可嵌入的字体。`;
      case 'letters-missing':
        return `但是字体无法使用：它没有 ${problem.letters} 的字形。`;
      case 'too-many-bytes':
        return `但是字体无法使用：它超过了 ${number(problem.limit)} MB。`;
      case 'gone':
        return `但是字体无法使用：我取用之前它已被删除。请重新添加。`;
      case 'unreachable':
        return `但是字体无法使用：我无法打开它。请重新添加。`;
      default:
        return neverHere(problem);
    }
  },
  inUse: (name) => `从现在起，在这个频道发起的广告都用“${name}”制作。`,
  usualAgain: '在这个频道发起的广告重新使用常用的品牌套件制作。',
  removed: (name) => `品牌套件“${name}”已删除。`,
  gone: '这个品牌套件已被删除，不再存在。输入 /ad brand 查看现有的套件。',
  notYours: '只有创建这个品牌套件的人才能修改或删除它；经其允许后，所有人都可以。',
  tooMany: (most) => `一个工作区最多有 ${number(most)} 个品牌套件。请删除一个不再需要的：/ad brand`,
  neverSays: (name, words) =>
    `“${name}”从不说${quoted(words)}，而你的文字里有。点击“${buttons.retry}”修改；目前还没有制作任何内容。`,

  kit: '品牌',
  kitUsual: '这里常用的',
  kitNone: '不使用',
};

const saveProduct = '保存这个商品';

export const product: Wording['product'] = {
  title: '你保存的商品',
  none: `你还没有保存过商品。在完成的广告下方点击“${buttons.more}”，再点击“${saveProduct}”。`,
  line: (place, facts) => [`${place}. ${facts.name}`, facts.price, facts.link].filter(Boolean).join('，'),
  remove: (number) => `删除 ${number}`,
  removeTitle: '删除这个商品？',
  removeText: '保存的内容和照片都会被删除，仍被广告使用的照片除外。此操作无法撤销。',
  removeYes: '删除',
  removeNo: '保留',
  saveFromAd: saveProduct,

  formTitle: saveProduct,
  save: '保存',
  name: '商品名称',
  price: '价格',
  link: '在哪里可以买到？',
  kept: '商品的照片会一直保留，直到你删除商品：/ad products',

  saved: (name) => `“${name}”已保存。从现在起可以在 /ad 的表单里选用。`,
  removed: (name) => `商品“${name}”已删除。`,
  gone: '这个商品已被删除，不再存在。输入 /ad products 查看你的商品。',
  goneForAd: `你选择的商品已被删除。点击“${buttons.retry}”选择另一个，或者添加照片。`,
  tooMany: (most) => `你最多可以保存 ${number(most)} 个商品。请删除一个不再需要的：/ad products`,
  noPhotos: '按照你的选择，这条广告的照片在做好后已被清除，所以没有商品可以保存。',

  field: '你保存的商品',
  fieldNone: '不选，我来添加照片',
  each: '多张照片',
  eachNo: '全部用于一条广告',
  eachYes: '每张各做一条广告',
};
