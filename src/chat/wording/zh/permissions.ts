/** Chinese: what the bot would need leave for, in the words of the apps' own settings. */
import type { Permission } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import { buttons } from './forms.ts';

const { list } = inLocale('zh');

const names: Record<Permission, string> = {
  post: '“发送消息”',
  'post-in-threads': '“在子区内发送消息”',
  'attach-files': '“附加文件”',
  'read-history': '“阅读消息历史记录”',
};

export const notAllowed = (lacks: readonly Permission[]): string =>
  `我在那个频道里缺少权限，所以没有制作任何内容。请管理员授予我：${list(lacks.map((one) => names[one]))}。然后点击“${buttons.retry}”。`;
