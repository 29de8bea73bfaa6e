/** Which workspace a deed belongs to: the server, or, in direct messages, a workspace of that one person. */

/** People who write to the bot directly share nothing with each other. */
export const directWorkspace = (person: string): string => `dm${person}`;

/** The server of a workspace, or null for that of one person. */
export const guildOf = (workspace: string): string | null => (/^\d+$/.test(workspace) ? workspace : null);
