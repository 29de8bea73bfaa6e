import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { ask, botMessages, filesIn, ideas, openWorkplace, result, told, type Workplace } from '../support/workplace.ts';

const brief = 'Good coffee. €5';
const small = { places: ['snapchat'] };

describe('an ad whose message or room goes while it is made', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.close();
  });
  const newChannel = () => place.slack.channel(`room-${randomId()}`);
  const newPerson = () => place.slack.person(`person-${randomId()}`);
  const firstMessage = (channel: string) =>
    place.slack.waitFor(() => botMessages(place.slack, channel)[0], { withinMs: 20_000, what: 'the first message' });

  it('shows its ideas in another message', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, small);
    const removed = await firstMessage(channel.id);
    anna.removeMessage(removed);
    const offered = await ideas(place.slack, channel.id);
    expect(offered.ts).not.toBe(removed.ts);
    const message = await result(place.slack, channel.id);
    expect(filesIn(place.slack, channel.id, message.ts)).toEqual(['ad_story_1080x1920.jpg']);
  });

  it('ends in another message with its file, and only there', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, small);
    const offered = await ideas(place.slack, channel.id);
    await anna.press(offered, 'Use 1');
    anna.removeMessage(offered);
    const message = await result(place.slack, channel.id);
    expect(message.ts).not.toBe(offered.ts);
    expect(filesIn(place.slack, channel.id, message.ts)).toEqual(['ad_story_1080x1920.jpg']);
    expect(filesIn(place.slack, channel.id, offered.ts)).toEqual([]);
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
  });

  it('shows ideas that were drawn although the edit failed again and again', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    place.slack.faults.status('chat.update', 503, 9);
    await ask(anna, channel, brief, small);
    const offered = await ideas(place.slack, channel.id);
    place.slack.faults.clear();
    expect(offered.text).toContain('Three ideas');
  });

  it('tells its person where the bot was removed, also when the first try to say so fails', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, brief, small);
    const offered = await ideas(place.slack, channel.id);
    place.slack.faults.status('chat.postEphemeral', 503, 2);
    await anna.press(offered, 'Use 1');
    place.slack.removeBot(channel);
    const { slack } = place;
    const words = /not a member of that channel|could not post them here/;
    await Promise.any([
      told(slack, anna, words, 60_000),
      slack.waitFor(() => botMessages(slack, anna.direct().id).find((one) => words.test(one.text)), { withinMs: 60_000 }),
    ]);
  });
});
