import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/accounts/settings.ts';
import { discordWords } from '../../../src/app/connect-discord.ts';
import { slackWords } from '../../../src/app/connect-slack.ts';
import type { PersonRef } from '../../../src/chat/messages.ts';
import { createPeople } from '../../../src/chat/people.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import { systemClock } from '../../../src/clock.ts';

describe.each([
  ['Slack', slackWords, (words: ReturnType<typeof wordingIn>) => words.notTaken],
  ['Discord', discordWords, (words: ReturnType<typeof wordingIn>) => words.notTakenPress],
] as const)('what the adapter of %s says by itself', (_name, wordsOf, expected) => {
  const anna: PersonRef = { platform: 'chat', workspace: 'shop', person: 'anna', locale: 'de-AT' };
  const chosen = new Map<string, Settings>();
  const settings = {
    read: async ({ person }: { person: string }) => chosen.get(person) ?? {},
    save: async ({ person }: { person: string }, changed: Settings) => void chosen.set(person, changed),
  };

  it('is in the language that the person chose, whatever their app is set to', async () => {
    const people = createPeople({ settings, clock: systemClock });
    const words = wordsOf(people);
    expect(words(anna).notTaken).toBe(expected(wordingIn('de')));
    await people.save(anna, { locale: 'ja' });
    expect(words(anna).notTaken).toBe(expected(wordingIn('ja')));
  });
});
