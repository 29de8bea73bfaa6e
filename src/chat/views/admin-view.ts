/** What `/ad admin` shows: the rules, the room that is used, what is under way and what was finished lately. */
import type { StorageUse } from '../../accounts/storage-quota.ts';
import type { WorkspaceRules } from '../../accounts/workspace-rules.ts';
import type { AdState } from '../../generation/ad.ts';
import type { Button, Line, MessageView, Span } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { deleteButton } from './ad-views.ts';
import { bold, fine, plain } from './lines.ts';

/** `title`: null for a private one. `ahead`: how many are drawn before it, where it waits. `person`: null where nobody is known. */
export type ListedAd = {
  id: string;
  title: string | null;
  state: AdState;
  person: string | null;
  createdAt: number;
  ahead: number | null;
};

export type Overview = { rules: WorkspaceRules; storage: StorageUse; open: ListedAd[]; more: number; finished: ListedAd[] };

export function adminView(words: Wording, { rules, storage, open, more, finished }: Overview): MessageView {
  const { admin } = words;
  const shown = [...open, ...finished];
  const lineOf = (ad: ListedAd) => line(words, ad, shown.indexOf(ad) + 1);
  return {
    summary: admin.title,
    lines: [
      bold(admin.title),
      plain(admin.rules({ are: rules.who.are, everywhere: rules.channels === null, openAds: rules.openAds })),
      plain(admin.storage(storage)),
      ...(storage.isNearlyFull ? [fine(words.team.storageNearlyFull(storage.percent))] : []),
      bold(admin.underWay),
      ...(open.length > 0 ? open.map(lineOf) : [plain(admin.nothing)]),
      ...(more > 0 ? [fine(admin.more(more))] : []),
      ...(finished.length > 0 ? [bold(admin.finished), ...finished.map(lineOf)] : []),
    ],
    buttons: [
      { action: 'workspace-rules', value: 'rules', label: admin.change, style: 'primary' },
      ...open.map(({ id }, index): Button => ({ action: 'cancel-ad', value: id, label: admin.stop(index + 1) })),
      ...finished.map(({ id }, index) => deleteButton(words, id, admin.remove(open.length + index + 1))),
    ],
  };
}

function line({ admin, ownAds }: Wording, ad: ListedAd, number: number): Line {
  const state = ad.ahead === null ? ownAds.state(ad.state) : admin.inLine(ad.ahead + 1);
  const told = admin.line(number, ad.title ?? admin.privateAd, state, new Date(ad.createdAt));
  const person: Span[] = ad.person === null ? [] : [' · ', { person: ad.person }];
  return { spans: [told, ...person] };
}
