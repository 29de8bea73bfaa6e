/** What of a person lies with others, or comes at the wrong moment, when they are erased. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/slack/person.ts';
import { handOver } from '../../src/chat/privacy/hand-over.ts';
import { personKey } from '../../src/chat/take-in.ts';
import { randomId } from '../../src/ids.ts';
import { silentLogger } from '../../src/log.ts';
import { agreed } from '../support/portal-for-test.ts';
import { ask, botMessages, filesIn, openWorkplace, pressMore, result, told, type Workplace } from '../support/workplace.ts';

describe('when a person is erased', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(async () => {
    await place?.close();
  });
  const newChannel = () => place.slack.channel(`room-${randomId()}`);
  const newPerson = () => place.slack.person(`person-${randomId()}`);
  const identityOf = ({ id }: Person) => ({ platform: 'slack', workspace: place.slack.team, person: id });

  async function eraseAll(person: Person, shared: 'delete' | 'give' = 'delete', channel = newChannel()) {
    await person.command('/privacy', 'delete', { channel });
    const form = await person.waitForView((view) => JSON.stringify(view.view).includes('Everything of me'));
    await person.submit(form, { what: 'workspace', shared });
    return told(place.slack, person, /Gone: /, 60_000);
  }

  it('they are told in one sentence that what they asked for meanwhile was not done', async () => {
    const anna = newPerson();
    const identity = identityOf(anna);
    await agreed(place, identity);
    const { intakes } = place.held.app.stores.database;
    const channel = newChannel();
    const where = { platform: 'slack', workspace: place.slack.team, channel: channel.id, thread: null };
    for (const deliveryId of ['first', 'second'])
      await intakes.add({
        id: randomId(),
        attempt: randomId(),
        deliveryId: `${deliveryId} ${randomId()}`,
        person: personKey(identity),
        input: { kind: 'settings', locale: 'en', person: identity, place: where, settings: { makesAll: true } },
        createdAt: Date.now(),
      });
    await eraseAll(anna, 'delete', channel);
    expect(
      anna.ephemerals().filter((one) => JSON.stringify(one.blocks).includes('I was deleting your data when you asked')),
    ).toHaveLength(1);
    expect(await intakes.ofPerson(personKey(identity))).toEqual([]);
  });

  it('an ad of theirs that only they saw, and shared, leaves their direct messages and stays in the channel', async () => {
    const anna = newPerson();
    const channel = newChannel();
    await ask(anna, channel, 'Quiet bread. €3', { places: ['snapchat'], audience: 'me' });
    const direct = anna.direct().id;
    const message = await result(place.slack, direct, () => true, anna);
    await pressMore(place.slack, anna, message, 'Share in the channel');
    const copy = await result(place.slack, channel.id);
    const { owners, conversations, connection } = place.held.app.stores.database;
    const adId = (await owners.belongings((await owners.find(identityOf(anna))) ?? '')).ads[0] ?? '';
    await eraseAll(anna, 'give');
    await told(place.slack, anna, /1 ad was given to the workspace/);
    await place.slack.waitFor(() => !botMessages(place.slack, direct).some(({ ts }) => ts === message.ts) || undefined, {
      what: 'the direct message to go',
    });
    const kept = await conversations.read(adId);
    expect(JSON.stringify(kept)).not.toContain(direct);
    expect(JSON.stringify(kept)).not.toContain(anna.id);
    expect(kept).toMatchObject({
      address: { place: { channel: channel.id }, shared: null },
      post: { message: { message: copy.ts } },
    });
    const files = await connection.prisma.sentFile.findMany({ where: { adId } });
    expect(files.every(({ key }) => key.startsWith('shared '))).toBe(true);
    await newPerson().press(copy, 'Get files');
  });

  /** Has the files sent; resolves with whether they are still there. */
  async function pack(person: Person, message: Parameters<Person['press']>[0]): Promise<() => boolean> {
    await person.press(message, 'Get files');
    const direct = person.direct().id;
    const posted = await place.slack.waitFor(
      () => botMessages(place.slack, direct).find((one) => one.text.startsWith('Files of')),
      { what: 'a pack', withinMs: 20_000 },
    );
    const files = () => filesIn(place.slack, direct, posted.ts).length;
    await place.slack.waitFor(() => files() === 3 || undefined, { what: 'its files' });
    return () => files() === 3 && botMessages(place.slack, direct).some(({ ts }) => ts === posted.ts);
  }

  it('no message with files and texts of an ad is left in anybody’s direct messages', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, 'Unpacked rice. €3', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    for (const person of [anna, bela]) await pack(person, message);
    await eraseAll(anna);
    const left = () => [anna, bela].flatMap((person) => botMessages(place.slack, person.direct().id));
    await place.slack.waitFor(() => left().length === 0 || undefined, { what: 'nothing in direct messages', withinMs: 20_000 });
  });

  it('files of an ad that stays with the workspace leave their direct messages, and not those of colleagues', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, 'Quiet packed bread. €3', { places: ['snapchat'], audience: 'me' });
    const message = await result(place.slack, anna.direct().id, () => true, anna);
    const isAnnasThere = await pack(anna, message);
    await pressMore(place.slack, anna, message, 'Share in the channel');
    const isBelasThere = await pack(bela, await result(place.slack, channel.id));
    await eraseAll(anna, 'give');
    await place.slack.waitFor(() => !isAnnasThere() || undefined, { what: 'the files to go' });
    expect(botMessages(place.slack, anna.direct().id).filter((one) => one.text.startsWith('Files of'))).toEqual([]);
    expect(isBelasThere()).toBe(true);
  });

  it('ads that were given to the workspace before a crash are counted all the same', async () => {
    const anna = newPerson();
    const channel = newChannel();
    await ask(anna, channel, 'Counted rice. €3', { places: ['snapchat'] });
    await result(place.slack, channel.id);
    const { stores } = place.held.app;
    const deps = { ...stores.database, keyring: stores.keyring, chatOf: () => undefined, log: silentLogger };
    const { ads } = await stores.database.owners.belongings((await stores.database.owners.find(identityOf(anna))) ?? '');
    expect(await handOver(deps, identityOf(anna), ads)).toBe(1);
    expect(await handOver(deps, identityOf(anna), ads)).toBe(1);
  });

  it('brand kits, rules and approvals of others name them no more; what they said stays', async () => {
    const [anna, bela] = [newPerson(), newPerson()];
    const channel = newChannel();
    await ask(anna, channel, 'Approved tea. €3', { places: ['snapchat'] });
    await result(place.slack, channel.id);
    await agreed(place, identityOf(bela));
    const { owners, kits, ads, workspaceRules } = place.held.app.stores.database;
    const { ownerId, workspaceOwnerId } = await owners.ensureMember(identityOf(anna));
    const kitId = randomId();
    const texts = { name: 'Fjord', webAddress: '', buttonText: '', smallPrint: '', tone: '' };
    const facts = { ...texts, colours: [], neverSay: [], isOpen: false, editors: [bela.id, anna.id], font: null };
    await kits.add({ id: kitId, ownerId: workspaceOwnerId, makerId: ownerId, facts });
    const adId = (await owners.belongings(ownerId)).ads[0] ?? '';
    await ads.saveApproval(adId, { state: 'changes', approver: identityOf(bela), note: 'A larger price' });
    const who = { are: 'chosen' as const, people: [bela.id], roles: [] };
    await workspaceRules.save(identityOf(anna), { who, channels: null, openAds: 9, storageMb: null });
    await eraseAll(bela);
    expect((await kits.read(kitId))?.facts.editors).toEqual([anna.id]);
    expect(await workspaceRules.read(identityOf(anna))).toMatchObject({ who: { are: 'admins' }, openAds: 9 });
    expect((await ads.read(adId))?.approval).toMatchObject({ approver: { person: '' }, note: 'A larger price' });
    await workspaceRules.save(identityOf(anna), { who: { are: 'everyone' }, channels: null, openAds: 30, storageMb: null });
  });
});
