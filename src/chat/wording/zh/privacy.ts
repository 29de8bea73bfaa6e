/** Simplified Chinese: a person's rights over their own data. */
import { neverHere } from '../../../errors.ts';
import type { DisclosureFacts } from '../../../privacy/disclosure.ts';
import type { Disclosed, PartnerUse } from '../../../privacy/partners.ts';
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes, list } = inLocale('zh');
const moments = new Intl.DateTimeFormat('zh', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

const uses: Record<PartnerUse, string> = {
  copy: '文字',
  stills: '图片',
  clips: '视频片段',
  transitions: '转场',
};
const fields: Record<Disclosed, string> = {
  picture: '去除元数据的商品图片',
  colours: '图片的颜色',
  prompt: '你的文案内容',
};

const requestKinds: Record<PrivacyRequestKind, string> = { export: '导出', erase: '删除', correct: '更正' };

/** What became of the copy a partner got. `lapses`: when it goes there at the latest; null where nobody says. */
function copyThere(state: DisclosureFacts['copy'], lapses: Date | null): string {
  switch (state) {
    case 'there':
      return lapses ? `那里的副本将于 ${moment(lapses)} 消失` : '副本仍在那里';
    case 'removed':
      return '那里的副本已经没有了';
    case 'unknown':
      return '不清楚那里是否有副本';
    default:
      return neverHere(state);
  }
}

export const privacy: Wording['privacy'] = {
  commands: {
    status: { name: '状态', description: '保存了你的哪些数据，保存在哪里' },
    policy: { name: '政策', description: '以你的语言显示隐私政策' },
    partners: { name: '合作方', description: 'AI 合作方，以及各自会得到什么' },
    consent: { name: '同意', description: '同意某个合作方，或撤回同意' },
    receipts: { name: '回执', description: '什么交给了谁，删除了什么' },
    export: { name: '导出', description: '所保存的你的全部数据的副本' },
    correct: { name: '更正', description: '更正有误的内容' },
    delete: { name: '删除', description: '删除你的部分或全部数据' },
  },
  more: '更多：/privacy policy、partners、consent、receipts、export、correct、delete。',

  statusTitle: '这里保存的你的数据',
  statusNone: '这里没有保存你的任何数据。',
  ads: (ads, files, size) => `${number(ads)} 条广告，共 ${number(files)} 个文件（${megabytes(size)}），保存到你删除为止`,
  photos: (photos) => `${number(photos)} 张商品照片，按照你的选择保存`,
  products: (products) => `${number(products)} 个保存的商品`,
  requests: (requests) => `过去 24 小时的 ${number(requests)} 个请求`,
  settings: '你在此工作区的 ID，以及你的设置',
  usageNone: '没有保存任何使用数据：没有地址，没有浏览器日志，没有时长。',
  usageOldest: (date) => `最早的使用记录产生于 ${moment(date)}，在那之后 24 小时删除。`,
  stores: (database, media, keys, sandbox) =>
    `保存位置：数据行在 ${database}，加密文件在 ${media}，密钥与两者分开，在 ${keys}。照片在级别为“${sandbox}”的沙盒中打开，沙盒在每次任务后消失。`,
  partnersNone: '没有任何 AI 合作方持有你的数据。',
  partnersHave: (names) => `以下合作方得到过你的数据：${list(names)}。请见 /privacy receipts。`,

  partnersTitle: 'AI 合作方',
  partnersIntro: '广告在这里绘制。只有在你同意了某个合作方之后，那个合作方才会得到数据，而且只用于当前的广告。',
  partner: (partner) =>
    `${partner.name}（${partner.company}，${partner.country}），用于${list(partner.uses.map((use) => uses[use]))}。它会得到的是${list(partner.gets.map((field) => fields[field]))}，除此之外什么也不会得到。`,
  keeps: (days) => (days === null ? '它保留副本多久，没有文件说明。' : `副本会在它那里保留 ${number(days)} 天。`),
  notReady: '在这里没有连接，所以什么也不会得到。',
  agreed: '你已同意。',
  notAgreed: '你尚未同意。',
  allow: (name) => `同意 ${name}`,
  withdraw: (name) => `撤回对 ${name} 的同意`,
  withdrawAll: '撤回全部同意',
  consentSaved: (name) => `你已同意 ${name}。可以随时用 /privacy consent 撤回。`,
  withdrawn: (names) =>
    `已撤回同意：${list(names)}。今后不再向那里发送任何内容；正在制作的广告会继续，不再使用已撤回同意的合作方，改为在这里绘制。之前发送过的内容见 /privacy receipts。`,
  unknownPartner: '这里已经没有这个合作方了。',

  receiptsTitle: '什么交给了谁',
  receiptsNone: '你的数据没有交给任何合作方。',
  disclosure: (partner, given, bytes, at, copy) =>
    `${moment(at)}，${partner}：${list(given.map((field) => fields[field]))}，${number(bytes)} 字节；${copyThere(copy.state, copy.lapses)}`,
  requestsTitle: '你的请求',
  request: (kind, at, state, due) => {
    const what = requestKinds[kind];
    const how =
      state === 'open' ? `处理中，期限为 ${moment(due)}` : state === 'owed' ? '这里已完成，聊天平台上还有待完成' : '已完成';
    return `${what}（${moment(at)}）：${how}`;
  },

  exportTitle: '所保存的你的全部数据的副本',
  exportText: '我把它放进一个 ZIP 文件，里面有不依赖我就能阅读的页面，并通过私信只发给你一个人。较大的副本会分成几部分发送。',
  exportButton: '制作副本',
  exportStarted: '我正在整理你的副本，会通过私信发给你。',
  exportReady: '这是所保存的你的全部数据的副本。请打开其中的 index.html。',
  exportParts: (parts) => `副本分为 ${number(parts)} 个部分，每个都可以单独打开，index.html 在第一个里。`,
  exportSplit: (names) => `有些文件超过了此平台的大小限制，被切成了几块（${list(names)}）；README.txt 里说明了如何合并。`,
  exportNeedsDirect: '副本通过私信发送，但你没有允许我给你发消息。请先允许，然后再次提出请求。',
  exportFailed: '副本未能送达。请再次申请：/privacy export。',

  correctTitle: '更正有误的内容',
  correctLines: [
    '邮箱地址和密码：门户的“账户”页面（/account）。也可以发邮件给隐私团队。',
    `广告的文字、价格和风格：点击广告下方的“${buttons.editText}”。旧版本可以删除。`,
    '品牌的内容（名称、颜色、按钮、小字、语气）和徽标：/ad brand。',
    `保存的商品（名称、价格、链接）：在 /ad products 中删除，再用广告下方的“${buttons.more}”重新保存。`,
    '语言、谁能看到结果、是否保留照片：/ad settings。',
    '被替换或删除的内容不会留下：用来加密它的密钥会被销毁。',
    '你的名字和头像属于此应用，我不保存它们。',
  ],

  deleteTitle: '删除我的数据',
  deleteSubmit: '删除',
  deleteWhat: '要删除什么？',
  deleteHint: '此操作无法撤销。你会收到一份签名回执。',
  deleteEverything: '我在此工作区的全部数据',
  deleteAccount: '我的整个账户，包括每个聊天应用',
  deletePhotos: '我的全部照片和保存的商品',
  deleteProduct: (name) => `商品：${name}`,
  deleteAd: (title) => `广告：${title}`,
  deleteHeld: (ads, photos, products) =>
    `保存的你的数据：${number(ads)} 条广告，${number(photos)} 张照片，${number(products)} 个保存的商品。品牌套件属于工作区，会保留。你对别人的广告所说的话，会留在那些广告里。`,
  deleteShared: '我在频道里的广告',
  deleteSharedNo: '一并删除',
  deleteSharedYes: '交给工作区',
  deleteMissing: '请选择要删除什么。',
  deleteNothing: '没有保存你的这类数据。',
  deleteStarted: (id) => `我正在删除。先销毁密钥，让任何人都无法再读取，然后删除数据本身。你的请求编号是 ${id}。`,

  erasedMeanwhile: '你提出这个请求时，我正在删除你的数据，所以没有处理它。如果仍然需要，请再提出一次。',

  receiptTitle: '已删除',
  addendumTitle: '其他地方也已删除',
  removed(scope, of) {
    const what = [
      of.ads > 0 && `${number(of.ads)} 条广告`,
      of.files > 0 && `${number(of.files)} 个文件`,
      of.photos > 0 && `${number(of.photos)} 张照片`,
      of.products > 0 && `${number(of.products)} 个保存的商品`,
      (scope === 'workspace' || scope === 'account') && '你在这里的身份信息',
    ].filter((part) => part !== false);
    const given = of.handedOver > 0 ? `${number(of.handedOver)} 条广告交给了工作区。` : '';
    return `已删除：${what.length > 0 ? list(what) : '无（已没有任何内容）'}。${given}`;
  },
  remote(item) {
    const what = {
      messages: `${number(item.count)} 条消息`,
      files: `${number(item.count)} 个文件`,
      inputs: `${number(item.count)} 份输入内容`,
    }[item.what];
    switch (item.state) {
      case 'done':
        return `${item.system} 上的 ${what}：已删除`;
      case 'outstanding':
        return `${item.system} 上的 ${what}：正在删除${item.lapses ? `，我会继续尝试，直到 ${moment(new Date(item.lapses))}` : ''}`;
      case 'lapsed':
        return `${item.system} 上的 ${what}：30 天内一直无法访问，请自行在那里删除`;
      case 'impossible':
        return `${item.system} 上的 ${what}：平台不允许我删除，请自行在那里删除`;
      default:
        return neverHere(item.state);
    }
  },
  keyCopy: (until) =>
    `备份中可能残留的内容已无法读取。如果运营者另外保存了一份密钥副本，该副本会在一天内被替换，自 ${moment(until)} 起同样无法读取。`,
  receiptCheck: '签名回执，可用运营者的密钥验证，其中不含任何个人信息：',

  acceptTitle: '制作第一条广告之前',
  accept:
    '我保存的内容：你在这里的 ID，你的广告（到你删除为止），你的请求（24 小时）。除非你同意，否则不会向 AI 合作方提供任何内容。发送此表单即表示你同意这样保存；/privacy 可以查看、导出和删除所有这些内容。',
  acceptFirst: '在我为你保存任何内容之前，请先在 /ad settings 中同意，或在制作第一条广告时同意。',
  acceptAgain: '请重新打开表单：已经无法得知你的照片要如何保存。',

  policyTitle: '隐私政策',
  policyVersion: (version) => `版本：${version}`,
};

/** What each class of data is, why it is held and for how long (policy clauses 1 and 4). */
export const policy: Wording['policy'] = {
  collectTitle: '1. 收集什么',
  classes: {
    identity: '你和你的工作区在此平台的 ID，你的设置，以及注册时的邮箱和密码：用来知道广告属于谁，保存到你删除为止。',
    token: '与安装了我的工作区通信所用的凭据，以及是谁安装了我：保存到我从那里被移除为止。',
    photo: '商品照片，已摆正方向并去除所有元数据：用来绘制你的广告，广告做好后即清除，除非你选择保留它们以便日后修改。',
    ad: '你的广告，包括文案、文字、风格、图片、视频以及发布的位置：保存到你删除为止。',
    product: '你保存的商品，包括名称、价格、链接和照片：保存到你删除为止。',
    brand: '品牌套件，包括名称、标志、颜色和文字：属于工作区，保存到工作区删除为止。',
    posted: '我在这里为你发布的消息和文件：平台保留多久就保存多久，或者到你删除该广告为止。',
    keys: '加密所有这些内容的密钥，分开保存：销毁一个密钥，它所加密的内容在任何副本中都无法再读取。',
    request: '你提出的请求，逐字保存，以免丢失或重复执行：最多 24 小时。',
    usage: '你何时使用、用于什么、花了多长时间，网页上还包括地址和浏览器：仅用于安全和限制，24 小时后删除。',
    consent: '你同意了哪些合作方，以及何时同意：用来确保未经你同意不发送任何内容，保存到你删除这些记录为止。',
    disclosure: '什么在何时交给了合作方，有多少：供你查看，保存到你删除这些记录为止。',
    rights: '你曾请求副本、更正或删除这一事实，连同时间和一份不写明任何人的回执。',
  },
  protectTitle: '2. 如何保护',
  protect: [
    '所有内容都通过 TLS 传输。文字和文件在保存之处加密，每个人的内容都使用各自的密钥。',
    '密码只以 bcrypt 哈希的形式保存。',
    '照片在受限的进程中打开，该进程没有网络，也接触不到文件，每次任务都重新创建，任务结束后消失。',
  ],
  shareTitle: '3. AI 合作方',
  share: [
    '你的任何数据都不会被出售、出租或交易。只有在你同意了某个合作方之后，那个合作方才会得到：去除元数据的图片、图片的颜色和你的文案内容。',
    '合作方不得用它们进行训练，不得转交他人，也不得据为己有；在使用一个合作方之前，运营者必须确认这一点。',
  ],
  rightsTitle: '4. 保存多久，以及你的权利',
  rights: [
    '广告和账户数据保存到你删除为止。请求和使用数据在 24 小时后删除。',
    '全部数据的副本：/privacy export。更正：/privacy correct。删除：/privacy delete。撤回同意：/privacy consent。什么交到了哪里：/privacy receipts。',
    '对 AI 合作方的同意可以随时撤回，立即生效。只有该合作方能做的事将不再提供；广告仍在这里绘制。',
    '你会在 30 天内（适用加州法律时为 45 天）得到答复；大部分会立即完成。',
  ],
  grace: (days) =>
    days === 0
      ? '当我被移出某个工作区时，它的所有数据都会立即删除。'
      : `当我被移出某个工作区时，它的所有数据都会在 ${number(days)} 天后删除，除非我再次受到邀请。`,
  contact: (address) => `隐私团队：${address}`,
  noContact: '隐私团队：请询问在你的工作区运营这个机器人的人。',
};
