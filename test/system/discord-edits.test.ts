import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordAdapter } from '../../adapters/discord/create-discord.ts';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import type { Channel } from '../../adapters/playground/discord/world.ts';
import type { MessageRef, Place } from '../../src/chat/messages.ts';
import { adapterFor, notingLogger, placeIn, wordsIn } from './discord-support.ts';
import { leapingClock, saying } from './slack-support.ts';

const posting = 'POST /channels/{channel_id}/messages';
const editing = 'PATCH /channels/{channel_id}/messages/{message_id}';
const log = notingLogger();

let clock: ReturnType<typeof leapingClock>;
let discord: LoopbackDiscord;
let adapter: DiscordAdapter;
let shop: Channel;
let place: Place;
beforeEach(async () => {
  clock = leapingClock();
  discord = await createLoopbackDiscord({ clock });
  discord.rates.isOn = false;
  adapter = adapterFor(discord, { clock, log });
  shop = discord.channel('shop');
  place = placeIn(shop);
});
afterEach(async () => {
  await adapter.close();
  await discord.close();
});

const shown = (ref: MessageRef) => wordsIn(discord.messages(ref.channel).find((one) => one.id === ref.message));

describe('progress in a message', () => {
  it('is shown at most every three seconds, and never after the last word', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    expect(await adapter.update(ref, saying('10 %'), 'progress')).toBe('done');
    expect(await adapter.update(ref, saying('20 %'), 'progress')).toBe('skipped');
    clock.pass(3_000);
    expect(await adapter.update(ref, saying('30 %'), 'progress')).toBe('done');
    expect(await adapter.update(ref, saying('Choose one'), 'step')).toBe('done');
    clock.pass(3_000);
    expect(await adapter.update(ref, saying('40 %'), 'progress')).toBe('done');
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('done');
    clock.pass(3_000);
    expect(await adapter.update(ref, saying('50 %'), 'progress')).toBe('skipped');
    expect(shown(ref)).toBe('Ready');
  });

  it('leaves room in a busy channel for last words', async () => {
    const refs = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => adapter.post(place, saying(key), key)));
    const edited = await Promise.all(refs.map((ref) => adapter.update(ref, saying('10 %'), 'progress')));
    expect(edited).toEqual(['done', 'done', 'done', 'skipped', 'skipped']);
  });

  it.each([
    ['trouble', () => discord.faults.status(editing, 500)],
    ['a broken line', () => discord.faults.loseAnswer(editing)],
  ])('is dropped on %s, as it is out of date a moment later', async (_what, trouble) => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    trouble();
    expect(await adapter.update(ref, saying('10 %'), 'progress')).toBe('skipped');
  });
});

describe('the last word in a message', () => {
  it('arrives also after trouble at Discord', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    discord.faults.status(editing, 500);
    discord.faults.loseAnswer(editing);
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('done');
    expect(shown(ref)).toBe('Ready');
  });

  it('waits as long as Discord asks for', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    discord.faults.limit(editing, 0.3, { times: 2 });
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('done');
    expect(shown(ref)).toBe('Ready');
  });

  it('waits its turn in messages older than an hour, and where that takes too long, a new message is asked for', async () => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    clock.pass(3_700_000);
    discord.rates.isOn = true;
    for (let count = 0; count < 4; count += 1) expect(await adapter.update(ref, saying(`Ready ${count}`), 'final')).toBe('done');
    expect(shown(ref)).toBe('Ready 3');
    discord.rates.isOn = false;
    discord.faults.fail(editing, 30046, 9);
    expect(await adapter.update(ref, saying('Late'), 'final')).toBe('gone');
    expect(discord.messages(shop.id)).toEqual([]);
  });

  it.each([10008, 10003, 50001, 50083] as const)('is told to be in vain when Discord says %s', async (code) => {
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    discord.faults.fail(editing, code, 2);
    expect(await adapter.update(ref, saying('10 %'), 'progress')).toBe('gone');
    expect(await adapter.update(ref, saying('Ready'), 'final')).toBe('gone');
  });
});

