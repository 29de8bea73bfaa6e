import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/discord/person.ts';
import type { Channel, StoredMessage } from '../../adapters/playground/discord/world.ts';
import { randomId } from '../../src/ids.ts';
import { labelsIn, wordsIn } from './discord-support.ts';
import { botMessages, bottle, chosen, offering, openWorkplace, type Workplace } from './discord-workplace.ts';

const brief = 'Good coffee. €5';

describe('a team on Discord', () => {
  let place: Workplace;
  let admin: Person;
  beforeAll(async () => {
    place = await openWorkplace({}, { opened: false });
    admin = newPerson();
    admin.makeAdmin(server());
  });
  afterAll(async () => {
    await place?.close();
  });
  const server = () => place.discord.guild('Loopback');
  const newPerson = () => place.discord.person(`person-${randomId()}`);
  const newChannel = () => place.discord.channel(`room-${randomId()}`);

  const told = (person: Person, words: RegExp, before: ReadonlySet<string> = new Set()): Promise<StoredMessage> =>
    place.discord.waitFor(() => person.ephemerals().find((one) => !before.has(one.id) && words.test(wordsIn(one))), {
      withinMs: 20_000,
      what: `${words} for ${person.name}`,
    });
  /** What the person is told after the deed, not before. */
  async function toldAfter(person: Person, words: RegExp, deed: () => Promise<unknown>): Promise<StoredMessage> {
    const before = new Set(person.ephemerals().map(({ id }) => id));
    await deed();
    return told(person, words, before);
  }
  const typed = (person: Person, where: Channel | 'dm', options: Record<string, unknown> = {}) =>
    person.command('ad', { sub: 'generate', options: { photo1: bottle(), brief, ...options } as never, where });
  async function ask(person: Person, where: Channel | 'dm', options: Record<string, unknown> = {}) {
    await typed(person, where, options);
    await person.submit({ keep: 'keep' });
  }
  const overview = (where: Channel) =>
    toldAfter(admin, /The bot in this workspace/, () => admin.command('ad', { sub: 'admin', where }));
  async function setRules(where: Channel, values: Record<string, string | readonly string[]>) {
    await admin.press(await overview(where), 'Change the rules');
    await admin.waitForForm();
    await toldAfter(admin, /Saved/, () => admin.submit(values));
  }

  const openToAll = { who: 'everyone', chosen: [], channels: [] };

  it('lets nobody in but admins, until an admin opens it to a role', async () => {
    const [stranger, channel] = [newPerson(), newChannel()];
    // At the first deed nothing is known yet: then it is refused when it is carried out.
    await typed(stranger, channel);
    if (stranger.form()) await stranger.submit({ keep: 'keep' });
    await told(stranger, /not open to you yet.*\/ad admin/s);
    expect(await typed(stranger, channel)).toMatchObject({ how: 'message' });
    expect(stranger.form()).toBeUndefined();
    expect(botMessages(place, channel)).toEqual([]);
    expect(await place.held.app.stores.database.ads.list(['preparing', 'proposing', 'choosing', 'queued'])).toEqual([]);
    await toldAfter(stranger, /Only admins/, () => stranger.command('ad', { sub: 'admin', where: channel }));

    const role = stranger.giveRole(server(), 'Marketing');
    await setRules(channel, { who: 'chosen', chosen: [role] });
    await ask(stranger, channel);
    await offering(place, channel, 'Use 1');
  });

  it('makes no ads outside the chosen channels; a thread counts as its channel', async () => {
    const [anna, open, closed] = [newPerson(), newChannel(), newChannel()];
    const thread = place.discord.channel(`thread-${randomId()}`, { under: open });
    await setRules(closed, { who: 'everyone', channels: [open.id] });
    await toldAfter(anna, /not open in this channel/, async () => {
      await typed(anna, closed);
      if (anna.form()) await anna.submit({ keep: 'keep' });
    });
    await ask(anna, thread);
    await offering(place, thread, 'Use 1');
    expect(botMessages(place, closed)).toEqual([]);
  });

  it('may write to the bot directly when they may on a server that they share with it', async () => {
    const [member, outsider, channel] = [newPerson(), newPerson(), newChannel()];
    const role = member.giveRole(server(), 'Writers');
    await setRules(channel, { who: 'chosen', chosen: [role], channels: [] });
    await ask(member, 'dm');
    await offering(place, member.direct(), 'Use 1');
    await ask(outsider, 'dm');
    await told(outsider, /not open to you yet/);
    expect(botMessages(place, outsider.direct()).filter((one) => labelsIn(one).includes('Use 1'))).toEqual([]);
  });

  it('has admins who stop and delete ads without seeing private ones, and whose people are told', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await setRules(channel, openToAll);
    await ask(anna, channel, { 'only-me': true, brief: 'A secret launch. €7' });
    const secret = await offering(place, anna.direct(), 'Use 1');
    const shown = await overview(channel);
    expect(wordsIn(shown)).toContain('private ad');
    expect(wordsIn(shown)).not.toContain('secret');
    const label = labelsIn(shown).findLast((one) => one.startsWith('Stop')) ?? '';
    await toldAfter(admin, /Stopped/, () => admin.press(shown, label));
    await place.discord.waitFor(
      () => place.discord.messages(anna.direct().id).find((one) => /An admin of your workspace stopped/.test(wordsIn(one))),
      {
        what: 'words for the owner',
      },
    );
    await expect
      .poll(() => wordsIn(place.discord.messages(secret.channel).find(({ id }) => id === secret.id)))
      .toContain('Cancelled');

    await ask(bela, channel);
    const message = await chosen(place, bela, channel);
    const again = await overview(channel);
    expect(wordsIn(again)).toMatch(/Good coffee.*finished/);
    const first = labelsIn(again).find((one) => one.startsWith('Delete')) ?? '';
    const question = await toldAfter(admin, /Delete this ad/, () => admin.press(again, first));
    await toldAfter(admin, /Deleted/, () => admin.press(question, 'Delete'));
    await expect.poll(() => botMessages(place, channel).includes(message)).toBe(false);
    await place.discord.waitFor(
      () => place.discord.messages(bela.direct().id).find((one) => /deleted your ad "Good coffee/.test(wordsIn(one))),
      { what: 'words for the owner' },
    );
  });

  it('has admins whose Cancel works under anybody’s ad, as nobody else’s does', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await setRules(channel, openToAll);
    await ask(anna, channel);
    const ideas = await offering(place, channel, 'Use 1');
    await toldAfter(bela, /Only the person who asked/, () => bela.press(ideas, 'Cancel'));
    await toldAfter(admin, /Only the person who asked/, () => admin.press(ideas, 'Use 1'));
    await toldAfter(admin, /Stopped/, () => admin.press(ideas, 'Cancel'));
  });
});

