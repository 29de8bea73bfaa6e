/** Japanese: a request about one's own data that came by mail. */
import type { PrivacyRequestKind } from '../../../privacy/privacy-request.ts';
import type { Wording } from '../wording.ts';

const moments = new Intl.DateTimeFormat('ja', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

const wishes: Record<PrivacyRequestKind, string> = {
  export: '保存されているあなたのデータすべてのコピー',
  erase: 'すべてのチャットアプリでの、あなたのアカウント全体の削除',
  correct: 'アカウントのメールアドレスの変更',
};

export const byMail: Wording['byMail'] = {
  title: 'このメールはあなたが書きましたか？',
  question: (kind) =>
    `あなたのメールアドレスの名義で、プライバシー担当に次の請求がありました: ${wishes[kind]}。このアドレスは確認されていないため、あなたにお尋ねします。`,
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
