/** The loopback Discord of the acknowledgement bench, in a process of its own: sends commands at a steady pace and times each until it is acknowledged. */
import { createLoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { systemClock } from '../../src/clock.ts';
import { atPace } from './at-pace.ts';
import { answerQuestions } from './helper-process.ts';

export type DiscordQuestion = { ask: 'address' } | { ask: 'run'; count: number; perSecond: number };
export type DiscordAddress = { apiUrl: string; cdnUrl: string; botToken: string; applicationId: string };

const discord = await createLoopbackDiscord({ clock: systemClock });
const where = discord.channel('shop');
const anna = discord.person('anna');
// Only admins may use the bot until they open it to others.
anna.makeAdmin(discord.guild('Loopback'));

answerQuestions(async (question) => {
  const asked = question as DiscordQuestion;
  if (asked.ask === 'address') {
    const { apiUrl, cdnUrl, botToken, applicationId } = discord;
    return { apiUrl, cdnUrl, botToken, applicationId } satisfies DiscordAddress;
  }
  // One that is not acknowledged counts with the three seconds that Discord waits.
  const times = await atPace(asked.count, asked.perSecond, () => anna.command('ad', { sub: 'generate', options: {}, where }));
  discord.world.interactions.clear();
  discord.world.forms.splice(0);
  discord.world.journal.splice(0);
  return times;
});
