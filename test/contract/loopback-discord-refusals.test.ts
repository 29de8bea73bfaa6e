import { SlashCommandBuilder } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { messageFlags } from '../../adapters/playground/discord/told-message.ts';
import type { Channel, Json, Reply, StoredMessage } from '../../adapters/playground/discord/world.ts';
import { ask, type RestAnswer } from '../support/discord-client.ts';
import { type TestClock, testClock } from '../support/test-clock.ts';

let discord: LoopbackDiscord;
let clock: TestClock;
let shop: Channel;
beforeEach(async () => {
  clock = testClock();
  discord = await createLoopbackDiscord({ clock });
  discord.rates.isOn = false;
  shop = discord.channel('shop');
});
afterEach(() => discord.close());

const hour = 3_600_000;
const v2 = messageFlags.componentsV2;
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, label = 'Press') => ({ type: 2, style: 1, custom_id, label });
const row = (...components: object[]) => ({ type: 1, components });
const gallery = (...urls: string[]) => ({ type: 12, items: urls.map((url) => ({ media: { url } })) });
const file = (name: string, size = 3) => ({ name, bytes: new Uint8Array(size) });

const refused = (status: number, code: number) => ({ status, body: { code } });
const post = (json: unknown, more: { channel?: Channel; files?: ReturnType<typeof file>[] } = {}) =>
  ask(discord, `POST /channels/${(more.channel ?? shop).id}/messages`, json, more.files ? { files: more.files } : {});
const edit = (id: unknown, json: unknown, files: ReturnType<typeof file>[] = []) =>
  ask(discord, `PATCH /channels/${shop.id}/messages/${String(id)}`, json, { files });
const commandsPath = () => `/applications/${discord.applicationId}/commands`;
const register = (...commands: unknown[]) => ask(discord, `PUT ${commandsPath()}`, commands);
const plainAd = () => new SlashCommandBuilder().setName('ad').setDescription('Make ads');

/** An interaction as the bot gets it; nobody listens, so it is taken from the world. */
async function asked() {
  await register(plainAd().toJSON());
  const reply: Promise<Reply> = discord.person('anna').command('ad', { where: shop });
  const interaction = [...discord.world.interactions.values()].at(-1);
  if (!interaction) throw new Error('nobody asked');
  const { id, token } = interaction;
  const hook = `/webhooks/${discord.applicationId}/${token}`;
  return {
    reply,
    answer: (json: unknown, withResponse = false): Promise<RestAnswer> =>
      ask(discord, `POST /interactions/${id}/${token}/callback${withResponse ? '?with_response=true' : ''}`, json, {
        token: null,
      }),
    hook: (method: string, path: string, json?: unknown, files: ReturnType<typeof file>[] = []) =>
      ask(discord, `${method} ${hook}${path}`, json, { token: null, files }),
  };
}

