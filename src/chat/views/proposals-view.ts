/** Three ideas to choose from, under one picture. */
import type { Proposals } from '../../generation/ad.ts';
import type { Button, MessageView, ShownPicture } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { bold, fine, plain } from './lines.ts';

export function proposalsView(
  words: Wording,
  adId: string,
  { recipes }: Proposals,
  picture: ShownPicture,
  notes: string[],
): MessageView {
  const use = (number: number): Button => ({
    action: 'use-proposal',
    value: `${adId}:${number}`,
    label: words.proposals.use(number),
  });
  const first = recipes[0];
  return {
    summary: words.proposals.title,
    lines: [
      bold(words.proposals.title),
      ...recipes.map(({ look, copy }, index) => plain(words.proposals.line(index + 1, words.lookNames[look], copy.headline))),
      ...notes.map(plain),
      ...(first ? [fine(words.understood(first.copy, first.language))] : []),
    ],
    picture,
    buttons: [
      ...recipes.map((_, index) => use(index + 1)),
      { action: 'other-ideas', value: adId, label: words.proposals.others },
      { action: 'cancel-ad', value: adId, label: words.buttons.cancel },
    ],
  };
}
