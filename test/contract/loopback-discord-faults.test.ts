import type { Client, SendableChannels } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadRoute } from '../../adapters/playground/discord/cdn.ts';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { anyRoute } from '../../adapters/playground/discord/faults.ts';
import { overrunWindows } from '../../adapters/playground/discord/overrun-windows.ts';
import type { Channel } from '../../adapters/playground/discord/world.ts';
import { ask, loggedIn } from '../support/discord-client.ts';
import { hasOpenApi, validateAgainstOpenApi } from '../support/discord-openapi/validate-against-openapi.ts';
import { testClock } from '../support/test-clock.ts';

const posts = 'POST /channels/{channel_id}/messages';
const edits = 'PATCH /channels/{channel_id}/messages/{message_id}';

describe('the real client, when the loopback Discord misbehaves', () => {
  let discord: LoopbackDiscord;
  let client: Client<true>;
  let shop: Channel;
  let channel: SendableChannels;
  beforeEach(async () => {
    discord = await createLoopbackDiscord();
    shop = discord.channel('shop');
    client = await loggedIn(discord, { rest: { api: discord.apiUrl, offset: 0 } });
    channel = client.channels.cache.get(shop.id) as SendableChannels;
  });
  afterEach(async () => {
    await client.destroy();
    await discord.close();
    if (hasOpenApi) expect(discord.world.journal.flatMap(validateAgainstOpenApi)).toEqual([]);
  });
  const statuses = (route: string) => discord.calls(route).map((one) => one.status);

  it('waits and asks again after 429, for one route or for all', async () => {
    discord.faults.limit(posts, 0.05);
    discord.faults.limit(posts, 0.05, { isGlobal: true });
    await channel.send('hi');
    expect(statuses(posts)).toEqual([429, 429, 200]);
    expect(discord.messages(shop.id)).toHaveLength(1);
  });

  it('has no fault for a route that does not exist', () => {
    expect(() => discord.faults.status('POST /messages', 500)).toThrow('no route "POST /messages"');
    expect(() => discord.calls('POST /messages')).toThrow('no route');
  });

  it('asks again after errors of the server', async () => {
    discord.rates.isOn = false;
    discord.faults.status(anyRoute, 500, 2);
    await channel.send('hi');
    expect(statuses(posts)).toEqual([500, 500, 200]);
    discord.faults.status(posts, 502, 9);
    await expect(channel.send('hi')).rejects.toMatchObject({ status: 502 });
  });

  it('posts once although the answer was lost, when whoever sends it again uses the same nonce', async () => {
    discord.faults.loseAnswer(posts);
    const send = () => channel.send({ content: 'hi', nonce: 'job-1', enforceNonce: true });
    await expect(send()).rejects.toThrow('other side closed');
    await send();
    expect(statuses(posts)).toEqual([200, 200]);
    expect(discord.messages(shop.id)).toHaveLength(1);
  });

  it('gives up on an upload that hangs, and sends it again', async () => {
    discord.faults.hang(posts);
    client.rest.options.timeout = 200;
    const sent = channel.send({ files: [{ attachment: Buffer.alloc(3_000_000), name: 'film.mp4' }] });
    await discord.waitFor(() => discord.calls(posts).length === 1);
    client.rest.options.timeout = 15_000;
    await sent;
    expect(statuses(posts)).toEqual([0, 200]);
    expect(discord.messages(shop.id)).toHaveLength(1);
  });

  it('waits for a late answer', async () => {
    discord.faults.answerLate(posts, 30);
    const asked = performance.now();
    await channel.send('hi');
    expect(performance.now() - asked).toBeGreaterThan(29);
  });

  it('is told what happened under its hands', async () => {
    const posted = await channel.send('rendering');
    discord.faults.fail(edits, 10_008);
    await expect(posted.edit('10 %')).rejects.toMatchObject({ code: 10_008, status: 404 });
    discord.person('boss').makeAdmin(discord.guild('Loopback'));
    const [stored] = discord.messages(shop.id);
    if (stored) discord.person('boss').removeMessage(stored);
    await expect(posted.edit('20 %')).rejects.toMatchObject({ code: 10_008 });
    discord.allowBot(shop, ['ViewChannel']);
    await expect(channel.send('done')).rejects.toMatchObject({ code: 50_013, status: 403 });
    discord.removeGuild(discord.guild('Loopback'));
    await expect(channel.send('done')).rejects.toMatchObject({ code: 50_001 });
    discord.deleteChannel(shop);
    await expect(channel.send('done')).rejects.toMatchObject({ code: 10_003 });
    const anna = await client.users.fetch(discord.person('anna').id);
    discord.person('anna').closeDms();
    await expect(anna.send('done')).rejects.toMatchObject({ code: 50_007 });
    discord.person('anna').openDms();
    const file = { attachment: Buffer.alloc(10 * 1024 * 1024 + 1), name: 'film.mp4' };
    await expect(anna.send({ files: [file] })).rejects.toMatchObject({ code: 40_005, status: 413 });
  });

  it('meets files that are gone, elsewhere or broken off', async () => {
    const posted = await channel.send({ files: [{ attachment: Buffer.from('abcdef'), name: 'a.txt' }] });
    const url = posted.attachments.first()?.url ?? '';
    discord.faults.status(downloadRoute, 403);
    expect((await fetch(url)).status).toBe(403);
    discord.faults.status(downloadRoute, 302);
    expect((await fetch(url, { redirect: 'manual' })).headers.get('location')).toBe('http://elsewhere.invalid/file');
    discord.faults.loseAnswer(downloadRoute);
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
    expect(await (await fetch(url)).text()).toBe('abcdef');
    expect(discord.calls(downloadRoute).map((one) => one.status)).toEqual([403, 302, 200, 200]);
  });

  it('finds the line dead after so many requests', async () => {
    discord.faults.cutAfter = 2;
    await channel.send('heard');
    await expect(channel.send('carried out, but unheard')).rejects.toThrow();
    expect(discord.messages(shop.id).map((one) => one.content)).toEqual(['heard', 'carried out, but unheard']);
  });

  it('keeps within limits that are twenty times as wide', async () => {
    discord.rates.times = 20;
    await Promise.all(Array.from({ length: 40 }, (_, at) => channel.send(`message ${at}`)));
    expect(statuses(posts)).toEqual(Array(40).fill(200));
    expect(discord.calls(posts).at(-1)?.counted).toMatchObject([
      { bucket: 'global', limit: 1000 },
      { limit: 100, windowMs: 5000 },
    ]);
    expect(overrunWindows(discord.world.journal)).toEqual([]);
  });
});

