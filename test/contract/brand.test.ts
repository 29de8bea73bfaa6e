/** What the database keeps of brand kits and saved products. */
import { describe, expect, it } from 'vitest';
import type { KitFacts } from '../../src/brand/kit.ts';
import { kitOwners } from '../../src/chat/kit-owners.ts';
import type { Membership } from '../../src/chat/membership.ts';
import { createShelf } from '../../src/chat/shelf.ts';
import { randomId } from '../../src/ids.ts';
import { canary, databaseForTests, databaseKinds, facts, person } from '../support/database-for-test.ts';

const kitFacts: KitFacts = {
  name: `${canary} brand`,
  colours: ['#123a5a'],
  webAddress: `${canary}.example`,
  buttonText: '',
  smallPrint: '',
  tone: '',
  neverSay: [canary],
  isOpen: false,
  editors: [canary],
  font: null,
};
const productFacts = { name: `${canary} bread`, price: '€5', link: '' };

describe.each(databaseKinds)('the stores of brands on %s', (kind) => {
  const on = databaseForTests(kind);

  const workspace = async (name = randomId()) => {
    const { ownerId, workspaceOwnerId } = await on.database.owners.ensureMember({ ...person, workspace: name });
    return { makerId: ownerId, ownerId: workspaceOwnerId };
  };
  const addKit = async (owner: { makerId: string; ownerId: string }, name = kitFacts.name) => {
    const id = randomId();
    await on.database.kits.add({ id, ...owner, facts: { ...kitFacts, name } });
    on.clock.advance(1);
    return id;
  };

  it('give back a kit as it was stored, and nothing of it stands in a row', async () => {
    const owner = await workspace();
    const id = await addKit(owner);
    expect(await on.database.kits.read(id)).toEqual({ id, ...owner, isDefault: true, hasLogo: false, facts: kitFacts });
    const rows = await on.connection.prisma.brandKit.findMany();
    expect(Buffer.concat(rows.map((row) => row.facts)).toString('latin1')).not.toContain('canary');
  });

  it('make one kit per request, however often it is carried out', async () => {
    const owner = await workspace();
    const id = await addKit(owner);
    await on.database.kits.add({ id, ...owner, facts: { ...kitFacts, name: 'Again' } });
    expect((await on.database.kits.ofWorkspace(owner.ownerId)).map((kit) => [kit.facts.name, kit.isDefault])).toEqual([
      ['Again', true],
    ]);
  });

  it('offer a linked person the kits of every workspace they are a member of at that moment', async () => {
    const { owners, accounts, kits, products } = on.database;
    const anna = (workspace: string) => ({ platform: 'test', workspace, person: 'anna' });
    const [here, there, strange] = [randomId(), randomId(), randomId()];
    const members = [];
    for (const [name, kit] of [
      [here, 'Own'],
      [there, 'Linked'],
      [strange, 'Strange'],
    ] as const) {
      const { ownerId, workspaceOwnerId } = await owners.ensureMember(anna(name));
      members.push(ownerId);
      await addKit({ makerId: ownerId, ownerId: workspaceOwnerId }, kit);
    }
    const left = new Set<string>();
    const standing = { isAdmin: false, roles: [] };
    const membership: Membership = {
      opensTo: 'everyone',
      hasRoles: false,
      known: () => null,
      standings: async ({ workspace }) => (left.has(workspace) ? [] : [{ workspace, standing }]),
      channelOf: async ({ channel }) => channel,
    };
    const chatOf = () => ({ membership });
    const offered = async () => {
      const shelf = createShelf({ owners, accounts, kits, products, chatOf, clock: on.clock });
      return (await shelf.learn(anna(here))).kits.map(({ name, isLinked }) => [name, isLinked]);
    };
    expect(await offered()).toEqual([['Own', false]]);
    const accountId = await accounts.ensure(members[0] ?? '');
    await accounts.merge(await accounts.ensure(members[1] ?? ''), accountId);
    expect(await offered()).toEqual([
      ['Own', false],
      ['Linked', true],
    ]);
    const linked = await owners.findWorkspace(anna(there));
    expect(await kitOwners({ owners, accounts, chatOf }, anna(here))).toMatchObject({ linked: [linked] });
    left.add(there);
    expect(await offered()).toEqual([['Own', false]]);
    expect(await kitOwners({ owners, accounts, chatOf }, anna(here))).toMatchObject({ linked: [] });
  });

  it('know the kit of a channel, else that of the workspace, and never one of another workspace', async () => {
    const [owner, other] = [await workspace(), await workspace()];
    const [first, second] = [await addKit(owner), await addKit(owner)];
    const { kits } = on.database;
    expect(await kits.usedIn(owner.ownerId, 'room')).toMatchObject({ id: first });
    await kits.useIn(second, 'room');
    expect(await kits.usedIn(owner.ownerId, 'room')).toMatchObject({ id: second });
    expect(await kits.usedIn(owner.ownerId, 'elsewhere')).toMatchObject({ id: first });
    expect(await kits.usedIn(owner.ownerId, 'room')).toEqual({ id: second, isChosen: true });
    await kits.useIn(null, 'room');
    expect(await kits.usedIn(owner.ownerId, 'room')).toEqual({ id: first, isChosen: false });
    await kits.useIn(second, 'room');
    expect(await kits.usedIn(other.ownerId, 'room')).toBeNull();
    await kits.useEverywhere(second);
    expect((await kits.ofWorkspace(owner.ownerId)).map((kit) => kit.isDefault)).toEqual([false, true]);
    await kits.remove(second);
    expect(await kits.usedIn(owner.ownerId, 'room')).toBeNull();
  });

  it('count a kit whose key is gone as no kit', async () => {
    const owner = await workspace();
    const id = await addKit(owner);
    await on.keyring.destroy(`kit:${id}`);
    expect(await on.database.kits.read(id)).toBeNull();
    expect(await on.database.kits.ofWorkspace(owner.ownerId)).toEqual([]);
  });

  it('know which kit has a logo', async () => {
    const id = await addKit(await workspace());
    expect(await on.database.index.hasLogo(id)).toBe(false);
    await on.database.kits.setLogo(id, true);
    expect(await on.database.index.hasLogo(id)).toBe(true);
    expect(await on.database.index.hasKit(id)).toBe(true);
    expect(await on.database.index.hasKit(randomId())).toBe(false);
  });

  it('keep the photos of a product apart from the ad they came with', async () => {
    const ad = await on.newAd();
    await on.database.ads.create(ad);
    const photoId = randomId();
    await on.keyring.create(`photo:${photoId}`, `owner:${ad.ownerId}`);
    const { photos, products } = on.database;
    await photos.add({ id: photoId, ownerId: ad.ownerId, position: 0, keep: false, hasCutout: true, bytes: 1_000, facts }, ad.id);
    const id = randomId();
    await products.add({ id, ownerId: ad.ownerId, facts: productFacts, photoIds: [photoId] });
    expect(await products.read(id)).toEqual({ id, ownerId: ad.ownerId, facts: productFacts, photoIds: [photoId] });
    expect(await photos.idsOfAd(ad.id)).toEqual([{ id: photoId, keep: true }]);
    expect(await photos.isUsedElsewhere(photoId, ad.id, { openOnly: false })).toBe(true);
    expect(await products.photosOfItsOwn(id), 'the ad uses it too').toEqual([]);
    await on.database.ads.remove(ad.id, { keepRequest: false });
    expect(await photos.overdue(on.clock.now() + 1)).not.toContain(photoId);
    expect(await products.photosOfItsOwn(id)).toEqual([photoId]);
    await products.remove(id);
    expect(await photos.overdue(on.clock.now() + 1)).toContain(photoId);
    await photos.remove(photoId);
  });

  it('list the products of a person, newest first, and of nobody else', async () => {
    const { makerId } = await workspace();
    const ids = [randomId(), randomId()];
    for (const id of ids) {
      await on.database.products.add({ id, ownerId: makerId, facts: productFacts, photoIds: [] });
      on.clock.advance(1);
    }
    expect((await on.database.products.ofOwner(makerId)).map((one) => one.id)).toEqual([...ids].reverse());
    expect(await on.database.products.ofOwner((await workspace()).makerId)).toEqual([]);
  });
});
