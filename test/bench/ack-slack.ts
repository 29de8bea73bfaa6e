/** The loopback Slack of the acknowledgement bench, in a process of its own: hands out commands and counts the forms they opened. */
import { createLoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { readManifest } from '../../adapters/playground/slack/manifest-rules.ts';
import { createPaperwork } from '../../adapters/playground/slack/paperwork.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { systemClock } from '../../src/clock.ts';
import { answerQuestions } from './helper-process.ts';

export type SlackQuestion = { ask: 'address' } | { ask: 'commands'; count: number } | { ask: 'forms' };
export type SlackAddress = { apiUrl: string; botToken: string; signingSecret: string };
/** Forms opened so far, and calls of any kind that were refused. */
export type SlackForms = { opened: number; refused: number };

const manifest = slackManifest({ mode: 'http', publicUrl: 'https://adwright.example.com' });
// The commands are written before they are sent: no trigger grows old meanwhile.
const slack = await createLoopbackSlack({ manifest, clock: { ...systemClock, now: () => 1_795_350_000_000 } });
// Every command is answered with its form, which is the most that the program can have to do.
slack.faults.rateLimits = false;
const { world, faults } = slack;
const around = { world, faults, rules: readManifest(manifest), baseUrl: () => new URL(slack.apiUrl).origin };
const channel = slack.channel('shop');

function commands(count: number): string[] {
  const { id, name } = slack.person('anna');
  const paper = createPaperwork(id, name, around);
  return Array.from({ length: count }, (_, index) => {
    const fields = paper.command('/ad', `Cold brew coffee number ${index}, €19.90`, channel);
    return new URLSearchParams(fields as Record<string, string>).toString();
  });
}

answerQuestions(async (question) => {
  const asked = question as SlackQuestion;
  if (asked.ask === 'commands') return commands(asked.count);
  if (asked.ask === 'address') {
    const { apiUrl, botToken, signingSecret } = slack;
    return { apiUrl, botToken, signingSecret } satisfies SlackAddress;
  }
  const opened = slack.calls('views.open').filter((call) => call.answer === 'ok').length;
  return { opened, refused: world.journal.filter((call) => call.answer !== 'ok').length } satisfies SlackForms;
});
