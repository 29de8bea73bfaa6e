/** Japanese: the words of commands. */
import type { CommandWords } from '../command-words.ts';

export const commands: CommandWords = {
  commands: {
    ad: '商品写真から広告を作成します',
    privacy: 'あなたのデータを見る、持ち出す、訂正する、削除する',
    account: 'あなたのアカウント: ポータルで開く、チャットアプリをつなぐ',
  },
  subcommands: {
    generate: { name: '作成', description: '写真と一文から広告を作成します', takes: '広告で伝えたいこと' },
    list: {
      name: '一覧',
      description: '作成した広告を表示します。言葉での検索や、この場所だけの表示もできます',
      takes: '検索する言葉、または「here」',
    },
    show: { name: '表示', description: '広告をファイルとボタンごともう一度表示します', takes: '広告に含まれる言葉' },
    cancel: { name: 'キャンセル', description: 'まだ完成していない広告を中止します' },
    brand: { name: 'ブランド', description: 'ブランドキット（ロゴ、色、テキスト）' },
    products: { name: '商品', description: '保存した商品' },
    settings: { name: '設定', description: '言語、結果の公開範囲、先に案を見るか一度にすべて作るか' },
    privacy: {
      name: 'プライバシー',
      description: 'あなたのデータを見る、持ち出す、訂正する、削除する',
      takes: 'status、export、delete など',
    },
    account: {
      name: 'アカウント',
      description: 'あなたのアカウント: ポータルで開く、チャットアプリをつなぐ',
      takes: 'register または link',
    },
    admin: { name: '管理', description: '管理者用: 利用できる人、保存容量、作成中の広告' },
    help: { name: 'ヘルプ', description: '広告の作り方' },
  },
  actions: { 'ad-from-message': 'ここから広告を作成' },
  options: {
    photo: { name: '写真', description: '商品の写真', another: '商品の別の写真' },
    brief: { name: '文章', description: '広告で何を伝えますか？' },
    where: { name: '掲載先', description: 'どこに掲載しますか？省略するとすべてのサイズを作成します' },
    video: { name: '動画', description: '動画も作成します' },
    language: { name: '言語', description: '広告の言語。省略すると入力した文章と同じになります' },
    onlyMe: { name: '自分だけ', description: '結果を自分だけに表示します' },
    words: { name: 'キーワード' },
  },
};
