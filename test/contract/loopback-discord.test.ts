import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  ApplicationCommandType,
  AttachmentBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ContextMenuCommandBuilder,
  Events,
  type Interaction,
  LabelBuilder,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  ModalBuilder,
  type ModalSubmitInteraction,
  SlashCommandBuilder,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import type { Person } from '../../adapters/playground/discord/person.ts';
import type { Channel, Reply, StoredMessage } from '../../adapters/playground/discord/world.ts';
import { loggedIn } from '../support/discord-client.ts';
import { distil, distilledFile, type Spec } from '../support/discord-openapi/distil.ts';
import { hasOpenApi, skippedName, validateAgainstOpenApi } from '../support/discord-openapi/validate-against-openapi.ts';

const sourceFile = fileURLToPath(new URL('../../../shared/data/discord-openapi.json', import.meta.url));
const hasSource = hasOpenApi && existsSync(sourceFile);

let discord: LoopbackDiscord;
let client: Client<true>;
let anna: Person;
let shop: Channel;
beforeEach(async () => {
  discord = await createLoopbackDiscord();
  shop = discord.channel('shop');
  anna = discord.person('anna');
  client = await loggedIn(discord);
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
  if (hasOpenApi) expect(discord.world.journal.flatMap(validateAgainstOpenApi)).toEqual([]);
});

const photo = (name = 'mug.png', size = 9) => ({ name, bytes: new Uint8Array(size).fill(7) });

const commands = [
  new SlashCommandBuilder()
    .setName('ad')
    .setDescription('Make ads')
    .setNameLocalizations({ de: 'werbung' })
    .addSubcommand((sub) =>
      sub
        .setName('generate')
        .setDescription('Make an ad')
        .addAttachmentOption((option) => option.setName('photo1').setDescription('A photo'))
        .addStringOption((option) => option.setName('brief').setDescription('What it should say').setAutocomplete(true))
        .addBooleanOption((option) => option.setName('only-me').setDescription('Show it to me alone')),
    ),
  new ContextMenuCommandBuilder().setName('Make an ad').setType(ApplicationCommandType.Message),
].map((builder) => builder.toJSON());

/** The next interaction of one kind. */
function next<Kind extends Interaction>(): Promise<Kind> {
  return new Promise((resolve) => client.once(Events.InteractionCreate, (interaction) => resolve(interaction as Kind)));
}

const messageOf = (reply: Reply): StoredMessage => {
  if (reply.kind !== 'acknowledged' || !reply.message) throw new Error(`no message in ${reply.kind}`);
  return reply.message;
};

async function generate(options: Parameters<Person['command']>[1]['options'] = {}) {
  await client.application.commands.set(commands);
  const asked = next<ChatInputCommandInteraction>();
  const reply = anna.command('ad', { sub: 'generate', options, where: shop });
  return { interaction: await asked, reply };
}

