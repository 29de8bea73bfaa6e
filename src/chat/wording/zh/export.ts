/** Simplified Chinese: the pages inside an export. */
import type { Entry } from '../../privacy/export/export-facts.ts';
import type { Wording } from '../wording.ts';

type Category = Exclude<Entry['category'], 'media'>;

const moments = new Intl.DateTimeFormat('zh', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const categories: Record<Category, string> = {
  account: '你在这里的身份信息，以及你的设置',
  identities: '你的 ID',
  consents: '你同意了什么，以及何时同意',
  ads: '你的广告：文案、文字、风格',
  products: '你保存的商品',
  brands: '你创建的品牌',
  disclosures: '交给合作方的内容',
  requests: '你在过去 24 小时内提出的请求',
  usage: '过去 24 小时的使用数据',
  messages: '你的广告发布在哪里',
};

export const exportPage: Wording['exportPage'] = {
  title: '所保存的你的全部数据',
  made: (date) => `制作时间：${moments.format(date)} UTC。`,
  parts: '如果副本分成了几个部分，请把它们全部解压到同一个文件夹，这样才能找到每张图片。',
  records: '数据记录',
  categories,
  ads: '你的广告',
  photo: '所保存的商品照片',
  leftOut: '未包含的内容及原因',
  readme: [
    '这是 Adwright 所保存的你的全部数据的副本。',
    '',
    '请在浏览器中打开 index.html，无需联网。',
    '.json 和 .jsonl 文件供程序使用；文件夹 schema 说明了其中的内容。',
    'manifest.json 列出每个文件及其 SHA-256；manifest.sig 是运营者对它的签名（Ed25519）。',
    '如果副本分成了几个部分，请把它们全部解压到同一个文件夹。',
    '被切成几块的文件（.001、.002 等）用以下命令合并：cat FILE.0* > FILE   在 Windows 上：copy /b FILE.001+FILE.002 FILE',
  ],
};