describe('whoever brings the bot to a server', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace({}, { opened: false });
  });
  afterAll(async () => {
    await place?.close();
  });
  const hellos = (person: Person) =>
    place.discord.messages(person.direct().id).filter((one) => labelsIn(one).includes('Make a sample ad'));

  it('gets one private welcome, from which a real sample ad is made in one press', async () => {
    const anna = place.discord.person('anna');
    const server = place.discord.guild('New', { ownedBy: anna });
    const hello = await place.discord.waitFor(() => hellos(anna)[0], { withinMs: 20_000, what: 'a welcome' });
    expect(wordsIn(hello)).toMatch(/\/ad brand.*\/ad admin/s);
    await anna.press(hello, 'Make a sample ad');
    await anna.waitForForm();
    await anna.submit({ keep: 'keep' });
    const ad = await chosen(place, anna, anna.direct());
    expect(wordsIn(ad)).toContain('price €19.90');

    place.discord.guildOutage(server);
    place.discord.guildOutage(server, false);
    place.discord.removeGuild(server);
    place.discord.inviteBack(server);
    const { workspaceRules } = place.held.app.stores.database;
    expect(await workspaceRules.isWelcomed({ platform: 'discord', workspace: server.id })).toBe(true);
    // Another owner is welcomed after all this, so what was to come has come.
    const bela = place.discord.person('bela');
    place.discord.guild('Newer', { ownedBy: bela });
    await place.discord.waitFor(() => hellos(bela)[0], { withinMs: 20_000, what: 'a welcome' });
    expect(hellos(anna)).toHaveLength(1);
  });

  it('hears nothing where they take no direct messages', async () => {
    const cleo = place.discord.person('cleo');
    cleo.closeDms();
    const server = place.discord.guild('Silent', { ownedBy: cleo });
    const { workspaceRules } = place.held.app.stores.database;
    await expect
      .poll(() => workspaceRules.isWelcomed({ platform: 'discord', workspace: server.id }), { timeout: 20_000 })
      .toBe(true);
    expect(hellos(cleo)).toEqual([]);
  });
});
