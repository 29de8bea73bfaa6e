/** What a person made: listing it, finding it by words or by channel, and bringing one back. */
import type { OwnerStore } from '../accounts/owners.ts';
import { type Ad, type AdStore, openStates } from '../generation/ad.ts';
import { channelKey } from './channel-key.ts';
import type { MessageView, PersonRef, Place } from './messages.ts';
import { sayingView } from './views/ad-views.ts';
import { libraryView } from './views/library-view.ts';
import type { Wording } from './wording/wording.ts';

export type LibraryDeps = { ads: Pick<AdStore, 'ofOwner'>; owners: Pick<OwnerStore, 'find'> };

export type Asked = { person: PersonRef; place: Place; query: string };

/** How many are looked through, newest first, and how many are shown. */
const searched = 500;
const shown = 10;

/** `here` alone: the ads asked for in this channel. Any other words: the ads that have them all, in the brief or on the picture. */
export async function listView(deps: LibraryDeps, words: Wording, asked: Asked): Promise<MessageView> {
  const isHere = asked.query.toLowerCase() === 'here';
  const ads = await find(deps, asked, { channel: isHere ? channelKey(asked.place) : null, words: isHere ? '' : asked.query });
  if (ads.length === 0) return sayingView(asked.query === '' ? words.ownAds.empty : words.ownAds.none);
  return libraryView(words, ads.slice(0, shown), { action: 'show-ad', more: Math.max(0, ads.length - shown) });
}

/** What can be brought back: also ideas and failures, whose message somebody may have removed. */
const showable: ReadonlySet<Ad['state']> = new Set(['delivered', 'showing', 'choosing', 'failed']);
export const isShowable = ({ state }: Pick<Ad, 'state'>): boolean => showable.has(state);

/** Brings back the one that is meant, or asks which. */
export async function showView(deps: LibraryDeps, words: Wording, asked: Asked): Promise<MessageView> {
  const ads = (await find(deps, asked, { channel: null, words: asked.query })).filter(isShowable);
  if (ads.length === 0) return sayingView(words.ownAds.none);
  return libraryView(words, ads.slice(0, asked.query === '' ? 3 : shown), { action: 'show-ad', more: 0 });
}

/** Those that can still be cancelled. */
export async function openAdsView(deps: LibraryDeps, words: Wording, asked: Asked): Promise<MessageView> {
  const open = new Set<Ad['state']>(openStates);
  const ads = (await find(deps, asked, { channel: null, words: '' })).filter((ad) => open.has(ad.state));
  if (ads.length === 0) return sayingView(words.ownAds.nothingOpen);
  return libraryView(words, ads.slice(0, shown), { action: 'cancel-ad', more: Math.max(0, ads.length - shown) });
}

/** The newest version of each of a person's ads, newest first. */
export const recentAds = async (deps: LibraryDeps, person: PersonRef, most: number): Promise<Ad[]> =>
  (await find(deps, { person }, { channel: null, words: '' })).slice(0, most);

/** The newest version of each ad that fits, newest first. */
async function find(
  deps: LibraryDeps,
  { person }: Pick<Asked, 'person'>,
  wanted: { channel: string | null; words: string },
): Promise<Ad[]> {
  const ownerId = await deps.owners.find(person);
  if (!ownerId) return [];
  const ads = await deps.ads.ofOwner(ownerId, { channel: wanted.channel, most: searched });
  const needles = wanted.words.toLowerCase().split(/\s+/u).filter(Boolean);
  const seen = new Set<string>();
  return ads.filter((ad) => {
    if (seen.has(ad.rootId) || ad.state === 'erasing') return false;
    const hay = [ad.brief.text, ...Object.values(ad.recipe?.copy ?? {})].join('\n').toLowerCase();
    if (!needles.every((needle) => hay.includes(needle))) return false;
    seen.add(ad.rootId);
    return true;
  });
}
