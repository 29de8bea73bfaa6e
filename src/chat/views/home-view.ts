/** The bot's own page for one person: their latest ads, their brand, what they agreed to, and one clear next step. */
import type { Ad } from '../../generation/ad.ts';
import type { PartnerHere } from '../../privacy/partners.ts';
import type { Button, Line, MessageView } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { titleOf } from './library-view.ts';
import { bold, fine, plain } from './lines.ts';

/** `keepsPhotos` null: they have not agreed to be known yet. `agreed`: ids of partners. */
export type HomeFacts = {
  ads: readonly Pick<Ad, 'id' | 'state' | 'version' | 'brief' | 'recipe' | 'createdAt'>[];
  /** Whether each can be brought back. */
  isShowable(ad: Pick<Ad, 'state'>): boolean;
  kits: readonly { name: string; isDefault: boolean }[];
  audience: 'here' | 'me';
  keepsPhotos: boolean | null;
  partners: readonly Pick<PartnerHere, 'id' | 'name' | 'isReady'>[];
  agreed: readonly string[];
};

type NextStep = { kind: 'first-ad' | 'brand' | 'another-ad' } | { kind: 'choose'; adId: string; title: string };

/** What was begun comes first; consent is never a step, so that nobody is led to it. */
export function nextStep({ ads, kits }: Pick<HomeFacts, 'ads' | 'kits'>): NextStep {
  const waiting = ads.find(({ state }) => state === 'choosing');
  if (waiting) return { kind: 'choose', adId: waiting.id, title: titleOf(waiting) };
  if (ads.length === 0) return { kind: 'first-ad' };
  return { kind: kits.length === 0 ? 'brand' : 'another-ad' };
}

export function homeView(words: Wording, facts: HomeFacts): MessageView {
  const { home } = words;
  const { ads } = facts;
  const step = nextStep(facts);
  const primary = primaryButton(words, step);
  const others: Button[] = [
    { action: 'make-ad', value: 'new', label: words.platform.makeAd },
    ...ads.flatMap((ad, index): Button[] =>
      facts.isShowable(ad) ? [{ action: 'show-ad', value: ad.id, label: words.ownAds.show(index + 1) }] : [],
    ),
    { action: 'open-settings', value: 'mine', label: home.settings },
  ];
  return {
    summary: home.title,
    lines: [
      { spans: [{ bold: home.next }, ' ', stepWords(words, step)] },
      ...(ads.length === 0 ? [] : [bold(home.recent), ...ads.map((ad, index) => adLine(words, ad, index))]),
      plain(brandWords(words, facts)),
      plain(facts.audience === 'me' ? home.audienceMe : home.audienceHere),
      plain(facts.keepsPhotos === null ? home.notAccepted : facts.keepsPhotos ? home.photosKept : home.photosForgotten),
      fine(consentWords(words, facts)),
    ],
    buttons: [primary, ...others.filter(({ action, value }) => action !== primary.action || value !== primary.value)],
  };
}

function stepWords({ home }: Wording, step: NextStep): string {
  switch (step.kind) {
    case 'first-ad':
      return home.firstAd;
    case 'choose':
      return home.choose(step.title);
    case 'brand':
      return home.makeBrand;
    case 'another-ad':
      return home.anotherAd;
  }
}

function primaryButton(words: Wording, step: NextStep): Button {
  const style = 'primary' as const;
  switch (step.kind) {
    case 'choose':
      return { action: 'show-ad', value: step.adId, label: words.home.chooseButton, style };
    case 'brand':
      return { action: 'new-kit', value: 'new', label: words.brand.newKit, style };
    case 'first-ad':
    case 'another-ad':
      return { action: 'make-ad', value: 'new', label: words.platform.makeAd, style };
  }
}

const adLine = (words: Wording, ad: HomeFacts['ads'][number], index: number): Line =>
  plain(words.ownAds.line(index + 1, titleOf(ad), ad.version, words.ownAds.state(ad.state), new Date(ad.createdAt)));

function brandWords({ home }: Wording, { kits }: HomeFacts): string {
  const usual = kits.find(({ isDefault }) => isDefault);
  if (usual) return home.brandUsual(usual.name);
  return kits.length === 0 ? home.brandNone : home.brandChosen(kits.length);
}

function consentWords({ home }: Wording, { partners, agreed }: HomeFacts): string {
  const ready = partners.filter(({ isReady }) => isReady);
  if (ready.length === 0) return home.partners;
  const names = (some: typeof ready): string[] => some.map(({ name }) => name);
  const given = ready.filter(({ id }) => agreed.includes(id));
  return given.length > 0 ? home.consentGiven(names(given)) : home.consentNone(names(ready));
}
