/** `npm run privacy -- export|erase|correct`: answers requests that came by mail. */
import { rmSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { MailDesk, MailEvent, MailOrder, MailState } from '../chat/privacy/by-mail/mail-desk.ts';
import { neverHere } from '../errors.ts';
import type { Config } from './config.ts';
import { remoteMail } from './control-client.ts';
import type { MailCommand } from './privacy-arguments.ts';
import { withStores } from './stores-at-hand.ts';

/** Resolves with what to print. */
export async function mailCommand(config: Config, { order, out }: MailCommand, signal: AbortSignal): Promise<string> {
  const said: string[] = [];
  const file = out === null ? null : copyFile(out);
  const say = async (event: MailEvent, bytes: Uint8Array = new Uint8Array(0)): Promise<void> => {
    if (event.event === 'copy') return file?.write(bytes);
    if (event.event === 'copied') await file?.finish();
    said.push(words(order, event, out));
  };
  const serve = (desk: MailDesk): Promise<void> => desk.serve(order, say, signal);
  try {
    await withStores(config, { remote: (line) => serve(remoteMail(line)), here: ({ app }) => serve(app.mail) }, signal);
  } finally {
    await file?.drop();
  }
  return said.join('\n');
}

/** Whole or not at all, and readable by this user alone. */
function copyFile(path: string) {
  const partial = `${path}.part`;
  let opened: FileHandle | null = null;
  return {
    async write(bytes: Uint8Array): Promise<void> {
      opened ??= await open(partial, 'w', 0o600);
      await opened.writeFile(bytes);
    },
    async finish(): Promise<void> {
      await opened?.close();
      opened = null;
      await rename(partial, path);
    },
    async drop(): Promise<void> {
      if (!opened) return;
      await opened.close();
      rmSync(partial, { force: true });
    },
  };
}

const answered: Record<MailOrder['kind'], string> = {
  export: 'a copy can be fetched by this command',
  erase: 'everything of it is deleted',
  correct: 'the address is changed',
};

function words(order: MailOrder, event: Exclude<MailEvent, { event: 'copy' }>, out: string | null): string {
  switch (event.event) {
    case 'copied':
      return `The copy of everything is in ${out}. Send it to the person, then delete the file.`;
    case 'receipt':
      return event.json;
    case 'if-known':
      return `If that address belongs to an account, its owner is asked in their chat where it was never verified, and ${answered[order.kind]} only after a yes, within 7 days. Otherwise nothing is done.`;
    case 'state':
      return stateWords(event);
    default:
      return neverHere(event);
  }
}

function stateWords({ state, requestId, until, dueAt }: Extract<MailEvent, { event: 'state' }>): string {
  const number = requestId === null ? '' : ` Request ${requestId}${dueAt === null ? '' : `, due ${day(dueAt)}`}.`;
  return `${stateSentence(state, until)}${number}`;
}

function stateSentence(state: MailState, until: number | null): string {
  switch (state) {
    case 'unknown':
      return 'No account has that address, or it is being deleted.';
    case 'waiting':
      return `The address was never verified: its owner is asked in their chat${until === null ? '' : ` until ${day(until)}`}, as soon as npm start runs. Type the same command again later.`;
    case 'refused':
      return 'The owner of the address said that the mail was not theirs. Nothing is done.';
    case 'lapsed':
      return 'The owner of the address did not answer within 7 days. Nothing was done.';
    case 'unreachable':
      return 'The owner of the address takes no direct messages, so they could not be asked. Nothing was done: ask them to write to the bot in their chat.';
    case 'unlinked':
      return 'No chat identity belongs to that account any more, so nobody could be asked. Nothing was done: ask them to sign in to the portal, where they can do it themselves.';
    case 'running':
      return 'It is being worked on. Type the same command again in a minute.';
    case 'done':
      return 'Done.';
    case 'taken':
      return 'The new address belongs to another account already. Nothing was changed.';
    default:
      return neverHere(state);
  }
}

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ').concat(' UTC');
