/** Japanese: what the bot would need leave for, in the words of the apps' own settings. */
import type { Permission } from '../../../errors.ts';
import { inLocale } from '../in-locale.ts';
import { buttons } from './forms.ts';

const { list } = inLocale('ja');

const names: Record<Permission, string> = {
  post: '「メッセージを送信」',
  'post-in-threads': '「スレッドでメッセージを送信」',
  'attach-files': '「ファイルを添付」',
  'read-history': '「メッセージ履歴を読む」',
};

export const notAllowed = (lacks: readonly Permission[]): string =>
  `そのチャンネルで必要な権限がないため、何も作成していません。管理者に次の権限を許可してもらってください: ${list(lacks.map((one) => names[one]))}。そのあと「${buttons.retry}」を押してください。`;
