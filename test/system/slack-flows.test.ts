import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../src/chat/messages.ts';
import { adForm, asMessage, collect, keptJournal, picture, type Stage, saying, setStage } from './slack-support.ts';

describe.each(['socket', 'http'] as const)('a person in Slack, connected by %s', (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage({ mode });
  });
  afterEach(() => stage.close());

  it('types /ad, fills in the form, and the bot has exactly what was entered', async () => {
    const { slack, adapter, events } = stage;
    const anna = slack.person('anna');
    const channel = slack.channel('shop');
    const bytes = Buffer.from('not really a picture, but byte for byte');
    const reply = await anna.command('/ad', 'summer sale &amp; more', { channel });
    expect(reply).toEqual({ kind: 'acknowledged', body: {} });
    const view = await anna.waitForView();
    const result = await anna.submit(view, { photos: [{ name: 'mug.jpg', bytes }], places: ['tiktok'] });
    expect(result).toEqual({ closed: true });
    expect(events.commands).toEqual([
      { text: 'summer sale & more', place: { platform: 'slack', workspace: slack.team, channel: channel.id, thread: null } },
    ]);
    const [submission] = events.submissions;
    const photo = { platform: 'slack', workspace: slack.team, file: slack.files()[0]?.id, name: 'mug.jpg', bytes: bytes.length };
    expect(submission).toEqual({
      deliveryId: `view:${view.id}`,
      form: 'make-ad',
      context: 'opaque-context',
      person: { platform: 'slack', workspace: slack.team, person: anna.id },
      values: { photos: [photo], brief: 'summer sale & more', look: 'bold', places: ['tiktok'] },
    });
    expect(await collect(await adapter.fetch(photo as never))).toEqual(bytes);
  });

  it('sees one message that is edited to the end, and the files in its thread with words for people who cannot see them', async () => {
    const { slack, adapter } = stage;
    const channel = slack.channel('shop');
    const place: Place = { platform: 'slack', workspace: slack.team, channel: channel.id, thread: null };
    const ref = await adapter.post(place, saying('Queued, 2nd in line'), 'a-key');
    expect(await adapter.update(ref, saying('Drawing'), 'progress')).toBe('done');
    const files = [picture('square'), picture('story')];
    const ids = await adapter.deliverFiles(ref, files, keptJournal());
    expect(await adapter.update(ref, saying('Your ad is ready'), 'final')).toBe('done');
    const [message, answer, ...more] = slack.messages(channel.id);
    expect(more).toEqual([]);
    expect(message?.text).toBe('Your ad is ready');
    expect(message?.edits.map((edit) => edit.text)).toEqual(['Queued, 2nd in line', 'Drawing']);
    expect(answer).toMatchObject({ thread: ref.message, files: ids });
    expect(ids.map((id) => slack.file(id)?.altText)).toEqual(['A picture of square', 'A picture of story']);
    expect(slack.file(ids[0] ?? '')?.bytes).toEqual(await collect(files[0]!.read()));
    expect(slack.calls('files.completeUploadExternal')).toHaveLength(1);
  });

  it('picks "Make an ad from this" on a message, and the form knows its pictures and answers in that thread', async () => {
    const { slack, events } = stage;
    const anna = slack.person('anna');
    const channel = slack.channel('shop');
    const said = anna.postMessage({
      channel,
      text: 'New mug &lt;3 <https://shop.example|our shop>',
      files: [
        { name: 'mug.png', bytes: Buffer.from('png') },
        { name: 'prices.pdf', bytes: Buffer.from('pdf') },
      ],
    });
    await anna.messageAction('ad-from-message', said);
    await anna.waitForView();
    const place = { platform: 'slack', workspace: slack.team, channel: channel.id, thread: said.ts };
    const files = [{ platform: 'slack', workspace: slack.team, file: said.files[0], name: 'mug.png', bytes: 3 }];
    const person = { platform: 'slack', workspace: slack.team, person: anna.id };
    expect(events.requests).toEqual([{ form: 'make-ad', from: 'message', files, brief: 'New mug <3 our shop', person, place }]);
  });

  it('gets the form also for a message without pictures', async () => {
    const { slack, events } = stage;
    const anna = slack.person('anna');
    const said = anna.postMessage({ channel: slack.channel('shop'), text: 'nothing to see' });
    const reply = anna.postMessage({ channel: slack.channel('shop'), text: 'here neither', thread: said.ts });
    await anna.messageAction('ad-from-message', reply);
    await anna.waitForView();
    expect(events.requests[0]).toMatchObject({ files: [], place: { thread: said.ts } });
  });

  it('presses a button, and the bot knows who pressed what on which message', async () => {
    const { slack, adapter, events } = stage;
    const anna = slack.person('anna');
    const channel = slack.channel('shop');
    const place: Place = { platform: 'slack', workspace: slack.team, channel: channel.id, thread: null };
    const buttons = [
      { action: 'another-look' as const, value: 'ad-1', label: 'Another look' },
      {
        action: 'delete-ad' as const,
        value: 'ad-1',
        label: 'Delete',
        style: 'danger' as const,
        confirm: { title: 'Delete?', text: 'It goes for good.', yes: 'Delete', no: 'Keep' },
      },
    ];
    const ref = await adapter.post(place, saying('Ready', { buttons }), 'a-key');
    await adapter.deliverFiles(ref, [picture('square')], keptJournal());
    expect(await anna.press(slack.messages(channel.id)[0]!, 'Delete')).toEqual({ kind: 'acknowledged', body: {} });
    await slack.waitFor(() => events.presses.length > 0);
    const person = { platform: 'slack', workspace: slack.team, person: anna.id };
    expect(events.presses[0]).toMatchObject({ action: 'delete-ad', value: 'ad-1', person, message: ref, place });
  });

  it('shows a picture in the message that nobody saw before', async () => {
    const { slack, adapter } = stage;
    slack.faults.processingMs = 150;
    const channel = slack.channel('shop');
    const place: Place = { platform: 'slack', workspace: slack.team, channel: channel.id, thread: null };
    const shown = await adapter.showPicture(asMessage(place), picture('preview'), keptJournal());
    expect(slack.messages(channel.id)).toEqual([]);
    await adapter.post(place, saying('First look', { picture: { picture: shown, altText: 'A mug on yellow' } }), 'a-key');
    expect(slack.messages(channel.id)[0]?.blocks.at(-1)).toEqual({
      type: 'image',
      slack_file: { id: shown.id },
      alt_text: 'A mug on yellow',
    });
  });

  it('can have messages and files removed, also when somebody was faster', async () => {
    const { slack, adapter } = stage;
    const channel = slack.channel('shop');
    const ref = await adapter.post(
      { platform: 'slack', workspace: slack.team, channel: channel.id, thread: null },
      saying('Ready'),
      'a-key',
    );
    const ids = await adapter.deliverFiles(ref, [picture('a'), picture('b')], keptJournal());
    slack.removeFile(ids[0] ?? '');
    await adapter.removeFiles(slack.team, ids);
    await adapter.remove(ref);
    await adapter.remove(ref);
    expect(slack.messages(channel.id)).toEqual([]);
    expect(slack.files().every((file) => file.state === 'deleted' && file.bytes === null)).toBe(true);
  });
});

