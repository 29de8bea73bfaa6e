/** A list of ads with a button for each. */
import type { Ad } from '../../generation/ad.ts';
import type { ActionId, MessageView } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { bold, fine, plain } from './lines.ts';

const mostTitle = 60;

export function libraryView(words: Wording, ads: readonly Ad[], options: { action: ActionId; more: number }): MessageView {
  const line = (ad: Ad, index: number): string =>
    words.ownAds.line(index + 1, titleOf(ad), ad.version, words.ownAds.state(ad.state), new Date(ad.createdAt));
  return {
    summary: words.ownAds.title,
    lines: [
      bold(words.ownAds.title),
      ...ads.map((ad, index) => plain(line(ad, index))),
      ...(options.more > 0 ? [fine(words.ownAds.more(options.more))] : []),
    ],
    buttons: ads.map((ad, index) => ({
      action: options.action,
      value: ad.id,
      label: options.action === 'cancel-ad' ? words.ownAds.cancel(index + 1) : words.ownAds.show(index + 1),
    })),
  };
}

export function titleOf(ad: Pick<Ad, 'brief' | 'recipe'>): string {
  const title = (ad.recipe?.copy.headline || ad.brief.text).replace(/\s+/gu, ' ').trim();
  return title.length <= mostTitle ? title : `${[...title].slice(0, mostTitle - 1).join('')}…`;
}
