/** What people can type and find in menus on Discord, from the core's tables: a new subcommand is a new line there. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { commands, messageActions, type SubcommandName, subcommands } from '../../src/chat/commands.ts';
import { briefLimits } from '../../src/generation/brief.ts';
import { placeIds, places } from '../../src/generation/placements.ts';
import { languageSchema } from '../../src/generation/recipe.ts';
import { checkCount, fitting, limits } from './limits.ts';

export const wordsOption = 'words';
export const photoOptions = Array.from({ length: briefLimits.photos }, (_, place) => `photo${place + 1}`);

/** The options of a form, and the field that each of them answers. */
export const fieldOfOption = {
  brief: 'brief',
  where: 'places',
  video: 'film',
  language: 'language',
  'only-me': 'audience',
} as const;
export type FormOption = keyof typeof fieldOfOption;

const languageName = new Intl.DisplayNames(['en'], { type: 'language' });

function formOptions(): APIApplicationCommandBasicOption[] {
  const text = ApplicationCommandOptionType.String;
  const yesNo = ApplicationCommandOptionType.Boolean;
  const choices = {
    where: placeIds.map((id) => ({ name: places[id].label, value: id })),
    language: languageSchema.options.map((id) => ({ name: languageName.of(id) ?? id, value: id })),
  };
  for (const list of Object.values(choices)) checkCount('selectOptions', list.length);
  return [
    ...photoOptions.map((name, place) => ({
      type: ApplicationCommandOptionType.Attachment as const,
      name,
      description: place === 0 ? 'A photo of the product' : 'Another photo of the product',
    })),
    { type: text, name: 'brief', description: 'What should the ad say?', max_length: briefLimits.characters },
    { type: text, name: 'where', description: 'Where will it run? All sizes when left out', choices: choices.where },
    { type: yesNo, name: 'video', description: 'An 8-second video too' },
    {
      type: text,
      name: 'language',
      description: 'Language of the ad; that of your words when left out',
      choices: choices.language,
    },
    { type: yesNo, name: 'only-me', description: 'Only you see the result' },
  ];
}

const wordsOf = (description: string): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.String,
  name: wordsOption,
  description: fitting('description', description),
  max_length: limits.commandText,
});

/** The one that opens the form takes its fields as options; the others take words, or nothing. */
const withForm: SubcommandName = 'generate';
/** The command that has subcommands; any other takes all its words in one option. */
const withSubcommands: string = 'ad';

function subcommandOf(one: (typeof subcommands)[number]): APIApplicationCommandSubcommandOption {
  const words = 'takes' in one ? [wordsOf(one.takes)] : [];
  const options = one.name === withForm ? formOptions() : words;
  checkCount('selectOptions', options.length);
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: one.name,
    description: fitting('description', one.description),
    ...(options.length > 0 ? { options } : {}),
  };
}

/** Servers and direct messages with the bot; nowhere else could a result be delivered. */
const offered = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

export function commandDefinitions(): RESTPutAPIApplicationCommandsJSONBody {
  return [
    ...commands.map(({ name, description, usage }) => ({
      type: ApplicationCommandType.ChatInput as const,
      name,
      description: fitting('description', description),
      options: name === withSubcommands ? subcommands.map(subcommandOf) : [wordsOf(usage)],
      ...offered,
    })),
    ...messageActions.map(({ label }) => ({
      type: ApplicationCommandType.Message as const,
      name: fitting('menuName', label),
      ...offered,
    })),
  ];
}
