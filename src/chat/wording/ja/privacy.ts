/** Japanese: a person's rights over their own data. */
import { neverHere } from '../../../errors.ts';
import type { DisclosureFacts } from '../../../privacy/disclosure.ts';
import type { Disclosed, PartnerUse } from '../../../privacy/partners.ts';
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import { inLocale } from '../in-locale.ts';
import type { Wording } from '../wording.ts';
import { buttons } from './forms.ts';

const { number, megabytes, list } = inLocale('ja');
const moments = new Intl.DateTimeFormat('ja', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

const uses: Record<PartnerUse, string> = {
  copy: 'テキスト',
  stills: '画像',
  clips: '動画クリップ',
  transitions: 'トランジション',
};
const fields: Record<Disclosed, string> = {
  picture: 'メタデータを除いた商品画像',
  colours: '画像の色',
  prompt: '入力した文章の言葉',
};

const requestKinds: Record<PrivacyRequestKind, string> = { export: 'エクスポート', erase: '削除', correct: '訂正' };

/** What became of the copy a partner got. `lapses`: when it goes there at the latest; null where nobody says. */
function copyThere(state: DisclosureFacts['copy'], lapses: Date | null): string {
  switch (state) {
    case 'there':
      return lapses ? `渡した先のコピーは${moment(lapses)}に消えます` : '渡した先にコピーがまだあります';
    case 'removed':
      return '渡した先のコピーはもうありません';
    case 'unknown':
      return '渡した先にコピーがあるかどうかは不明です';
    default:
      return neverHere(state);
  }
}

export const privacy: Wording['privacy'] = {
  commands: {
    status: { name: '状況', description: 'あなたについて何がどこに保存されているか' },
    policy: { name: 'ポリシー', description: 'あなたの言語のプライバシーポリシー' },
    partners: { name: 'パートナー', description: 'AIパートナーと、それぞれに渡ることになる内容' },
    consent: { name: '同意', description: 'パートナーに同意する、または同意を撤回する' },
    receipts: { name: '記録', description: '何が誰に渡ったか、何が消去されたか' },
    export: { name: 'エクスポート', description: 'あなたについて保存されているすべてのデータのコピー' },
    correct: { name: '訂正', description: '誤りを訂正します' },
    delete: { name: '削除', description: 'あなたのデータの一部またはすべてを削除します' },
  },
  more: 'その他: /privacy policy、partners、consent、receipts、export、correct、delete',

  statusTitle: 'ここに保存されているあなたのデータ',
  statusNone: 'ここに保存されているあなたのデータはありません。',
  ads: (ads, files, size) =>
    `広告${number(ads)}件とそのファイル${number(files)}個（${megabytes(size)}）、あなたが削除するまで保存`,
  photos: (photos) => `商品写真${number(photos)}枚、あなたが選んだとおりに保存`,
  products: (products) => `保存した商品${number(products)}個`,
  requests: (requests) => `過去24時間の依頼${number(requests)}件`,
  settings: 'このワークスペースでのあなたのIDと、あなたの設定',
  usageNone: '利用データは保存していません。アドレスも、ブラウザーのログも、利用時間もありません。',
  usageOldest: (date) => `最も古い利用記録は${moment(date)}のものです。その24時間後に消去されます。`,
  stores: (database, media, keys, sandbox) =>
    `保存先: データの行は${database}、暗号化されたファイルは${media}、鍵はそのどちらとも分けて${keys}にあります。写真は、レベル「${sandbox}」のサンドボックスで開きます。サンドボックスは各処理のあとに消えます。`,
  partnersNone: 'あなたのデータを持っているAIパートナーはありません。',
  partnersHave: (names) =>
    `次のパートナーに、あなたのデータの一部が渡りました: ${list(names)}。/privacy receipts をご覧ください。`,

  partnersTitle: 'AIパートナー',
  partnersIntro:
    '広告はここで描いています。パートナーにデータが渡るのは、あなたがそのパートナーに同意した場合だけで、対象となる広告のために限られます。',
  partner: (partner) =>
    `${partner.name}（${partner.company}、${partner.country}）、用途: ${list(partner.uses.map((use) => uses[use]))}。渡ることになるのは${list(partner.gets.map((field) => fields[field]))}だけで、ほかには何も渡りません。`,
  keeps: (days) =>
    days === null
      ? 'コピーがどのくらいの期間保存されるかは、文書で示されていません。'
      : `コピーはパートナー側に${number(days)}日間保存されます。`,
  notReady: 'ここでは接続していないため、何も渡りません。',
  agreed: '同意済みです。',
  notAgreed: '同意していません。',
  allow: (name) => `${name}に同意`,
  withdraw: (name) => `${name}への同意を撤回`,
  withdrawAll: 'すべての同意を撤回',
  consentSaved: (name) => `${name}に同意しました。/privacy consent でいつでも撤回できます。`,
  withdrawn: (names) =>
    `同意を撤回しました: ${list(names)}。今後、そこには何も渡りません。作成中の広告は、そのパートナーなしで、ここで描いて続けます。これまでに送られたものは /privacy receipts にあります。`,
  unknownPartner: 'このパートナーは、ここではもう登録されていません。',

  receiptsTitle: '何が誰に渡ったか',
  receiptsNone: 'あなたのデータは、どのパートナーにも渡っていません。',
  disclosure: (partner, given, bytes, at, copy) =>
    `${moment(at)}、${partner}: ${list(given.map((field) => fields[field]))}、${number(bytes)}バイト。${copyThere(copy.state, copy.lapses)}`,
  requestsTitle: 'あなたからの請求',
  request: (kind, at, state, due) => {
    const what = requestKinds[kind];
    const how =
      state === 'open'
        ? `処理中、期限は${moment(due)}`
        : state === 'owed'
          ? 'こちらでは完了、チャットプラットフォームでの対応待ち'
          : '完了';
    return `${what}（${moment(at)}）: ${how}`;
  },

  exportTitle: 'あなたについて保存されているすべてのデータのコピー',
  exportText:
    '私がいなくても読めるページとともにZIPファイルにまとめ、ダイレクトメッセージであなただけに送ります。大きなコピーは分割して届きます。',
  exportButton: 'コピーを作成',
  exportStarted: 'コピーをまとめています。ダイレクトメッセージで届きます。',
  exportReady: 'あなたについて保存されているすべてのデータのコピーです。中の index.html を開いてください。',
  exportParts: (parts) =>
    `${number(parts)}個に分けて届きます。それぞれ単独で開くことができ、index.html は最初のものに入っています。`,
  exportSplit: (names) =>
    `一部のファイルは、このプラットフォームで送れる大きさを超えるため、分割されています（${list(names)}）。つなぎ合わせる方法は README.txt にあります。`,
  exportNeedsDirect:
    'コピーはダイレクトメッセージで送りますが、あなたにメッセージを送ることが許可されていません。許可してから、もう一度依頼してください。',
  exportFailed: 'コピーをお渡しできませんでした。もう一度お申し付けください: /privacy export',

  correctTitle: '誤りを訂正する',
  correctLines: [
    'メールアドレスとパスワード: ポータルの「アカウント」のページ（/account）。またはプライバシー担当へのメール。',
    `広告の言葉、価格、スタイル: 広告の下の「${buttons.editText}」を押してください。古いバージョンは削除できます。`,
    'ブランドの内容（名前、色、ボタン、注記、トーン）とロゴ: /ad brand',
    `保存した商品（名前、価格、リンク）: /ad products で削除し、広告の下の「${buttons.more}」からもう一度保存してください。`,
    '言語、結果を誰に見せるか、写真を保存するか: /ad settings',
    '置き換えたもの、削除したものは残りません。暗号化に使った鍵が破棄されます。',
    'あなたの名前と画像はこのアプリのもので、私は保存していません。',
  ],

  deleteTitle: '自分のデータを削除',
  deleteSubmit: '削除',
  deleteWhat: '何を削除しますか？',
  deleteHint: '元に戻すことはできません。署名付きの証明書が届きます。',
  deleteEverything: 'このワークスペースにある自分のデータすべて',
  deleteAccount: 'アカウント全体（すべてのチャットアプリ）',
  deletePhotos: '自分の写真と保存した商品すべて',
  deleteProduct: (name) => `商品: ${name}`,
  deleteAd: (title) => `広告: ${title}`,
  deleteHeld: (ads, photos, products) =>
    `保存されているあなたのデータ: 広告${number(ads)}件、写真${number(photos)}枚、保存した商品${number(products)}個。ブランドキットはワークスペースのものなので残ります。ほかの人の広告についてのあなたの発言は、その広告とともに残ります。`,
  deleteShared: 'チャンネルにある自分の広告',
  deleteSharedNo: '一緒に削除する',
  deleteSharedYes: 'ワークスペースに譲る',
  deleteMissing: '何を削除するか選んでください。',
  deleteNothing: '該当するあなたのデータは保存されていません。',
  deleteStarted: (id) =>
    `削除しています。まず鍵を破棄して誰にも読めないようにし、そのあとデータ本体を消去します。請求の番号は ${id} です。`,

  erasedMeanwhile:
    'あなたのデータを削除している間のご依頼だったため、何も行いませんでした。まだ必要でしたら、もう一度お申し付けください。',

  receiptTitle: '削除しました',
  addendumTitle: 'ほかの場所からも削除しました',
  removed(scope, of) {
    const what = [
      of.ads > 0 && `広告${number(of.ads)}件`,
      of.files > 0 && `ファイル${number(of.files)}個`,
      of.photos > 0 && `写真${number(of.photos)}枚`,
      of.products > 0 && `保存した商品${number(of.products)}個`,
      (scope === 'workspace' || scope === 'account') && 'ここであなたが誰であるかの情報',
    ].filter((part) => part !== false);
    const given = of.handedOver > 0 ? `広告${number(of.handedOver)}件をワークスペースに譲りました。` : '';
    return `削除したもの: ${what.length > 0 ? list(what) : 'なし（何も残っていませんでした）'}。${given}`;
  },
  remote(item) {
    const what = {
      messages: `メッセージ${number(item.count)}件`,
      files: `ファイル${number(item.count)}個`,
      inputs: `入力データ${number(item.count)}件`,
    }[item.what];
    switch (item.state) {
      case 'done':
        return `${item.system}の${what}: 削除済み`;
      case 'outstanding':
        return `${item.system}の${what}: 削除中です${item.lapses ? `。${moment(new Date(item.lapses))}まで試み続けます` : ''}`;
      case 'lapsed':
        return `${item.system}の${what}: 30日間接続できませんでした。お手数ですが、そちらでご自身で削除してください`;
      case 'impossible':
        return `${item.system}の${what}: プラットフォームに削除を許可されませんでした。お手数ですが、そちらでご自身で削除してください`;
      default:
        return neverHere(item.state);
    }
  },
  keyCopy: (until) =>
    `バックアップに残っている分は、読むことができません。運営者が鍵のコピーを別の場所に保管している場合は、1日以内に置き換えられ、${moment(until)}以降は読めなくなります。`,
  receiptCheck: '署名付きの証明書です。運営者の鍵で検証でき、個人に関する情報は含まれていません:',

  acceptTitle: '最初の広告の前に',
  accept:
    '私が保存するもの: ここでのあなたのID、あなたの広告（あなたが削除するまで）、依頼の内容（24時間）。あなたが同意しない限り、AIパートナーには何も渡りません。このフォームを送信すると、この保存に同意したことになります。/privacy で、そのすべてを表示、エクスポート、削除できます。',
  acceptFirst: '何かを保存する前に、/ad settings で、または最初の広告の際に同意してください。',
  acceptAgain: '写真の保存方法がわからなくなりました。フォームを開き直してください。',

  policyTitle: 'プライバシーポリシー',
  policyVersion: (version) => `バージョン: ${version}`,
};

/** What each class of data is, why it is held and for how long (policy clauses 1 and 4). */
export const policy: Wording['policy'] = {
  collectTitle: '1. 収集するもの',
  classes: {
    identity:
      'このプラットフォームでのあなたのIDとワークスペースのID、あなたの設定、登録した場合はメールアドレスとパスワード: 広告が誰のものかを知るため。あなたが削除するまで。',
    token: '私をインストールしたワークスペースと通信するための認証情報と、インストールした人: 私がそこから削除されるまで。',
    photo:
      '商品写真（向きを正し、メタデータをすべて除いたもの）: 広告を描くため。あとで変更できるように残すことを選んだ場合を除き、広告ができた時点で消去されます。',
    ad: 'あなたの広告（入力した文章、言葉、スタイル、画像、動画、投稿した場所）: あなたが削除するまで。',
    product: '保存した商品（名前、価格、リンク、写真）: あなたが削除するまで。',
    brand: 'ブランドキット（名前、ロゴ、色、テキスト）: ワークスペースのものです。ワークスペースが削除するまで。',
    posted:
      'あなたのためにここに投稿したメッセージとファイル: プラットフォームが保存している間、またはあなたが広告を削除するまで。',
    keys: 'これらすべてを暗号化する鍵（別に保管）: 鍵を破棄すると、それで暗号化されたものは、どのコピーでも読めなくなります。',
    request: '依頼の内容（一字一句そのまま）: 失われたり二重に処理されたりしないようにするため。最長24時間。',
    usage:
      'いつ何に使い、どれだけかかったか。ウェブページではアドレスとブラウザも。安全と制限のためだけに使い、24時間後に消えます。',
    consent: 'どのパートナーにいつ同意したか: あなたの同意なしに何も送らないようにするため。あなたがこの記録を削除するまで。',
    disclosure: '何がいつ、どれだけパートナーに渡ったか: あなたが確認できるようにするため。あなたがこの記録を削除するまで。',
    rights: 'コピー、訂正、削除を請求したこと（その日時と、誰の名前も記されていない証明書を含む）。',
  },
  protectTitle: '2. 保護の方法',
  protect: [
    'すべての通信にTLSを使います。言葉とファイルは、保存先で一人ひとり別の鍵で暗号化されています。',
    'パスワードはbcryptのハッシュとしてのみ保存します。',
    '写真は、ネットワークにもファイルにも触れられない隔離されたプロセスで開きます。プロセスは処理ごとに新しく作られ、終わると消えます。',
  ],
  shareTitle: '3. AIパートナー',
  share: [
    'あなたのデータを売ったり、貸したり、取引したりすることは一切ありません。パートナーにデータが渡るのは、あなたがそのパートナーに同意した場合だけです。渡るのは、メタデータを除いた画像、その色、入力した文章の言葉です。',
    'パートナーは、それを学習に使うことも、第三者に渡すことも、自らのために保持することも認められません。パートナーを使う前に、運営者がそのことを確認しなければなりません。',
  ],
  rightsTitle: '4. 保存期間とあなたの権利',
  rights: [
    '広告とアカウントのデータは、あなたが削除するまで残ります。依頼と利用データは24時間後に消去されます。',
    'すべてのコピー: /privacy export、訂正: /privacy correct、削除: /privacy delete、同意の撤回: /privacy consent、何がどこに渡ったか: /privacy receipts',
    'AIパートナーへの同意はいつでも撤回でき、すぐに有効になります。そのパートナーにしかできないことは提供されなくなりますが、広告は引き続きこちらで描かれます。',
    '30日以内（カリフォルニア州法が適用される場合は45日以内）に回答します。ほとんどはすぐに行われます。',
  ],
  grace: (days) =>
    days === 0
      ? '私がワークスペースから削除されると、そのワークスペースのデータはすべて、すぐに消去されます。'
      : `私がワークスペースから削除されると、再び招待されない限り、そのワークスペースのデータはすべて${number(days)}日後に消去されます。`,
  contact: (address) => `プライバシー担当: ${address}`,
  noContact: 'プライバシー担当: あなたのワークスペースでこのボットを運営している人に問い合わせてください。',
};