describe('the loopback Discord refuses what Discord refuses', () => {
  it('wrong tokens and routes it does not know', async () => {
    expect(await ask(discord, 'GET /users/@me', undefined, { token: 'nonsense' })).toMatchObject(refused(401, 0));
    expect(await ask(discord, 'GET /users/@me', undefined, { token: null })).toMatchObject(refused(401, 0));
    discord.faults.deadToken = true;
    expect(await ask(discord, 'GET /users/@me')).toMatchObject({ status: 401, body: { message: '401: Unauthorized' } });
    discord.faults.deadToken = false;
    expect(await ask(discord, 'POST /attachments/refresh-urls', {})).toMatchObject(refused(404, 0));
  });

  it('messages to places that are gone, closed or not for the bot', async () => {
    const hi = { content: 'hi' };
    expect(await ask(discord, 'POST /channels/1/messages', hi)).toMatchObject(refused(404, 10003));
    expect(await post(hi, { channel: discord.channel('secret', { withBot: false }) })).toMatchObject(refused(403, 50001));
    const quiet = discord.channel('quiet', { permissions: ['ViewChannel'] });
    expect(await post(hi, { channel: quiet })).toMatchObject(refused(403, 50013));
    discord.allowBot(quiet, ['ViewChannel', 'SendMessages']);
    expect(await post(hi, { channel: quiet })).toMatchObject({ status: 200 });
    expect(await post(hi, { channel: quiet, files: [file('a.png')] })).toMatchObject(refused(403, 50013));
    const thread = discord.channel('talk', { under: quiet });
    expect(await post(hi, { channel: thread })).toMatchObject(refused(403, 50013));
    thread.deniedToBot = 0n;
    discord.allowBot(quiet, ['ViewChannel', 'SendMessagesInThreads']);
    expect(await post(hi, { channel: thread })).toMatchObject({ status: 200 });
    thread.isLocked = true;
    expect(await post(hi, { channel: thread })).toMatchObject(refused(400, 50083));
    const anna = discord.person('anna');
    anna.closeDms();
    expect(await post(hi, { channel: anna.direct() })).toMatchObject(refused(403, 50007));
    anna.openDms();
    expect(await post(hi, { channel: anna.direct() })).toMatchObject({ status: 200 });
    expect(await post(hi, { channel: anna.groupWith(discord.person('ben')) })).toMatchObject(refused(403, 50001));
    discord.removeGuild(discord.guild('Loopback'));
    expect(await post(hi)).toMatchObject(refused(403, 50001));
    discord.deleteChannel(shop);
    expect(await post(hi)).toMatchObject(refused(404, 10003));
  });

  it("edits and removals of what is gone, private or another's", async () => {
    const said = discord.person('anna').say({ channel: shop, text: 'mine' });
    expect(await edit(said.id, { content: 'yours' })).toMatchObject(refused(403, 50005));
    expect(await ask(discord, `DELETE /channels/${shop.id}/messages/${said.id}`)).toMatchObject(refused(403, 50013));
    expect(await edit('1', { content: 'x' })).toMatchObject(refused(404, 10008));
    const { answer } = await asked();
    await answer({ type: 4, data: { content: 'psst', flags: messageFlags.ephemeral } });
    const [secret] = discord.person('anna').ephemerals();
    expect(await edit(secret?.id, { content: 'x' })).toMatchObject(refused(404, 10008));
    const own = await post({ content: 'own' });
    discord.person('boss').makeAdmin(discord.guild('Loopback'));
    discord.person('boss').removeMessage(discord.messages(shop.id).at(-1) as StoredMessage);
    expect(await edit(own.body['id'], { content: 'x' })).toMatchObject(refused(404, 10008));
  });

  it('more than three edits within twenty seconds of messages older than an hour', async () => {
    discord.rates.isOn = true;
    const { body } = await post({ content: 'old' });
    clock.advance(hour + 1);
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await edit(body['id'], { content: String(count) }));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.body).toMatchObject({ code: 30046, retry_after: 20 });
    clock.advance(20_000);
    expect(await edit(body['id'], { content: 'again' })).toMatchObject({ status: 200 });
  });

  it.each<[string, number, Json]>([
    ['nothing in it', 50006, {}],
    ['too many characters', 50035, { content: 'x'.repeat(2001) }],
    ['a key that Discord does not know', 50035, { content: 'x', colour: 'red' }],
    ['a flag that bots cannot set', 50035, { content: 'x', flags: 2 }],
    ['the ephemeral flag outside an interaction', 50035, { content: 'x', flags: 64 }],
    ['an overlong nonce', 50035, { content: 'x', nonce: 'x'.repeat(26) }],
    ['an answer to a message that is gone', 50035, { content: 'x', message_reference: { message_id: '1' } }],
    ['a file that was not sent', 50035, { content: 'x', attachments: [{ id: '0' }] }],
    ['a text display without the V2 flag', 50035, { components: [text('x')] }],
    ['a sixth button in a row', 50035, { content: 'x', components: [row(...'123456'.split('').map((id) => button(id)))] }],
    ['a button with an overlong label', 50035, { content: 'x', components: [row(button('a', 'x'.repeat(81)))] }],
    ['a button without a custom id', 50035, { content: 'x', components: [row({ type: 2, style: 1, label: 'x' })] }],
    ['an overlong custom id', 50035, { content: 'x', components: [row(button('x'.repeat(101)))] }],
    ['one custom id twice', 50035, { content: 'x', components: [row(button('a'), button('a'))] }],
    ['V2 and content', 50035, { content: 'x', flags: v2, components: [text('x')] }],
    ['V2 and an embed', 50035, { embeds: [{ title: 'x' }], flags: v2, components: [text('x')] }],
    ['V2 and nothing', 50006, { flags: v2 }],
    ['an empty gallery', 50035, { flags: v2, components: [gallery()] }],
    [
      'eleven pictures in a gallery',
      50035,
      { flags: v2, components: [gallery(...Array<string>(11).fill('https://a.example/x.png'))] },
    ],
    ['a picture that was not sent', 50035, { flags: v2, components: [gallery('attachment://ad.png')] }],
    [
      '41 components, counting those inside',
      50035,
      { flags: v2, components: [{ type: 17, components: Array(40).fill(text('x')) }] },
    ],
    ['too much text in all', 50035, { flags: v2, components: [text('x'.repeat(2500)), text('x'.repeat(2500))] }],
    [
      'a container in a container',
      50035,
      { flags: v2, components: [{ type: 17, components: [{ type: 17, components: [text('x')] }] }] },
    ],
  ])('a message with %s', async (_what, code, body) => {
    expect(await post(body)).toMatchObject(refused(400, code));
    expect(discord.messages(shop.id)).toEqual([]);
  });

  it('files that are too many, too large, or not named as they are kept', async () => {
    discord.guild('Loopback').uploadLimit = 2000;
    const many = Array.from({ length: 11 }, (_, at) => file(`${at}.png`));
    expect(await post({}, { files: many })).toMatchObject(refused(400, 50035));
    expect(await post({}, { files: [file('a.png', 2001)] })).toMatchObject(refused(413, 40005));
    const parts = Array.from({ length: 3 }, (_, at) => file(`${at}.mp4`, 9_000_000));
    expect(await post({}, { files: parts, channel: discord.person('anna').direct() })).toMatchObject(refused(413, 40005));
    const named = (url: string) => post({ flags: v2, components: [gallery(url)] }, { files: [file('my ad.png')] });
    expect(await named('attachment://my ad.png')).toMatchObject(refused(400, 50035));
    expect(await named('attachment://my_ad.png')).toMatchObject({ status: 200 });
  });

  it('an edit that takes the V2 flag away, or leaves content under it; and drops files that are not listed', async () => {
    const plain = await post({ content: 'plain' }, { files: [file('a.png'), file('b.png')] });
    const [kept] = plain.body['attachments'] as { id: string }[];
    expect(await edit(plain.body['id'], { flags: v2, components: [text('x')] })).toMatchObject(refused(400, 50035));
    const changed = await edit(plain.body['id'], { attachments: [{ id: kept?.id }, { id: '0', description: 'new' }] }, [
      file('c.png'),
    ]);
    expect(changed.body['attachments']).toMatchObject([{ filename: 'a.png' }, { filename: 'c.png', description: 'new' }]);
    expect(await edit(plain.body['id'], { flags: v2, content: null, components: [text('x')] })).toMatchObject({ status: 200 });
    expect(await edit(plain.body['id'], { flags: 0 })).toMatchObject(refused(400, 50035));
    expect(await edit(plain.body['id'], { components: [text('y')] })).toMatchObject({ status: 200 });
    expect(await edit(plain.body['id'], { attachments: [{ id: '12345' }] })).toMatchObject(refused(400, 50035));
  });

  it('nothing of a message that notifies, but writes down whom it would', async () => {
    const anna = discord.person('anna');
    const said = anna.say({ channel: shop, text: 'question' });
    const pinged = async (more: object) => {
      await post({ content: `<@${anna.id}> <@&77> @everyone`, message_reference: { message_id: said.id }, ...more });
      return discord.messages(shop.id).at(-1)?.pinged;
    };
    expect(await pinged({})).toEqual([anna.id, '77', 'everyone']);
    expect(await pinged({ allowed_mentions: { parse: [] } })).toEqual([]);
    expect(await pinged({ allowed_mentions: { parse: ['everyone'], replied_user: true } })).toEqual(['everyone', anna.id]);
    expect(await pinged({ allowed_mentions: { users: [anna.id], roles: ['77'] } })).toEqual([anna.id, '77']);
  });

  it('nothing where an enforced nonce was seen some minutes ago: it answers with that message', async () => {
    const once = () => post({ content: 'once', nonce: 'job-1', enforce_nonce: true });
    const [first, second] = [await once(), await once()];
    expect(second.body['id']).toBe(first.body['id']);
    expect(discord.messages(shop.id)).toHaveLength(1);
    clock.advance(6 * 60_000);
    expect((await once()).body['id']).not.toBe(first.body['id']);
  });
});

