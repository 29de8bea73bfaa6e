import { afterEach, describe, expect, it } from 'vitest';
import type { ChatEvents, FormRequest } from '../../src/chat/chat-adapter.ts';
import type { Place } from '../../src/chat/messages.ts';
import { adapterFor, adForm, recordingEvents, type Stage, saying, setStage, words } from './slack-support.ts';

let stage: Stage;
const open: Stage[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function set(options: Parameters<typeof setStage>[0] = {}) {
  stage = await setStage(options);
  open.push(stage);
  const { slack } = stage;
  const channel = slack.channel('shop');
  const place: Place = { platform: 'slack', workspace: slack.team, channel: channel.id, thread: null };
  const [anna, ben] = [slack.person('anna'), slack.person('ben')];
  anna.join(channel);
  return { ...stage, channel, place, anna, ben };
}

const photo = [{ name: 'mug.jpg', bytes: Buffer.from('mug') }];
const entered = { photos: photo, brief: 'summer sale' };

describe.each(['socket', 'http'] as const)('a submitted form, connected by %s', (mode) => {
  async function filledIn(submit: ChatEvents['submit']) {
    const scene = await set({ mode, answers: { submit } });
    await scene.anna.command('/ad', '', { channel: scene.channel });
    return { ...scene, view: await scene.anna.waitForView() };
  }

  it('stays open with words at the very field, keeps everything, and can be sent again', async () => {
    let tries = 0;
    const { anna, events, view } = await filledIn(async () =>
      ++tries === 1 ? { kind: 'fields', errors: { brief: 'This is too short.', hint: 'Not possible.' } } : { kind: 'taken' },
    );
    expect(await anna.submit(view, entered)).toEqual({
      closed: false,
      errors: { brief: 'This is too short.', photos: 'Not possible.' },
    });
    expect(anna.openView()).toBe(view);
    expect(await anna.submit(view, { ...entered, brief: 'A summer sale for mugs' })).toEqual({ closed: true });
    expect(events.submissions.map((one) => one.values['brief'])).toEqual(['summer sale', 'A summer sale for mugs']);
  });

  it('stays open with the words of the core when nothing was started, and the same button tries again', async () => {
    let tries = 0;
    const { anna, view } = await filledIn(async () =>
      ++tries === 1 ? { kind: 'refused', words: 'The database is away.' } : { kind: 'taken' },
    );
    expect(await anna.submit(view, entered)).toEqual({ closed: false, errors: { photos: 'The database is away.' } });
    expect(await anna.submit(view, entered)).toEqual({ closed: true });
  });

  it('is answered within three seconds even when the core hangs, and again under the same id', async () => {
    let release = () => {};
    const { anna, events, view } = await filledIn(
      () =>
        new Promise((resolve) => {
          release = () => resolve({ kind: 'taken' });
        }),
    );
    const before = performance.now();
    expect(await anna.submit(view, entered)).toEqual({ closed: false, errors: { photos: words.notTaken } });
    expect(performance.now() - before).toBeLessThan(3_000);
    const again = anna.submit(view, entered);
    await expect.poll(() => events.submissions.length).toBe(2);
    release();
    expect(await again).toEqual({ closed: true });
    expect(new Set(events.submissions.map((one) => one.deliveryId)).size).toBe(1);
  });

  it('is answered kindly when the core fails', async () => {
    const { anna, view, log } = await filledIn(async () => {
      throw new Error('summer sale is not a number');
    });
    expect(await anna.submit(view, entered)).toEqual({ closed: false, errors: { photos: words.notTaken } });
    expect(log.text()).not.toContain('summer sale');
  });
});

describe.each(['socket', 'http'] as const)('a delivery that comes twice, connected by %s', (mode) => {
  it('opens one form, and says nothing about the other', async () => {
    const help: ChatEvents['command'] = ({ text, ...typed }) =>
      text === 'help'
        ? { kind: 'words', message: saying('Help') }
        : { kind: 'form', request: { form: 'make-ad', from: 'command', brief: text, ...typed } };
    const { slack, anna, channel } = await set({ mode, answers: { command: help } });
    slack.faults.duplicates = 1;
    await anna.command('/ad', 'sale', { channel });
    await anna.waitForView();
    await slack.waitFor(() => slack.calls('views.open').length === 2);
    const answers = slack.calls('views.open').map((call) => call.answer);
    expect(answers.sort()).toEqual(['exchanged_trigger_id', 'ok']);
    await anna.command('/ad', 'help', { channel });
    await slack.waitFor(() => anna.ephemerals().some((one) => one.text === 'Help'));
    expect(anna.ephemerals()).toHaveLength(1);
  });

  it('carries the same id for a submission and for a press', async () => {
    const { slack, anna, channel, adapter, place, events } = await set({ mode });
    await anna.command('/ad', '', { channel });
    slack.faults.duplicates = 1;
    await anna.submit(await anna.waitForView(), entered);
    await adapter.post(
      place,
      saying('Ready', { buttons: [{ action: 'another-look', value: 'ad-1', label: 'Another look' }] }),
      'a-key',
    );
    const message = slack.messages(channel.id)[0]!;
    slack.faults.duplicates = 1;
    await anna.press(message, 'another-look');
    await anna.press(message, 'another-look');
    await expect.poll(() => [events.submissions.length, events.presses.length]).toEqual([2, 3]);
    expect(new Set(events.submissions.map((one) => one.deliveryId)).size).toBe(1);
    expect(new Set(events.presses.map((one) => one.deliveryId)).size).toBe(2);
  });
});

describe('what only one person may see', () => {
  it('answers a command in words, to that person alone', async () => {
    const { anna, ben, channel, slack } = await set({
      answers: { command: () => ({ kind: 'words', message: saying('Type /ad and <!channel> *what*') }) },
    });
    await anna.command('/ad', 'help', { channel });
    await slack.waitFor(() => anna.ephemerals().length > 0);
    expect(anna.ephemerals()[0]).toMatchObject({ channel: channel.id, text: 'Type /ad and &lt;!channel&gt; *what*' });
    expect(ben.ephemerals()).toEqual([]);
    expect(slack.messages(channel.id)).toEqual([]);
  });

  it('is told in the channel, in the thread, by the reply address where the bot is no member, and else directly; never to all', async () => {
    const { adapter, anna, slack, place, channel } = await set();
    const person = { platform: 'slack', workspace: slack.team, person: anna.id };
    const post = anna.postMessage({ channel, text: 'hello' });
    await adapter.tell(person, { ...place, thread: post.ts }, saying('One'));
    expect(anna.ephemerals().at(-1)).toMatchObject({ via: 'chat.postEphemeral', thread: post.ts, text: 'One' });

    const foreign = slack.channel('secret', { withBot: false, isPrivate: true });
    const elsewhere = { ...place, channel: foreign.id };
    await anna.command('/ad', '', { channel: foreign });
    await anna.waitForView();
    await expect(adapter.post(elsewhere, saying('Queued'), 'a-key')).rejects.toMatchObject({ code: 'chat-not-in-channel' });
    await adapter.tell(person, elsewhere, saying('Two'));
    expect(anna.ephemerals().at(-1)).toMatchObject({ via: 'response_url', channel: foreign.id, text: 'Two' });

    const restarted = adapterFor(slack, 'socket');
    await restarted.tell(person, elsewhere, saying('Three'));
    expect(slack.messages(anna.direct().id).map((message) => message.text)).toEqual(['Three']);
    expect(slack.messages(foreign.id)).toEqual([]);
  });

  it('says why a press did nothing', async () => {
    const { adapter, anna, place, slack, channel } = await set({
      answers: { press: async () => ({ kind: 'refused', words: 'This ad belongs to Ben.' }) },
    });
    await adapter.post(place, saying('Ready', { buttons: [{ action: 'delete-ad', value: 'ad-1', label: 'Delete' }] }), 'a-key');
    await anna.press(slack.messages(channel.id)[0]!, 'Delete');
    await slack.waitFor(() => anna.ephemerals().length > 0);
    expect(anna.ephemerals()[0]?.text).toBe('This ad belongs to Ben.');
  });

  it('may carry buttons, which then belong to no message of the channel', async () => {
    const { adapter, anna, place, slack, events } = await set();
    const buttons = [{ action: 'retry' as const, value: 'intake-1', label: 'Retry' }];
    await adapter.tell(
      { platform: 'slack', workspace: slack.team, person: anna.id },
      place,
      saying('Not a picture.', { buttons }),
    );
    await anna.press(anna.ephemerals()[0]!, 'Retry');
    await expect.poll(() => events.presses.length).toBe(1);
    expect(events.presses[0]).toMatchObject({ action: 'retry', value: 'intake-1', message: null, place });
  });

  it('says so when a form came too late to be opened', async () => {
    const { anna, channel, slack } = await set();
    slack.faults.staleTriggers = true;
    await anna.command('/ad', '', { channel });
    await slack.waitFor(() => anna.ephemerals().length > 0);
    expect(anna.ephemerals()[0]?.text).toBe(words.formNotOpened);
  });
});

describe('a button that opens a form', () => {
  it('does so at once, and nothing is done before the form is sent', async () => {
    const formOf: ChatEvents['formOf'] = (press): FormRequest | null =>
      press.action === 'edit-text' ? { form: 'edit-text', value: press.value, person: press.person, place: press.place } : null;
    const editForm = { ...adForm, form: 'edit-text' as const, fields: adForm.fields.filter((field) => field.id === 'brief') };
    const { adapter, anna, place, slack, channel, events } = await set({
      answers: { formOf, form: () => ({ now: editForm, later: null }) },
    });
    const thread = anna.postMessage({ channel, text: 'look' }).ts;
    await adapter.post(
      { ...place, thread },
      saying('Ready', { buttons: [{ action: 'edit-text', value: 'ad-1', label: 'Edit text' }] }),
      'a-key',
    );
    await anna.press(slack.messages(channel.id)[1]!, 'Edit text');
    const view = await anna.waitForView();
    expect(events.presses).toEqual([]);
    expect(events.requests[0]).toMatchObject({ form: 'edit-text', value: 'ad-1', place: { channel: channel.id, thread } });
    expect(await anna.submit(view, { brief: 'New words' })).toEqual({ closed: true });
    expect(events.submissions[0]).toMatchObject({ form: 'edit-text', values: { brief: 'New words' } });
  });
});

describe('the connection over a socket', () => {
  it('comes back by itself, and what nobody acknowledged is delivered again under the same id', async () => {
    let answer = () => {};
    const hanging: ChatEvents['submit'] = () =>
      new Promise((resolve) => {
        answer = () => resolve({ kind: 'taken' });
      });
    let tries = 0;
    const { slack, anna, channel, events } = await set({
      answers: { submit: async (one) => (++tries === 1 ? hanging(one) : { kind: 'taken' }) },
    });
    await anna.command('/ad', '', { channel });
    const submitted = anna.submit(await anna.waitForView(), entered);
    await expect.poll(() => events.submissions.length).toBe(1);
    slack.dropSockets();
    expect(await submitted).toEqual({ closed: true });
    answer();
    expect(events.submissions).toHaveLength(2);
    expect(events.submissions[1]).toEqual(events.submissions[0]);
    expect(slack.hasUndelivered()).toBe(false);
  });

  it('moves on when Slack asks for it, also while Slack cannot be reached at first', async () => {
    const { slack, anna, channel } = await set();
    slack.faults.status('apps.connections.open', 503, 2);
    slack.refreshSockets();
    await slack.waitFor(() => slack.connections() === 0 && slack.calls('apps.connections.open').length >= 2);
    await slack.waitFor(() => slack.connections() === 1 && slack.calls('apps.connections.open').length >= 4);
    await anna.command('/ad', '', { channel });
    await anna.waitForView();
  });

  it('leaves a command for the bot that is started next, when the one before died', async () => {
    const { slack, anna, channel, adapter } = await set();
    await adapter.stop();
    await slack.waitFor(() => slack.connections() === 0);
    const reply = anna.command('/ad', 'sale', { channel });
    const next = adapterFor(slack, 'socket');
    const events = recordingEvents();
    await next.start(events);
    expect(await reply).toEqual({ kind: 'acknowledged', body: {} });
    await anna.waitForView();
    expect(events.commands[0]?.text).toBe('sale');
    await next.close();
    await next.close();
  });
});

describe('the log', () => {
  it('holds no name, no text of a person, no token and no address, whatever happens', async () => {
    const { slack, anna, channel, adapter, place, log } = await set({
      answers: { submit: async () => ({ kind: 'refused', words: 'private-words' }) },
    });
    slack.faults.duplicates = 1;
    await anna.command('/ad', 'canary-brief', { channel });
    await anna.submit(await anna.waitForView(), { photos: [{ name: 'canary-name.jpg', bytes: Buffer.from('x') }] });
    slack.faults.staleTriggers = true;
    await anna.command('/ad', 'canary-brief', { channel });
    slack.faults.status('chat.postMessage', 500);
    await adapter.post(place, saying('canary-message'), 'a-key').catch(() => null);
    slack.faults.fail('chat.postMessage', 'invalid_blocks');
    await adapter.post(place, saying('canary-message'), 'a-key').catch(() => null);
    slack.dropSockets();
    await slack.waitFor(() => slack.calls('apps.connections.open').length === 2);
    expect(log.lines.length).toBeGreaterThan(0);
    expect(log.text()).not.toMatch(/canary|private-words|xox|xapp|http|127\.0\.0\.1|anna/);
  });
});