describe('the real client at the loopback Discord', () => {
  it('logs in, knows its guild and channels, and registers commands with one request', async () => {
    expect(client.user.id).toBe(discord.botId);
    expect(client.guilds.cache.size).toBe(1);
    expect(client.channels.cache.get(shop.id)).toMatchObject({ name: 'shop' });
    const registered = await client.application.commands.set(commands);
    expect(registered.map((one) => one.name)).toEqual(['ad', 'Make an ad']);
    expect(discord.calls('PUT /applications/{application_id}/commands')).toHaveLength(1);
    await client.application.commands.set(commands, discord.guild('Loopback').id);
    expect(discord.calls('PUT /applications/{application_id}/guilds/{guild_id}/commands')).toHaveLength(1);
  });

  it('gets a command with a photo, downloads it, defers, edits twice and ends with a gallery', async () => {
    const { interaction, reply } = await generate({ photo1: photo(), brief: 'Summer sale', 'only-me': true });
    expect(interaction.options.getSubcommand()).toBe('generate');
    expect(interaction.options.getString('brief')).toBe('Summer sale');
    expect(interaction.options.getBoolean('only-me')).toBe(true);
    expect(interaction.attachmentSizeLimit).toBe(10_485_760);
    expect(interaction.appPermissions.has('AttachFiles')).toBe(true);
    const attachment = interaction.options.getAttachment('photo1', true);
    expect(attachment).toMatchObject({ name: 'mug.png', contentType: 'image/png', size: 9, ephemeral: true });
    expect(Buffer.from(await (await fetch(attachment.url)).arrayBuffer())).toEqual(Buffer.alloc(9, 7));

    const deferred = await interaction.deferReply({ withResponse: true });
    const stored = messageOf(await reply);
    expect(deferred.resource?.message?.id).toBe(stored.id);
    expect(stored.flags & MessageFlags.Loading).toBeTruthy();
    await interaction.editReply('Queued');
    expect(stored.flags & MessageFlags.Loading).toBe(0);
    await interaction.editReply('Drawing');
    await interaction.editReply({
      content: null,
      flags: MessageFlags.IsComponentsV2,
      files: [new AttachmentBuilder(Buffer.alloc(1000, 1), { name: 'ad.png', description: 'A mug' })],
      components: [
        {
          type: 17,
          components: [
            { type: 10, content: 'Done' },
            { type: 12, items: [{ media: { url: 'attachment://ad.png' }, description: 'A mug' }] },
            { type: 1, components: [{ type: 2, style: ButtonStyle.Primary, label: 'Another look', custom_id: 'again' }] },
          ],
        },
      ],
    });
    expect(stored.edits.map((one) => one.content)).toEqual(['', 'Queued', 'Drawing']);
    expect(discord.file(stored.files[0] ?? '')).toMatchObject({ name: 'ad.png', altText: 'A mug' });
    const fetched = await client.channels.fetch(shop.id);
    if (!fetched?.isTextBased()) throw new Error('no channel');
    const edited = await fetched.messages.edit(stored.id, {
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 10, content: 'By the bot token' }],
      attachments: [],
    });
    expect(edited.id).toBe(stored.id);
    expect(discord.messages(shop.id)).toMatchObject([
      { id: stored.id, files: [], components: [{ content: 'By the bot token' }] },
    ]);
  });

  it('gets a message through its menu, with its pictures, without reading content', async () => {
    await client.application.commands.set(commands);
    const heard = new Promise<string>((resolve) => client.once(Events.MessageCreate, (message) => resolve(message.content)));
    const said = anna.say({ channel: shop, text: 'my new mug', files: [photo()] });
    expect(await heard).toBe('');
    const asked = next<MessageContextMenuCommandInteraction>();
    const reply = anna.messageAction('Make an ad', said);
    const interaction = await asked;
    expect(interaction.targetMessage.content).toBe('my new mug');
    expect(interaction.targetMessage.attachments.first()?.name).toBe('mug.png');
    await interaction.reply({ content: 'On it', flags: MessageFlags.Ephemeral });
    expect(messageOf(await reply)).toMatchObject({ content: 'On it', onlyFor: anna.id });
    expect(discord.messages(shop.id)).toEqual([said]);
    expect(anna.ephemerals()).toHaveLength(1);
  });

  it('hears words in direct conversations and where it is named', async () => {
    const heard: { content: string; files: number }[] = [];
    client.on(Events.MessageCreate, ({ content, attachments }) => void heard.push({ content, files: attachments.size }));
    anna.say({ channel: 'dm', text: 'hello', files: [photo()] });
    anna.say({ channel: shop, text: 'an ad please', mention: true, files: [photo()] });
    anna.say({ channel: shop, text: 'private talk', files: [photo()] });
    await expect.poll(() => heard.length).toBe(3);
    expect(heard).toEqual([
      { content: 'hello', files: 1 },
      { content: `<@${discord.botId}> an ad please`, files: 1 },
      { content: '', files: 0 },
    ]);
  });

  it('shows a form, and gets files, words and choices from it', async () => {
    const { interaction, reply } = await generate();
    const label = (name: string) => new LabelBuilder().setLabel(name);
    const modal = new ModalBuilder()
      .setCustomId('make')
      .setTitle('Make an ad')
      .addLabelComponents(
        label('Photos').setFileUploadComponent((field) => field.setCustomId('photos').setMinValues(1).setMaxValues(3)),
        label('Brief').setTextInputComponent((field) => field.setCustomId('brief').setStyle(2).setMaxLength(200)),
        label('Look').setStringSelectMenuComponent((field) =>
          field.setCustomId('look').addOptions({ label: 'Bold', value: 'bold' }, { label: 'Calm', value: 'calm', default: true }),
        ),
        label('Language').setRadioGroupComponent((field) =>
          field.setCustomId('language').addOptions({ label: 'English', value: 'en' }, { label: 'Deutsch', value: 'de' }),
        ),
        label('Places').setCheckboxGroupComponent((field) =>
          field.setCustomId('places').addOptions({ label: 'Meta', value: 'meta' }, { label: 'TikTok', value: 'tiktok' }),
        ),
      );
    await interaction.showModal(modal);
    expect(await reply).toMatchObject({ kind: 'acknowledged', how: 'form' });
    expect(anna.form()).toMatchObject({ title: 'Make an ad' });
    expect(anna.fields().map((field) => field.label)).toEqual(['Photos', 'Brief', 'Look', 'Language', 'Places']);
    await expect(anna.submit({ Brief: 'Sale' })).rejects.toThrow('"Photos" is required');
    anna.fillIn({ photos: [photo('a.png'), photo('b.png')], Brief: 'Sale' });
    const submitting = next<ModalSubmitInteraction>();
    const sent = anna.submit({ language: 'de', places: ['meta', 'tiktok'] });
    const submission = await submitting;
    expect(submission.fields.getUploadedFiles('photos', true).map((file) => file.name)).toEqual(['a.png', 'b.png']);
    expect(submission.fields.getTextInputValue('brief')).toBe('Sale');
    expect(submission.fields.getStringSelectValues('look')).toEqual(['calm']);
    expect(submission.fields.getRadioGroup('language')).toBe('de');
    expect(submission.fields.getCheckboxGroup('places')).toEqual(['meta', 'tiktok']);
    expect(anna.form()).toBeDefined();
    await submission.deferReply({ flags: MessageFlags.Ephemeral });
    await sent;
    expect(anna.form()).toBeUndefined();
    await submission.editReply('Taken');
    const file = new AttachmentBuilder(Buffer.from('{}'), { name: 'export.json' });
    await submission.followUp({ content: 'Your data', files: [file], flags: MessageFlags.Ephemeral });
    expect(anna.ephemerals().map((one) => one.content)).toEqual(['Taken', 'Your data']);
  });

  it('gets single ticks, presses, choices and what is being typed', async () => {
    const { interaction } = await generate();
    await interaction.reply({
      content: 'Which?',
      components: [
        { type: 1, components: [{ type: 2, style: ButtonStyle.Secondary, label: 'Stop', custom_id: 'stop' }] },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'pick',
              max_values: 2,
              options: ['1', '2', '3'].map((value) => ({ label: `No ${value}`, value })),
            },
          ],
        },
      ],
    });
    const message = discord.messages(shop.id)[0] as StoredMessage;
    const pressing = next<ButtonInteraction>();
    const pressed = anna.press(message, 'Stop');
    const press = await pressing;
    expect(press).toMatchObject({ customId: 'stop', message: { id: message.id } });
    await press.deferUpdate();
    expect(await pressed).toMatchObject({ how: 'deferred-update' });
    await press.editReply('Stopped');
    expect(message.content).toBe('Stopped');

    const choosing = next();
    const chosen = anna.choose(message, 'pick', ['1', '3']);
    const choice = await choosing;
    if (!choice.isStringSelectMenu()) throw new Error('no menu');
    expect(choice.values).toEqual(['1', '3']);
    await choice.update({ content: 'Thanks', components: [] });
    expect(await chosen).toMatchObject({ how: 'updated', message: { content: 'Thanks', components: [] } });

    const typing = next();
    const suggested = anna.suggestionsFor('ad', { sub: 'generate', options: { brief: 'Su' }, focused: 'brief', where: shop });
    const typed = await typing;
    if (!typed.isAutocomplete()) throw new Error('not typing');
    expect(typed.options.getFocused()).toBe('Su');
    await typed.respond([{ name: 'Summer', value: 'summer' }]);
    expect(await suggested).toMatchObject({ how: 'suggestions', choices: [{ name: 'Summer', value: 'summer' }] });

    const pressingAgain = next<ButtonInteraction>();
    await client.rest.patch(`/channels/${shop.id}/messages/${message.id}`, {
      body: { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Form', custom_id: 'form' }] }] },
    });
    void anna.press(message, 'form');
    const tick = new LabelBuilder().setLabel('Keep photos').setCheckboxComponent((field) => field.setCustomId('keep'));
    await (await pressingAgain).showModal(new ModalBuilder().setCustomId('m').setTitle('T').addLabelComponents(tick));
    const submitting = next<ModalSubmitInteraction>();
    void anna.submit({ keep: true });
    const submission = await submitting;
    expect(submission.fields.getCheckbox('keep')).toBe(true);
    if (!submission.isFromMessage()) throw new Error('not from a message');
    await submission.update('Kept');
    expect(message.content).toBe('Kept');
  });

  it('posts two megabytes, edits, sends directly, deletes and hears of it', async () => {
    const channel = await client.channels.fetch(shop.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const posted = await channel.send({
      content: `Ready <@${anna.id}>`,
      files: [{ attachment: Buffer.alloc(2_000_000), name: 'big.bin' }],
    });
    expect(discord.messages(shop.id)).toMatchObject([{ pinged: [] }]);
    await posted.edit('Ready');
    const direct = await (await client.users.fetch(anna.id)).send({ files: [{ attachment: Buffer.from('x'), name: 'x.txt' }] });
    expect(discord.messages(anna.direct().id).map((one) => one.id)).toEqual([direct.id]);
    const gone = new Promise<string>((resolve) => client.once(Events.MessageDelete, (message) => resolve(message.id)));
    await posted.delete();
    expect(await gone).toBe(posted.id);
    await channel.send({ content: `Now <@${anna.id}>`, allowedMentions: { users: [anna.id] } });
    expect(discord.messages(shop.id)).toMatchObject([{ pinged: [anna.id] }]);
  });

  it('makes threads and works in them', async () => {
    const channel = await client.channels.fetch(shop.id);
    if (!channel?.isTextBased() || channel.isDMBased() || !('threads' in channel)) throw new Error('no channel');
    const posted = await channel.send('Versions');
    const thread = await posted.startThread({ name: 'Versions of the mug' });
    await thread.send('Version 2');
    expect(discord.messages(thread.id)).toMatchObject([{ content: 'Version 2' }]);
    const made = new Promise<string>((resolve) => client.once(Events.ThreadCreate, (one) => resolve(one.name)));
    const talk = discord.channel('talk', { under: shop });
    expect(await made).toBe('talk');
    const asked = next<ChatInputCommandInteraction>();
    await client.application.commands.set(commands);
    void anna.command('ad', { sub: 'generate', where: talk });
    expect((await asked).channel?.isThread()).toBe(true);
  });

  it('works in direct conversations and in groups where it is no member', async () => {
    await client.application.commands.set(commands);
    const inDm = next<ChatInputCommandInteraction>();
    anna.setLocale('de');
    void anna.command('ad', { sub: 'generate', where: 'dm' });
    const direct = await inDm;
    expect(direct).toMatchObject({ guildId: null, context: 1, locale: 'de', channelId: anna.direct().id });
    await direct.reply('Hello');
    const inGroup = next<ChatInputCommandInteraction>();
    const group = anna.groupWith(discord.person('ben'));
    void anna.command('ad', { sub: 'generate', where: group });
    const elsewhere = await inGroup;
    expect(elsewhere).toMatchObject({ context: 2, guildId: null });
    expect(elsewhere.authorizingIntegrationOwners[1]).toBe(anna.id);
    await elsewhere.reply({ content: 'Not here', flags: MessageFlags.Ephemeral });
    expect(anna.ephemerals().map((one) => one.content)).toEqual(['Not here']);
  });

  it('answers presses on what only one person sees', async () => {
    const { interaction } = await generate();
    await interaction.reply({
      flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
      components: [
        {
          type: 9,
          components: [{ type: 10, content: 'Delete?' }],
          accessory: { type: 2, style: ButtonStyle.Danger, label: 'Delete', custom_id: 'delete' },
        },
      ],
    });
    const [secret] = anna.ephemerals() as [StoredMessage];
    expect(() => discord.person('ben').press(secret, 'Delete')).toThrow('not for these eyes');
    const pressing = next<ButtonInteraction>();
    void anna.press(secret, 'Delete');
    const press = await pressing;
    expect(press.message.flags.has(MessageFlags.Ephemeral)).toBe(true);
    await press.update({ flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'Deleted' }] });
    expect(anna.ephemerals()).toMatchObject([{ components: [{ content: 'Deleted' }], onlyFor: anna.id }]);
    anna.removeMessage(secret);
    expect(anna.ephemerals()).toEqual([]);
  });

  it('tells outages from removals, and comes back', async () => {
    const heard: string[] = [];
    client.on(Events.GuildDelete, () => void heard.push('deleted'));
    client.on(Events.GuildUnavailable, () => void heard.push('unavailable'));
    client.on(Events.GuildAvailable, () => void heard.push('available'));
    client.on(Events.GuildCreate, () => void heard.push('created'));
    client.on(Events.ChannelDelete, () => void heard.push('channel deleted'));
    const guild = discord.guild('Loopback');
    discord.guildOutage(guild);
    discord.guildOutage(guild, false);
    discord.deleteChannel(discord.channel('old'));
    discord.removeGuild(guild);
    discord.inviteBack(guild);
    await expect.poll(() => heard).toEqual(['unavailable', 'available', 'channel deleted', 'deleted', 'created']);
    await client.guilds.cache.first()?.leave();
    expect(guild.hasBot).toBe(false);
  });

  it('tells who may do what', async () => {
    const guild = discord.guild('Loopback');
    const { interaction } = await generate();
    expect(interaction.memberPermissions?.has('Administrator')).toBe(false);
    anna.makeAdmin(guild);
    const again = next<ChatInputCommandInteraction>();
    void anna.command('ad', { sub: 'generate', where: shop });
    expect((await again).memberPermissions?.has('Administrator')).toBe(true);
    const member = await client.guilds.cache.first()?.members.fetch({ user: anna.id, force: true });
    expect(member?.permissions.has('ManageGuild')).toBe(true);
    const quiet = discord.channel('quiet', { permissions: ['ViewChannel'] });
    const asked = next<ChatInputCommandInteraction>();
    void anna.command('ad', { sub: 'generate', where: quiet });
    const { appPermissions } = await asked;
    expect([appPermissions.has('ViewChannel'), appPermissions.has('SendMessages')]).toEqual([true, false]);
    const cached = client.channels.cache.get(quiet.id);
    if (!cached || cached.isDMBased()) throw new Error('no channel');
    expect(cached.permissionsFor(client.user)?.has('SendMessages')).toBe(false);
    discord.allowBot(quiet, ['ViewChannel', 'SendMessages']);
    await expect.poll(() => cached.permissionsFor(client.user)?.has('SendMessages')).toBe(true);
    await client.application.commands.set([
      { name: 'secret', description: 'For admins', defaultMemberPermissions: ['ManageGuild'] },
    ]);
    expect(() => discord.person('ben').command('secret', { where: shop })).toThrow('not for this person');
  });
});

