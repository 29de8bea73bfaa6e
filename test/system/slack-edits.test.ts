import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { SlackAdapter } from '../../adapters/slack/create-slack.ts';
import type { MessageRef, Place } from '../../src/chat/messages.ts';
import { systemClock } from '../../src/clock.ts';
import { adapterFor, asMessage, keptJournal, leapingClock, loopbackManifest, picture, saying } from './slack-support.ts';

let slack: LoopbackSlack;
let clock: ReturnType<typeof leapingClock>;
let adapter: SlackAdapter;
let place: Place;

beforeEach(async () => {
  clock = leapingClock();
  slack = await createLoopbackSlack({ manifest: loopbackManifest('socket'), clock });
  adapter = adapterFor(slack, 'socket', { clock });
  place = { platform: 'slack', workspace: slack.team, channel: slack.channel('shop').id, thread: null };
});
afterEach(() => slack.close());

const shown = (ref: MessageRef) => slack.messages(ref.channel).find((message) => message.ts === ref.message)?.text;

describe('progress in a message', () => {
  it('moves at most every three seconds; what comes in between is dropped, never queued', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    expect(await adapter.update(ref, saying('10 %'), 'progress')).toBe('done');
    expect(await adapter.update(ref, saying('20 %'), 'progress')).toBe('skipped');
    clock.pass(2_999);
    expect(await adapter.update(ref, saying('30 %'), 'progress')).toBe('skipped');
    clock.pass(1);
    expect(await adapter.update(ref, saying('40 %'), 'progress')).toBe('done');
    expect(slack.calls('chat.update')).toHaveLength(2);
    expect(shown(ref)).toBe('40 %');
  });

  it('leaves room in a busy workspace: forty a minute, and last words still pass', async () => {
    slack.faults.rateLimits = false;
    const refs = await Promise.all(Array.from({ length: 45 }, () => adapter.post(place, saying('Queued'), 'a-key')));
    slack.faults.rateLimits = true;
    const results: string[] = [];
    for (const ref of refs) results.push(await adapter.update(ref, saying('Drawing'), 'progress'));
    expect(results.filter((result) => result === 'done')).toHaveLength(40);
    for (const ref of refs.slice(0, 10)) expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('done');
    expect(slack.calls('chat.update').every((call) => call.answer === 'ok')).toBe(true);
    clock.pass(60_000);
    expect(await adapter.update(refs[44]!, saying('Drawing'), 'progress')).toBe('done');
  });

  it('is dropped when Slack asks to wait, and no other is tried before that time', async () => {
    const [one, two] = [
      await adapter.post(place, saying('Queued'), 'a-key'),
      await adapter.post(place, saying('Queued'), 'a-key'),
    ];
    slack.faults.limit('chat.update', 10);
    expect(await adapter.update(one, saying('10 %'), 'progress')).toBe('skipped');
    expect(await adapter.update(two, saying('10 %'), 'progress')).toBe('skipped');
    expect(slack.calls('chat.update')).toHaveLength(1);
    clock.pass(10_000);
    expect(await adapter.update(two, saying('20 %'), 'progress')).toBe('done');
  });

  it('is dropped while Slack has trouble of its own', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    slack.faults.status('chat.update', 503);
    expect(await adapter.update(ref, saying('10 %'), 'progress')).toBe('skipped');
  });

  it('never comes after the last word', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('done');
    clock.pass(10_000);
    expect(await adapter.update(ref, saying('99 %'), 'progress')).toBe('skipped');
    expect(shown(ref)).toBe('Ready');
  });
});

