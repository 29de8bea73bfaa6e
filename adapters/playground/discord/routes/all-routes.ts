/** Every route of the loopback, and which of them a request means. */
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { messageRoutes } from './messages.ts';
import { ownRoutes } from './own.ts';
import type { Route, Routes } from './route.ts';
import { webhookRoutes } from './webhooks.ts';

export const routes: Routes = {
  ...ownRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...guildRoutes,
  ...commandRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
};

type Pattern = { name: string; method: string; path: string; parts: string[]; unknowns: number; route: Route };

const patterns: Pattern[] = Object.entries(routes)
  .map(([name, route]) => {
    const [method = '', path = ''] = name.split(' ');
    const parts = path.split('/');
    return { name, method, path, parts, unknowns: parts.filter((part) => part.startsWith('{')).length, route };
  })
  // Of two that match, `@original` and `{message_id}`, the one that names more wins.
  .sort((one, other) => one.unknowns - other.unknowns);

export type Match = { name: string; path: string; route: Route; params: Record<string, string> };

export function matchRoute(method: string, path: string): Match | null {
  const given = decodeURIComponent(path).split('/');
  for (const { name, method: expected, path: pattern, parts, route } of patterns) {
    if (expected !== method || parts.length !== given.length) continue;
    if (!parts.every((part, at) => part.startsWith('{') || part === given[at])) continue;
    const params = parts.flatMap((part, at): [string, string][] =>
      part.startsWith('{') ? [[part.slice(1, -1), given[at] ?? '']] : [],
    );
    return { name, path: pattern, route, params: Object.fromEntries(params) };
  }
  return null;
}
