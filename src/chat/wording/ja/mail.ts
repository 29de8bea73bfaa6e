/** Japanese: a request about one's own data that came by mail. */
import { neverHere } from '../../../errors.ts';
import type { MailWish } from '../../privacy/by-mail/mail-request.ts';
import type { Wording } from '../wording.ts';

const moments = new Intl.DateTimeFormat('ja', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

function wished(wish: MailWish): string {
  switch (wish.kind) {
    case 'export':
      return '保存されているあなたのデータすべてのコピー';
    case 'erase':
      return wish.handOver
        ? 'すべてのチャットアプリでの、あなたのアカウント全体の削除（チャンネルにある広告はワークスペースに残ります）'
        : 'すべてのチャットアプリでの、あなたのアカウント全体の削除';
    case 'correct':
      return `アカウントのメールアドレスの ${wish.email} への変更`;
    default:
      return neverHere(wish);
  }
}

export const byMail: Wording['byMail'] = {
  title: 'このメールはあなたが書きましたか？',
  question: (wish) =>
    `あなたのメールアドレスの名義で、プライバシー担当に次の請求がありました: ${wished(wish)}。このアドレスは確認されていないため、あなたにお尋ねします。`,
  until: (date) => `${moment(date)}までに回答がなければ、何も行われません。`,
  yes: 'はい、私です',
  no: 'いいえ',
  confirmed: (kind, id) =>
    kind === 'export'
      ? `ありがとうございます。プライバシー担当がメールに回答します。請求の番号は ${id} です。`
      : `ありがとうございます。処理しています。請求の番号は ${id} です。`,
  refused: 'ありがとうございます。何も行われません。誰かがあなたのメールアドレスを使っているかもしれません。',
  gone: 'この質問は、すでに回答されたか、古すぎるか、あなた宛てではありません。',
};
