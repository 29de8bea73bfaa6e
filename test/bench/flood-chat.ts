/** A loopback platform of the flood bench, in a process of its own: 500 first messages in 25 channels, and afterwards what became of them. */
import { createLoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { addMessage as addDiscordMessage } from '../../adapters/playground/discord/messages.ts';
import { overrunWindows as overrunDiscord } from '../../adapters/playground/discord/overrun-windows.ts';
import { allComponents, messageFlags } from '../../adapters/playground/discord/told-message.ts';
import { createLoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { addMessage as addSlackMessage } from '../../adapters/playground/slack/methods/chat.ts';
import { overrunWindows as overrunSlack } from '../../adapters/playground/slack/overrun-windows.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import type { MessageRef } from '../../src/chat/messages.ts';
import { answerQuestions } from './helper-process.ts';

export type FloodPlatform = 'slack' | 'discord';
export type FloodQuestion =
  | { ask: 'begin'; platform: FloodPlatform; ads: number; channels: number; times: number }
  | { ask: 'told' };
/** `messages`: one for each ad, in turn through the channels. */
export type FloodGround = { environment: Record<string, string>; messages: MessageRef[]; people: string[] };
/** `calls`: how many of each kind passed, by the kind's limit. `firstAt`, `lastAt`: of the calls that the ads were delivered with, ms since 1970. */
export type FloodTold = {
  results: number;
  files: number;
  overruns: string[];
  limited: number;
  buckets: { bucket: string; calls: number; limit: number; windowMs: number }[];
  firstAt: number;
  lastAt: number;
};

type Ground = { begun: FloodGround; told(): FloodTold };

const people = 50;

async function slackGround(ads: number, channels: number, times: number): Promise<Ground> {
  const slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'socket' }) });
  slack.rates.times = times;
  const { world } = slack;
  const messages = Array.from({ length: ads }, (_, index): MessageRef => {
    const channel = slack.channel(`room-${index % channels}`);
    const text = 'Putting the files into the thread…';
    const said = { channel: channel.id, thread: null, user: world.app.user, fromBot: true, text, blocks: [], files: [] };
    const { ts } = addSlackMessage(world, said);
    return { platform: 'slack', workspace: slack.team, channel: channel.id, message: ts, thread: null };
  });
  const environment = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
  return {
    begun: { environment, messages, people: Array.from({ length: people }, (_, index) => slack.person(`person-${index}`).id) },
    told() {
      const all = [...world.channels.values()].flatMap((channel) => channel.messages);
      const made = world.journal.filter(({ method }) => /^(files|chat)\./.test(method));
      const buckets = new Map<string, FloodTold['buckets'][number]>();
      for (const { counted } of made) {
        if (!counted) continue;
        const { bucket, limit, windowMs } = counted;
        buckets.set(bucket, { bucket, limit, windowMs, calls: (buckets.get(bucket)?.calls ?? 0) + 1 });
      }
      return {
        results: all.filter((message) => JSON.stringify(message.blocks).includes('another-look')).length,
        files: all.filter((message) => message.thread !== null).flatMap((message) => message.files).length,
        overruns: overrunSlack(world.journal),
        limited: made.filter(({ answer }) => answer === 'ratelimited').length,
        buckets: [...buckets.values()],
        firstAt: made[0]?.at ?? 0,
        lastAt: made.at(-1)?.at ?? 0,
      };
    },
  };
}

async function discordGround(ads: number, channels: number, times: number): Promise<Ground> {
  const discord = await createLoopbackDiscord();
  discord.rates.times = times;
  const { world, applicationId, botToken, apiUrl, cdnUrl } = discord;
  const around = { world, gateway: { dispatch: () => undefined } } as unknown as Parameters<typeof addDiscordMessage>[1];
  const text = [{ type: 10, content: 'Putting the files into the thread…' }];
  const blank = { content: '', embeds: [], files: [], pinged: [], repliesTo: null, nonce: null, enforceNonce: false };
  const messages = Array.from({ length: ads }, (_, index): MessageRef => {
    const channel = discord.channel(`room-${index % channels}`);
    const shown = { ...blank, components: text, flags: messageFlags.componentsV2 };
    const { id } = addDiscordMessage({ ...shown, channel, author: world.bot.id }, around);
    return { platform: 'discord', workspace: channel.guild ?? '', channel: channel.id, message: id, thread: null };
  });
  const connection = { DISCORD_BOT_TOKEN: botToken, DISCORD_APPLICATION_ID: applicationId };
  return {
    begun: {
      environment: { ...connection, DISCORD_API_URL: apiUrl, DISCORD_CDN_URL: cdnUrl },
      messages,
      people: Array.from({ length: people }, (_, index) => discord.person(`person-${index}`).id),
    },
    told() {
      const all = [...world.channels.values()].flatMap((channel) => channel.messages);
      const made = world.journal.filter(({ route }) => route.startsWith('/channels/'));
      const buckets = new Map<string, FloodTold['buckets'][number]>();
      for (const { counted } of made)
        for (const { bucket, limit, windowMs } of counted)
          buckets.set(bucket, { bucket, limit, windowMs, calls: (buckets.get(bucket)?.calls ?? 0) + 1 });
      const labels = (components: (typeof all)[number]['components']) =>
        allComponents(components).map((one) => String(one['label']));
      return {
        results: all.filter((message) => labels(message.components).includes('Another look')).length,
        files: all.filter((message) => message.repliesTo !== null).flatMap((message) => message.files).length,
        overruns: overrunDiscord(world.journal),
        limited: made.filter(({ status }) => status === 429).length,
        buckets: [...buckets.values()],
        firstAt: made[0]?.at ?? 0,
        lastAt: made.at(-1)?.at ?? 0,
      };
    },
  };
}

let ground: Ground | null = null;

answerQuestions(async (question) => {
  const asked = question as FloodQuestion;
  if (asked.ask === 'told') return ground?.told();
  const open = asked.platform === 'slack' ? slackGround : discordGround;
  ground = await open(asked.ads, asked.channels, asked.times);
  return ground.begun;
});
