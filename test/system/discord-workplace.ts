/** A loopback Discord with the whole program connected to it, in a temporary folder; everything goes with the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import type { Person } from '../../adapters/playground/discord/person.ts';
import type { Channel, StoredMessage } from '../../adapters/playground/discord/world.ts';
import { rulesAtFirst } from '../../src/accounts/workspace-rules.ts';
import { type Held, hold } from '../../src/app/hold.ts';
import { samplePhoto } from '../../src/app/sample-photo.ts';
import { silentLogger } from '../../src/log.ts';
import { layOutDatabase } from '../support/prepared-database.ts';
import { configOf } from '../support/workplace.ts';
import { labelsIn } from './discord-support.ts';

export type Workplace = { discord: LoopbackDiscord; held: Held; close(): Promise<void> };

/** `opened`: an admin has opened the bot to everyone on the server; it begins with nobody but admins. */
export async function openWorkplace(extra: Record<string, string> = {}, { opened = true } = {}): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), 'adw-'));
  const discord = await createLoopbackDiscord();
  discord.guild('Loopback');
  const config = configOf({
    DATA_DIR: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    WORKERS_PRACTISE: 'no',
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/',
    DISCORD_BOT_TOKEN: discord.botToken,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_CDN_URL: discord.cdnUrl,
    ...extra,
  });
  if (!config.databaseUrl) layOutDatabase(config.dataDir);
  const held = await hold(config, { log: silentLogger, control: true, sweepSeconds: 2 });
  if (opened) await openToEveryone(held, discord.guild('Loopback').id);
  return {
    discord,
    held,
    async close() {
      await held.stop(2_000);
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const openToEveryone = ({ app }: Held, workspace: string): Promise<void> =>
  app.stores.database.workspaceRules.save({ platform: 'discord', workspace }, rulesAtFirst('everyone'));

export const bottle = () => ({ name: 'bottle.jpg', bytes: samplePhoto() });

/** The messages of a channel that carry words and buttons, not files. */
export const botMessages = ({ discord }: Workplace, channel: Channel): StoredMessage[] =>
  discord.messages(channel.id).filter((message) => message.author === discord.botId && labelsIn(message).length > 0);

/** A message with such a button. */
export const offering = (
  place: Workplace,
  channel: Channel,
  label: string,
  isIt = (_: StoredMessage) => true,
): Promise<StoredMessage> =>
  place.discord.waitFor(() => botMessages(place, channel).find((one) => labelsIn(one).includes(label) && isIt(one)), {
    withinMs: 90_000,
    what: `a message with "${label}"`,
  });

/** Takes the first of the three ideas, and waits for the finished ad. */
export async function chosen(place: Workplace, person: Person, channel: Channel): Promise<StoredMessage> {
  await person.press(await offering(place, channel, 'Use 1'), 'Use 1');
  return offering(place, channel, 'Another look');
}

/** Names of the files under a message. */
export const filesUnder = ({ discord }: Workplace, message: StoredMessage): string[] =>
  discord
    .messages(message.channel)
    .filter((one) => one.repliesTo === message.id && labelsIn(one).length === 0)
    .flatMap((one) => one.files)
    .flatMap((id) => discord.file(id)?.name ?? []);