describe('an interaction', () => {
  it('is answered once, and within three seconds', async () => {
    const first = await asked();
    expect(await first.answer({ type: 4, data: { content: 'hi' } }, true)).toMatchObject({
      status: 200,
      body: { interaction: { type: 2, response_message_ephemeral: false }, resource: { type: 4, message: { content: 'hi' } } },
    });
    expect(await first.answer({ type: 5 })).toMatchObject(refused(400, 40060));
    expect(await first.reply).toMatchObject({ how: 'message', message: { content: 'hi' } });
    const late = await asked();
    clock.advance(3_001);
    expect(await late.reply).toEqual({ kind: 'timed-out' });
    expect(await late.answer({ type: 5 })).toMatchObject(refused(404, 10062));
    discord.faults.staleInteractions = true;
    expect(await (await asked()).answer({ type: 5 })).toMatchObject(refused(404, 10062));
    expect(await ask(discord, 'POST /interactions/1/x/callback', { type: 5 }, { token: null })).toMatchObject(
      refused(404, 10062),
    );
  });

  it('gets no answer that does not fit it', async () => {
    const { answer } = await asked();
    for (const type of [6, 7, 8]) expect(await answer({ type, data: {} })).toMatchObject(refused(400, 50035));
    expect(await answer({ type: 5, data: { flags: 4 } })).toMatchObject(refused(400, 50035));
    expect(await answer({ type: 5 })).toEqual(expect.objectContaining({ status: 204, body: {} }));
  });

  it.each<[string, Json]>([
    ['an overlong title', { title: 'x'.repeat(46) }],
    ['a sixth field', { components: Array.from({ length: 6 }, (_, at) => label(`f${at}`)) }],
    ['an overlong label', { components: [label('a', 'x'.repeat(46))] }],
    ['one custom id twice', { components: [label('a'), label('a')] }],
    [
      'a single radio button',
      { components: [{ ...label('a'), component: { type: 21, custom_id: 'r', options: [{ label: 'x', value: 'x' }] } }] },
    ],
    ['eleven files', { components: [{ ...label('a'), component: { type: 19, custom_id: 'f', max_values: 11 } }] }],
    ['a button', { components: [row(button('a'))] }],
    ['an unknown key', { colour: 'red' }],
  ])('opens no form with %s', async (_what, change) => {
    const { answer } = await asked();
    const data = { custom_id: 'm', title: 'A form', components: [label('a')], ...change };
    expect(await answer({ type: 9, data })).toMatchObject(refused(400, 50035));
    expect(discord.person('anna').form()).toBeUndefined();
  });

  it('opens a form that has no such fault', async () => {
    const { answer } = await asked();
    expect(await answer({ type: 9, data: { custom_id: 'm', title: 'A form', components: [label('a')] } })).toMatchObject({
      status: 204,
    });
    expect(discord.person('anna').form()).toMatchObject({ title: 'A form', customId: 'm' });
  });

  it('can be answered on for a quarter of an hour, unless its message is gone', async () => {
    const early = await asked();
    expect(await early.hook('PATCH', '/messages/@original', { content: 'x' })).toMatchObject(refused(404, 10015));
    await early.answer({ type: 5, data: { flags: 64 } });
    // The first follow-up becomes the deferred answer, and stays as private as that.
    expect(await early.hook('POST', '?wait=true', { content: 'first' })).toMatchObject({ body: { flags: 64 } });
    expect(await early.hook('POST', '', { content: 'second' })).toMatchObject({ body: { content: 'second', flags: 0 } });
    expect(
      discord
        .person('anna')
        .ephemerals()
        .map((one) => one.content),
    ).toEqual(['first']);
    expect(await early.hook('GET', '/messages/%40original')).toMatchObject({ body: { content: 'first' } });
    expect(await early.hook('DELETE', '/messages/@original')).toMatchObject({ status: 204 });
    expect(await early.hook('PATCH', '/messages/@original', { content: 'x' })).toMatchObject(refused(404, 10008));
    clock.advance(15 * 60_000 + 1);
    expect(await early.hook('POST', '', { content: 'late' })).toMatchObject(refused(401, 50027));
    const other = await asked();
    await other.answer({ type: 5 });
    discord.expireTokens();
    expect(await other.hook('PATCH', '/messages/@original', { content: 'late' })).toMatchObject(refused(401, 50027));
    expect(await ask(discord, 'POST /webhooks/1/x', { content: 'x' }, { token: null })).toMatchObject(refused(404, 10015));
  });

  it('takes files as large as it says itself', async () => {
    discord.guild('Loopback').interactionUploadLimit = 100;
    const { answer, hook } = await asked();
    await answer({ type: 5 });
    expect(await hook('PATCH', '/messages/@original', {}, [file('a.png', 101)])).toMatchObject(refused(413, 40005));
    expect(await hook('PATCH', '/messages/@original', {}, [file('a.png', 100)])).toMatchObject({ status: 200 });
  });
});

