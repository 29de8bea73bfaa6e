/** Names a channel for looking up what was asked there. */
import type { Place } from './messages.ts';

export const channelKey = ({ platform, workspace, channel }: Place): string => `${platform} ${workspace} ${channel}`;
