/** Japanese: brand kits and saved products. */
import { neverHere } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number } = inLocale('ja');
const quoted = (words: readonly string[]): string => words.map((word) => `「${word}」`).join('');

export const brand: Wording['brand'] = {
  title: 'このワークスペースのブランドキット',
  none: 'ブランドキットはまだありません。作成すると、すべての広告にロゴ、色、テキストが反映されます。',
  line(place, kit, used) {
    const parts = [kit.hasLogo && 'ロゴ', kit.colours.join(' '), used.here && 'ここで使用中', used.elsewhere && '既定で使用'];
    return `${place}. ${kit.name}: ${parts.filter(Boolean).join('、') || 'テキスト'}`;
  },
  newKit: '新しいブランドキット',
  edit: (number) => `${number}を編集`,
  editRest: (number) => `${number}のその他の項目`,
  useHere: (number) => `${number}をここで使う`,
  useUsual: 'ここではいつものものを使う',
  remove: (number) => `${number}を削除`,
  removeTitle: 'このブランドキットを削除しますか？',
  removeText: 'ロゴと、保存された内容がすべて削除されます。完成した広告はそのまま残ります。元に戻すことはできません。',
  removeYes: '削除する',
  removeNo: '残す',
  saveFromAd: '自分のブランドとして保存',

  formTitle: 'ブランドキット',
  save: '保存',
  name: 'ブランド名',
  colours: '色',
  coloursHint: '5色まで、主な色を先に書きます。空欄の場合はロゴの色、なければ商品ごとの色を使います。',
  coloursPlaceholder: '#123a5a #f2b705',
  logo: 'ロゴ、書体',
  logoHint: 'ロゴは背景が透明なPNGが最適です。書体はTTF、OTF、WOFF2、5 MBまで。',
  logoHintKept: '新しいロゴや書体（TTF、OTF、WOFF2、5 MBまで）を追加すると置き換わります。',
  buttonText: 'ボタンの文言',
  webAddress: 'ウェブアドレス',
  smallPrint: 'すべての広告に入れる注意書き',
  smallPrintPlaceholder: '18歳以上対象。利用規約が適用されます。',
  neverSay: '広告で使ってはいけない言葉',
  neverSayHint: 'コンマで区切ってください。',
  tone: 'ブランドの話し方',
  toneHint: 'AIパートナーがなくても「感嘆符なし」や「丁寧」「くだけた」は守ります。それ以外はAIパートナー向けです。',
  tonePlaceholder: '温かみがある、短い文、冗談なし',
  isOpen: '誰が変更できますか？',
  isOpenNo: '自分だけ',
  isOpenYes: 'このワークスペースの全員',
  editors: 'ほかに変更できる人',
  everywhere: 'どこで使いますか？',
  everywhereNo: '選ばれたところで使う',
  everywhereYes: 'ほかのキットが選ばれていないところすべて',
  fontUse: 'ブランドの書体を使うところ',
  fontUseHeadlines: '見出しと価格',
  fontUseEverything: 'すべての文字',
  fontStays: '現在の書体',
  logoStays: '現在のロゴ',
  logoKeep: '残す',
  logoRemove: '外す',

  noName: '名前を付けてください。',
  noColour: (text) => `「${text}」という色がわかりません。色は #123a5a のように書いてください。`,
  tooManyColours: (most) => `${number(most)}色を超えています。いくつか減らしてください。`,
  tooManyWords: (most) => `${number(most)}語を超えています。いくつか減らしてください。`,
  tooLong: (most) => `長すぎます。${number(most)}文字まで入ります。`,

  saved: (name) => `保存しました。「${name}」は次の広告から反映されます。使われる場所は /ad brand で確認できます。`,
  logoProblem: (reason) => `ただし、ロゴは使用できませんでした: ${reason}`,
  fontProblem(problem) {
    switch (problem.kind) {
      case 'not-a-font':
        return `ただし、書体は使用できませんでした: 読み取れる書体ではありません。TTF、OTF、WOFF2が使えます。`;
      case 'several-fonts':
        return `ただし、書体は使用できませんでした: ファイルに複数の書体が入っています。一つだけ選んでください。`;
      case 'protected':
        return `ただし、書体は使用できませんでした: 制作者が埋め込みを許可していません。許可された書体をお使いください。`;
      case 'letters-missing':
        return `ただし、書体は使用できませんでした: ${problem.letters} の字形がありません。`;
      case 'too-many-bytes':
        return `ただし、書体は使用できませんでした: ${number(problem.limit)} MBを超えています。`;
      case 'gone':
        return `ただし、書体は使用できませんでした: 取得する前に削除されました。もう一度追加してください。`;
      case 'unreachable':
        return `ただし、書体は使用できませんでした: 開くことができませんでした。もう一度追加してください。`;
      default:
        return neverHere(problem);
    }
  },
  inUse: (name) => `これから、このチャンネルで依頼された広告は「${name}」で作成します。`,
  usualAgain: 'このチャンネルで依頼された広告は、またいつものブランドキットで作成します。',
  removed: (name) => `ブランドキット「${name}」を削除しました。`,
  gone: 'このブランドキットは削除されたため、もうありません。/ad brand と入力すると、現在のものが表示されます。',
  notYours: 'このブランドキットを変更、削除できるのは作成した人だけです。作成した人が許可すれば、全員ができます。',
  tooMany: (most) =>
    `1つのワークスペースに作れるブランドキットは${number(most)}個までです。不要なものを削除してください: /ad brand`,
  neverSays: (name, words) =>
    `「${name}」では${quoted(words)}を使わないことになっていますが、文章に含まれています。「${buttons.retry}」を押して変更してください。まだ何も作成していません。`,

  kit: 'ブランド',
  kitUsual: 'ここでいつも使うもの',
  kitNone: 'なし',
};

const saveProduct = 'この商品を保存';

export const product: Wording['product'] = {
  title: '保存した商品',
  none: `保存した商品はまだありません。完成した広告の下の「${buttons.more}」を押し、「${saveProduct}」を押してください。`,
  line: (place, facts) => [`${place}. ${facts.name}`, facts.price, facts.link].filter(Boolean).join('、'),
  remove: (number) => `${number}を削除`,
  removeTitle: 'この商品を削除しますか？',
  removeText: '保存された内容と、ほかの広告で使われていない写真が削除されます。元に戻すことはできません。',
  removeYes: '削除する',
  removeNo: '残す',
  saveFromAd: saveProduct,

  formTitle: saveProduct,
  save: '保存',
  name: '商品名',
  price: '価格',
  link: 'どこで手に入りますか？',
  kept: '写真は商品を削除するまで保存されます: /ad products',

  saved: (name) => `「${name}」を保存しました。これから /ad のフォームで選べます。`,
  removed: (name) => `商品「${name}」を削除しました。`,
  gone: 'この商品は削除されたため、もうありません。/ad products と入力すると、現在の商品が表示されます。',
  goneForAd: `選んだ商品は削除されています。「${buttons.retry}」を押して別の商品を選ぶか、写真を追加してください。`,
  tooMany: (most) => `保存できる商品は${number(most)}個までです。不要なものを削除してください: /ad products`,
  noPhotos: 'ご希望どおり、この広告の写真は作成後に消去されたため、保存できる商品がありません。',

  field: '保存した商品から選ぶ',
  fieldNone: 'なし（写真を追加する）',
  each: '複数の写真',
  eachNo: 'すべてで1つの広告',
  eachYes: '1枚ごとに1つの広告',
};
