import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscord } from '../../adapters/discord/create-discord.ts';
import { discordCheck } from '../../adapters/discord/discord-check.ts';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { systemClock } from '../../src/clock.ts';
import { randomId } from '../../src/ids.ts';
import { silentLogger } from '../../src/log.ts';
import { adapterFor, placeIn, setStage, words, wordsIn } from './discord-support.ts';
import { keptJournal, picture, recordingEvents, saying } from './slack-support.ts';

const registering = 'PUT /applications/{application_id}/commands';

let discord: LoopbackDiscord;
beforeEach(async () => {
  discord = await createLoopbackDiscord();
  discord.guild('Loopback');
});
afterEach(() => discord.close());

const connection = () => {
  const { botToken, applicationId, apiUrl, cdnUrl } = discord;
  return { botToken, applicationId, apiUrl, cdnUrl };
};
const started = async (changed: Partial<ReturnType<typeof connection>> = {}) => {
  const adapter = adapterFor({ ...connection(), ...changed });
  try {
    return await adapter.start(recordingEvents());
  } finally {
    await adapter.close();
  }
};
const check = (changed: Partial<ReturnType<typeof connection>> = {}) =>
  discordCheck({ connection: { ...connection(), ...changed }, clock: systemClock, log: silentLogger });

describe('starting', () => {
  it('registers the commands with one request, and only when they have changed', async () => {
    expect(await started()).toEqual({ guilds: 1, commands: 'registered' });
    expect(await started()).toEqual({ guilds: 1, commands: 'unchanged' });
    const [ad] = discord.world.commands.get('') ?? [];
    (ad!['options'] as { description: string }[])[0]!.description = 'Something else';
    expect(await started()).toMatchObject({ commands: 'registered' });
    discord.world.commands.get('')?.pop();
    expect(await started()).toMatchObject({ commands: 'registered' });
    expect(discord.calls(registering)).toHaveLength(3);
  });

  it('hears of a server that it was added to while it did not run, and not again of those it was on long before', async () => {
    const added = discord.guild('Added meanwhile');
    discord.removeGuild(added);
    discord.inviteBack(added);
    const heard: string[] = [];
    const adapter = adapterFor(connection());
    await adapter.start({ ...recordingEvents(), joined: async ({ workspace }) => void heard.push(workspace) });
    await adapter.close();
    expect(heard).toEqual([added.id]);
  });

  it('says what to do about a wrong token, a foreign application, no network and an address without TLS', async () => {
    await expect(started({ botToken: 'another-token-of-some-length' })).rejects.toMatchObject({
      problem: 'token-refused',
      remedy: /Reset Token/,
    });
    await expect(started({ applicationId: '123456789012345678' })).rejects.toMatchObject({
      problem: 'application-of-another-token',
    });
    await expect(started({ apiUrl: 'http://127.0.0.1:9/api' })).rejects.toMatchObject({ problem: 'discord-unreachable' });
    for (const url of [{ apiUrl: 'http://discord.example/api' }, { cdnUrl: 'http://cdn.example' }])
      expect(() => adapterFor({ ...connection(), ...url })).toThrow(/https/);
  });

  it('is told to the doctor part by part, with remedies', async () => {
    expect((await check()).map(({ part, state }) => `${part} ${state}`)).toEqual([
      'bot token fine',
      'application id fine',
      'gateway fine',
      'servers fine',
      'commands unknown',
    ]);
    await started();
    expect((await check()).at(-1)).toMatchObject({ part: 'commands', state: 'fine' });
    expect(await check({ botToken: 'another-token-of-some-length' })).toMatchObject([
      { part: 'bot token', state: 'wrong', remedy: /Reset/ },
    ]);
    expect(await check({ applicationId: '123456789012345678' })).toMatchObject([{}, { part: 'application id', state: 'wrong' }]);
    expect(await check({ apiUrl: 'http://127.0.0.1:9/api' })).toMatchObject([{ state: 'wrong', remedy: /network/ }]);
    expect(await check({ apiUrl: 'http://discord.example/api' })).toMatchObject([{ part: 'base address', state: 'wrong' }]);
  });
});

describe('a running bot', () => {
  it('works again after a broken line, and resumes what it missed', async () => {
    const stage = await setStage();
    const anna = stage.discord.person('anna');
    stage.discord.dropSockets();
    await expect.poll(() => stage.log.text(), { timeout: 15_000 }).toContain('Connected to Discord again');
    expect(await anna.command('ad', { sub: 'generate', where: stage.shop })).toMatchObject({ how: 'form' });
    await stage.close();
  });

  it('tells when it was removed from a server, and not when Discord has an outage', async () => {
    const stage = await setStage();
    const guild = stage.discord.guild('Loopback');
    stage.discord.guildOutage(guild);
    stage.discord.guildOutage(guild, false);
    await systemClock.sleep(200);
    expect(stage.left).toEqual([]);
    stage.discord.removeGuild(guild);
    await expect.poll(() => stage.left).toEqual([guild.id]);
    await stage.close();
  });

  it('stops listening cleanly, and goes on posting until it is closed', async () => {
    const stage = await setStage();
    await stage.adapter.stop();
    await stage.adapter.stop();
    expect(stage.discord.connections()).toBe(0);
    const ref = await stage.adapter.post(placeIn(stage.shop), saying('Still here'), 'a-key');
    await stage.adapter.deliverFiles(ref, [picture('a')], keptJournal());
    expect(stage.discord.messages(stage.shop.id).map(wordsIn)).toEqual(['Still here', '']);
    await stage.close();
  });

  it('uploads files although the Slack library was loaded first', async () => {
    const { App } = await import('@slack/bolt');
    expect(App).toBeTypeOf('function');
    await fetch(`${discord.cdnUrl}/nothing`).catch(() => undefined);
    const adapter = createDiscord({
      connection: connection(),
      words: () => words,
      meet: async () => undefined,
      clock: systemClock,
      newId: randomId,
      log: silentLogger,
    });
    const channel = discord.channel('shop');
    const ref = await adapter.post(placeIn(channel), saying('Both'), 'a-key');
    await adapter.deliverFiles(ref, [picture('a')], keptJournal());
    expect(discord.messages(channel.id)).toHaveLength(2);
    await adapter.close();
  });
});
