/** What the bot's own page shows to a person: their latest ads, who sees results, and one clear next step. */

import type { Ad } from '../generation/ad.ts';
import { type LibraryDeps, recentAds } from './library.ts';
import type { Line, MessageView, PersonRef } from './messages.ts';
import type { People } from './people.ts';
import { titleOf } from './views/library-view.ts';
import { bold, fine, plain } from './views/lines.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

export type HomeDeps = LibraryDeps & { people: Pick<People, 'learn' | 'localeOf'> };

const shown = 5;

export async function homeView(deps: HomeDeps, person: PersonRef): Promise<MessageView> {
  const [settings, ads] = await Promise.all([deps.people.learn(person), recentAds(deps, person, shown)]);
  const words = wordingIn(deps.people.localeOf(person));
  const { home } = words;
  return {
    summary: home.title,
    lines: [
      ...(ads.length === 0 ? [plain(home.none)] : [bold(home.recent), ...ads.map((ad, index) => line(words, ad, index))]),
      plain(settings.audience === 'me' ? home.audienceMe : home.audienceHere),
      fine(home.partners),
    ],
    buttons: [
      { action: 'make-ad', value: 'new', label: words.platform.makeAd, style: 'primary' },
      ...ads.flatMap((ad, index) =>
        ad.state === 'delivered' ? [{ action: 'show-ad' as const, value: ad.id, label: words.ownAds.show(index + 1) }] : [],
      ),
      { action: 'open-settings', value: 'mine', label: home.settings },
    ],
  };
}

function line(words: Wording, ad: Ad, index: number): Line {
  return plain(words.ownAds.line(index + 1, titleOf(ad), ad.version, words.ownAds.state(ad.state), new Date(ad.createdAt)));
}
