/** Chinese: a request about one's own data that came by mail. */
import { neverHere } from '../../../errors.ts';
import type { MailWish } from '../../privacy/by-mail/mail-request.ts';
import type { Wording } from '../wording.ts';

const moments = new Intl.DateTimeFormat('zh', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const moment = (date: Date): string => `${moments.format(date)} UTC`;

function wished(wish: MailWish): string {
  switch (wish.kind) {
    case 'export':
      return '所保存的你的全部数据的副本';
    case 'erase':
      return wish.handOver ? '删除你在所有聊天应用中的整个账户，但频道中的广告留给工作区' : '删除你在所有聊天应用中的整个账户';
    case 'correct':
      return `将账户的邮箱地址更改为 ${wish.email}`;
    default:
      return neverHere(wish);
  }
}

export const byMail: Wording['byMail'] = {
  title: '这封邮件是你写的吗？',
  question: (wish) => `有人以你的邮箱地址的名义向隐私团队提出了请求：${wished(wish)}。这个地址从未验证过，所以我来问你。`,
  until: (date) => `如果在 ${moment(date)} 之前没有你的答复，就什么都不会做。`,
  yes: '是，是我本人',
  no: '不是',
  confirmed: (kind, id) =>
    kind === 'export' ? `谢谢。隐私团队会答复你的邮件。你的请求编号是 ${id}。` : `谢谢。正在处理。你的请求编号是 ${id}。`,
  refused: '谢谢。什么都不会做。可能有人在使用你的邮箱地址。',
  gone: '这个问题已经回答过、已经过期，或者不是问你的。',
};
