/** The storm's view of the loopback Discord. */
import { createLoopbackDiscord, type LoopbackDiscord } from '../../../adapters/playground/discord/create-loopback-discord.ts';
import { routes } from '../../../adapters/playground/discord/routes/all-routes.ts';
import type { StoredMessage } from '../../../adapters/playground/discord/world.ts';
import { labelsIn, wordsIn } from '../../system/discord-support.ts';
import { hasOpenApi, validateAgainstOpenApi } from '../discord-openapi/validate-against-openapi.ts';
import { bottle } from '../workplace.ts';
import type { Shown, Side, Where } from './side.ts';

const tags = { en: 'en-US', de: 'de', fr: 'fr', es: 'es-ES', ja: 'ja', zh: 'zh-CN' } as const;
const small = 'Small';
const posts = 'POST /channels/{channel_id}/messages';
const edits = 'PATCH /channels/{channel_id}/messages/{message_id}';

export type DiscordSide = Side & { discord: LoopbackDiscord };

export async function discordSide(): Promise<DiscordSide> {
  const discord = await createLoopbackDiscord();
  const home = discord.guild('Loopback');
  const { faults } = discord;
  // Smaller than any file that an ad is made of.
  discord.guild(small).uploadLimit = 2_000;
  const roomOf = (room: string) => discord.channel(room, { guild: room.startsWith(small) ? discord.guild(small) : home });
  const channelOf = (where: Where) => ('room' in where ? roomOf(where.room) : discord.person(where.direct).direct());
  const find = (where: Where, id: string) => discord.messages(channelOf(where).id).find((message) => message.id === id);
  const moderator = discord.person('moderator');
  moderator.makeAdmin(home);
  moderator.makeAdmin(discord.guild(small));

  return {
    name: 'Discord',
    discord,
    meet(who, locale) {
      const person = discord.person(who);
      person.setLocale(tags[locale]);
      // Only admins may use the bot until they open it to others.
      for (const guild of [home, discord.guild(small)]) person.makeAdmin(guild);
    },
    open: (room) => void roomOf(room),
    async ask({ who, room, brief, privately, twice }) {
      const person = discord.person(who);
      if (person.form()) person.closeForm();
      const options = { photo1: bottle(), brief, where: 'snapchat', 'only-me': privately };
      const reply = await person.command('ad', { sub: 'generate', options, where: roomOf(room) });
      if (reply.kind !== 'acknowledged' || reply.how === 'message') return false;
      // Who was asked everything before gets no form.
      if (!reply.form) return true;
      const form = reply.form;
      const asked = () => person.fields().some((field) => field.custom_id === 'keep');
      const send = async () => (person.form() === form ? person.submit(asked() ? { keep: 'keep' } : {}) : null);
      const sent = await Promise.all(Array.from({ length: twice ? 2 : 1 }, send));
      for (let tries = 0; tries < 5 && person.form() === form; tries += 1) sent.push(await send());
      // An answer in words says that nothing was started.
      return sent.some((one) => one?.kind === 'acknowledged' && one.how !== 'message');
    },
    async press(who, where, id, label) {
      const message = find(where, id);
      if (!message || !labelsIn(message).includes(label)) return false;
      return (await discord.person(who).press(message, label)).kind === 'acknowledged';
    },
    shown: (where) => shownIn(discord, channelOf(where).id),
    heard: (who) => discord.person(who).ephemerals().map(wordsIn),
    async pressHeard(who, label) {
      const offer = discord
        .person(who)
        .ephemerals()
        .findLast((one) => labelsIn(one).includes(label));
      return offer ? (await discord.person(who).press(offer, label)).kind === 'acknowledged' : false;
    },
    somebodyRemoves(room, id) {
      const message = find({ room }, id);
      if (message) moderator.removeMessage(message);
    },
    shut: (room) => discord.deleteChannel(roomOf(room)),
    banish: (room) => discord.allowBot(roomOf(room), []),
    closeDirect: (who) => discord.person(who).closeDms(),
    hangUpload: () => faults.hang(posts),
    routes: Object.keys(routes).filter((name) => !/applications|gateway|users\/@me$/.test(name)),
    limit: (route) => faults.limit(route, 1),
    fail: (route) => faults.status(route, 500),
    weather: {
      'answers are lost': () => {
        faults.loseAnswer(posts);
        faults.loseAnswer(edits);
      },
      'everything arrives twice': () => {
        faults.duplicates = 3;
      },
      'everything arrives late': () => {
        faults.lateByMs = 1_200;
      },
      'interactions are too old': () => {
        faults.staleInteractions = true;
      },
      'the line drops': () => discord.dropSockets(),
      'the line is moved': () => discord.requestReconnect(),
      'the session ends': () => discord.invalidateSession(),
      'tokens expire': () => discord.expireTokens(),
      'everything is limited': () => faults.limit('*', 1, { isGlobal: true }),
    },
    still: () => void Object.assign(faults, { duplicates: 0, lateByMs: 0, staleInteractions: false }),
    calm: () => faults.clear(),
    refusals: () => (hasOpenApi ? discord.world.journal.flatMap(validateAgainstOpenApi) : []),
    close: discord.close,
  };
}

function shownIn(discord: LoopbackDiscord, channel: string): Shown[] {
  const all = discord.messages(channel).filter((message) => message.author === discord.botId);
  const isMessage = (message: StoredMessage) => wordsIn(message) !== '' || labelsIn(message).length > 0;
  const filesUnder = (id: string) =>
    all
      .filter((one) => one.repliesTo === id && !isMessage(one))
      .flatMap((one) => one.files.flatMap((file) => discord.file(file)?.name ?? []));
  return all
    .filter(isMessage)
    .map((message) => ({ id: message.id, words: wordsIn(message), buttons: labelsIn(message), files: filesUnder(message.id) }));
}