describe('the limits of the loopback Discord', () => {
  let discord: LoopbackDiscord;
  const clock = testClock();
  beforeEach(async () => {
    discord = await createLoopbackDiscord({ clock });
  });
  afterEach(() => discord.close());

  it('are five posts in five seconds for each channel, with the headers that say so', async () => {
    const [shop, other] = [discord.channel('shop'), discord.channel('other')];
    const post = (channel: Channel) => ask(discord, `POST /channels/${channel.id}/messages`, { content: 'hi' });
    const first = await post(shop);
    expect(first.headers.get('x-ratelimit-limit')).toBe('5');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
    clock.advance(1_000);
    for (let count = 0; count < 4; count += 1) expect((await post(shop)).status).toBe(200);
    const refused = await post(shop);
    expect(refused).toMatchObject({ status: 429, body: { retry_after: 4, global: false } });
    expect(refused.headers.get('retry-after')).toBe('4');
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
    expect((await post(other)).status).toBe(200);
    clock.advance(4_000);
    expect((await post(shop)).status).toBe(200);
    expect(overrunWindows(discord.world.journal)).toEqual([]);
  });

  it('are five requests in five seconds for each interaction', async () => {
    await ask(discord, `PUT /applications/${discord.applicationId}/commands`, [{ name: 'ad', description: 'x' }]);
    void discord.person('anna').command('ad', { where: 'dm' });
    const { id, token } = [...discord.world.interactions.values()].at(-1) ?? { id: '', token: '' };
    await ask(discord, `POST /interactions/${id}/${token}/callback`, { type: 5 }, { token: null });
    const path = `/webhooks/${discord.applicationId}/${token}`;
    const edit = () => ask(discord, `PATCH ${path}/messages/@original`, { content: 'x' }, { token: null });
    for (let count = 0; count < 4; count += 1) expect((await edit()).status).toBe(200);
    expect((await ask(discord, `POST ${path}`, { content: 'x' }, { token: null })).status).toBe(200);
    expect(await edit()).toMatchObject({ status: 429, body: { retry_after: 5 } });
  });

  it('are fifty requests a second for the bot, but not for answers to interactions', async () => {
    const me = () => ask(discord, 'GET /users/@me');
    for (let count = 0; count < 50; count += 1) await me();
    const refused = await me();
    expect(refused).toMatchObject({ status: 429, body: { global: true } });
    expect(refused.headers.get('x-ratelimit-global')).toBe('true');
    expect((await ask(discord, 'POST /interactions/1/x/callback', { type: 5 }, { token: null })).status).toBe(404);
    clock.advance(1_000);
    expect((await me()).status).toBe(200);
    discord.rates.isOn = false;
    for (let count = 0; count < 60; count += 1) expect((await me()).status).toBe(200);
  });

  it('on files grow with the boosts of a guild, which every bot in it is told', async () => {
    const shop = discord.channel('shop');
    const guild = discord.guild('Loopback');
    discord.boost(guild, 2);
    const told = await ask(discord, `GET /guilds/${guild.id}`);
    expect(told).toMatchObject({ status: 200, body: { premium_tier: 2 } });
    expect(guild.uploadLimit).toBe(50 * 1024 * 1024);
    expect(shop.guild).toBe(guild.id);
  });

  it('would be seen in the journal if they were overrun', async () => {
    await ask(discord, 'GET /users/@me');
    const [entry] = discord.world.journal;
    if (!entry) throw new Error('nothing in the journal');
    expect(overrunWindows(Array(51).fill(entry))).toMatchObject([expect.stringContaining('51 requests')]);
    expect(overrunWindows([{ ...entry, at: entry.at + 1_000 }])).toHaveLength(1);
  });
});
