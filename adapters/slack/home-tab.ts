/** Publishes the bot's own page each time a person opens it. */
import { z } from 'zod';
import { readHomeOpened } from './event-readings.ts';
import type { Listening } from './listeners.ts';
import { messageBody } from './message-blocks.ts';
import { slackCode } from './slack-errors.ts';

export async function onHomeOpened(body: unknown, { callsIn, events, locales, log, seen }: Listening): Promise<void> {
  const opened = readHomeOpened(body);
  if (!opened || !seen.isNew([opened.name]) || !events.home) return;
  const person = locales.known(opened.person);
  try {
    const { blocks } = messageBody(await events.home(person));
    // What is pressed there is answered in the direct messages; nothing else tells their channel then.
    const view = { type: 'home', private_metadata: opened.direct, blocks };
    await callsIn(person.workspace).call('views.publish', { user_id: person.person, view }, z.unknown(), 'repeats');
  } catch (error) {
    const code = slackCode(error) ?? (error instanceof Error ? error.name : 'unknown');
    log.warn('The page of the bot could not be shown', { code });
  }
}
