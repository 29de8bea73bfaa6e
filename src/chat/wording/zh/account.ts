/** Chinese: accounts, as they are spoken of in a chat. */
import type { Wording } from '../wording.ts';

export const account: Wording['account'] = {
  commands: {
    register: { name: '注册', description: '你的门户私密链接：查看、导出、删除你的数据' },
    link: { name: '关联', description: '把这里的你和另一个聊天应用里的你合为一个账户', takes: '那边显示的代码' },
  },
  title: '你的账户',
  linkText: '这个私密链接会在浏览器中打开你的账户。15 分钟内有效，只能用一次。请不要给任何人。',
  linkLabel: '打开我的账户',
  noPortal: '这里没有开放门户，也不需要。一切都可以在这个聊天里完成：',
  inChat: [
    '查看保存了你的哪些数据：/privacy status',
    '带走一份副本：/privacy export',
    '更正：/privacy correct',
    '删除：/privacy delete',
    '对 AI 合作方的同意：/privacy consent',
    '与另一个聊天应用关联：/account link',
  ],
  codeTitle: '关联两个身份',
  codeText: '请在 15 分钟内到另一个聊天应用里输入下面的内容，然后回到这里按“在此关联”。',
  joinHere: '在此关联',
  codeWrong: '没有这个代码，或者它已过期。请在另一个聊天应用里输入 /account link 获取新代码。',
  met: (platform) =>
    `这个代码来自 ${platform} 上的某个人。只有那是你本人时才关联：两者会成为一个账户，彼此能看到对方的广告和数据。`,
  metYes: '是我本人',
  metDone: '好的。现在请到另一个聊天应用里按“在此关联”。',
  waiting: '还没有人输入这个代码。请先在另一个聊天应用里输入并确认，然后再按这里。',
  joined: '已关联。两个身份现在是一个账户。',
  joinGone: '这个代码已过期或已被使用。请输入 /account link 获取新代码。',
  oneStays: '两边都已有邮箱地址和密码。另一个聊天应用的会保留，这里一直使用的会被删除。',
  joinedOne: '已关联。两个身份现在是一个账户。请用此聊天应用原来的邮箱地址登录门户。',
  mailEnded: '以另一个地址通过邮件提出、正在等待的数据请求已结束，什么都没有做。如果你仍然需要，请用保留的地址再写一次邮件。',
};
