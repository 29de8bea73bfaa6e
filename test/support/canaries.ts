/** One random word in everything that a person can leave behind, put there by what people do: forms, presses and pages. */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { Channel } from '../../adapters/playground/slack/world.ts';
import type { Identity } from '../../src/accounts/owners.ts';
import { samplePhoto } from '../../src/app/sample-photo.ts';
import { randomId } from '../../src/ids.ts';
import { type TestBrowser, testBrowser } from './browser-for-test.ts';
import { linkFor, type PortalGround } from './portal-for-test.ts';
import { ask, botMessages, buttonsOf, pressMore, result, sendForm, told } from './workplace.ts';

/** What is kept while the person wants it, sealed: with sealing off, every word of these stands in some raw byte. */
export const keptFields = [
  'brief',
  'fileName',
  'headline',
  'kit',
  'product',
  'note',
  'email',
  'disclosure',
  'browser',
  'person',
  'channel',
] as const;
/** What is never kept: with sealing off it is not found either. */
export const neverKept = ['userName', 'photoText', 'password', 'session', 'link', 'recovery'] as const;
export type Field = (typeof keptFields)[number] | (typeof neverKept)[number];

export type Planted = {
  words: Record<Field, string>;
  person: Person;
  identity: Required<Identity>;
  browser: TestBrowser;
  password: string;
  ownerId: string;
  accountId: string;
};

const word = (field: string): string => `zq${field.toLowerCase()}${randomBytes(4).toString('hex')}`;

export async function plantCanaries(on: PortalGround): Promise<Planted> {
  const { slack, held } = on;
  const { database } = held.app.stores;
  const made = Object.fromEntries([...keptFields, ...neverKept].map((field) => [field, word(field)])) as Record<Field, string>;
  const person = slack.person(made.userName);
  const channel = slack.channel(`room-${randomId()}`);
  const identity = { platform: 'slack', workspace: slack.team, person: person.id };
  const known = { ...made, person: person.id, channel: channel.id };
  await makeAd(on, { person, channel, words: known });
  await askForChanges(on, { person, channel, words: known });
  await saveBrand(on, { person, channel, words: known });
  const { browser, password, link, session, recovery } = await register(on, person, known);
  const ownerId = (await database.owners.find(identity)) ?? '';
  const accountId = (await database.accounts.of(ownerId)) ?? '';
  const facts = { purpose: known.disclosure, fields: [], bytes: 1, sha256: '', remoteId: null, copy: 'there' as const };
  await database.disclosures.add({ id: randomId(), ownerId, adId: null, partner: 'gemini', facts, lapsesAt: null });
  const visit = { what: 'page' as const, name: 'ads', ms: 1, address: '198.51.100.7', browser: known.browser };
  await database.usage.record([{ ...visit, at: Date.now(), person: `slack ${slack.team} ${person.id}` }]);
  return { words: { ...known, link, session, recovery }, person, identity, browser, password, ownerId, accountId };
}

async function register(on: PortalGround, person: Person, words: Record<Field, string>) {
  const browser = testBrowser(on.origin);
  const link = new URL(await linkFor(on, person)).pathname;
  const password = `${words.password} is a sentence`;
  await browser.submit(await browser.get(link), `${link}/register`, { email: `${words.email}@example.com`, password });
  const page = await browser.submit(await browser.get('/account'), '/account/codes', { current: password });
  const recovery = /\d-[0-9a-z-]{19}/u.exec(page.html)?.[0] ?? '';
  const session = browser.cookies.get('adwright-session') ?? '';
  if (!recovery || !session) throw new Error('Somebody could not register');
  return { browser, password, link: link.split('/').at(-1) ?? '', session, recovery };
}

type At = { person: Person; channel: Channel; words: Record<Field, string> };

/** With a photo that says who took it. */
async function photoOf(words: Record<Field, string>) {
  const said = { IFD0: { Artist: words.photoText, ImageDescription: words.photoText } };
  const bytes = await sharp(samplePhoto()).withExif(said).jpeg().toBuffer();
  if (!bytes.includes(words.photoText)) throw new Error('The photo says nothing');
  return { name: `${words.fileName}.jpg`, bytes };
}

async function makeAd(on: PortalGround, { person, channel, words }: At): Promise<void> {
  const entries = { photos: [await photoOf(words)], places: ['snapchat'], keep: 'keep' };
  await ask(person, channel, `Good ${words.brief} coffee. €5`, entries);
  const message = await result(on.slack, channel.id);
  await person.press(message, 'Edit text');
  const form = await person.waitForView((view) => JSON.stringify(view.view).includes('"block_id":"headline"'));
  await person.submit(form, { headline: words.headline });
  await result(on.slack, channel.id, (one) => JSON.stringify(one.blocks).includes('Version 2'));
}

async function askForChanges(on: PortalGround, { person, channel, words }: At): Promise<void> {
  const boss = on.slack.person(`boss-${randomId()}`);
  boss.join(channel);
  const message = await result(on.slack, channel.id, (one) => JSON.stringify(one.blocks).includes('Version 2'));
  await pressMore(on.slack, person, message, 'Ask for approval');
  const form = await person.waitForView((view) => JSON.stringify(view.view).includes('Who shall approve it?'));
  await person.submit(form, { approver: boss.id });
  const isQuestion = () => botMessages(on.slack, channel.id).find((one) => buttonsOf(one).includes('Approve'));
  const question = await on.slack.waitFor(isQuestion, { withinMs: 15_000, what: 'the question' });
  await boss.press(question, 'Request changes');
  const change = await boss.waitForView((view) => JSON.stringify(view.view).includes('What should change?'));
  await boss.submit(change, { note: words.note });
  await told(on.slack, person, words.note);
}

async function saveBrand(on: PortalGround, { person, channel, words }: At): Promise<void> {
  const message = await result(on.slack, channel.id, (one) => JSON.stringify(one.blocks).includes('Version 2'));
  const formWith = (field: string) => person.waitForView((view) => JSON.stringify(view.view).includes(`"block_id":"${field}"`));
  await pressMore(on.slack, person, message, 'Save this product');
  await person.submit(await formWith('link'), { name: words.product });
  await told(on.slack, person, words.product);
  const before = person.ephemerals().length;
  await person.command('/ad', 'brand', { channel });
  const list = await on.slack.waitFor(() => person.ephemerals().slice(before)[0], { withinMs: 15_000, what: 'the brands' });
  await person.press(list, 'new-kit');
  await sendForm(person, await formWith('tone'), { name: words.kit });
  await told(on.slack, person, words.kit);
}
