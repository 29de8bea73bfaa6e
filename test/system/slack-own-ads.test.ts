import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { policyVersion } from '../../src/privacy/policy.ts';
import {
  ask,
  botMessages,
  bottle,
  buttonsOf,
  filesIn,
  ideas,
  openWorkplace,
  pressMore,
  result,
  sendForm,
  told,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

describe('what a person made', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
    // More ads than any team makes in a minute: Slack’s limit on edits is tried elsewhere.
    place.slack.faults.rateLimits = false;
  });
  afterAll(async () => {
    await place?.close();
  });
  const newChannel = () => place.slack.channel(`room-${randomId()}`);

  it('is listed by words and by channel, to them alone', async () => {
    const [anna, bela] = [place.slack.person('anna'), place.slack.person('bela')];
    const [tea, bread] = [newChannel(), newChannel()];
    await ask(anna, tea, 'Green tea. €5', { places: ['snapchat'] });
    await result(place.slack, tea.id);
    await ask(anna, bread, 'Rye bread. €4', { places: ['snapchat'] });
    await result(place.slack, bread.id);
    const list = async (person: typeof anna, text: string, channel: typeof tea) => {
      const before = person.ephemerals().length;
      await person.command('/ad', text, { channel });
      return place.slack.waitFor(() => person.ephemerals()[before], { what: 'an answer' });
    };
    expect(wordsOf(await list(anna, 'list', tea))).toMatch(/1\. Rye bread: finished.*2\. Green tea: finished/s);
    const found = await list(anna, 'list green', bread);
    expect(wordsOf(found)).toContain('1. Green tea');
    expect(wordsOf(found)).not.toContain('Rye bread');
    expect(wordsOf(await list(anna, 'list here', bread))).not.toContain('Green tea');
    expect(wordsOf(await list(bela, 'list', tea))).toContain('You have not made an ad yet');
    expect(wordsOf(await list(anna, 'cancel', tea))).toContain('Nothing of yours is being made');
  });

  it('comes back where they ask for it, with files and working buttons, and goes everywhere when deleted', async () => {
    const anna = place.slack.person('anna');
    const [first, second] = [newChannel(), newChannel()];
    await ask(anna, first, 'Oat milk. €3', { places: ['snapchat'] });
    await result(place.slack, first.id);
    const before = anna.ephemerals().length;
    await anna.command('/ad', 'show oat', { channel: second });
    const list = await place.slack.waitFor(() => anna.ephemerals()[before], { what: 'an answer' });
    await anna.press(list, 'Show 1');
    const shown = await result(place.slack, second.id);
    await place.slack.waitFor(() => filesIn(place.slack, second.id, shown.ts).length === 1, { what: 'the file' });
    await pressMore(place.slack, anna, shown, 'Delete');
    for (const channel of [first, second]) {
      await place.slack.waitFor(() => place.slack.messages(channel.id).length === 0, {
        withinMs: 15_000,
        what: 'an empty channel',
      });
    }
    expect(
      place.slack
        .files()
        .filter(
          (file) =>
            file.fromBot &&
            file.name.startsWith('ad_') &&
            file.state !== 'deleted' &&
            file.sharedIn.some((share) => share.channel === first.id || share.channel === second.id),
        ),
    ).toEqual([]);
  });

  it('stays finished when it cannot be shown where they ask for it, and they are told', async () => {
    const anna = place.slack.person('anna');
    const [first, second] = [newChannel(), newChannel()];
    await ask(anna, first, 'Plum jam. €6', { places: ['snapchat'] });
    await result(place.slack, first.id);
    const list = async (text: string) => {
      const before = anna.ephemerals().length;
      await anna.command('/ad', text, { channel: second });
      return place.slack.waitFor(() => anna.ephemerals()[before], { what: 'an answer' });
    };
    const found = await list('show plum');
    second.isArchived = true;
    await anna.press(found, 'Show 1');
    await told(place.slack, anna, /could not show the ad there/);
    expect(wordsOf(await list('list plum'))).toContain('1. Plum jam: finished');
    expect(wordsOf(await list('cancel'))).toContain('Nothing of yours is being made');
  });

  it('comes back when its ideas were removed: the same to choose from', async () => {
    const [anna, channel] = [place.slack.person('anna'), newChannel()];
    await ask(anna, channel, 'Cocoa. Dark. Sweet.', { places: ['snapchat'] });
    const offered = await ideas(place.slack, channel.id);
    const lines = (one: typeof offered) => wordsOf(one).match(/\d (?:Editorial|Block|Spotlight): [^"\\]+/gu);
    const first = lines(offered);
    expect(first).toHaveLength(3);
    anna.removeMessage(offered);
    const before = anna.ephemerals().length;
    await anna.command('/ad', 'show cocoa', { channel });
    await anna.press(await place.slack.waitFor(() => anna.ephemerals()[before], { what: 'a list' }), 'Show 1');
    const again = await place.slack.waitFor(
      () => botMessages(place.slack, channel.id).find((one) => one.ts !== offered.ts && buttonsOf(one).includes('Use 1')),
      { withinMs: 30_000, what: 'ideas again' },
    );
    expect(lines(again)).toEqual(first);
    await anna.press(again, 'Cancel');
  });

  it('comes back when it failed, and Retry pressed twice at once leaves one message', async () => {
    const [anna, channel, { ads }] = [place.slack.person('anna'), newChannel(), place.held.app.stores.database];
    await ask(anna, channel, 'Pear cider', { places: ['snapchat'] });
    await ideas(place.slack, channel.id);
    const [adId = ''] = await ads.list(['choosing']);
    await ads.move(adId, ['choosing'], 'failed', { problem: 'drawing-failed', errorId: 'e1' });
    const before = anna.ephemerals().length;
    await anna.command('/ad', 'show pear', { channel });
    await anna.press(await place.slack.waitFor(() => anna.ephemerals()[before], { what: 'a list' }), 'Show 1');
    const failure = await place.slack.waitFor(
      () => botMessages(place.slack, channel.id).find((one) => buttonsOf(one).includes('Retry')),
      { what: 'the failure' },
    );
    await place.slack.waitFor(() => botMessages(place.slack, channel.id).length === 1, { what: 'one message' });
    await Promise.all([anna.press(failure, 'Retry'), anna.press(failure, 'Retry')]);
    await result(place.slack, channel.id);
    await place.slack.waitFor(() => botMessages(place.slack, channel.id).length === 1, { what: 'one message' });
  });

  it('can be stopped by command while it is made', async () => {
    const anna = place.slack.person('anna');
    const channel = newChannel();
    await ask(anna, channel, 'Fresh juice', { places: ['snapchat'] });
    await place.slack.waitFor(() => botMessages(place.slack, channel.id).find((one) => buttonsOf(one).includes('Use 1')), {
      withinMs: 30_000,
      what: 'ideas',
    });
    const before = anna.ephemerals().length;
    await anna.command('/ad', 'cancel', { channel });
    const open = await place.slack.waitFor(() => anna.ephemerals()[before], { what: 'an answer' });
    expect(wordsOf(open)).toContain('1. Fresh juice: waiting for you to choose an idea');
    await anna.press(open, 'Cancel 1');
    await place.slack.waitFor(() => /Cancelled/.test(botMessages(place.slack, channel.id)[0]?.text ?? ''), {
      withinMs: 15_000,
      what: 'the word cancelled',
    });
  });

  const japanese = /[\u3040-\u30ff]/u;
  const chose = (who: string, locale?: string) =>
    place.held.app.stores.database.settings.save(
      { platform: 'slack', workspace: place.slack.team, person: who },
      { accepted: policyVersion, keepPhotos: true, ...(locale ? { locale } : {}) },
    );

  it('is told in the language they chose, also where it was not known when they asked', async () => {
    const [yuki, channel] = [place.slack.person('yuki'), newChannel()];
    await chose(yuki.id);
    // From now on they are known for a minute: without a language.
    const updates = place.slack.calls('views.update').length;
    await yuki.command('/ad', 'Something else', { channel });
    yuki.closeView(await yuki.waitForView());
    await place.slack.waitFor(() => place.slack.calls('views.update').length > updates, { what: 'stored values' });
    await yuki.command('/ad', 'Fresh juice', { channel });
    const form = await yuki.waitForView((view) => JSON.stringify(view.view).includes('Fresh juice'));
    // By another process, so that this one does not hear of it.
    await chose(yuki.id, 'ja');
    expect(await sendForm(yuki, form, { photos: [bottle()], places: ['snapchat'] })).toEqual({ closed: true });
    await place.slack.waitFor(() => japanese.test(botMessages(place.slack, channel.id).map(wordsOf).join(' ')), {
      withinMs: 30_000,
      what: 'Japanese words',
    });
  });

  it('is listed in the language they chose, to somebody who was not met since the start', async () => {
    const [haru, channel] = [place.slack.person('haru'), newChannel()];
    await chose(haru.id, 'ja');
    await haru.command('/ad', 'list', { channel });
    const list = await place.slack.waitFor(() => haru.ephemerals()[0], { what: 'an answer' });
    expect(wordsOf(list)).toMatch(japanese);
  });

  it('is made at once when their settings say so', async () => {
    const dora = place.slack.person('dora');
    const channel = newChannel();
    await dora.command('/ad', 'settings', { channel });
    const form = await dora.waitForView((view) => JSON.stringify(view.view).includes('Show three ideas first'));
    expect(await dora.submit(form, { ideas: 'no', keep: 'keep' })).toEqual({ closed: true });
    await told(place.slack, dora, /Saved/);
    await ask(dora, channel, 'Fresh juice', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    expect(message.edits.some((edit) => edit.text.includes('Three ideas'))).toBe(false);
  });
});
