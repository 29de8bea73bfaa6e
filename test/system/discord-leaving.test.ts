import { afterEach, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { bottle, chosen, offering, openWorkplace, type Workplace } from './discord-workplace.ts';

let place: Workplace;
afterEach(() => place.close());

const newChannel = () => place.discord.channel(`room-${randomId()}`);
const asked = async (name: string, channel: ReturnType<typeof newChannel>) => {
  const anna = place.discord.person(name);
  const options = { photo1: bottle(), brief: 'Good coffee. €5', where: 'snapchat' };
  await anna.command('ad', { sub: 'generate', options, where: channel });
  // How photos are kept is asked once.
  if (anna.form()) await anna.submit({ keep: 'keep' });
  return anna;
};
const rows = async () => {
  const { prisma } = place.held.app.stores.database.connection;
  return { owners: await prisma.owner.count(), ads: await prisma.ad.count(), photos: await prisma.photo.count() };
};
const leftOwners = () => place.held.app.stores.database.connection.prisma.owner.count({ where: { leftAt: { not: null } } });
const keys = async (prefix: string): Promise<number> => {
  let count = 0;
  for await (const _ of place.held.app.stores.keys.list(prefix)) count += 1;
  return count;
};

describe('a server that removes the bot', () => {
  it('has its unfinished ads stopped at once, keeps the finished ones for the time of grace, and has them back when it returns', async () => {
    place = await openWorkplace();
    const [done, open] = [newChannel(), newChannel()];
    await chosen(place, await asked('anna', done), done);
    await asked('anna', open);
    await offering(place, open, 'Use 1');
    const guild = place.discord.guild('Loopback');
    place.discord.removeGuild(guild);
    await expect.poll(rows, { timeout: 15_000 }).toMatchObject({ ads: 1, photos: 1 });
    expect(await leftOwners()).toBe(1);
    place.discord.inviteBack(guild);
    await expect.poll(leftOwners, { timeout: 15_000 }).toBe(0);
    // Once more on the same day: nobody is welcomed again, and nothing of it must go all the same.
    place.discord.removeGuild(guild);
    await expect.poll(leftOwners, { timeout: 15_000 }).toBe(1);
    place.discord.inviteBack(guild);
    await expect.poll(leftOwners, { timeout: 15_000 }).toBe(0);
    const again = newChannel();
    await asked('anna', again);
    await offering(place, again, 'Use 1');
    expect((await rows()).ads).toBe(2);
  });

  it('has everything erased, rows, bytes and keys, when the time of grace is over', async () => {
    place = await openWorkplace({ UNINSTALL_GRACE_DAYS: '0' });
    const channel = newChannel();
    await chosen(place, await asked('anna', channel), channel);
    expect(await keys('ad:')).toBe(1);
    place.discord.removeGuild(place.discord.guild('Loopback'));
    await expect.poll(rows, { timeout: 15_000 }).toEqual({ owners: 0, ads: 0, photos: 0 });
    expect([await keys('ad:'), await keys('photo:'), await keys('owner:')]).toEqual([0, 0, 0]);
    const { media } = place.held.app.stores;
    for (const area of ['photos', 'cutouts', 'creatives'] as const) {
      for await (const id of media.list(area)) expect.fail(`${area} still holds ${id}`);
    }
  });

  it('leaves to people with an account what is theirs', async () => {
    place = await openWorkplace({ UNINSTALL_GRACE_DAYS: '0' });
    const channel = newChannel();
    const anna = await asked('anna', channel);
    await chosen(place, anna, channel);
    const other = newChannel();
    const bela = await asked('bela', other);
    await chosen(place, bela, other);
    const { accounts, owners } = place.held.app.stores.database;
    const guild = place.discord.guild('Loopback');
    const ownerId = await owners.find({ platform: 'discord', workspace: guild.id, person: anna.id });
    const accountId = await accounts.ensure(ownerId ?? '');
    await accounts.register(accountId, { email: 'anna@example.com', password: 'a hash', recovery: [], isVerified: false });
    place.discord.removeGuild(guild);
    await expect.poll(rows, { timeout: 15_000 }).toMatchObject({ ads: 1, photos: 1 });
    expect((await owners.belongings(ownerId ?? '')).ads).toHaveLength(1);
  });

  it('is not mixed up with one that is only out of reach for a while', async () => {
    place = await openWorkplace({ UNINSTALL_GRACE_DAYS: '0' });
    const channel = newChannel();
    await chosen(place, await asked('anna', channel), channel);
    const guild = place.discord.guild('Loopback');
    place.discord.guildOutage(guild);
    place.discord.guildOutage(guild, false);
    const again = newChannel();
    await asked('anna', again);
    await offering(place, again, 'Use 1');
    expect(await rows()).toMatchObject({ ads: 2 });
    expect(await leftOwners()).toBe(0);
  });
});
