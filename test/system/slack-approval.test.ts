import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '../../adapters/playground/slack/world.ts';
import { randomId } from '../../src/ids.ts';
import {
  ask,
  botMessages,
  buttonsOf,
  openWorkplace,
  pressMore,
  result,
  told,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

describe('approval of an ad', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.close();
  });
  const newPerson = () => place.slack.person(`person-${randomId()}`);
  const newChannel = () => place.slack.channel(`room-${randomId()}`);

  async function askedFor() {
    const [anna, boss, channel] = [newPerson(), newPerson(), newChannel()];
    boss.join(channel);
    await ask(anna, channel, 'Good coffee. €5', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    await pressMore(place.slack, anna, message, 'Ask for approval');
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('Who shall approve it?'));
    expect(await anna.submit(form, { approver: boss.id })).toEqual({ closed: true });
    const question = await place.slack.waitFor(
      () => botMessages(place.slack, channel.id).find((one) => buttonsOf(one).includes('Approve')),
      { withinMs: 15_000, what: 'the question' },
    );
    return { anna, boss, channel, message, question };
  }

  it('is asked of one person in the thread of the ad, and shown under it when it is given', async () => {
    const { anna, boss, message, question } = await askedFor();
    expect(question.thread).toBe(message.ts);
    expect(wordsOf(question)).toContain(boss.id);
    await place.slack.waitFor(() => wordsOf(message).includes('Waiting for approval by'), { what: 'the status' });
    await anna.press(question, 'Approve');
    await told(place.slack, anna, /Somebody else was asked/);
    await boss.press(question, 'Approve');
    await place.slack.waitFor(() => wordsOf(message).includes('Approved by'), { withinMs: 15_000, what: 'the status' });
    expect(buttonsOf(question)).toEqual([]);
    await told(place.slack, anna, /Approved by/);
  });

  async function askFor(anna: ReturnType<typeof newPerson>, message: StoredMessage, approver: string) {
    await pressMore(place.slack, anna, message, 'Ask for approval');
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('Who shall approve it?'));
    await anna.submit(form, { approver });
  }

  it('of a private ad is asked in their direct messages, with a picture of its own, or not at all where those are closed', async () => {
    const [anna, boss, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, 'Secret coffee. €5', { places: ['snapchat'], audience: 'me' });
    const message = await result(place.slack, anna.direct().id, () => true, anna);
    place.slack.faults.fail('conversations.open', 'cannot_dm_bot');
    await askFor(anna, message, boss.id);
    await told(place.slack, anna, /cannot write to that person directly/);
    expect(wordsOf(message)).not.toContain('Waiting for approval');
    await askFor(anna, message, boss.id);
    const pictureOf = (one: StoredMessage) => /"slack_file":\{"id":"(\w+)"\}/.exec(wordsOf(one))?.[1];
    const question = await place.slack.waitFor(() => botMessages(place.slack, boss.direct().id).find(pictureOf), {
      withinMs: 15_000,
      what: 'the question with its picture',
    });
    expect(pictureOf(question)).not.toBe(pictureOf(message));
    expect(buttonsOf(question)).toEqual(['Approve', 'Request changes']);
    await boss.press(question, 'Approve');
    await place.slack.waitFor(() => wordsOf(message).includes('Approved by'), { withinMs: 15_000, what: 'the status' });
  });

  it('is not asked of somebody who does not see the channel of the ad', async () => {
    const [anna, stranger, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, 'Good coffee. €5', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    await askFor(anna, message, stranger.id);
    await told(place.slack, anna, /does not see the channel/);
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
    expect(wordsOf(message)).not.toContain('Waiting for approval');
  });

  it('may come back with a note of what should change, and a new version has to be asked about anew', async () => {
    const { anna, boss, channel, message, question } = await askedFor();
    await boss.press(question, 'Request changes');
    const form = await boss.waitForView((view) => JSON.stringify(view.view).includes('What should change?'));
    await boss.submit(form, { note: 'Larger price, please' });
    await told(place.slack, anna, /Larger price, please/);
    await place.slack.waitFor(() => wordsOf(message).includes('Changes requested by'), { withinMs: 15_000, what: 'the status' });
    await anna.press(message, 'another-look');
    const second = await result(place.slack, channel.id, (one) => wordsOf(one).includes('Version 2'));
    expect(wordsOf(second)).not.toMatch(/approval|Approved|Changes requested/);
  });

  it("of the same ad in another language is made with the person's own words, and a button only when they give one", async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, 'Good coffee. €5', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    await pressMore(place.slack, anna, message, 'Same ad in…');
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('In another language'));
    await expect(anna.submit(form, { headline: 'Guter Kaffee' })).rejects.toThrow('"language" must be filled in');
    expect(await anna.submit(form, { headline: 'Guter Kaffee', language: 'de' })).toEqual({ closed: true });
    const german = await result(place.slack, channel.id, (one) => wordsOf(one).includes('Guter Kaffee'));
    expect(wordsOf(german)).toContain('price €5, language German');
    expect(wordsOf(german)).toMatch(/language German\./);
    expect(german.thread).toBe(message.ts);
  });
});
