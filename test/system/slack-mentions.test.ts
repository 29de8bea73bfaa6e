import { afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { StoredMessage } from '../../adapters/playground/slack/world.ts';
import type { MessageView } from '../../src/chat/messages.ts';
import { type Stage, saying, setStage } from './slack-support.ts';

const help: MessageView = saying('How to make an ad');
const answers = {
  command: (typed: { text: string }) =>
    typed.text === 'help'
      ? { kind: 'words' as const, message: help }
      : { kind: 'words' as const, message: saying(`asked for ${typed.text}`) },
};
const mug = (name = 'mug.png') => ({ name, bytes: Buffer.from(name) });

let stage: Stage;
afterEach(() => stage?.close());

const fromBot = (channel: string): StoredMessage[] => stage.slack.messages(channel).filter((message) => message.fromBot);
const answerIn = (channel: string): Promise<StoredMessage> =>
  stage.slack.waitFor(() => fromBot(channel).at(-1), { withinMs: 3_000, what: 'an answer' });
/** Long enough for an answer that should not come. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 150));

describe.each(['socket', 'http'] as const)('pictures in a message to the bot, over %s', (mode) => {
  it('in a channel: one answer in the thread, whose button opens the form with these files and these words', async () => {
    stage = await setStage({ mode, answers });
    const { slack, events } = stage;
    const anna = slack.person('anna');
    const channel = slack.channel('shop');
    const said = { channel, text: 'Summer <https://a.example|sale> &amp; more', files: [mug('a.png'), mug('b.jpg')] };
    const { message, reply } = await anna.mention(said);
    expect(reply).toMatchObject({ kind: 'acknowledged' });
    const answer = await answerIn(channel.id);
    expect(answer).toMatchObject({ thread: message.ts, text: 'An ad from 2?' });

    await anna.press(answer, 'Make an ad');
    await anna.waitForView();
    expect(events.requests).toEqual([
      {
        form: 'make-ad',
        from: 'message',
        files: message.files.map((file, place) => expect.objectContaining({ file, name: ['a.png', 'b.jpg'][place] })),
        brief: 'Summer sale & more',
        person: { platform: 'slack', workspace: slack.team, person: anna.id },
        place: { platform: 'slack', workspace: slack.team, channel: channel.id, thread: message.ts },
      },
    ]);
    expect(fromBot(channel.id)).toHaveLength(1);
  });

  it('in direct messages: answered there, without a thread', async () => {
    stage = await setStage({ mode, answers });
    const { slack, events } = stage;
    const anna = slack.person('anna');
    await anna.directMessage({ text: 'Cold brew, €19.90', files: [mug()] });
    const direct = anna.direct();
    const answer = await answerIn(direct.id);
    expect(answer.thread).toBeNull();
    await anna.press(answer, 'Make an ad');
    await anna.waitForView();
    expect(events.requests[0]).toMatchObject({
      brief: 'Cold brew, €19.90',
      place: { channel: direct.id, thread: null },
    });
  });

  it('is answered once, however often and in whatever shape Slack tells it', async () => {
    stage = await setStage({ mode, answers });
    const { slack } = stage;
    const anna = slack.person('anna');
    const channel = slack.channel('shop');
    slack.faults.duplicates = 1;
    await anna.mention({ channel, text: 'sale', files: [mug()] });
    await anna.directMessage({ text: 'sale', files: [mug()], alsoNamed: true });
    await answerIn(anna.direct().id);
    await pause();
    expect([fromBot(channel.id).length, fromBot(anna.direct().id).length]).toEqual([1, 1]);
  });
});

describe('a socket that breaks', () => {
  it('loses no message: it is told again when the bot is back, and answered once', async () => {
    stage = await setStage({ answers });
    const { slack } = stage;
    slack.dropSockets();
    await slack.waitFor(() => slack.connections() === 0);
    const channel = slack.channel('shop');
    const asked = slack.person('anna').mention({ channel, files: [mug()] });
    await slack.waitFor(() => slack.connections() === 1);
    await asked;
    await answerIn(channel.id);
    await pause();
    expect(fromBot(channel.id)).toHaveLength(1);
  });
});

describe('a message without pictures', () => {
  it('is answered with help, once in a thread', async () => {
    stage = await setStage({ answers });
    const anna = stage.slack.person('anna');
    const channel = stage.slack.channel('shop');
    const { message } = await anna.mention({ channel, text: 'what can you do?' });
    expect(await answerIn(channel.id)).toMatchObject({ text: 'How to make an ad', thread: message.ts });
    await anna.mention({ channel, text: 'and then?', thread: message.ts });
    await pause();
    expect(fromBot(channel.id)).toHaveLength(1);
    await anna.mention({ channel, text: 'another thread' });
    await stage.slack.waitFor(() => fromBot(channel.id).length === 2);
  });

  it('is answered with help in direct messages, once in an hour', async () => {
    stage = await setStage({ answers });
    const anna = stage.slack.person('anna');
    await anna.directMessage({ text: 'hi' });
    await anna.directMessage({ text: 'hello?' });
    await answerIn(anna.direct().id);
    await pause();
    expect(fromBot(anna.direct().id)).toHaveLength(1);
  });

  it('gets its button even where help stands already: pictures are always answered', async () => {
    stage = await setStage({ answers });
    const anna = stage.slack.person('anna');
    await anna.directMessage({ text: 'hi' });
    await anna.directMessage({ files: [mug()] });
    await stage.slack.waitFor(() => fromBot(anna.direct().id).length === 2);
    expect(
      fromBot(anna.direct().id)
        .map((one) => one.text)
        .sort(),
    ).toEqual(['An ad from 1?', 'How to make an ad']);
  });
});

describe('nobody is answered who did not ask', () => {
  const event = (person: Person, more: Record<string, unknown>) => ({
    type: 'message',
    channel: person.direct().id,
    channel_type: 'im',
    user: person.id,
    text: 'hi',
    ts: stage.slack.world.nextTs(),
    ...more,
  });

  it.each([
    ['a bot', { bot_id: 'B0123', subtype: 'bot_message' }],
    ['the bot itself', { bot_id: 'B0SELF' }],
    ['an edit', { subtype: 'message_changed', hidden: true }],
    ['a deletion', { subtype: 'message_deleted', hidden: true }],
    ['an edited mention', { edited: { user: 'U1', ts: '1.2' } }],
    ['somebody who joined', { subtype: 'channel_join' }],
    ['talk in a channel', { channel_type: 'channel' }],
    ['Slack itself', { user: 'USLACKBOT' }],
  ])('%s', async (_who, more) => {
    stage = await setStage({ answers });
    const anna = stage.slack.person('anna');
    expect(await stage.slack.tell(event(anna, more))).toMatchObject({ kind: 'acknowledged' });
    await pause();
    expect(stage.slack.calls('chat.postMessage')).toEqual([]);
    expect(stage.log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });
});

describe('a very long text', () => {
  it('travels as far as it fits, and what is left out is said', async () => {
    stage = await setStage({ answers });
    const anna = stage.slack.person('anna');
    const text = `${'"quoted" 😀 '.repeat(300)}`.trim();
    await anna.directMessage({
      text,
      files: Array.from({ length: 10 }, (_, place) => mug(`${'long-name-'.repeat(10)}${place}.png`)),
    });
    const answer = await answerIn(anna.direct().id);
    await anna.press(answer, 'Make an ad');
    await anna.waitForView();
    const request = stage.events.requests[0];
    const brief = request && 'brief' in request ? request.brief : '';
    expect(brief.length).toBeGreaterThan(400);
    expect(text.startsWith(brief)).toBe(true);
    expect(JSON.stringify(answer.blocks)).toContain(`${text.length - brief.length} characters were left out.`);
    expect(request).toMatchObject({ files: expect.objectContaining({ length: 10 }) });
  });
});

describe('where the answer cannot be posted', () => {
  it('nothing breaks, and the log says why without words or names', async () => {
    stage = await setStage({ answers });
    const { slack, log } = stage;
    slack.faults.fail('chat.postMessage', 'is_archived');
    await slack.person('anna').mention({ channel: slack.channel('shop'), text: 'a secret', files: [mug()] });
    await expect.poll(() => log.lines.map((line) => line.message)).toContain('A message could not be answered');
    expect(log.text()).not.toContain('secret');
  });
});
