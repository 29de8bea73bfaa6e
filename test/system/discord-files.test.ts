import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordAdapter } from '../../adapters/discord/create-discord.ts';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import type { Channel } from '../../adapters/playground/discord/world.ts';
import type { OutgoingFile } from '../../src/chat/chat-adapter.ts';
import type { FileRef, MessageRef } from '../../src/chat/messages.ts';
import { adapterFor, galleryIn, placeIn } from './discord-support.ts';
import { collect, keptJournal, leapingClock, picture, saying } from './slack-support.ts';

const posting = 'POST /channels/{channel_id}/messages';
const getting = 'GET /channels/{channel_id}/messages/{message_id}';
const editing = 'PATCH /channels/{channel_id}/messages/{message_id}';
const MiB = 1024 * 1024;

let discord: LoopbackDiscord;
let clock: ReturnType<typeof leapingClock>;
let adapter: DiscordAdapter;
let shop: Channel;
let ref: MessageRef;
beforeEach(async () => {
  clock = leapingClock();
  discord = await createLoopbackDiscord({ clock });
  discord.rates.isOn = false;
  adapter = adapterFor(discord, { clock });
  shop = discord.channel('shop');
  ref = await adapter.post(placeIn(shop), saying('Drawing'), 'a-key');
});
afterEach(async () => {
  await adapter.close();
  await discord.close();
});

const delivered = () => discord.messages(shop.id).filter((message) => message.repliesTo === ref.message);
const large = (key: string, bytes: number): OutgoingFile => picture(key, new Uint8Array(bytes));
const keys = (count: number) => Array.from({ length: count }, (_, at) => `file-${at}`);

/** A hundredth is left for what a request needs besides its files. */
const fitting = (bytes: number): number => Math.floor(bytes * 0.99);

describe('files under a message', () => {
  it('are split over as few messages as Discord allows, in order', async () => {
    const ids = await adapter.deliverFiles(
      ref,
      keys(12).map((key) => picture(key)),
      keptJournal(),
    );
    expect(delivered().map((message) => message.files.length)).toEqual([10, 2]);
    expect(new Set(ids).size).toBe(12);
    await adapter.deliverFiles(
      ref,
      ['a', 'b', 'c', 'd'].map((key) => large(key, 9 * MiB)),
      keptJournal(),
    );
    expect(delivered().map((message) => message.files.length)).toEqual([10, 2, 2, 2]);
  });

  it('are shown as pictures and videos, or offered to be saved, each under its own name', async () => {
    const text = { ...picture('words'), name: 'my words.txt', mediaType: 'text/plain' };
    const video = { ...picture('film'), name: 'ad.mp4', mediaType: 'video/mp4' };
    await adapter.deliverFiles(ref, [picture('a'), text, { ...picture('a2'), name: 'a.png' }, video], keptJournal());
    const [message] = delivered();
    expect(galleryIn(message).map((item) => item.url)).toEqual(
      ['a.png', '2_a.png', 'ad.mp4'].map((name) => `attachment://${name}`),
    );
    expect(JSON.stringify(message?.components)).toContain('attachment://my_words.txt');
    expect(message?.files.map((id) => discord.file(id)?.name)).toEqual(['a.png', 'my_words.txt', '2_a.png', 'ad.mp4']);
  });

  it('of more than fits there are refused before anything is sent', async () => {
    const tooLarge = large('huge', 10 * MiB + 1);
    expect(adapter.limits(placeIn(shop)).fileBytes).toBe(fitting(10 * MiB));
    expect(adapter.limits(null)).toEqual({
      fileBytes: fitting(10 * MiB),
      filesPerForm: 10,
      formFileBytes: 100_000_000,
      formFields: 5,
    });
    await expect(adapter.deliverFiles(ref, [picture('a'), tooLarge], keptJournal())).rejects.toMatchObject({
      code: 'chat-refused',
      retry: 'never',
      message: /limit/,
    });
    expect(delivered()).toEqual([]);
  });

  it('may be smaller where Discord says so with a deed in that channel', async () => {
    await adapter.close();
    adapter = adapterFor(discord);
    await adapter.start({ command: () => ({ kind: 'words', message: saying('x') }) } as never);
    discord.guild('Loopback').interactionUploadLimit = 5 * MiB;
    await discord.person('anna').command('ad', { sub: 'help', where: shop });
    await expect.poll(() => adapter.limits(placeIn(shop)).fileBytes).toBe(fitting(5 * MiB));
    expect(adapter.limits(placeIn(discord.channel('other'))).fileBytes).toBe(fitting(10 * MiB));
  });

  it('are there once when the answer to them was lost, also when the bot died right then', async () => {
    const journal = keptJournal();
    discord.faults.loseAnswer(posting);
    await adapter.deliverFiles(ref, [picture('a'), picture('b')], journal);
    expect(delivered()).toHaveLength(1);
    const forgetful = keptJournal();
    discord.faults.loseAnswer(posting, 3);
    await expect(adapter.deliverFiles(ref, [picture('c'), picture('d')], forgetful)).rejects.toMatchObject({ retry: 'later' });
    // Long after Discord forgot the nonce.
    clock.pass(3_600_000);
    const ids = await adapterFor(discord, { clock }).deliverFiles(ref, [picture('c'), picture('d')], forgetful);
    expect(delivered()).toHaveLength(2);
    expect(ids).toEqual(delivered()[1]?.files.map((file) => `${shop.id}/${delivered()[1]?.id}/${file}`));
  });

  it('are not sent again when they were delivered, not even when somebody removed them', async () => {
    const journal = keptJournal();
    const ids = await adapter.deliverFiles(ref, [picture('a'), picture('b')], journal);
    const calls = discord.calls(posting).length;
    expect(await adapter.deliverFiles(ref, [picture('a'), picture('b')], journal)).toEqual(ids);
    journal.kept.delete('b');
    expect(await adapter.deliverFiles(ref, [picture('a'), picture('b')], journal)).toEqual(ids);
    journal.kept.delete('b');
    await adapter.removeFiles(shop.guild!, [ids[0]!]);
    await adapter.deliverFiles(ref, [picture('a'), picture('b')], journal);
    expect(discord.calls(posting)).toHaveLength(calls);
    expect(delivered()).toEqual([]);
  });

  it('go on where they were after half of them', async () => {
    const journal = keptJournal();
    const files = keys(12).map((key) => picture(key));
    const first = {
      ...journal,
      remember: async (key: string, id: string) =>
        key === 'file-9' ? Promise.reject(new Error('crash')) : journal.remember(key, id),
    };
    await expect(adapter.deliverFiles(ref, files, first)).rejects.toThrow('crash');
    const ids = await adapter.deliverFiles(ref, files, journal);
    expect(delivered().map((message) => message.files.length)).toEqual([10, 2]);
    expect(ids).toEqual(delivered().flatMap((message) => message.files.map((file) => `${shop.id}/${message.id}/${file}`)));
  });

  it('that have another length than was said are not sent', async () => {
    await expect(adapter.deliverFiles(ref, [{ ...picture('a'), length: 3 }], keptJournal())).rejects.toMatchObject({
      code: 'chat-refused',
    });
    expect(delivered()).toEqual([]);
  });

  it.each([
    [50001, 'chat-not-in-channel'],
    [50013, 'chat-not-allowed'],
    [40005, 'chat-refused'],
    [10003, 'chat-channel-gone'],
  ] as const)('are refused in the words of the core: %s', async (code, expected) => {
    discord.faults.fail(posting, code);
    await expect(adapter.deliverFiles(ref, [picture('a')], keptJournal())).rejects.toMatchObject({ code: expected });
  });
});

