/** The ads of an account, with their files. */
import type { AdStore, StepStore } from '../../generation/ad.ts';
import { type ContentDeps, readCreative } from '../../generation/contents.ts';
import { fileName } from '../outgoing-file.ts';
import { titleOf } from '../views/library-view.ts';
import { type MembersDeps, membersOf } from './members.ts';
import type { AdSeen, PortalAds } from './portal.ts';

export type OwnAdsDeps = MembersDeps &
  ContentDeps & { ads: Pick<AdStore, 'ofOwner' | 'read'>; steps: Pick<StepStore, 'creatives'> };

/** Older ones are in the copy of everything. */
const most = 200;

export function createOwnAds(deps: OwnAdsDeps): PortalAds {
  const idsOf = async (accountId: string): Promise<string[]> => (await membersOf(deps, accountId)).map(({ ownerId }) => ownerId);
  return {
    async list(accountId) {
      const owned = await Promise.all((await idsOf(accountId)).map((id) => deps.ads.ofOwner(id, { channel: null, most })));
      const newest = owned
        .flat()
        .filter((ad) => ad.state === 'delivered' || ad.state === 'showing')
        .sort((a, b) => b.createdAt - a.createdAt)
        .slice(0, most);
      return Promise.all(
        newest.map(async (ad): Promise<AdSeen> => {
          const files = await deps.steps.creatives(ad.id);
          return {
            id: ad.id,
            title: titleOf(ad),
            version: ad.version,
            madeAt: ad.createdAt,
            files: files.map(({ id, mediaType, width, height, altText }) => ({ id, mediaType, width, height, altText })),
          };
        }),
      );
    },
    async file(accountId, adId, fileId) {
      const ad = await deps.ads.read(adId);
      if (!ad || ad.state === 'erasing' || !(await idsOf(accountId)).includes(ad.ownerId)) return null;
      const creative = (await deps.steps.creatives(adId)).find(({ id }) => id === fileId);
      if (!creative) return null;
      const { mediaType, bytes } = creative;
      return { name: fileName(creative), mediaType, bytes, read: () => readCreative(deps, creative) };
    },
  };
}
