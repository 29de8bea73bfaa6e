/** What is kept of a whole workspace: what its admins said, whether it was welcomed, and how much room it takes. */
import { describe, expect, it } from 'vitest';
import { rulesAtFirst, type WorkspaceRules } from '../../src/accounts/workspace-rules.ts';
import type { Creative } from '../../src/generation/ad.ts';
import { randomId } from '../../src/ids.ts';
import { canary, databaseForTests, databaseKinds, facts } from '../support/database-for-test.ts';

describe.each(databaseKinds)('the records of a workspace on %s', (kind) => {
  const on = databaseForTests(kind);
  const newWorkspace = () => ({ platform: 'test', workspace: randomId() });
  const rules: WorkspaceRules = {
    who: { are: 'chosen', people: [canary], roles: ['r'] },
    channels: ['c'],
    openAds: 2,
    storageMb: 10,
  };

  it('keep what an admin said, sealed, also where nobody of the workspace was known', async () => {
    const { workspaceRules, connection } = on.database;
    const workspace = newWorkspace();
    expect(await workspaceRules.read(workspace)).toBeNull();
    await workspaceRules.save(workspace, rules);
    expect(await workspaceRules.read(workspace)).toEqual(rules);
    await workspaceRules.save(workspace, rulesAtFirst('admins'));
    expect(await workspaceRules.read(workspace)).toEqual(rulesAtFirst('admins'));
    expect(await workspaceRules.read(newWorkspace())).toBeNull();
    const rows = await connection.prisma.owner.findMany({ select: { settings: true } });
    expect(rows.some(({ settings }) => Buffer.from(settings ?? []).includes(canary))).toBe(false);
  });

  it('lose nothing when two things change at the same moment', async () => {
    const { workspaceRules } = on.database;
    const workspace = newWorkspace();
    await Promise.all([workspaceRules.save(workspace, rules), workspaceRules.noteWelcomed(workspace)]);
    expect(await workspaceRules.isWelcomed(workspace)).toBe(true);
    expect(await workspaceRules.read(workspace)).toEqual(rules);
  });

  it('remember a welcome over a leaving, and forget all of it with the workspace', async () => {
    const { workspaceRules, owners } = on.database;
    const workspace = newWorkspace();
    expect(await workspaceRules.isWelcomed(workspace)).toBe(false);
    await workspaceRules.noteWelcomed(workspace);
    const id = await owners.leave(workspace);
    expect(await workspaceRules.isWelcomed(workspace)).toBe(true);
    await owners.remove(id ?? '');
    expect(await workspaceRules.isWelcomed(workspace)).toBe(false);
  });

  it('count the bytes of photos and finished files of that workspace alone', async () => {
    const { ads, photos, steps, owners, workspaceAds } = on.database;
    const inWorkspace = async (workspace: string, person: string) => {
      const { ownerId, workspaceOwnerId } = await owners.ensureMember({ platform: 'test', workspace, person });
      const id = randomId();
      await ads.create({ ...(await on.newAd()), id, rootId: id, ownerId });
      return { id, ownerId, workspaceOwnerId };
    };
    const [mine, theirs] = [randomId(), randomId()];
    const [first, second, other] = [
      await inWorkspace(mine, 'anna'),
      await inWorkspace(mine, 'bela'),
      await inWorkspace(theirs, 'cleo'),
    ];
    expect(await workspaceAds.storedBytes(first.workspaceOwnerId)).toBe(0);
    for (const [bytes, { id: adId, ownerId }] of [
      [300_000_000, first],
      [20, second],
      [1, other],
    ] as const) {
      const id = randomId();
      await on.keyring.create(`photo:${id}`, `owner:${ownerId}`);
      await photos.add({ id, ownerId, position: 0, keep: true, hasCutout: true, bytes, facts }, adId);
    }
    await ads.move(first.id, ['preparing', 'queued'], 'queued');
    await ads.move(first.id, ['queued'], 'drawing', { runner: 'r' });
    await steps.start(first.id, 'r', 's');
    const creative: Creative = {
      id: randomId(),
      adId: first.id,
      format: 'square',
      mediaType: 'image/jpeg',
      width: 1,
      height: 1,
      bytes: 2_000_000_000,
      altText: 'x',
    };
    await steps.finish(first.id, 'r', 's', { creative });
    expect(await workspaceAds.storedBytes(first.workspaceOwnerId)).toBe(2_300_000_020);
    expect(await workspaceAds.storedBytes(other.workspaceOwnerId)).toBe(1);
    expect(new Set((await workspaceAds.open(first.workspaceOwnerId)).map(({ id }) => id))).toEqual(
      new Set([first.id, second.id]),
    );
    await ads.move(second.id, ['preparing', 'queued'], 'delivered');
    expect((await workspaceAds.finished(first.workspaceOwnerId, 5)).map(({ id }) => id)).toEqual([second.id]);
    expect((await workspaceAds.open(first.workspaceOwnerId)).map(({ id }) => id)).toEqual([first.id]);
  });
});
