import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Field } from '../../src/chat/messages.ts';
import { systemClock } from '../../src/clock.ts';
import { galleryIn, labelsIn, placeIn, type Stage, setStage, words, wordsIn } from './discord-support.ts';
import { adForm, collect, keptJournal, picture, saying } from './slack-support.ts';

const mug = { name: 'mug.jpg', bytes: new TextEncoder().encode('not really a picture, but byte for byte') };

const withBrief: Field[] = adForm.fields.map((field) => (field.kind === 'text' ? { ...field, initial: 'Good coffee' } : field));

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.close());

describe('a person on Discord', () => {
  it('types /ad generate, fills in the form, and the bot has exactly what was entered', async () => {
    const { discord, adapter, events, shop } = stage;
    const anna = discord.person('anna');
    const reply = await anna.command('ad', { sub: 'generate', options: { brief: 'summer sale & more' }, where: shop });
    expect(reply).toMatchObject({ kind: 'acknowledged', how: 'form' });
    expect(anna.fields().map((field) => field.label)).toEqual(['Photos', 'Look', 'Where']);
    expect(await anna.submit({ photos: [mug], places: ['tiktok'] })).toMatchObject({ kind: 'acknowledged', how: 'deferred' });
    await expect.poll(() => events.submissions.length).toBe(1);
    const [submission] = events.submissions;
    expect(events.commands).toEqual([{ text: 'generate summer sale & more', place: placeIn(shop) }]);
    expect(submission).toMatchObject({
      form: 'make-ad',
      context: 'opaque-context',
      person: { platform: 'discord', workspace: shop.guild, person: anna.id, locale: 'en-US' },
      values: { brief: 'summer sale & more', look: 'bold', places: ['tiktok'] },
    });
    expect(submission?.deliveryId).toMatch(/^form:\w{26}$/);
    const [photo] = (submission?.values['photos'] ?? []) as { file: string; name: string; bytes: number }[];
    expect(photo).toMatchObject({ name: 'mug.jpg', bytes: mug.bytes.length });
    expect(await collect(await adapter.fetch(photo as never))).toEqual(Buffer.from(mug.bytes));
    await discord.waitFor(() => anna.ephemerals().length === 0, { what: 'no private words left' });
  });

  it('hands photos and words over with the command, and is asked only what is missing', async () => {
    await stage.close();
    const keep: Field = {
      id: 'keep',
      kind: 'choice',
      label: 'Your photo afterwards',
      options: [
        { id: 'keep', label: 'Keep' },
        { id: 'forget', label: 'Forget' },
      ],
    };
    const audience: Field = {
      ...keep,
      id: 'audience',
      label: 'Who sees it',
      options: [
        { id: 'here', label: 'All' },
        { id: 'me', label: 'Me' },
      ],
      initial: 'here',
    };
    const fields = [...withBrief, keep, audience];
    stage = await setStage({ answers: { form: () => ({ now: { ...adForm, fields }, later: null }) } });
    const { discord, events, shop } = stage;
    const anna = discord.person('anna');
    const options = { photo1: mug, photo3: { ...mug, name: 'two.jpg' }, brief: 'Good coffee', where: 'tiktok', 'only-me': true };
    await anna.command('ad', { sub: 'generate', options, where: shop });
    expect(events.requests[0]).toMatchObject({ from: 'command', files: [{ name: 'mug.jpg' }, { name: 'two.jpg' }] });
    expect(anna.fields().map((field) => field.label)).toEqual(['Your photo afterwards']);
    await anna.submit({ keep: 'forget' });
    await expect.poll(() => events.submissions.length).toBe(1);
    const [submission] = events.submissions;
    expect(submission?.values).toEqual({
      photos: [],
      brief: 'Good coffee',
      look: 'bold',
      places: ['tiktok'],
      keep: 'forget',
      audience: 'me',
    });
  });

  it('is asked nothing where everything was told with the command', async () => {
    await stage.close();
    stage = await setStage({ answers: { form: () => ({ now: { ...adForm, fields: withBrief }, later: null }) } });
    const { discord, events, shop } = stage;
    const reply = await discord
      .person('anna')
      .command('ad', { sub: 'generate', options: { photo1: mug, brief: 'Good coffee' }, where: shop });
    expect(reply).toMatchObject({ how: 'deferred' });
    await expect.poll(() => events.submissions.length).toBe(1);
    const [submission] = events.submissions;
    expect(submission?.values).toEqual({ photos: [], brief: 'Good coffee', look: 'bold', places: [] });
  });

  it('sees one message that is edited to the end, and the files under it with words for people who cannot see them', async () => {
    const { discord, adapter, shop } = stage;
    const ref = await adapter.post(placeIn(shop), saying('Queued, 2nd in line'), 'a-key');
    expect(await adapter.update(ref, saying('Drawing'), 'progress')).toBe('done');
    const files = [picture('square'), picture('story')];
    const ids = await adapter.deliverFiles(ref, files, keptJournal());
    expect(await adapter.update(ref, saying('Your ad is ready'), 'final')).toBe('done');
    const [message, answer, ...more] = discord.messages(shop.id);
    expect(more).toEqual([]);
    expect(wordsIn(message)).toBe('Your ad is ready');
    expect(message?.edits.map(wordsIn)).toEqual(['Queued, 2nd in line', 'Drawing']);
    expect(answer?.repliesTo).toBe(ref.message);
    expect(galleryIn(answer).map((item) => item.words)).toEqual(['A picture of square', 'A picture of story']);
    expect(ids).toEqual(answer?.files.map((file) => `${shop.id}/${answer.id}/${file}`));
    expect(discord.file(answer?.files[0] ?? '')?.bytes).toEqual(await collect(files[0]!.read()));
    expect(discord.file(answer?.files[0] ?? '')?.altText).toBe('A picture of square');
  });

  it('picks "Make an ad from this" on a message, and the form knows its pictures and answers to it', async () => {
    const { discord, adapter, events, shop } = stage;
    const anna = discord.person('anna');
    const files = [mug, { name: 'prices.pdf', bytes: new Uint8Array(3) }];
    const said = anna.say({
      channel: shop,
      text: 'New **mug** <3 [our shop](https://shop.example) <@1234567890123456789>',
      files,
    });
    expect(await anna.messageAction('Make an ad from this', said)).toMatchObject({ how: 'form' });
    expect(events.requests).toMatchObject([
      {
        form: 'make-ad',
        from: 'message',
        brief: 'New mug <3 our shop',
        place: placeIn(shop, said.id),
        files: [{ name: 'mug.jpg' }],
      },
    ]);
    const [request] = events.requests;
    const file = request?.form === 'make-ad' && request.from === 'message' ? request.files[0] : undefined;
    expect(await collect(await adapter.fetch(file!))).toEqual(Buffer.from(mug.bytes));
    const ref = await adapter.post(request!.place, saying('Queued'), 'a-key');
    expect(discord.messages(shop.id).at(-1)?.repliesTo).toBe(said.id);
    expect(ref.thread).toBe(said.id);
  });

  it('presses a button, and the bot knows who pressed what on which message', async () => {
    const { discord, adapter, events, shop } = stage;
    const anna = discord.person('anna');
    const buttons = [{ action: 'another-look' as const, value: 'ad-1', label: 'Another look' }];
    const ref = await adapter.post(placeIn(shop), saying('Ready', { buttons }), 'a-key');
    expect(await anna.press(discord.messages(shop.id)[0]!, 'Another look')).toMatchObject({ how: 'deferred-update' });
    await expect.poll(() => events.presses.length).toBe(1);
    const person = { platform: 'discord', workspace: shop.guild, person: anna.id };
    expect(events.presses[0]).toMatchObject({
      action: 'another-look',
      value: 'ad-1',
      person,
      message: ref,
      place: placeIn(shop),
    });
  });

  it('is asked before a deed that cannot be undone, in private', async () => {
    const { discord, adapter, events, shop } = stage;
    const anna = discord.person('anna');
    const confirm = { title: 'Delete this ad?', text: 'It goes for good.', yes: 'Delete', no: 'Keep it' };
    const buttons = [{ action: 'delete-ad' as const, value: 'ad-1', label: 'Delete', style: 'danger' as const, confirm }];
    const ref = await adapter.post(placeIn(shop), saying('Ready', { buttons }), 'a-key');
    const message = discord.messages(shop.id)[0]!;
    await anna.press(message, 'Delete');
    const question = await discord.waitFor(() => anna.ephemerals()[0], { what: 'a question' });
    expect(wordsIn(question)).toBe('**Delete this ad?**\nIt goes for good.');
    await anna.press(question, 'Keep it');
    await discord.waitFor(() => anna.ephemerals().length === 0, { what: 'no question' });
    expect(events.presses).toEqual([]);
    await anna.press(message, 'Delete');
    await anna.press(await discord.waitFor(() => anna.ephemerals()[0]), 'Delete');
    await expect.poll(() => [events.presses.length, anna.ephemerals().length]).toEqual([1, 0]);
    expect(events.presses).toMatchObject([{ action: 'delete-ad', value: 'ad-1', message: ref }]);
  });

  it('is asked in plain words by a bot that was started anew since', async () => {
    const { discord, adapter, events, shop } = stage;
    const press = `delete-ad!:ad-1@${shop.guild}`;
    await adapter.post(
      placeIn(shop),
      saying('Ready', { buttons: [{ action: 'delete-ad', value: 'ad-1', label: 'Weg damit' }] }),
      'a-key',
    );
    const message = discord.messages(shop.id)[0]!;
    const button = JSON.parse(JSON.stringify(message.components).replace('delete-ad:ad-1', 'delete-ad!:ad-1'));
    message.components = button;
    const anna = discord.person('anna');
    await anna.press(message, press);
    const question = await discord.waitFor(() => anna.ephemerals()[0]);
    expect(wordsIn(question)).toBe('**Weg damit**\nAre you sure?');
    await anna.press(question, 'Yes');
    await expect.poll(() => events.presses.length).toBe(1);
    expect(events.presses[0]).toMatchObject({ action: 'delete-ad', value: 'ad-1', message: { message: message.id } });
  });

  it('sees a picture in the message, which later edits keep, and which can be taken back', async () => {
    const { discord, adapter, shop } = stage;
    const ref = await adapter.post(placeIn(shop), saying('Drawing'), 'a-key');
    const shown = await adapter.showPicture(ref, picture('preview'), keptJournal());
    const message = discord.messages(shop.id)[0]!;
    expect(galleryIn(message)).toEqual([]);
    const withPicture = saying('First look', { picture: { picture: shown, altText: 'A mug on yellow' } });
    await adapter.update(ref, withPicture, 'step');
    expect(galleryIn(message)).toEqual([{ url: 'attachment://preview.png', words: 'A mug on yellow' }]);
    const next = await adapter.showPicture(ref, picture('other'), keptJournal());
    await adapter.update(ref, saying('Second', { picture: { picture: next, altText: 'A mug on blue' } }), 'final');
    expect(galleryIn(message).map((item) => item.url)).toEqual(['attachment://other.png']);
    expect(message.files).toHaveLength(1);
    await adapter.update(ref, saying('Failed'), 'final');
    expect([galleryIn(message), message.files.length]).toEqual([[], 1]);
    await adapter.removeFiles(shop.guild!, [next.id]);
    expect(message.files).toEqual([]);
    // What comes later is shown all the same.
    await adapter.update(ref, saying('Ready', { picture: { picture: next, altText: 'A mug on blue' } }), 'final');
    expect([wordsIn(message), galleryIn(message)]).toEqual(['Ready', []]);
    // A picture belongs to its message; another one is posted without it.
    await adapter.post(placeIn(shop), withPicture, 'b-key');
    expect(galleryIn(discord.messages(shop.id)[1])).toEqual([]);
  });

  it('can have messages and files removed, also when somebody was faster', async () => {
    const { discord, adapter, shop } = stage;
    const ref = await adapter.post(placeIn(shop), saying('Ready'), 'a-key');
    const journal = keptJournal();
    await adapter.showPicture(ref, picture('preview'), journal);
    await adapter.deliverFiles(ref, [picture('a'), picture('b')], journal);
    await adapter.removeFiles(shop.guild!, [...journal.kept.values()]);
    expect(discord.messages(shop.id).map((message) => [message.id, message.files])).toEqual([[ref.message, []]]);
    await adapter.remove(ref);
    await adapter.remove(ref);
    await adapter.removeFiles(shop.guild!, [...journal.kept.values()]);
    expect(discord.messages(shop.id)).toEqual([]);
  });

  it('writes pictures to the bot directly, or names it, and gets a button that opens the form with them', async () => {
    const { discord, events, shop } = stage;
    const anna = discord.person('anna');
    for (const channel of ['dm' as const, shop]) {
      const said = anna.say({ channel, text: 'Fresh bread', files: [mug], mention: channel !== 'dm' });
      const answer = await discord.waitFor(() => discord.messages(said.channel).find((one) => one.repliesTo === said.id));
      expect([wordsIn(answer), labelsIn(answer)]).toEqual(['1 found. Make an ad?', ['Make an ad']]);
      expect(await anna.press(answer, 'Make an ad')).toMatchObject({ how: 'form' });
      expect(events.requests.at(-1)).toMatchObject({ from: 'message', brief: 'Fresh bread', files: [{ name: 'mug.jpg' }] });
    }
    expect(events.requests.map((request) => request.place.workspace)).toEqual([`dm${anna.id}`, shop.guild]);
  });

  it('gets help where they name the bot without pictures, and silence where they do not', async () => {
    await stage.close();
    stage = await setStage({ answers: { command: ({ text }) => ({ kind: 'words', message: saying(`Help for "${text}"`) }) } });
    const { discord, shop } = stage;
    const anna = discord.person('anna');
    anna.say({ channel: shop, text: 'nothing for the bot', files: [mug] });
    anna.say({ channel: shop, text: 'what can you do?', mention: true });
    await discord.waitFor(() => discord.messages(shop.id).length === 3);
    expect(wordsIn(discord.messages(shop.id)[2])).toBe('Help for "help"');
  });

  it('is told privately where they are, then directly, and never in the channel', async () => {
    const { discord, adapter, shop } = stage;
    const anna = discord.person('anna');
    const person = { platform: 'discord', workspace: shop.guild!, person: anna.id };
    const retry = [{ action: 'retry' as const, value: 'intake:1', label: 'Retry' }];
    await anna.command('ad', { sub: 'generate', where: shop });
    // Our side hears a moment later that the form is open.
    await systemClock.sleep(100);
    await adapter.tell(person, placeIn(shop), saying('Only for you', { buttons: retry }));
    expect(anna.ephemerals().map(wordsIn)).toEqual(['Only for you']);
    discord.expireTokens();
    await adapter.tell(person, placeIn(shop), saying('In private', { buttons: retry }));
    const direct = discord.messages(anna.direct().id)[0]!;
    expect(wordsIn(direct)).toBe('In private');
    await anna.press(direct, 'Retry');
    await expect.poll(() => stage.events.presses.length).toBe(1);
    expect(stage.events.presses[0]?.person.workspace).toBe(shop.guild);
    anna.closeDms();
    discord.expireTokens();
    await adapter.tell({ ...person, person: discord.person('bela').id }, placeIn(shop), saying('Hello bela'));
    await adapter.tell(person, placeIn(discord.channel('elsewhere')), saying('Nobody hears this'));
    expect(discord.messages(shop.id)).toEqual([]);
    await expect(adapter.post(await adapter.openDirect(person), saying('x'), 'k')).rejects.toMatchObject({
      code: 'chat-direct-closed',
    });
  });

  it('is told politely where the bot cannot work', async () => {
    const { discord, events } = stage;
    const anna = discord.person('anna');
    const group = anna.groupWith(discord.person('bela'));
    // A group offers the command no more; an old program may still send it.
    for (const command of discord.world.commands.get('') ?? []) command['contexts'] = null;
    await anna.command('ad', { sub: 'help', where: group });
    expect(anna.ephemerals().map(wordsIn)).toEqual([words.notHere]);
    expect(events.commands).toEqual([]);
  });
});