function label(custom_id: string, words = 'A field') {
  return { type: 18, label: words, component: { type: 4, custom_id, style: 1 } };
}

describe('commands', () => {
  it.each<[string, unknown[]]>([
    ['upper case', [{ ...plainAd().toJSON(), name: 'Ad' }]],
    ['a space', [{ ...plainAd().toJSON(), name: 'make ad' }]],
    ['no description', [{ name: 'ad' }]],
    ['an overlong description', [{ name: 'ad', description: 'x'.repeat(101) }]],
    ['an unknown language', [{ name: 'ad', description: 'x', name_localizations: { xx: 'y' } }]],
    ['an unknown key', [{ name: 'ad', description: 'x', colour: 'red' }]],
    [
      'an option that must be filled in after one that need not',
      [{ name: 'ad', description: 'x', options: [option('a', false), option('b', true)] }],
    ],
    ['26 options', [{ name: 'ad', description: 'x', options: Array.from({ length: 26 }, (_, at) => option(`o${at}`)) }]],
    ['one option twice', [{ name: 'ad', description: 'x', options: [option('a'), option('a')] }]],
    [
      'a subcommand beside an option',
      [{ name: 'ad', description: 'x', options: [option('a'), { type: 1, name: 's', description: 'x' }] }],
    ],
    ['one name twice', [plainAd().toJSON(), plainAd().toJSON()]],
    ['a described menu entry', [{ name: 'Make an ad', type: 3, description: 'x' }]],
    ['16 menu entries', Array.from({ length: 16 }, (_, at) => ({ name: `Entry ${at}`, type: 3 }))],
    [
      'more than 8000 characters',
      [{ name: 'ad', description: 'x', options: Array.from({ length: 4 }, (_, at) => wordy(`o${at}`)) }],
    ],
  ])('are not registered with %s', async (_what, commands) => {
    expect(await register(...commands)).toMatchObject(refused(400, 50035));
    expect((await ask(discord, `GET ${commandsPath()}`)).body).toEqual([]);
  });

  it('keep their ids when they are registered again', async () => {
    const ids = async () => ((await register(plainAd().toJSON())).body as unknown as { id: string }[]).map((one) => one.id);
    expect(await ids()).toEqual(await ids());
    expect(discord.calls('PUT /applications/{application_id}/commands')).toHaveLength(2);
  });

  it('can only be typed as they are defined, and where they are offered', async () => {
    const anna = discord.person('anna');
    await register(
      plainAd()
        .setContexts(0)
        .addStringOption((one) => one.setName('brief').setDescription('x').setMaxLength(5).setRequired(true))
        .toJSON(),
    );
    const typed =
      (options: Record<string, string>, where: Channel | 'dm' = shop) =>
      () =>
        anna.command('ad', { options, where });
    expect(typed({ brief: 'x' }, 'dm')).toThrow('not offered here');
    expect(typed({})).toThrow('"brief" is required');
    expect(typed({ brief: 'too long' })).toThrow('too short or too long');
    expect(typed({ brief: 'x', more: 'y' })).toThrow('no option "more"');
    expect(() => anna.command('privacy', { where: shop })).toThrow('no command "privacy"');
    discord.removeGuild(discord.guild('Loopback'));
    expect(typed({ brief: 'x' })).toThrow('not installed here');
  });
});

