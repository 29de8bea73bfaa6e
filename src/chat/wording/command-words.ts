/** The words of the command table, for platforms that show commands in each reader's language. */
import type { commands, messageActions, SubcommandName, subcommands } from '../commands.ts';

type TakesWords = Extract<(typeof subcommands)[number], { takes: string }>['name'];

/** Names: lower case, one word, at most 32 characters. Descriptions: at most 100 characters; labels: at most 32. */
type Named = { name: string; description: string };

export type CommandWords = {
  /** The commands themselves keep their names: sentences mention them, and people type them. */
  commands: Record<(typeof commands)[number]['name'], string>;
  subcommands: { [Name in SubcommandName]: Named & (Name extends TakesWords ? { takes: string } : unknown) };
  /** Entries in a message's own menu. */
  actions: Record<(typeof messageActions)[number]['id'], string>;
  options: {
    /** Numbered: the first photo, and the others. */
    photo: Named & { another: string };
    brief: Named;
    where: Named;
    video: Named;
    language: Named;
    onlyMe: Named;
    /** Whatever a subcommand takes; it is described there. */
    words: { name: string };
  };
};
