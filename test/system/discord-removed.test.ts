import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { wordsIn } from './discord-support.ts';
import { botMessages, bottle, chosen, filesUnder, offering, openWorkplace, type Workplace } from './discord-workplace.ts';

describe('an ad on Discord that cannot be shown where it was asked', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.close();
  });
  async function asked(privately = false) {
    const channel = place.discord.channel(`room-${randomId()}`);
    const anna = place.discord.person(`anna-${randomId()}`);
    anna.makeAdmin(place.discord.guild('Loopback'));
    if (privately) anna.closeDms();
    const options = { photo1: bottle(), brief: 'Good coffee. €5', where: 'snapchat', 'only-me': privately };
    await anna.command('ad', { sub: 'generate', options, where: channel });
    await anna.submit({ keep: 'keep' });
    return { anna, channel };
  }
  const told = (anna: { ephemerals(): { components: Record<string, unknown>[] }[] }, words: RegExp) =>
    place.discord.waitFor(() => anna.ephemerals().find((one) => words.test(wordsIn(one))), { withinMs: 60_000, what: 'words' });

  it('ends in another message when the first was removed', async () => {
    const { anna, channel } = await asked();
    const offered = await offering(place, channel, 'Use 1');
    await anna.press(offered, 'Use 1');
    anna.removeMessage(offered);
    const message = await offering(place, channel, 'Another look');
    await place.discord.waitFor(() => filesUnder(place, message).length === 1, { what: 'the file' });
    expect(botMessages(place, channel)).toHaveLength(1);
  });

  it('says that direct messages are closed, before anything is made', async () => {
    const { anna, channel } = await asked(true);
    await told(anna, /I cannot write to you directly/);
    expect(botMessages(place, channel)).toEqual([]);
  });

  it('says so when the files of a finished one cannot be sent to the person', async () => {
    const { anna, channel } = await asked();
    const message = await chosen(place, anna, channel);
    anna.closeDms();
    await anna.press(message, 'Get files');
    await told(anna, /you do not let me write to you/);
  });

  it('tells its person when the bot may not see the channel any more', async () => {
    const { anna, channel } = await asked();
    await offering(place, channel, 'Cancel');
    place.discord.allowBot(channel, []);
    await told(anna, /not a member of that channel/);
  });
});
