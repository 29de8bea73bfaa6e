/** One view of the two loopback platforms, for tests that hold for both: who sees what, and where. */
import { anyRoute } from '../../../adapters/playground/discord/faults.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { MessageRef, PersonRef, Place } from '../../../src/chat/messages.ts';
import { labelsIn, placeIn, setStage as setDiscord, wordsIn } from '../../system/discord-support.ts';
import { setStage as setSlack } from '../../system/slack-support.ts';
import { buttonsOf, wordsOf } from '../workplace.ts';

/** What people see of one message. */
export type Seen = { id: string; words: string; buttons: string[]; pings: string[] };
export type SeenFile = { name: string; altText: string; bytes: Buffer | null };

export type ChatGround = {
  adapter: ChatAdapter;
  /** A channel that the bot is in, and one that it is not in. */
  here: Place;
  notHere: Place;
  person: PersonRef;
  stranger: PersonRef;
  /** Somebody who does not see the channel. */
  outsider: PersonRef;
  /** A thread in the channel. */
  thread: Place;
  makesAdmin(person: PersonRef): void;
  /** Messages without files that everybody in the place sees, oldest first. */
  seen(place: Place): Seen[];
  /** Files that everybody in the place sees. */
  files(place: Place): SeenFile[];
  /** What only this person sees in the channel. */
  privately(person: PersonRef): string[];
  somebodyRemoves(ref: MessageRef): void;
  refusesDirectMessages(): void;
  /** Every request is refused with 503 from now on, and answered again. */
  isAway(away: boolean): void;
  /** The next answers are lost after the work was done, as when the line breaks. */
  losesAnswers(deed: 'post' | 'files', times: number): void;
  close(): Promise<void>;
};

export async function slackGround(): Promise<ChatGround> {
  const stage = await setSlack({ granted: ['users:read'] });
  const { slack, adapter } = stage;
  const [anna, bela] = [slack.person('anna'), slack.person('bela')];
  const channel = slack.channel('shop');
  anna.join(channel);
  bela.join(channel);
  const elsewhere = slack.channel('board', { withBot: false });
  const placeOf = (id: string): Place => ({ platform: 'slack', workspace: slack.team, channel: id, thread: null });
  const personOf = (person: { id: string }): PersonRef => ({ platform: 'slack', workspace: slack.team, person: person.id });
  return {
    adapter,
    here: placeOf(channel.id),
    notHere: placeOf(elsewhere.id),
    person: personOf(anna),
    stranger: personOf(bela),
    outsider: personOf(slack.person('carl')),
    thread: { ...placeOf(channel.id), thread: '1700000000.000100' },
    makesAdmin: ({ person }) => [anna, bela].find(({ id }) => id === person)?.makeAdmin(),
    seen: (place) =>
      slack
        .messages(place.channel)
        .filter((message) => message.fromBot && message.files.length === 0)
        .map((message) => ({
          id: message.ts,
          words: wordsOf(message),
          buttons: buttonsOf(message),
          pings: [...JSON.stringify(message.blocks).matchAll(/"user_id":"(\w+)"/g)].map((match) => match[1] ?? ''),
        })),
    files: (place) =>
      slack
        .messages(place.channel)
        .flatMap((message) => message.files)
        .flatMap((id) => slack.file(id) ?? [])
        .map(({ name, altText, bytes }) => ({ name, altText, bytes })),
    privately: ({ person }) =>
      [anna, bela]
        .find(({ id }) => id === person)
        ?.ephemerals()
        .map((one) => wordsOf(one)) ?? [],
    somebodyRemoves(ref) {
      const message = slack.messages(ref.channel).find((one) => one.ts === ref.message);
      if (message) anna.removeMessage(message);
    },
    refusesDirectMessages: () => slack.faults.fail('conversations.open', 'cannot_dm_bot', 10),
    isAway(away) {
      const methods = ['chat.postMessage', 'chat.update', 'chat.delete', 'files.delete', 'conversations.open', 'users.info'];
      if (away) for (const method of methods) slack.faults.status(method, 503, 1_000);
      else slack.faults.clear();
    },
    losesAnswers: (deed, times) =>
      slack.faults.loseAnswer(deed === 'post' ? 'chat.postMessage' : 'files.completeUploadExternal', times),
    close: stage.close,
  };
}

export async function discordGround(): Promise<ChatGround> {
  const stage = await setDiscord();
  const { discord, adapter, shop } = stage;
  const [anna, bela] = [discord.person('anna'), discord.person('bela')];
  const server = discord.guild('Loopback');
  anna.giveRole(server, 'Moderator', ['ManageMessages']);
  const board = discord.channel('board', { withBot: false });
  const personOf = (person: { id: string }): PersonRef => ({
    platform: 'discord',
    workspace: shop.guild ?? '',
    person: person.id,
  });
  const messagesIn = 'POST /channels/{channel_id}/messages';
  return {
    adapter,
    here: placeIn(shop),
    notHere: placeIn(board),
    person: personOf(anna),
    stranger: personOf(bela),
    outsider: personOf(discord.person('carl')),
    thread: placeIn(discord.channel('thread', { under: shop })),
    makesAdmin: ({ person }) => void [anna, bela].find(({ id }) => id === person)?.giveRole(server, 'Manager', ['ManageGuild']),
    seen: (place) =>
      discord
        .messages(place.channel)
        .filter((message) => wordsIn(message) !== '')
        .map((message) => ({ id: message.id, words: wordsIn(message), buttons: labelsIn(message), pings: [...message.pinged] })),
    files: (place) =>
      discord
        .messages(place.channel)
        .flatMap((message) => message.files)
        .flatMap((id) => discord.file(id) ?? [])
        .map(({ name, altText, bytes }) => ({ name, altText: altText ?? '', bytes })),
    privately: ({ person }) =>
      [anna, bela]
        .find(({ id }) => id === person)
        ?.ephemerals()
        .map((one) => wordsIn(one)) ?? [],
    somebodyRemoves(ref) {
      const message = discord.messages(ref.channel).find((one) => one.id === ref.message);
      if (message) anna.removeMessage(message);
    },
    refusesDirectMessages: () => anna.closeDms(),
    isAway(away) {
      if (away) discord.faults.status(anyRoute, 503, 1_000);
      else discord.faults.clear();
    },
    losesAnswers: (_deed, times) => discord.faults.loseAnswer(messagesIn, times),
    close: stage.close,
  };
}