describe('the last word in a message', () => {
  it('waits as long as Slack asks for, and arrives', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    slack.faults.limit('chat.update', 30, 2);
    const before = clock.now();
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('done');
    expect(clock.now() - before).toBeGreaterThanOrEqual(60_000);
    expect(shown(ref)).toBe('Ready');
  });

  it('arrives also after trouble at Slack', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    slack.faults.status('chat.update', 500);
    slack.faults.loseAnswer('chat.update');
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('done');
    expect(shown(ref)).toBe('Ready');
  });

  it('is not overtaken by progress that is still on its way', async () => {
    await slack.close();
    slack = await createLoopbackSlack({ manifest: loopbackManifest('socket') });
    adapter = adapterFor(slack, 'socket', { clock: systemClock });
    const ref = await adapter.post(
      { ...place, workspace: slack.team, channel: slack.channel('shop').id },
      saying('Queued'),
      'a-key',
    );
    slack.faults.answerLate('chat.update', 60);
    const progress = adapter.update(ref, saying('99 %'), 'progress');
    const final = adapter.update(ref, saying('Ready'), 'final');
    expect(await Promise.all([progress, final])).toEqual(['done', 'done']);
    expect(slack.messages(ref.channel)[0]?.edits.map((edit) => edit.text)).toEqual(['Queued', '99 %']);
    expect(shown(ref)).toBe('Ready');
  });

  it.each(['message_not_found', 'cant_update_message', 'channel_not_found', 'is_archived'])(
    'is told to be in vain when Slack says %s',
    async (code) => {
      const ref = await adapter.post(place, saying('Queued'), 'a-key');
      slack.faults.fail('chat.update', code, 2);
      expect(await adapter.update(ref, saying('10 %'), 'progress')).toBe('gone');
      expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('gone');
    },
  );

  it('is told to be in vain when somebody removed the message', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    slack.person('admin').removeMessage(slack.messages(place.channel)[0]!);
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('gone');
  });
});

describe('a message with a picture', () => {
  const shownTo = (text: string) =>
    saying(text, { picture: { picture: { platform: 'slack', id: slack.files()[0]?.id ?? '' }, altText: 'A mug' } });

  it('waits until Slack lets the picture be shown, and progress does not', async () => {
    const journal = keptJournal();
    await adapter.showPicture(asMessage(place), picture('mug'), journal);
    slack.faults.fail('chat.postMessage', 'invalid_blocks', 2);
    const ref = await adapter.post(place, shownTo('Queued'), 'a-key');
    slack.faults.fail('chat.update', 'invalid_blocks', 3);
    expect(await adapter.update(ref, shownTo('10 %'), 'progress')).toBe('skipped');
    expect(await adapter.update(ref, shownTo('Ready'), 'final')).toBe('done');
    expect(slack.messages(place.channel).map((message) => message.text)).toEqual(['Ready']);
  });

  it('gives up in the end', async () => {
    await adapter.showPicture(asMessage(place), picture('mug'), keptJournal());
    slack.faults.fail('chat.postMessage', 'invalid_blocks', 99);
    await expect(adapter.post(place, shownTo('Queued'), 'a-key')).rejects.toMatchObject({ code: 'chat-refused' });
  });
});

describe('a new message', () => {
  it('is never unfurled, and no name in it is looked up', async () => {
    await adapter.post(place, saying('@channel https://shop.example'), 'a-key');
    expect(slack.calls('chat.postMessage')[0]?.args).toMatchObject({
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  it.each([
    ['not_in_channel', 'chat-not-in-channel', 'never'],
    ['channel_not_found', 'chat-not-in-channel', 'never'],
    ['is_archived', 'chat-channel-gone', 'never'],
    ['thread_not_found', 'chat-channel-gone', 'never'],
    ['internal_error', 'chat-unavailable', 'later'],
    ['token_revoked', 'chat-unavailable', 'later'],
    ['missing_scope', 'chat-unavailable', 'later'],
    ['something_new', 'chat-refused', 'never'],
  ])('is refused in the words of the core: %s', async (slackSays, code, retry) => {
    slack.faults.fail('chat.postMessage', slackSays, 9);
    await expect(adapter.post(place, saying('Queued'), 'a-key')).rejects.toMatchObject({ name: 'AppError', code, retry });
  });

  it('is never repeated after silence, as it may have arrived', async () => {
    slack.faults.loseAnswer('chat.postMessage');
    await expect(adapter.post(place, saying('Queued'), 'a-key')).rejects.toMatchObject({
      code: 'chat-unavailable',
      retry: 'later',
    });
    expect(slack.messages(place.channel)).toHaveLength(1);
  });

  it('waits its turn in a busy channel', async () => {
    for (let count = 0; count < 12; count += 1) await adapter.post(place, saying(`Message ${count}`), 'a-key');
    expect(slack.messages(place.channel)).toHaveLength(12);
    expect(slack.calls('chat.postMessage').some((call) => call.answer === 'ratelimited')).toBe(true);
  });
});
