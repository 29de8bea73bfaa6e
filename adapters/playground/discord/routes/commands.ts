/** The commands that the app has registered, for every guild or for one. */
import { readWith } from '../read-with.ts';
import { Refusal } from '../refusal.ts';
import { commandList } from '../schemas/command-schemas.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Json, RegisteredCommand } from '../world.ts';
import { type Call, found, type Routes } from './route.ts';

/** Whose commands a call is about; `''` for those of every guild. */
function scopeOf({ params }: Call, { world }: Surroundings): string {
  if (params['application_id'] !== world.app.id) throw new Refusal(50001);
  const guild = params['guild_id'];
  if (guild === undefined) return '';
  if (!world.guilds.get(guild)?.hasBot) throw new Refusal(50001);
  return guild;
}

/** Replaces all of them; a command that stays keeps its id. */
function replace(call: Call, around: Surroundings) {
  const { world } = around;
  const scope = scopeOf(call, around);
  const before = world.commands.get(scope) ?? [];
  const sent = readWith(commandList, call.body.json);
  const after = sent.map((command): RegisteredCommand => {
    const type = command.type ?? 1;
    const known = before.find((one) => one.name === command.name && one.type === type);
    return {
      default_member_permissions: null,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      description: '',
      ...(command as Json),
      id: known?.id ?? world.nextId(),
      application_id: world.app.id,
      version: world.nextId(),
      name: command.name,
      type,
      ...(scope === '' ? {} : { guild_id: scope }),
    };
  });
  world.commands.set(scope, after);
  world.changed();
  return found(after);
}

const list = (call: Call, around: Surroundings) => found(around.world.commands.get(scopeOf(call, around)) ?? []);

export const commandRoutes: Routes = {
  'GET /applications/{application_id}/commands': { auth: 'bot', run: list },
  'PUT /applications/{application_id}/commands': { auth: 'bot', run: replace },
  'GET /applications/{application_id}/guilds/{guild_id}/commands': { auth: 'bot', run: list },
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': { auth: 'bot', run: replace },
};
