/** A person with one of everything that has an id, all of it for themselves alone. */
import { randomBytes } from 'node:crypto';
import { randomId } from '../../src/ids.ts';
import { startCopy } from './copy-of-data.ts';
import type { PortalGround, Visitor } from './portal-for-test.ts';
import { visitor } from './portal-for-test.ts';
import { ask, pressMore, result, sendForm, told } from './workplace.ts';

/** `value`: of a button; `none`: one of the same form behind which there is nothing. `sharedInWorkspace`: colleagues may see it. */
export type Value = { value: string; none: string; sharedInWorkspace: boolean };
export type Secrets = {
  words: { brief: string; product: string };
  ids: { ad: string; file: string; product: string; kit: string; copy: string; intake: string };
  values: Value[];
  /** A route with its parameters filled in: with the ids of this person, or with what `other` makes. */
  paths(route: string, other?: () => string): string;
  owner: Visitor;
};

const word = (): string => `zq${randomBytes(5).toString('hex')}`;

export async function plantSecrets(on: PortalGround): Promise<Secrets> {
  const { slack, held } = on;
  const { owners, steps, kits, settings } = held.app.stores.database;
  const words = { brief: word(), product: word() };
  const owner = await visitor(on);
  const { person } = owner;
  const channel = slack.channel(`room-${randomId()}`);
  const identity = { platform: 'slack', workspace: slack.team, person: person.id };
  await settings.save(identity, { keepPhotos: true });
  await ask(person, channel, `Good ${words.brief} coffee. €5`, { places: ['snapchat'], audience: 'me' });
  const message = await result(slack, person.direct().id, () => true, person);
  const formWith = (field: string) => person.waitForView((view) => JSON.stringify(view.view).includes(`"block_id":"${field}"`));
  await pressMore(slack, person, message, 'Save this product');
  await person.submit(await formWith('link'), { name: words.product });
  await told(slack, person, words.product);
  const before = person.ephemerals().length;
  await person.command('/ad', 'brand', { channel });
  const list = await slack.waitFor(() => person.ephemerals()[before], { withinMs: 15_000, what: 'the brands' });
  await person.press(list, 'new-kit');
  await sendForm(person, await formWith('tone'), { name: 'Fjord' });
  await told(slack, person, 'Fjord');
  const ownerId = (await owners.find(identity)) ?? '';
  const { ads, products } = await owners.belongings(ownerId);
  const [ad = '', product = ''] = [ads[0], products[0]];
  const [kit] = await kits.ofWorkspace((await owners.findWorkspace(identity)) ?? '');
  const ids = {
    ad,
    product,
    file: (await steps.creativeIds(ad))[0] ?? '',
    kit: kit?.id ?? '',
    copy: (await startCopy(owner.browser)).split('/').at(-1) ?? '',
    intake: (await idsOfIntakes(on))[0] ?? '',
  };
  if (Object.values(ids).some((id) => id === '')) throw new Error(`Something is missing: ${JSON.stringify(ids)}`);
  const own = (value: string, none: string): Value => ({ value, none, sharedInWorkspace: false });
  return {
    words,
    ids,
    owner,
    values: [
      own(ids.ad, randomId()),
      own(`again:${ids.ad}`, `again:${randomId()}`),
      own(`${ids.ad}:0`, `${randomId()}:0`),
      own(`ad:${ids.ad}`, `ad:${randomId()}`),
      own(`intake:${ids.intake}`, `intake:${randomId()}`),
      own(ids.product, randomId()),
      own(ids.copy, randomId()),
      { ...own(ids.kit, randomId()), sharedInWorkspace: true },
    ],
    paths: (route, other) => route.replaceAll(/:(\w+)/gu, (_, name: string) => other?.() ?? idFor(route, name, ids)),
  };
}

/** A route with a parameter that is not known here must be thought about. */
function idFor(route: string, name: string, ids: Secrets['ids']): string {
  const known: Record<string, string> = {
    '/ads/:ad/:file ad': ids.ad,
    '/ads/:ad/:file file': ids.file,
    '/data/:id id': ids.copy,
  };
  const id = known[`${route} ${name}`];
  if (id === undefined) throw new Error(`What stands behind :${name} in ${route}? Add it to the secrets.`);
  return id;
}

async function idsOfIntakes({ held }: PortalGround): Promise<string[]> {
  const rows = await held.app.stores.database.connection.prisma.intake.findMany({
    where: { input: { not: null } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Everything of theirs as it lies in the database, for telling whether somebody changed it. */
export async function snapshotOf({ held }: PortalGround, { ids, owner }: Secrets): Promise<unknown> {
  const { database } = held.app.stores;
  const { prisma } = database.connection;
  const [ad, product, kit, copy] = await Promise.all([
    prisma.ad.findUnique({ where: { id: ids.ad }, include: { photos: true, creatives: true, sentFiles: true } }),
    prisma.product.findUnique({ where: { id: ids.product }, include: { photos: true } }),
    prisma.brandKit.findUnique({ where: { id: ids.kit }, include: { usedIn: true } }),
    prisma.privacyRequest.findUnique({ where: { id: ids.copy } }),
  ]);
  const account = (await owner.browser.get('/account')).html.includes(owner.email);
  return { ad, product, kit, copy, account, ads: await prisma.ad.count(), consents: await prisma.consent.count() };
}