describe('a picture in a message', () => {
  it('is sent once, and again when a crash lost it', async () => {
    const journal = keptJournal();
    const first = await adapter.showPicture(ref, picture('preview'), journal);
    expect(await adapter.showPicture(ref, picture('preview'), journal)).toEqual(first);
    expect(discord.calls(editing)).toHaveLength(1);
    await adapter.removeFiles(shop.guild!, [first.id]);
    const again = await adapter.showPicture(ref, picture('preview'), journal);
    expect(again).not.toEqual(first);
    await adapter.update(ref, saying('Look', { picture: { picture: again, altText: 'A mug' } }), 'final');
    expect(galleryIn(discord.messages(shop.id)[0])).toHaveLength(1);
  });
});

describe('a file that a person handed over', () => {
  const bytes = new TextEncoder().encode('a photo');
  const say = () => discord.person('anna').say({ channel: shop, files: [{ name: 'mug.png', bytes }] });
  const fileOf = (message: ReturnType<typeof say>): FileRef => ({
    platform: 'discord',
    workspace: shop.guild!,
    file: `${shop.id}/${message.id}/${message.files[0]}`,
    name: 'mug.png',
    bytes: bytes.length,
  });

  it('is fetched by a fresh address, also days later', async () => {
    const file = fileOf(say());
    clock.pass(3 * 86_400_000);
    expect(await collect(await adapter.fetch(file))).toEqual(Buffer.from(bytes));
  });

  it('is gone with its message', async () => {
    const said = say();
    discord.person('anna').removeMessage(said);
    await expect(adapter.fetch(fileOf(said))).rejects.toMatchObject({ code: 'attachment-gone' });
  });

  it.each([
    ['a message that may not be read', () => discord.faults.fail(getting, 50001), 'attachment-refused'],
    ['trouble at Discord', () => discord.faults.status(getting, 500, 9), 'chat-unavailable'],
    ['an address that expired', () => discord.faults.status('GET /attachments', 404), 'attachment-gone'],
    ['an address that leads elsewhere', () => discord.faults.status('GET /attachments', 302), 'attachment-refused'],
    ['an address that answers nonsense', () => discord.faults.status('GET /attachments', 500), 'chat-unavailable'],
  ])('is told about in the words of the core: %s', async (_what, trouble, code) => {
    const file = fileOf(say());
    trouble();
    await expect(adapter.fetch(file)).rejects.toMatchObject({ code });
  });

  it('is told about when the line breaks in the middle of it', async () => {
    discord.faults.loseAnswer('GET /attachments');
    const bytesOf = await adapter.fetch(fileOf(say()));
    await expect(collect(bytesOf)).rejects.toMatchObject({ code: 'chat-unavailable', retry: 'later' });
  });

  it.each([
    'at/evil.example/attachments/1/2/x.png',
    'at/127.0.0.1:1/attachments/1/2/x.png',
    'at/@evil.example/x',
    '../../etc',
    '',
  ])('is never fetched from elsewhere: %s', async (file) => {
    await expect(adapter.fetch({ ...fileOf(say()), file })).rejects.toMatchObject({ code: 'attachment-refused' });
  });
});