function option(name: string, required = false) {
  return { type: 3, name, description: 'x', required };
}
function wordy(name: string) {
  const choices = Array.from({ length: 25 }, (_, at) => ({ name: `${at} ${'x'.repeat(50)}`, value: `${at} ${'y'.repeat(50)}` }));
  return { ...option(name), choices };
}

describe('an attachment', () => {
  it('can be fetched by its signed address for a day, while its message is there', async () => {
    const { body } = await post({}, { files: [file('a.png', 5)] });
    const [told] = body['attachments'] as { url: string }[];
    const url = told?.url ?? '';
    const status = async (address: string) => (await fetch(address)).status;
    expect(url).toMatch(/\?ex=[0-9a-f]+&is=[0-9a-f]+&hm=[0-9a-f]{64}&$/);
    expect(await status(url)).toBe(200);
    expect(await status(url.replace(/ex=[0-9a-f]+/, 'ex=ffffffff'))).toBe(404);
    expect(await status(url.split('?')[0] ?? '')).toBe(404);
    clock.advance(24 * hour + 1000);
    expect(await status(url)).toBe(404);
    const again = await ask(discord, `GET /channels/${shop.id}/messages/${String(body['id'])}`);
    const [fresh] = again.body['attachments'] as { url: string }[];
    expect(await status(fresh?.url ?? '')).toBe(200);
    await ask(discord, `DELETE /channels/${shop.id}/messages/${String(body['id'])}`);
    expect(await status(fresh?.url ?? '')).toBe(404);
  });
});
