/** The one message to whoever installed the bot: what it does, a first ad in one press, and what comes next. */
import type { MessageView } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { bold, plain } from './lines.ts';

export const welcomeView = ({ welcome }: Wording): MessageView => ({
  summary: welcome.hello,
  lines: [bold(welcome.hello), ...welcome.steps.map(plain)],
  buttons: [{ action: 'sample-ad', value: 'sample', label: welcome.sample, style: 'primary' }],
});
