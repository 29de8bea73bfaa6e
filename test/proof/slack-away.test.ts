/** The platform is away while somebody deletes everything: here it happens at once, there as soon as it is back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { signedReceiptSchema } from '../../src/privacy/receipt.ts';
import { ask, botMessages, openWorkplace, result, type Workplace } from '../support/workplace.ts';

/** What an erasure asks of the platform, and what it says by the way. */
const methods = ['chat.delete', 'files.delete', 'chat.update', 'chat.postEphemeral', 'conversations.open', 'chat.postMessage'];
const often = 10_000;

describe('deleting everything while the platform does not answer', () => {
  let on: Workplace;
  beforeAll(async () => {
    on = await openWorkplace();
  });
  afterAll(async () => {
    await on?.close();
  });

  it('destroys the keys all the same, removes what is there later, and says so once', async () => {
    const { slack } = on;
    const { database, keys, media } = on.held.app.stores;
    const [anna, channel] = [slack.person(`person-${randomId()}`), slack.channel(`room-${randomId()}`)];
    await ask(anna, channel, 'Away tea. €4', { places: ['snapchat'] });
    await result(slack, channel.id);
    const ownerId = (await database.owners.find({ platform: 'slack', workspace: slack.team, person: anna.id })) ?? '';
    await anna.command('/privacy', 'delete', { channel });
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('Everything of me in this workspace'));

    for (const method of methods) slack.faults.status(method, 503, often);
    await anna.submit(form, { what: 'workspace', shared: 'delete' });
    const request = async () => (await database.connection.prisma.privacyRequest.findMany())[0];
    const state = async () => (await request())?.state;
    await expect.poll(state, { timeout: 60_000, interval: 200 }).toBe('owed');
    const first = signedReceiptSchema.parse(JSON.parse((await request())?.receipt ?? '')).receipt;
    expect(first.kind).toBe('receipt');
    expect(first.remote.map(({ state: one }) => one)).toEqual(['outstanding', 'outstanding']);
    expect(first.remote.every(({ lapses }) => lapses !== null)).toBe(true);
    expect(await keys.read(`owner:${ownerId}`)).toBeNull();
    expect(await database.owners.countRows(ownerId)).toBe(0);
    for await (const id of media.list('creatives')) expect.fail(`${id} is still there`);
    expect(botMessages(slack, channel.id)).toHaveLength(1);

    slack.faults.clear();
    await expect.poll(state, { timeout: 60_000, interval: 200 }).toBe('done');
    const last = signedReceiptSchema.parse(JSON.parse((await request())?.receipt ?? '')).receipt;
    expect([last.kind, ...last.remote.map(({ state: one }) => one)]).toEqual(['addendum', 'done', 'done']);
    expect(slack.messages(channel.id).filter(({ fromBot }) => fromBot)).toEqual([]);
    const shown = slack.files().filter(({ fromBot, state: one }) => fromBot && one !== 'deleted');
    expect(shown.filter(({ sharedIn }) => sharedIn.some((share) => share.channel === channel.id))).toEqual([]);
    const addenda = () => anna.ephemerals().filter((one) => JSON.stringify(one.blocks).includes('addendum'));
    await expect.poll(() => addenda().length, { timeout: 10_000 }).toBe(1);
    // Two more sweeps, and a ring for it: nothing is left to say.
    const sweeps = on.slack.calls('chat.delete').length;
    await on.held.app.queue.ring('privacy', (await request())?.id ?? '');
    await expect.poll(() => database.obligations.list().then((ids) => ids.length), { timeout: 10_000 }).toBe(0);
    expect(on.slack.calls('chat.delete')).toHaveLength(sweeps);
    expect(addenda()).toHaveLength(1);
  });
});
