/** The command table: what a person can type and where. Adapters make their manifests and registrations from it. */

export type Command = {
  name: string;
  /** Shown by the platform while typing; at most 100 characters. */
  description: string;
  /** Shown behind the command while typing; at most 100 characters. */
  usage: string;
};

export const commands = [
  {
    name: 'ad',
    description: 'Make an advertisement from a product photo',
    usage: '[what the ad should say] | list | show | brand | products | settings | admin | privacy | account | help',
  },
  {
    name: 'privacy',
    description: 'Your data: see it, take it along, correct it, delete it',
    usage: 'status | policy | partners | consent | receipts | export | correct | delete',
  },
  {
    name: 'account',
    description: 'Your account: open it in the portal, join chat apps',
    usage: 'register | link [code]',
  },
] as const satisfies readonly Command[];
export type CommandName = (typeof commands)[number]['name'];

export const isCommandName = (name: string): name is CommandName => commands.some((one) => one.name === name);

/** First words of `/ad` that mean something else than a brief. `takes`: what may follow, in words; absent: nothing. */
export const subcommands = [
  { name: 'generate', description: 'Make an ad from photos and a sentence', takes: 'what the ad should say' },
  { name: 'list', description: 'Show what you made, also by words or only from here', takes: 'words, or: here' },
  { name: 'show', description: 'Bring an ad back, with its files and buttons', takes: 'words of the ad' },
  { name: 'cancel', description: 'Stop an ad that is not finished yet' },
  { name: 'brand', description: 'Your brand kits: logo, colours, texts' },
  { name: 'products', description: 'The products you saved' },
  { name: 'settings', description: 'Language, who sees results, ideas first or everything at once' },
  { name: 'privacy', description: 'Your data: see it, take it along, correct it, delete it', takes: 'status, export, delete, …' },
  { name: 'account', description: 'Your account: open it in the portal, join chat apps', takes: 'register, link' },
  { name: 'admin', description: 'For admins: who may use the bot, storage, what is under way' },
  { name: 'help', description: 'How to make an ad' },
] as const satisfies readonly { name: string; description: string; takes?: string }[];
export type SubcommandName = (typeof subcommands)[number]['name'];

/** Splits what was typed behind `/ad`; anything that begins with no known word is a brief. */
export function readSubcommand(typed: string): { name: SubcommandName; rest: string } {
  const text = typed.trim();
  const [first = '', ...rest] = text.split(/\s+/u);
  const known = subcommands.find(({ name }) => name === first.toLowerCase());
  const alone = known && !('takes' in known);
  // A sentence may well begin with such a word: "Help for tired feet".
  if (!known || (alone && rest.length > 0)) return { name: 'generate', rest: text };
  return { name: known.name, rest: text.slice(first.length).trim() };
}

/** First words of `/privacy`: the rights of a person over their own data (policy clause 4). */
export const privacySubcommands = [
  { name: 'status', description: 'What is held of you, and where' },
  { name: 'policy', description: 'The privacy policy, in your language' },
  { name: 'partners', description: 'The AI partners, and what each would get' },
  { name: 'consent', description: 'Agree to a partner, or withdraw' },
  { name: 'receipts', description: 'What went to whom, and what was erased' },
  { name: 'export', description: 'A copy of everything that is held of you' },
  { name: 'correct', description: 'Correct what is wrong' },
  { name: 'delete', description: 'Delete some or all of your data' },
] as const satisfies readonly { name: string; description: string }[];
export type PrivacySubcommandName = (typeof privacySubcommands)[number]['name'];

/** Anything else than a known word asks what is held. */
export function readPrivacySubcommand(typed: string): PrivacySubcommandName {
  const [first = ''] = typed.trim().toLowerCase().split(/\s+/u);
  return privacySubcommands.find(({ name }) => name === first)?.name ?? 'status';
}

/** First words of `/account`. `takes`: what may follow. */
export const accountSubcommands = [
  { name: 'register', description: 'Your private link to the portal: see, take along, delete your data' },
  { name: 'link', description: 'Join what you do here with what you do in another chat app', takes: 'the code shown there' },
] as const satisfies readonly { name: string; description: string; takes?: string }[];
export type AccountSubcommandName = (typeof accountSubcommands)[number]['name'];

/** Anything else than a known word asks for the link to the portal. */
export function readAccountSubcommand(typed: string): { name: AccountSubcommandName; rest: string } {
  const [first = '', ...rest] = typed.trim().split(/\s+/u);
  const name = accountSubcommands.find((one) => one.name === first.toLowerCase())?.name ?? 'register';
  return { name, rest: name === 'link' ? rest.join('') : '' };
}

/** Entries in a message's own menu. */
export const messageActions = [
  { id: 'ad-from-message', label: 'Make an ad from this', description: "Make an ad from this message's pictures" },
] as const;
