/** What people can type and find in menus on Discord, from the core's tables: a new subcommand is a new line there. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPutAPIApplicationCommandsJSONBody,
  Locale as Tag,
} from 'discord.js';
import {
  accountSubcommands,
  type CommandName,
  commands,
  messageActions,
  privacySubcommands,
  type SubcommandName,
  subcommands,
} from '../../src/chat/commands.ts';
import { fallbackLocale, type Locale, locales } from '../../src/chat/locale.ts';
import type { CommandWords } from '../../src/chat/wording/command-words.ts';
import { type Wording, wordingIn } from '../../src/chat/wording/wording.ts';
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

/** What Discord calls the languages the bot speaks; the fallback stands in the definitions themselves. */
const tagsOf: Record<Locale, readonly Tag[]> = {
  en: [],
  de: [Tag.German],
  fr: [Tag.French],
  es: [Tag.SpanishES, Tag.SpanishLATAM],
  ja: [Tag.Japanese],
  zh: [Tag.ChineseCN],
};

type Words = CommandWords & {
  languageNames: Record<string, string>;
  rights: Wording['privacy']['commands'];
  account: Wording['account']['commands'];
};
const wordsIn = (locale: Locale): Words => {
  const { commands: words, languageNames, privacy, account } = wordingIn(locale);
  return { ...words, languageNames, rights: privacy.commands, account: account.commands };
};

const inEachLanguage = (text: (words: Words) => string): LocalizationMap =>
  Object.fromEntries(locales.flatMap((locale) => tagsOf[locale].map((tag) => [tag, text(wordsIn(locale))])));

/** A name shown in each reader's language; answers carry the one given here. */
const named = (name: string, text: (words: Words) => string) => ({ name, name_localizations: inEachLanguage(text) });

const described = (text: (words: Words) => string) => {
  const checked = (words: Words): string => fitting('description', text(words));
  return { description: checked(wordsIn(fallbackLocale)), description_localizations: inEachLanguage(checked) };
};

function formOptions(): APIApplicationCommandBasicOption[] {
  const text = ApplicationCommandOptionType.String;
  const yesNo = ApplicationCommandOptionType.Boolean;
  const choices = {
    where: placeIds.map((id) => ({ name: places[id].label, value: id })),
    language: languageSchema.options.map((id) => ({
      ...named(wordsIn(fallbackLocale).languageNames[id] ?? id, ({ languageNames }) => languageNames[id] ?? id),
      value: id,
    })),
  };
  for (const list of Object.values(choices)) checkCount('selectOptions', list.length);
  return [
    ...photoOptions.map((name, place) => ({
      type: ApplicationCommandOptionType.Attachment as const,
      ...named(name, ({ options }) => `${options.photo.name}${place + 1}`),
      ...described(({ options }) => (place === 0 ? options.photo.description : options.photo.another)),
    })),
    {
      type: text,
      ...named('brief', ({ options }) => options.brief.name),
      ...described(({ options }) => options.brief.description),
      max_length: briefLimits.characters,
    },
    {
      type: text,
      ...named('where', ({ options }) => options.where.name),
      ...described(({ options }) => options.where.description),
      choices: choices.where,
    },
    {
      type: yesNo,
      ...named('video', ({ options }) => options.video.name),
      ...described(({ options }) => options.video.description),
    },
    {
      type: text,
      ...named('language', ({ options }) => options.language.name),
      ...described(({ options }) => options.language.description),
      choices: choices.language,
    },
    {
      type: yesNo,
      ...named('only-me', ({ options }) => options.onlyMe.name),
      ...described(({ options }) => options.onlyMe.description),
    },
  ];
}

/** What may follow a command or a subcommand. */
const wordsOf = (description: Pick<APIApplicationCommandBasicOption, 'description' | 'description_localizations'>) => ({
  type: ApplicationCommandOptionType.String as const,
  ...named(wordsOption, ({ options }) => options.words.name),
  ...description,
  max_length: limits.commandText,
});

/** The one that opens the form takes its fields as options; the others take words, or nothing. */
const withForm: SubcommandName = 'generate';
function subcommandOf({ name }: (typeof subcommands)[number]): APIApplicationCommandSubcommandOption {
  const options = name === withForm ? formOptions() : takenBy(name);
  checkCount('selectOptions', options.length);
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(name, (words) => words.subcommands[name].name),
    ...described((words) => words.subcommands[name].description),
    ...(options.length > 0 ? { options } : {}),
  };
}

const rightOf = ({ name }: (typeof privacySubcommands)[number]): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  ...named(name, ({ rights }) => rights[name].name),
  ...described(({ rights }) => rights[name].description),
});

function accountOf({ name }: (typeof accountSubcommands)[number]): APIApplicationCommandSubcommandOption {
  const takes = ({ account }: Words): string => (name === 'link' ? account.link.takes : '');
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(name, ({ account }) => account[name].name),
    ...described(({ account }) => account[name].description),
    ...(takes(wordsIn(fallbackLocale)) === '' ? {} : { options: [wordsOf(described(takes))] }),
  };
}

const subcommandsOf: Record<CommandName, () => APIApplicationCommandSubcommandOption[]> = {
  ad: () => subcommands.map(subcommandOf),
  privacy: () => privacySubcommands.map(rightOf),
  account: () => accountSubcommands.map(accountOf),
};

function takenBy(name: SubcommandName): APIApplicationCommandBasicOption[] {
  const takes = (words: Words): string => {
    const said = words.subcommands[name];
    return 'takes' in said ? said.takes : '';
  };
  return takes(wordsIn(fallbackLocale)) === '' ? [] : [wordsOf(described(takes))];
}

/** Servers and direct messages with the bot; nowhere else could a result be delivered. */
const offered = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** Commands keep their names in every language: Discord does not find the subcommands of a translated one (discord-api-docs 5105). */
export function commandDefinitions(): RESTPutAPIApplicationCommandsJSONBody {
  return [
    ...commands.map(({ name }) => ({
      type: ApplicationCommandType.ChatInput as const,
      name,
      ...described((words) => words.commands[name]),
      options: subcommandsOf[name](),
      ...offered,
    })),
    ...messageActions.map(({ id }) => ({
      type: ApplicationCommandType.Message as const,
      ...named(fitting('menuName', wordsIn(fallbackLocale).actions[id]), ({ actions }) => fitting('menuName', actions[id])),
      ...offered,
    })),
  ];
}