describe('a form that needs stored values', () => {
  it('opens at once and is completed when they have come', async () => {
    let come = (_form: typeof adForm) => {};
    const full = new Promise<typeof adForm>((resolve) => {
      come = resolve;
    });
    const loading = { ...adForm, fields: [{ id: 'loading', kind: 'note' as const, text: 'One moment…' }] };
    const stage = await setStage({ answers: { form: () => ({ now: loading, later: () => full }) } });
    const anna = stage.slack.person('anna');
    await anna.command('/ad', '', { channel: stage.slack.channel('shop') });
    const view = await anna.waitForView();
    expect(view.view['blocks']).toHaveLength(1);
    come(adForm);
    await anna.waitForView((one) => (one.view['blocks'] as unknown[]).length === adForm.fields.length);
    await stage.close();
  });

  it('says in words why it cannot be completed', async () => {
    const stage = await setStage({
      answers: { form: () => ({ now: adForm, later: async () => ({ refused: 'This ad belongs to *somebody* else.' }) }) },
    });
    const anna = stage.slack.person('anna');
    await anna.command('/ad', '', { channel: stage.slack.channel('shop') });
    const view = await anna.waitForView((one) => one.view['submit'] === undefined);
    expect(JSON.stringify(view.view['blocks'])).toContain('"plain_text","text":"This ad belongs to *somebody* else."');
    await stage.close();
  });
});
