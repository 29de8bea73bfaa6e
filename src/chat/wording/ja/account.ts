/** Japanese: accounts, as they are spoken of in a chat. */
import type { Wording } from '../wording.ts';

export const account: Wording['account'] = {
  commands: {
    register: { name: '登録', description: 'ポータルへの個人用リンク: データの確認、持ち出し、削除' },
    link: {
      name: '連携',
      description: 'ほかのチャットアプリの自分と、ここの自分を一つにします',
      takes: '向こうに表示されたコード',
    },
  },
  title: 'あなたのアカウント',
  linkText:
    'この個人用リンクは、ブラウザーであなたのアカウントを開きます。15分以内に一度だけ使えます。誰にも渡さないでください。',
  linkLabel: 'アカウントを開く',
  noPortal: 'ここではポータルは公開されていませんが、なくても困りません。すべてこのチャットでできます。',
  inChat: [
    '保存されている内容を見る: /privacy status',
    'コピーを受け取る: /privacy export',
    '訂正する: /privacy correct',
    '削除する: /privacy delete',
    'AIパートナーへの同意: /privacy consent',
    'ほかのチャットアプリと連携する: /account link',
  ],
  codeTitle: '二つのIDをつなぐ',
  codeText:
    'もう一つのチャットアプリで、15分以内に次のとおり入力してください。その後ここに戻り、「ここでつなぐ」を押してください。',
  joinHere: 'ここでつなぐ',
  codeWrong:
    'このコードは見つからないか、古くなっています。もう一つのチャットアプリで /account link と入力し、新しいコードを受け取ってください。',
  met: (platform) =>
    `このコードは ${platform} の誰かのものです。ご自身の場合だけつないでください。両方が一つのアカウントになり、互いの広告とデータを見られるようになります。`,
  metYes: '私です',
  metDone: 'わかりました。もう一つのチャットアプリで「ここでつなぐ」を押してください。',
  waiting: 'まだ誰もコードを入力していません。先にもう一つのチャットアプリで入力して確認し、その後ここでもう一度押してください。',
  joined: 'つながりました。二つのIDは一つのアカウントになりました。',
  joinGone: 'このコードは古いか、すでに使われています。/account link と入力して新しいコードを受け取ってください。',
  oneStays:
    '両方にメールアドレスとパスワードがすでにあります。もう一つのチャットアプリのものが残り、ここで使っていたものは削除されます。',
  joinedOne:
    'つながりました。二つのIDは一つのアカウントになりました。ポータルには、このチャットアプリで使っていたメールアドレスでサインインしてください。',
};
