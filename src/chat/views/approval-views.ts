/** Asking for approval, and the answer. */
import type { Ad } from '../../generation/ad.ts';
import type { Approval } from '../../generation/approval.ts';
import type { Line, MessageView, PersonRef, ShownPicture } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { bold } from './lines.ts';

type Asked = Pick<Ad, 'id' | 'recipe'> & { asker: PersonRef; approver: PersonRef; picture: ShownPicture | null };

export function askedView({ approval: words }: Wording, { id, recipe, asker, approver, picture }: Asked): MessageView {
  return {
    summary: words.asksPlain,
    lines: [
      { spans: [{ person: approver.person }, words.asked, { person: asker.person }, words.asks] },
      ...(recipe?.copy.headline ? [bold(recipe.copy.headline)] : []),
    ],
    ...(picture ? { picture } : {}),
    buttons: [
      { action: 'approve', value: id, label: words.approve, style: 'primary' },
      { action: 'request-changes', value: id, label: words.requestChanges },
    ],
  };
}

export const statusLine = ({ approval: words }: Wording, { state, approver, note }: Approval): Line => ({
  // Nobody: they are erased, and what they said stays.
  spans: [
    { bold: words.status(state) },
    ...(approver.person ? [' ', { person: approver.person }] : []),
    ...(note ? [`: ${note}`] : []),
  ],
});

export const answeredView = (words: Wording, approval: Approval): MessageView => ({
  summary: words.approval.status(approval.state),
  lines: [statusLine(words, approval)],
  buttons: [],
});
