/** Saved products in the loopback Slack, and what is asked when several photos are handed in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/slack/person.ts';
import { randomId } from '../../src/ids.ts';
import {
  answered,
  ask,
  botMessages,
  bottle,
  buttonsOf,
  openWorkplace,
  pressMore,
  result,
  sendForm,
  told,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

const brief = 'Fjord cold brew coffee, smooth and never bitter. €19.90';

describe('saved products', () => {
  let place: Workplace;
  let anna: Person;
  beforeAll(async () => {
    place = await openWorkplace();
    anna = place.slack.person('anna');
    await place.held.app.stores.database.settings.save(identityOf(anna), { makesAll: true });
  });
  afterAll(async () => {
    await place?.close();
  });
  const newChannel = () => place.slack.channel(`room-${randomId()}`);
  const identityOf = (person: Person) => ({ platform: 'slack', workspace: place.slack.team, person: person.id });
  const formWith = (person: Person, field: string) =>
    person.waitForView((view) => JSON.stringify(view.view).includes(`"block_id":"${field}"`));
  const products = async (person: Person) => {
    const { owners, products: store } = place.held.app.stores.database;
    return store.ofOwner((await owners.find(identityOf(person))) ?? '');
  };
  const photosLeft = async () => {
    const ids: string[] = [];
    for await (const id of place.held.app.stores.media.list('photos')) ids.push(id);
    return ids;
  };
  const listFor = async (person: Person, channel: ReturnType<typeof newChannel>) => {
    const before = person.ephemerals().length;
    await person.command('/ad', 'products', { channel });
    return place.slack.waitFor(() => person.ephemerals().slice(before)[0], { withinMs: 15_000, what: 'the list of products' });
  };
  /** The ad that a message is about. */
  const adOf = (message: { blocks: Record<string, unknown>[] }) =>
    JSON.stringify(message.blocks).match(/"value":"([^":]+)/)?.[1] ?? '';

  it('are saved by one press on a result, and make the next ad without any upload', async () => {
    const channel = newChannel();
    await ask(anna, channel, brief, { places: ['snapchat'] });
    await pressMore(place.slack, anna, await result(place.slack, channel.id), 'Save this product');
    const form = await formWith(anna, 'link');
    expect(JSON.stringify(form.view)).toContain('"initial_value":"Fjord cold brew coffee');
    expect(JSON.stringify(form.view)).toContain('"initial_value":"€19.90"');
    await anna.submit(form, { name: 'Cold brew', link: 'https://fjord.example/brew' });
    await told(place.slack, anna, /is saved/);
    const [saved] = await products(anna);
    expect(saved).toMatchObject({ facts: { name: 'Cold brew', price: '€19.90', link: 'fjord.example/brew' } });

    const next = newChannel();
    await anna.command('/ad', 'Now in every shop', { channel: next });
    const uploads = (await photosLeft()).length;
    await sendForm(anna, await formWith(anna, 'product'), { product: saved?.id ?? '', keep: 'forget', places: ['snapchat'] });
    const message = await result(place.slack, next.id);
    expect(wordsOf(message)).toContain('price €19.90');
    expect(await photosLeft()).toHaveLength(uploads);
    const ad = await place.held.app.stores.database.ads.read(adOf(message));
    expect(ad).toMatchObject({ photoIds: saved?.photoIds, brief: { brand: { webAddress: 'fjord.example/brew' } } });
  });

  it('are asked for where neither a photo nor a product is chosen', async () => {
    await anna.command('/ad', 'Now in every shop', { channel: newChannel() });
    const form = await formWith(anna, 'product');
    const reply = await anna.submit(form, answered(form, { keep: 'forget' }));
    expect(reply).toMatchObject({ closed: false, errors: { photos: expect.stringContaining('at least one photo') } });
    anna.closeView(form);
  });

  it('are offered to nobody else, and can be deleted by nobody else', async () => {
    const channel = newChannel();
    const bela = place.slack.person('bela');
    expect(wordsOf(await listFor(bela, channel))).toContain('You have not saved a product yet');
    await bela.press(await listFor(anna, channel), 'Delete 1');
    await told(place.slack, bela, /This product is gone/);
    expect(await products(anna)).toHaveLength(1);
  });

  it('go for good: the key first, and their photos once no ad uses them', async () => {
    const channel = newChannel();
    const [saved] = await products(anna);
    const [photo = ''] = saved?.photoIds ?? [];
    await anna.press(await listFor(anna, channel), 'Delete 1');
    await told(place.slack, anna, /The product \\?"Cold brew/);
    const { keys, database } = place.held.app.stores;
    expect(await keys.read(`product:${saved?.id}`)).toBeNull();
    expect(await products(anna)).toEqual([]);
    expect(await photosLeft(), 'two ads still use it').toContain(photo);
    const ads = await database.ads.ofOwner(saved?.ownerId ?? '', { channel: null, most: 10 });
    for (const { id } of ads) {
      await database.ads.move(id, ['delivered'], 'erasing');
      await place.held.app.queue.ring('deliver', id);
    }
    await expect.poll(photosLeft, { timeout: 15_000 }).not.toContain(photo);
  });

  it('are not offered for an ad whose photo was forgotten', async () => {
    const [hanna, channel] = [place.slack.person('hanna'), newChannel()];
    await ask(hanna, channel, brief, { places: ['snapchat'], keep: 'forget' });
    const message = await result(place.slack, channel.id);
    const before = hanna.ephemerals().length;
    await expect
      .poll(async () => (await place.held.app.stores.database.ads.read(adOf(message)))?.photoIds, { timeout: 15_000 })
      .toEqual([]);
    await hanna.press(message, 'more');
    const more = await place.slack.waitFor(() => hanna.ephemerals().slice(before)[0], { what: 'what More offers' });
    expect(buttonsOf(more)).not.toContain('Save this product');
  });

  it('several photos of a message make one ad each when the person says so', async () => {
    const channel = newChannel();
    const message = anna.postMessage({ channel, text: 'New on our shelf', files: [bottle(), { ...bottle(), name: 'two.jpg' }] });
    await anna.messageAction('ad-from-message', message);
    await sendForm(anna, await formWith(anna, 'each'), { each: 'yes', keep: 'forget', places: ['snapchat'] });
    await place.slack.waitFor(
      () => botMessages(place.slack, channel.id).filter((one) => buttonsOf(one).includes('Another look')).length === 2,
      { withinMs: 60_000, what: 'two ads' },
    );
  });
});