describe("Discord's own description of its interface", () => {
  if (!hasOpenApi) it.skip(skippedName, () => {});
  if (!hasSource) it.skip(`SKIPPED: ${sourceFile} is missing, so our extract of it was not compared with it`, () => {});

  it.runIf(hasSource)('is what our extract was made from', () => {
    const source = JSON.parse(readFileSync(sourceFile, 'utf8')) as Spec;
    expect(JSON.parse(readFileSync(distilledFile, 'utf8'))).toEqual(distil(source));
  });

  it.runIf(hasOpenApi)('finds fault with what it does not allow', async () => {
    const entry = { at: 0, path: '', query: {}, files: [], auth: 'bot', status: 200, code: null, counted: [] } as const;
    const sent = { ...entry, files: [], counted: [], method: 'POST', route: '/channels/{channel_id}/messages' };
    expect(validateAgainstOpenApi({ ...sent, body: { content: 'hi' } })).toEqual([]);
    expect(validateAgainstOpenApi({ ...sent, body: { content: 'hi', nonce: 'x'.repeat(26) } })).not.toEqual([]);
    expect(validateAgainstOpenApi({ ...sent, route: '/channels/{channel_id}', body: {} })).toEqual([
      'POST /channels/{channel_id} takes no body',
    ]);
  });
});
