/** Brand kits in the loopback Slack: made, used, limited, changed and deleted by people. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/slack/person.ts';
import { randomId } from '../../src/ids.ts';
import { policyVersion } from '../../src/privacy/policy.ts';
import {
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

const brief = 'Fjord cold brew coffee, smooth and never bitter';

/** A magenta disc that no look would draw by itself. */
const magenta = { r: 214, g: 0, b: 170 };
const logo = async () => {
  const disc = Buffer.from(
    `<svg width="300" height="120"><rect x="20" y="20" width="260" height="80" rx="12" fill="#d600aa"/></svg>`,
  );
  return { name: 'logo.png', bytes: await sharp(disc).png().toBuffer() };
};

/** How many pixels have the logo's colour. */
async function magentaIn(picture: Uint8Array): Promise<number> {
  const { data } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let found = 0;
  for (let at = 0; at < data.length; at += 3) {
    const near = [magenta.r, magenta.g, magenta.b].every((part, index) => Math.abs((data[at + index] ?? 0) - part) < 26);
    if (near) found += 1;
  }
  return found;
}

describe('brand kits', () => {
  let place: Workplace;
  let anna: Person;
  beforeAll(async () => {
    place = await openWorkplace();
    anna = place.slack.person('anna');
    const agreed = { makesAll: true, accepted: policyVersion, keepPhotos: true };
    for (const name of ['anna', 'bela', 'cora']) {
      const identity = { platform: 'slack', workspace: place.slack.team, person: place.slack.person(name).id };
      await place.held.app.stores.database.settings.save(identity, agreed);
    }
  });
  afterAll(async () => {
    await place?.close();
  });
  async function mediaIds(area: 'logos' | 'fonts'): Promise<string[]> {
    const ids: string[] = [];
    for await (const id of place.held.app.stores.media.list(area)) ids.push(id);
    return ids;
  }
  const newChannel = () => place.slack.channel(`room-${randomId()}`);

  /** The form in front of a person, once it has this field. */
  const formWith = (person: Person, field: string) =>
    person.waitForView((view) => JSON.stringify(view.view).includes(`"block_id":"${field}"`));

  /** Types /ad and sends the form once it offers the kits. */
  async function askWithKit(channel: ReturnType<typeof newChannel>, kit: string) {
    await anna.command('/ad', brief, { channel });
    await sendForm(anna, await formWith(anna, 'kit'), { photos: [bottle()], keep: 'keep', places: ['snapchat'], kit });
  }

  /** Types /ad brand; resolves with the list. */
  async function listFor(person: Person, channel: ReturnType<typeof newChannel>) {
    const before = person.ephemerals().length;
    await person.command('/ad', 'brand', { channel });
    return place.slack.waitFor(() => person.ephemerals().slice(before)[0], { withinMs: 15_000, what: 'the list of kits' });
  }

  async function makeKit(person: Person, channel: ReturnType<typeof newChannel>, entries: Parameters<Person['submit']>[1]) {
    await person.press(await listFor(person, channel), 'new-kit');
    const before = person.ephemerals().length;
    await person.submit(await formWith(person, 'tone'), entries);
    return place.slack.waitFor(
      () =>
        person
          .ephemerals()
          .slice(before)
          .find((one) => /Saved/.test(wordsOf(one))),
      {
        withinMs: 20_000,
        what: 'the word saved',
      },
    );
  }

  const pictureIn = async (channel: string) => {
    const message = await result(place.slack, channel);
    const [id = ''] = place.slack
      .messages(channel)
      .filter((one) => one.thread === message.ts)
      .flatMap((one) => one.files);
    return { message, bytes: new Uint8Array(place.slack.file(id)?.bytes ?? []) };
  };
  const kits = async () => {
    const { database } = place.held.app.stores;
    const owner = await database.owners.findWorkspace({ platform: 'slack', workspace: place.slack.team });
    return owner ? database.kits.ofWorkspace(owner) : [];
  };

  it('are made in a form, and every ad from then on carries logo, colours, button, address and small print', async () => {
    const channel = newChannel();
    expect(wordsOf(await listFor(anna, channel))).toContain('There is no brand kit yet');
    await makeKit(anna, channel, {
      name: 'Fjord',
      logo: [await logo()],
      buttonText: 'Taste it',
      webAddress: 'https://fjord.example/',
      smallPrint: '18+. Drink cold.',
      neverSay: 'cheap, best ever',
    });
    const [kit] = await kits();
    expect(kit).toMatchObject({ hasLogo: true, isDefault: true, facts: { name: 'Fjord', webAddress: 'fjord.example' } });
    expect(kit?.facts.colours, 'proposed from the logo').toEqual(['#d600aa']);
    await ask(anna, channel, brief, { places: ['snapchat'] });
    const { message, bytes } = await pictureIn(channel.id);
    expect(wordsOf(message)).toContain('button \\"Taste it\\"');
    expect(await magentaIn(bytes)).toBeGreaterThan(4_000);
    const ads = await place.held.app.stores.database.ads.list(['delivered']);
    const ad = await place.held.app.stores.database.ads.read(ads.at(-1) ?? '');
    expect(ad?.recipe).toMatchObject({
      copy: { button: 'Taste it', smallPrint: '18+. Drink cold.' },
      brand: { name: 'Fjord', colours: ['#d600aa'], webAddress: 'fjord.example', kit: { hasLogo: true } },
    });
  });

  it('keep words that the brand never says off its ads, and say which', async () => {
    const channel = newChannel();
    await ask(anna, channel, 'Cheap coffee from Fjord, the best ever', { places: ['snapchat'] });
    const words = await told(place.slack, anna, /never says/);
    expect(wordsOf(words)).toContain('cheap');
    expect(wordsOf(words)).toContain('best ever');
    expect(botMessages(place.slack, channel.id)).toEqual([]);
    await anna.press(words, 'Retry');
    await sendForm(anna, await formWith(anna, 'brief'), { brief: 'Good coffee from Fjord', keep: 'keep' });
    const message = await result(place.slack, channel.id);
    expect(wordsOf(message)).toContain('Good coffee from Fjord');
    const before = anna.ephemerals().length;
    await anna.press(message, 'edit-text');
    await anna.submit(await formWith(anna, 'headline'), { headline: 'CHEAP coffee' });
    const again = await place.slack.waitFor(() => anna.ephemerals().slice(before)[0], { withinMs: 15_000, what: 'a no' });
    expect(wordsOf(again)).toMatch(/never says.*cheap/);
  });

  it('can differ from channel to channel, and be chosen in the form once there are two', async () => {
    const channel = newChannel();
    await makeKit(anna, channel, { name: 'Nordlys', colours: '#0b5', buttonText: 'See the light' });
    const list = await listFor(anna, channel);
    expect(buttonsOf(list)).toEqual([
      'New brand kit',
      ...[1, 2].flatMap((number) => [`Edit ${number}`, `Use ${number} here`, `Delete ${number}`]),
    ]);
    await anna.press(list, 'Use 2 here');
    await told(place.slack, anna, /made with \\?"Nordlys/);
    await ask(anna, channel, brief, { places: ['snapchat'] });
    expect(wordsOf(await result(place.slack, channel.id))).toContain('See the light');
    const elsewhere = newChannel();
    const [fjord] = await kits();
    await ask(anna, elsewhere, brief, { places: ['snapchat'] });
    expect(wordsOf(await result(place.slack, elsewhere.id))).toContain('Taste it');
    await askWithKit(channel, fjord?.id ?? '');
    expect(wordsOf(await result(place.slack, channel.id, (message) => /Taste it/.test(wordsOf(message))))).toContain('Taste it');
  });

  it('are changed by their maker, and by nobody else until the maker names them', async () => {
    const channel = newChannel();
    const [bela, cora] = [place.slack.person('bela'), place.slack.person('cora')];
    const list = await listFor(bela, channel);
    expect(buttonsOf(list)).toEqual(['New brand kit', 'Use 1 here', 'Use 2 here']);
    const annas = await listFor(anna, channel);
    await bela.press(annas, 'Edit 1');
    bela.closeView(await bela.waitForView((view) => /Only the person who made/.test(JSON.stringify(view.view))));
    await bela.press(annas, 'Delete 1');
    await told(place.slack, bela, /Only the person who made/);
    expect((await kits()).map((kit) => kit.facts.name)).toEqual(['Fjord', 'Nordlys']);
    await anna.press(annas, 'Edit 1');
    const before = anna.ephemerals().length;
    await anna.submit(await formWith(anna, 'logoStays'), { name: 'Fjord Coffee', editors: [bela.id, cora.id] });
    await place.slack.waitFor(() => anna.ephemerals().length > before, { what: 'the word saved' });
    expect((await kits())[0]).toMatchObject({ hasLogo: true, facts: { name: 'Fjord Coffee', editors: [bela.id, cora.id] } });
    for (const editor of [bela, cora]) expect(buttonsOf(await listFor(editor, channel))).toContain('Edit 1');
  });

  it('can be chosen for a channel, and the choice can be taken back', async () => {
    const channel = newChannel();
    const pressAndHear = async (list: Parameters<typeof anna.press>[0], button: string): Promise<string> => {
      const before = anna.ephemerals().length;
      await anna.press(list, button);
      return wordsOf(await place.slack.waitFor(() => anna.ephemerals().slice(before)[0], { what: 'the answer' }));
    };
    const before = await listFor(anna, channel);
    expect(buttonsOf(before)).not.toContain('Use the usual one here');
    expect(await pressAndHear(before, 'Use 2 here')).toMatch(/made with .*Nordlys/);
    const list = await listFor(anna, channel);
    expect(wordsOf(list)).toMatch(/Nordlys: [^\n]*used here/);
    expect(await pressAndHear(list, 'Use the usual one here')).toMatch(/usual brand kit again/);
    expect(buttonsOf(await listFor(anna, channel))).not.toContain('Use the usual one here');
  });

  it('say what is wrong with what was typed, and with the logo', async () => {
    const channel = newChannel();
    await anna.press(await listFor(anna, channel), 'new-kit');
    const form = await formWith(anna, 'tone');
    const reply = await anna.submit(form, { name: 'Third', colours: 'red' });
    expect(JSON.stringify(reply)).toContain('no colour I know');
    const before = anna.ephemerals().length;
    await anna.submit(form, { name: 'Third', logo: [{ name: 'logo.svg.png', bytes: Buffer.from('<svg></svg>') }] });
    const words = await place.slack.waitFor(() => anna.ephemerals().slice(before)[0], { withinMs: 20_000, what: 'words' });
    expect(wordsOf(words)).toMatch(/Saved.*could not use the logo/);
  });

  it('have a font of their own, which is looked into first; what is no font is refused in words', async () => {
    const channel = newChannel();
    const hand = async (name: string, bytes: Buffer): Promise<string> => {
      await anna.press(await listFor(anna, channel), 'Edit 1');
      const before = anna.ephemerals().length;
      await anna.submit(await formWith(anna, 'fontUse'), { logo: [{ name, bytes }] });
      return wordsOf(
        await place.slack.waitFor(() => anna.ephemerals().slice(before)[0], { withinMs: 30_000, what: 'an answer' }),
      );
    };
    expect(await hand('fjord.ttf', Buffer.from('no font at all'))).toMatch(/Saved.*could not use the font: it is not a font/);
    expect((await kits())[0]).toMatchObject({ hasLogo: true, facts: { font: null } });
    const font = await readFile(createRequire(import.meta.url).resolve('@fontsource/anton/files/anton-latin-400-normal.woff2'));
    expect(await hand('fjord.woff2', font)).toMatch(/^[^!]*Saved(?!.*could not)/);
    expect((await kits())[0]).toMatchObject({ hasLogo: true, facts: { font: 'headlines' } });
    expect(await mediaIds('fonts')).toEqual([(await kits())[0]?.id]);
  });

  it('are proposed from a finished ad', async () => {
    const channel = newChannel();
    await askWithKit(channel, 'none');
    await pressMore(place.slack, anna, await result(place.slack, channel.id), 'Save as your brand');
    const form = await formWith(anna, 'tone');
    expect(JSON.stringify(form.view)).toMatch(/"initial_value":"#[0-9a-f]{6}/);
    anna.closeView(form);
  });

  it('go for good: key, logo and rows; ads of theirs can still be changed, without the logo', async () => {
    const channel = newChannel();
    await ask(anna, channel, brief, { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    const [kit] = await kits();
    const id = kit?.id ?? '';
    await anna.press(await listFor(anna, channel), 'Delete 1');
    await told(place.slack, anna, /is deleted/);
    const { database, keys } = place.held.app.stores;
    expect(await keys.read(`kit:${id}`)).toBeNull();
    for (const area of ['logos', 'fonts'] as const) expect(await mediaIds(area)).not.toContain(id);
    expect(await database.index.hasKit(id)).toBe(false);
    await anna.press(message, 'another-look');
    const changed = await result(place.slack, channel.id, (one) => /Version 2/.test(wordsOf(one)));
    const thread = message.ts;
    const [last] = place.slack
      .messages(channel.id)
      .filter((one) => one.thread === thread && one.files.length > 0)
      .slice(-1)
      .flatMap((one) => one.files);
    expect(changed).toBeDefined();
    expect(await magentaIn(new Uint8Array(place.slack.file(last ?? '')?.bytes ?? []))).toBeLessThan(4_000);
  });
});
