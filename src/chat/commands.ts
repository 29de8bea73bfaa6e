/** The command table: what a person can type and where. Adapters make their manifests and registrations from it. */

export type Command = {
  name: string;
  /** Shown by the platform while typing; at most 100 characters. */
  description: string;
  /** Shown behind the command while typing; at most 100 characters. */
  usage: string;
};

export const commands = [
  { name: 'ad', description: 'Make an advertisement from a product photo', usage: '[what the ad should say]' },
] as const satisfies readonly Command[];

/** Entries in a message's own menu. */
export const messageActions = [
  { id: 'ad-from-message', label: 'Make an ad from this', description: "Make an ad from this message's pictures" },
] as const;