describe('a new message', () => {
  it('shows what people typed literally, and notifies nobody', async () => {
    const anna = discord.person('anna');
    const text = `# **Sale** @everyone <@${anna.id}> [x](https://evil.example) ||hidden|| \`code\` -# small`;
    await adapter.post(place, saying(text), 'a-key');
    const [message] = discord.messages(shop.id);
    expect(message?.pinged).toEqual([]);
    expect(wordsIn(message)).toBe(
      `\\# \\*\\*Sale\\*\\* \\@everyone \\<\\@${anna.id}\\> \\[x\\](https\\://evil.example) \\|\\|hidden\\|\\| \\\`code\\\` -# small`,
    );
  });

  it('is posted once, however often it is tried with the same key', async () => {
    discord.faults.loseAnswer(posting);
    const ref = await adapter.post(place, saying('Queued'), 'the-key-of-a-message-that-is-long');
    const again = await adapter.post(place, saying('Queued'), 'the-key-of-a-message-that-is-long');
    expect(again).toEqual(ref);
    expect(discord.messages(shop.id)).toHaveLength(1);
  });

  it.each([
    [50001, 'chat-not-in-channel', 'never'],
    [50013, 'chat-not-allowed', 'never'],
    [10003, 'chat-channel-gone', 'never'],
    [50083, 'chat-channel-gone', 'never'],
    [50007, 'chat-direct-closed', 'never'],
    [50035, 'chat-refused', 'never'],
    [40005, 'chat-refused', 'never'],
  ] as const)('is refused in the words of the core: %s', async (code, expected, retry) => {
    discord.faults.fail(posting, code, 9);
    await expect(adapter.post(place, saying('Queued'), 'a-key')).rejects.toMatchObject({
      name: 'AppError',
      code: expected,
      retry,
    });
  });

  it('waits for better times when Discord is down, or does not take the token', async () => {
    discord.faults.status(posting, 503, 3);
    await expect(adapter.post(place, saying('x'), 'a')).rejects.toMatchObject({ code: 'chat-unavailable', retry: 'later' });
    discord.faults.deadToken = true;
    await expect(adapter.post(place, saying('x'), 'b')).rejects.toMatchObject({ code: 'chat-unavailable', retry: 'later' });
    const asked = discord.calls(posting).length;
    await expect(adapter.post(place, saying('x'), 'c')).rejects.toMatchObject({ code: 'chat-unavailable' });
    expect(discord.calls(posting)).toHaveLength(asked);
    discord.faults.deadToken = false;
    clock.pass(31_000);
    await adapter.post(place, saying('x'), 'd');
  });

  it('tells the operator which permissions are missing, and proves by being posted that an answer can be delivered', async () => {
    const notes = notingLogger();
    const listening = adapterFor(discord, { log: notes });
    const textOnly = discord.channel('text-only', { permissions: ['ViewChannel', 'SendMessages', 'ReadMessageHistory'] });
    const unseen = discord.channel('unseen', { permissions: [] });
    const noThread = ['ViewChannel', 'SendMessages', 'AttachFiles', 'ReadMessageHistory'] as const;
    const thread = discord.channel('thread', { under: discord.channel('no-threads', { permissions: noThread }) });
    await listening.start({ command: () => ({ kind: 'words', message: saying('') }) } as never);
    await expect(listening.post(placeIn(textOnly), saying('Queued'), 'a')).rejects.toMatchObject({
      code: 'chat-not-allowed',
      retry: 'never',
      lacks: ['attach-files'],
    });
    await expect(listening.post(placeIn(thread), saying('Queued'), 'a')).rejects.toMatchObject({ lacks: ['post-in-threads'] });
    expect(discord.messages(textOnly.id)).toEqual([]);
    expect(notes.lines.find((line) => line.fields['missing'])?.fields['missing']).toBe('AttachFiles');
    await expect(listening.post(placeIn(unseen), saying('Queued'), 'b')).rejects.toMatchObject({ code: 'chat-not-in-channel' });
    await listening.close();
  });

  it('says in order, line by line, what does not fit; and nothing is cut', async () => {
    await expect(adapter.post(place, saying('x'.repeat(4001)), 'a')).rejects.toMatchObject({
      code: 'chat-refused',
      message: /limit text/,
    });
    const buttons = [{ action: 'retry' as const, value: 'v'.repeat(100), label: 'x'.repeat(81) }];
    await expect(adapter.post(place, saying('x', { buttons }), 'a')).rejects.toMatchObject({ message: /buttonLabel/ });
    const long = [{ action: 'delete-ad' as const, value: 'v'.repeat(100), label: 'x' }];
    await expect(adapter.post(place, saying('x', { buttons: long }), 'a')).rejects.toMatchObject({ message: /customId/ });
  });
});
