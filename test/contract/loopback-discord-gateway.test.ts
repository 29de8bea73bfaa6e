import { type Client, Events, GatewayIntentBits, SlashCommandBuilder } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { ask, discordClient, loggedIn, usualIntents } from '../support/discord-client.ts';
import { testClock } from '../support/test-clock.ts';

let discord: LoopbackDiscord;
const clients: Client[] = [];
beforeEach(async () => {
  discord = await createLoopbackDiscord({ heartbeatMs: 50 });
  discord.channel('shop');
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.destroy();
  await discord.close();
});

type Frame = { op: number; t?: string; s?: number; d: Record<string, unknown> };

/** A gateway connection without any client library. */
async function rawSocket() {
  const socket = new WebSocket(discord.apiUrl.replace('http', 'ws').replace('/api', ''));
  const frames: Frame[] = [];
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data) => frames.push(JSON.parse(data.toString()) as Frame));
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  const frame = (isIt: (one: Frame) => boolean) =>
    expect
      .poll(() => frames.find(isIt))
      .toBeDefined()
      .then(() => frames.find(isIt) as Frame);
  await frame((one) => one.op === 10);
  return { socket, frames, frame, closed, send };
}
const identity = (intents: number, token = discord.botToken) => ({ token, intents, properties: {} });

async function client(): Promise<Client<true>> {
  const made = await loggedIn(discord);
  clients.push(made);
  return made;
}

describe('the gateway of the loopback Discord', () => {
  it('refuses a wrong token before and at the door, and intents it did not grant', async () => {
    const wrong = discordClient(discord);
    clients.push(wrong);
    await expect(wrong.login('nonsense')).rejects.toMatchObject({ code: 'TokenInvalid' });
    const nosy = discordClient(discord, { intents: [...usualIntents, GatewayIntentBits.MessageContent] });
    clients.push(nosy);
    await expect(nosy.login(discord.botToken)).rejects.toThrow('disallowed intents');
    const odd = discordClient(discord, { intents: 1 << 30 });
    clients.push(odd);
    await expect(odd.login(discord.botToken)).rejects.toThrow('invalid intents');
  });

  it.each([
    ['a wrong token', 4004, 2, () => identity(1, 'nonsense')],
    ['a frame that is no frame', 4002, 2, () => 'nonsense'],
    ['an overlong frame', 4002, 2, () => ({ ...identity(1), properties: { os: 'x'.repeat(5000) } })],
    ['a presence before anything else', 4003, 3, () => ({})],
    ['an unknown opcode', 4001, 99, () => ({})],
  ])('closes on %s with %i', async (_what, code, op, data) => {
    const { closed, send } = await rawSocket();
    send(op, data());
    expect(await closed).toBe(code);
  });

  it('hears heartbeats', async () => {
    await client();
    await discord.waitFor(() => discord.gatewayCounts.heartbeats >= 2);
  });

  it.each([
    ['a broken line', () => discord.dropSockets()],
    ['a close that allows it', () => discord.dropSockets(4000)],
    ['being asked to come back', () => discord.requestReconnect()],
    ['an ended session that may be resumed', () => discord.invalidateSession(true)],
  ])('gives the client what it missed, after %s', async (_what, interrupt) => {
    const bot = await client();
    const heard: string[] = [];
    bot.on(Events.MessageCreate, (message) => void heard.push(message.content));
    const anna = discord.person('anna');
    anna.say({ channel: 'dm', text: 'before' });
    interrupt();
    anna.say({ channel: 'dm', text: 'meanwhile' });
    await discord.waitFor(() => discord.gatewayCounts.resumes === 1);
    anna.say({ channel: 'dm', text: 'after' });
    await expect.poll(() => heard).toEqual(['before', 'meanwhile', 'after']);
    expect(discord.gatewayCounts.identifies).toBe(1);
  });

  it('makes a client begin anew when its session is gone', async () => {
    const first = await rawSocket();
    first.send(2, identity(1));
    const { d: ready } = await first.frame((one) => one.t === 'READY');
    discord.invalidateSession();
    expect(await first.frame((one) => one.op === 9)).toMatchObject({ d: false });
    const second = await rawSocket();
    second.send(6, { token: discord.botToken, session_id: ready['session_id'], seq: 1 });
    expect(await second.frame((one) => one.op === 9)).toMatchObject({ d: false });
    second.send(2, identity(1));
    await second.frame((one) => one.t === 'GUILD_CREATE');
    second.send(2, identity(1));
    expect(await second.closed).toBe(4005);
  });

  it('sends only what the intents name', async () => {
    const { send, frame, frames } = await rawSocket();
    send(2, identity(GatewayIntentBits.GuildMessages));
    await frame((one) => one.t === 'READY');
    const anna = discord.person('anna');
    anna.say({ channel: 'dm', text: 'unheard' });
    discord.channel('new');
    anna.say({ channel: discord.channel('shop'), text: 'nothing to read' });
    await frame((one) => one.t === 'MESSAGE_CREATE');
    expect(frames.map((one) => one.t).filter(Boolean)).toEqual(['READY', 'MESSAGE_CREATE']);
    expect(frames.at(-1)?.d).toMatchObject({ content: '', channel_type: 0 });
  });

  it('leaves out a guild that was lost while the bot was away, and waits for one that is out', async () => {
    discord.removeGuild(discord.guild('Loopback'));
    discord.guildOutage(discord.guild('Second'));
    const bot = await client();
    expect(bot.guilds.cache.map((guild) => guild.available)).toEqual([false]);
  });
});

describe('events at the loopback Discord', () => {
  it('arrive twice, late or never, as told', async () => {
    const clock = testClock();
    await discord.close();
    discord = await createLoopbackDiscord({ clock });
    const { send, frame, frames } = await rawSocket();
    send(2, identity(GatewayIntentBits.DirectMessages));
    await frame((one) => one.t === 'READY');
    const definition = new SlashCommandBuilder().setName('ad').setDescription('Make ads').toJSON();
    await ask(discord, `PUT /applications/${discord.applicationId}/commands`, [definition]);
    const anna = discord.person('anna');
    discord.faults.duplicates = 1;
    anna.say({ channel: 'dm', text: 'twice' });
    await expect
      .poll(() => frames.filter((one) => one.t === 'MESSAGE_CREATE').map((one) => one.d['content']))
      .toEqual(['twice', 'twice']);
    discord.faults.lostEvents = 1;
    anna.say({ channel: 'dm', text: 'never' });
    discord.faults.lateByMs = 2_000;
    const reply = anna.command('ad', { where: 'dm' });
    clock.advance(2_000);
    await frame((one) => one.t === 'INTERACTION_CREATE');
    clock.advance(1_000);
    expect(await reply).toEqual({ kind: 'timed-out' });
    expect(frames.some((one) => one.d?.['content'] === 'never')).toBe(false);
  });
});
