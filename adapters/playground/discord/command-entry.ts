/** What the Discord client does with a typed command before it sends it: finds it, and checks what was entered against its definition. */
import { type HandedFile, handOver, NotSent } from './handed-files.ts';
import { guildPermissions } from './permissions.ts';
import type { Surroundings } from './surroundings.ts';
import { toldFile } from './told-message.ts';
import type { Channel, Json, RegisteredCommand, User } from './world.ts';

export type OptionValue = string | number | boolean | HandedFile;
export type TypedCommand = {
  /** The subcommand, and the group it is in. */
  sub?: string;
  group?: string;
  options?: Readonly<Record<string, OptionValue>>;
  /** The option being typed, when suggestions are asked for. */
  focused?: string;
};

type Option = {
  name: string;
  type: number;
  required?: boolean;
  options?: Option[];
  choices?: { name: string; value: string | number }[];
  autocomplete?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
};

const contexts = { text: 0, thread: 0, 'private-thread': 0, direct: 1, group: 2 } as const;

/** The command of that name which the person is offered in that channel. */
export function findCommand(name: string, type: number, by: User, channel: Channel, { world }: Surroundings): RegisteredCommand {
  const guild = channel.guild === null ? undefined : world.guilds.get(channel.guild);
  const offered = [...(guild?.hasBot ? (world.commands.get(guild.id) ?? []) : []), ...(world.commands.get('') ?? [])];
  const command = offered.find((one) => one.name === name && one.type === type);
  if (!command) throw new NotSent(`There is no command "${name}" here`);
  const allowed = command['contexts'] as number[] | null;
  if (allowed && !allowed.includes(contexts[channel.kind])) throw new NotSent(`"${name}" is not offered here`);
  const needed = BigInt(String(command['default_member_permissions'] ?? 0));
  if (guild && (guildPermissions(guild, by.id) & needed) !== needed) throw new NotSent(`"${name}" is not for this person`);
  if (guild && !guild.hasBot && !(command['integration_types'] as number[]).includes(1)) {
    throw new NotSent(`"${name}" is not installed here`);
  }
  return command;
}

/** The `data` of the interaction. */
export function commandData(
  command: RegisteredCommand,
  typed: TypedCommand,
  by: User,
  channel: Channel,
  around: Surroundings,
): Json {
  const attachments: Record<string, Json> = {};
  const level = levelOf(command, typed);
  const entered = typed.options ?? {};
  const stray = Object.keys(entered).find((name) => !level.options.some((one) => one.name === name));
  if (stray !== undefined) throw new NotSent(`The command has no option "${stray}"`);
  const missing = level.options.find((one) => one.required && entered[one.name] === undefined && typed.focused === undefined);
  if (missing) throw new NotSent(`The option "${missing.name}" is required`);
  const options = Object.entries(entered).map(([name, value]) => {
    const option = level.options.find((one) => one.name === name) as Option;
    const isFocused = typed.focused === name ? { focused: true } : {};
    if (typeof value !== 'object') return { name, type: option.type, value: checkedValue(option, value, typed), ...isFocused };
    if (option.type !== 11) throw new NotSent(`The option "${name}" takes no file`);
    const file = handOver(value, { owner: by.id, channel: channel.id, isEphemeral: true }, around.world);
    attachments[file.id] = toldFile(file, around);
    return { name, type: option.type, value: file.id };
  });
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    options: level.wrap(options),
    ...(Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {}),
  };
}

type Level = { options: Option[]; wrap: (options: Json[]) => Json[] };

function levelOf(command: RegisteredCommand, { sub, group }: TypedCommand): Level {
  const top = (command['options'] ?? []) as Option[];
  if (sub === undefined) {
    if (top.some((one) => one.type <= 2)) throw new NotSent(`"/${command.name}" needs a subcommand`);
    return { options: top, wrap: (options) => options };
  }
  const groupLevel = group === undefined ? null : top.find((one) => one.type === 2 && one.name === group);
  const found = (groupLevel ? groupLevel.options : top)?.find((one) => one.type === 1 && one.name === sub);
  if (!found) throw new NotSent(`"/${command.name}" has no subcommand "${[group, sub].filter(Boolean).join(' ')}"`);
  const wrapSub = (options: Json[]): Json[] => [{ name: sub, type: 1, options }];
  const wrap = groupLevel ? (options: Json[]) => [{ name: groupLevel.name, type: 2, options: wrapSub(options) }] : wrapSub;
  return { options: found.options ?? [], wrap };
}

const typesOf: Readonly<Record<number, 'string' | 'number' | 'boolean'>> = {
  3: 'string',
  4: 'number',
  5: 'boolean',
  10: 'number',
};

function checkedValue(option: Option, value: string | number | boolean, { focused }: TypedCommand): string | number | boolean {
  const { name, choices } = option;
  if (focused === name) return value;
  if (typeof value !== (typesOf[option.type] ?? 'string')) throw new NotSent(`The option "${name}" takes no ${typeof value}`);
  if (choices?.length && !choices.some((one) => one.value === value))
    throw new NotSent(`The option "${name}" has no choice "${value}"`);
  const size = typeof value === 'string' ? value.length : Number(value);
  const least = typeof value === 'string' ? option.min_length : option.min_value;
  const most = typeof value === 'string' ? (option.max_length ?? 6000) : option.max_value;
  if (size < (least ?? -Infinity) || size > (most ?? Infinity))
    throw new NotSent(`The option "${name}" is too short or too long`);
  return value;
}
