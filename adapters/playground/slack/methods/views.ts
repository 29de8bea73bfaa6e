/** The loopback's forms: opened by a trigger that lives three seconds and works once. */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import type { Json, StoredHome, StoredView, World } from '../world.ts';
import { checkedHome, checkedView } from './blocks.ts';
import { type Method, readArgs, type Surroundings } from './method.ts';

const triggerLivesMs = 3_000;
const deepestStack = 3;

/** A form as Slack tells it in answers and payloads. */
export function toldView(world: World, stored: StoredView, values: Json = {}): Json {
  return {
    ...stored.view,
    id: stored.id,
    hash: stored.hash,
    team_id: world.team.id,
    app_id: world.app.id,
    bot_id: world.app.bot,
    root_view_id: stored.root,
    previous_view_id: stored.previous,
    private_metadata: stored.view['private_metadata'] ?? '',
    state: { values },
  };
}

/** The bot's own page as Slack tells it. */
export function toldHome(world: World, { id, view }: StoredHome): Json {
  return { ...view, id, team_id: world.team.id, app_id: world.app.id, bot_id: world.app.bot, root_view_id: id };
}

function useTrigger(world: World, id: string): string {
  const trigger = world.triggers.get(id);
  if (!trigger) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (world.clock.now() - trigger.issuedAt > triggerLivesMs) throw new Refusal('expired_trigger_id');
  trigger.used = true;
  return trigger.user;
}

function readView(view: unknown, { world, rules }: Surroundings): Json {
  const checked = checkedView(world, view);
  const blocks = checked['blocks'] as { element?: { type: string } }[];
  const asksForFiles = blocks.some((block) => block.element?.type === 'file_input');
  if (asksForFiles && !rules.scopes.has('files:read')) {
    throw new Refusal('missing_scope', { needed: 'files:read', provided: [...rules.scopes].join(',') });
  }
  return checked;
}

function openView(args: Json, around: Surroundings, onTopOf: StoredView | null): Json {
  const { world } = around;
  const { trigger_id, view } = readArgs(z.object({ trigger_id: z.string(), view: z.unknown() }), args);
  const checked = readView(view, around);
  const owner = useTrigger(world, trigger_id);
  const id = world.nextId('V');
  const stored: StoredView = {
    id,
    hash: `${world.nextTs()}.h`,
    owner,
    state: 'open',
    view: checked,
    root: onTopOf?.root ?? id,
    previous: onTopOf?.id ?? null,
    errors: {},
  };
  world.views.set(id, stored);
  return { view: toldView(world, stored) };
}

function stackOf(world: World, trigger: unknown): StoredView[] {
  const owner = world.triggers.get(String(trigger))?.user;
  return [...world.views.values()].filter((view) => view.owner === owner && view.state === 'open');
}

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.publish': {
    scope: null,
    token: 'bot',
    run: (args, { world, rules }) => {
      const { user_id: user, view } = readArgs(z.object({ user_id: z.string(), view: z.unknown() }), args);
      if (!rules.homeTab) throw new Refusal('not_enabled');
      if (!world.people.has(user)) throw new Refusal('user_not_found');
      const stored = { id: world.homes.get(user)?.id ?? world.nextId('V'), view: checkedHome(world, view) };
      world.homes.set(user, stored);
      return { view: toldHome(world, stored) };
    },
  },
  'views.open': { scope: null, token: 'bot', run: (args, around) => openView(args, around, null) },
  'views.push': {
    scope: null,
    token: 'bot',
    run: (args, around) => {
      const stack = stackOf(around.world, args['trigger_id']);
      if (stack.length >= deepestStack) throw new Refusal('push_limit_reached');
      return openView(args, around, stack.at(-1) ?? null);
    },
  },
  'views.update': {
    scope: null,
    token: 'bot',
    run: (args, around) => {
      const { world } = around;
      const { view_id, hash, view } = readArgs(
        z.object({ view_id: z.string(), hash: z.string().optional(), view: z.unknown() }),
        args,
      );
      const stored = world.views.get(view_id);
      if (stored?.state !== 'open') throw new Refusal('not_found');
      if (hash !== undefined && hash !== stored.hash) throw new Refusal('hash_conflict');
      stored.view = readView(view, around);
      stored.hash = `${world.nextTs()}.h`;
      return { view: toldView(world, stored) };
    },
  },
};
