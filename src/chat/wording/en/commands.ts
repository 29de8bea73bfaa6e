/** English: the words of commands, which are those of the command table. */
import { commands as commandTable, messageActions, subcommands } from '../../commands.ts';
import type { CommandWords } from '../command-words.ts';

/** The table has a row for every name, so every name gets its words. */
export const commands: CommandWords = {
  commands: Object.fromEntries(commandTable.map(({ name, description }) => [name, description])) as CommandWords['commands'],
  subcommands: Object.fromEntries(subcommands.map((one) => [one.name, one])) as CommandWords['subcommands'],
  actions: Object.fromEntries(messageActions.map(({ id, label }) => [id, label])) as CommandWords['actions'],
  options: {
    photo: { name: 'photo', description: 'A photo of the product', another: 'Another photo of the product' },
    brief: { name: 'brief', description: 'What should the ad say?' },
    where: { name: 'where', description: 'Where will it run? All sizes when left out' },
    video: { name: 'video', description: 'Videos too' },
    language: { name: 'language', description: 'Language of the ad; that of your words when left out' },
    onlyMe: { name: 'only-me', description: 'Only you see the result' },
    words: { name: 'words' },
  },
};
