/** Registers the commands with one request, and only when Discord has other ones: what it has is asked for, so nothing must be remembered. */
import { type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { z } from 'zod';
import type { Calls } from './calls.ts';

type Definitions = RESTPutAPIApplicationCommandsJSONBody;

const registered = z.array(z.looseObject({ name: z.string(), type: z.number().default(1) }));

export async function registerCommands(
  applicationId: string,
  definitions: Definitions,
  calls: Calls,
): Promise<'registered' | 'unchanged'> {
  if (await areRegistered(applicationId, definitions, calls)) return 'unchanged';
  const route = Routes.applicationCommands(applicationId);
  await calls({ method: 'PUT', route, body: definitions, patience: 'repeats' }, z.unknown());
  return 'registered';
}

export async function areRegistered(applicationId: string, definitions: Definitions, calls: Calls): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const query = { with_localizations: 'true' };
  return isSame(definitions, await calls({ method: 'GET', route, query, patience: 'repeats' }, registered));
}

/** Whether Discord has exactly these commands; what it adds by itself, such as ids, does not count. */
export function isSame(definitions: Definitions, known: z.infer<typeof registered>): boolean {
  if (definitions.length !== known.length) return false;
  return definitions.every((ours) => {
    const theirs = known.find((one) => one.name === ours.name && one.type === (ours.type ?? 1));
    return theirs !== undefined && covers(theirs, ours) && optionsOf(theirs) === optionsOf(ours);
  });
}

function covers(theirs: unknown, ours: unknown): boolean {
  if (Array.isArray(ours)) {
    if (!Array.isArray(theirs) || ours.length !== theirs.length) return false;
    const isSet = ours.every((one) => typeof one === 'number');
    return isSet ? ours.every((one) => theirs.includes(one)) : ours.every((one, place) => covers(theirs[place], one));
  }
  if (typeof ours === 'object' && ours !== null) {
    return Object.entries(ours).every(([key, value]) => covers(membersOf(theirs)[key], value));
  }
  return theirs === ours;
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** How many options there are on every level: those that we no longer have must count, too. */
function optionsOf(command: unknown): string {
  const { options, choices } = membersOf(command);
  const inside = Array.isArray(options) ? options.map(optionsOf).join(',') : '';
  return `${Array.isArray(choices) ? choices.length : 0}[${inside}]`;
}
