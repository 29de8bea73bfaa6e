/** The bot was removed from a workspace, or its token was revoked: told in either order, more than once, and sometimes late. */
import { z } from 'zod';
import type { InstallationStore } from '../../src/accounts/installations.ts';
import { readLeaving } from './event-readings.ts';
import type { Listening } from './listeners.ts';
import { persist } from './persist.ts';
import { slackCode } from './slack-errors.ts';
import { installedIn } from './workspace.ts';

type Leaving = Pick<Listening, 'callsIn' | 'events' | 'clock' | 'log' | 'stopping'> & {
  /** Null where the one token is the operator's own. */
  installations: InstallationStore | null;
};

/** What Slack answers to the token of a bot that was removed. */
const removedCodes = ['account_inactive', 'token_revoked'];
/** And where Slack has told of it; without that it might be a mistake of ours. */
const revokedCodes = [...removedCodes, 'invalid_auth'];

export async function onLeft(body: unknown, leaving: Leaving): Promise<void> {
  const told = readLeaving(body);
  if (!told) return;
  const workspace = installedIn(told.from);
  if (told.kind === 'uninstalled') {
    // Slack tells it once: what cannot be stored now is stored soon.
    return persist(async () => {
      if (!(await isInstalledSince(workspace, told.at, leaving))) await leave(workspace, leaving);
    }, storing(leaving));
  }
  // It may be an older one than ours.
  if (await isRefused(workspace, revokedCodes, leaving)) await persist(() => leave(workspace, leaving), storing(leaving));
}

/** Whoever removed the bot while nobody listened: their tokens are tried one after the other. */
export async function noticeLeft(leaving: Leaving): Promise<void> {
  for (const workspace of (await leaving.installations?.workspaces('slack')) ?? []) {
    if (leaving.stopping.aborted) return;
    if (await isRefused(workspace, removedCodes, leaving)) await leave(workspace, leaving);
  }
}

async function leave(workspace: string, { events, installations, log }: Leaving): Promise<void> {
  log.info('The bot was removed from a workspace');
  await events.left?.({ platform: 'slack', workspace });
  // Slack takes this token no more. As long as it is here, a start finds out once more who left, should the news not have been stored.
  await installations?.remove({ platform: 'slack', workspace });
}

/** It was installed again after this happened: the news is late. Slack tells seconds only. */
async function isInstalledSince(workspace: string, at: number | null, { installations }: Leaving): Promise<boolean> {
  const found = at === null ? null : await installations?.find({ platform: 'slack', workspace });
  return at !== null && found !== null && found !== undefined && found.installedAt > at + 1_000;
}

/** Slack says so itself; an outage, or a token that only wants to be renewed, is no leaving. */
async function isRefused(workspace: string, codes: readonly string[], { callsIn, installations }: Leaving): Promise<boolean> {
  if (installations && !(await installations.find({ platform: 'slack', workspace }))) return false;
  try {
    await callsIn(workspace).call('auth.test', {}, z.unknown(), 'waits');
    return false;
  } catch (error) {
    return codes.includes(slackCode(error) ?? '');
  }
}

const storing = ({ clock, log, stopping: signal }: Leaving) => ({ clock, log, signal });
