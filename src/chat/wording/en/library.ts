/** English: choosing among ideas, and what a person made. */
import { neverHere } from '../../../errors.ts';
import type { AdState } from '../../../generation/ad.ts';
import type { Approval } from '../../../generation/approval.ts';
import type { TextField } from '../../../generation/placements.ts';
import { inLocale } from '../in-locale.ts';

const { day, size } = inLocale('en');

export const approval = {
  askTitle: 'Ask for approval',
  askSubmit: 'Ask',
  approver: 'Who shall approve it?',
  approverHint: 'They get one message with two buttons. Any change to the ad asks anew.',
  nobody: 'Please choose a person.',
  changesTitle: 'Request changes',
  changesSubmit: 'Send',
  note: 'What should change?',
  noteMissing: 'Say in a few words what should change.',
  closed:
    'I cannot write to that person directly: they do not allow it. Nobody was asked. Ask them to allow direct messages from me, or share the ad in a channel and ask there.',
  notThere: 'That person does not see the channel where this ad is. Nobody was asked. Invite them there, or ask somebody else.',
  notYou: 'Somebody else was asked to approve this ad.',
  asked: ': ',
  asks: ' asks whether this ad may run.',
  asksPlain: 'You are asked whether an ad may run.',
  approve: 'Approve',
  requestChanges: 'Request changes',
  status(state: Approval['state']): string {
    switch (state) {
      case 'asked':
        return 'Waiting for approval by';
      case 'approved':
        return 'Approved by';
      case 'changes':
        return 'Changes requested by';
      default:
        return neverHere(state);
    }
  },
};

export const pack = {
  title: (headline: string): string => (headline ? `Files of "${headline}"` : 'Files of this ad'),
  below: 'The files are in the thread of this message. The texts are ready to copy:',
  field(field: TextField, count: number, most: number): string {
    const names: Record<TextField, string> = { primary: 'Primary text', headline: 'Headline', description: 'Description' };
    return `${names[field]}, ${count} of ${most} characters${count > most ? ': too long, please shorten it' : ''}`;
  },
  others: (count: number): string => `The texts for ${count} more places are in texts.txt.`,
  offer: 'Offer',
  points: 'Points',
  button: 'Button',
  altText: 'Alternative text, for people who cannot see the picture',
  smaller: (count: number, mostBytes: number): string =>
    `${count === 1 ? 'One file comes' : `${count} files come`} with less detail, because a direct message takes files of up to ${size(mostBytes)}.`,
  tooLarge: (names: string[]): string =>
    `Too large to be sent, even made smaller: ${names.join(', ')}. Ask whoever runs me for it.`,
};

export const proposals = {
  title: 'Three ideas. Which one shall I make in all sizes?',
  line: (number: number, look: string, headline: string): string => `${number} ${look}: ${headline}`,
  use: (number: number): string => `Use ${number}`,
  others: 'Other ideas',
  altText: 'Three advertisements side by side, numbered 1 to 3, each with its own look and headline',
};

export const ownAds = {
  title: 'Your ads',
  empty: 'You have not made an ad yet. Type /ad and a sentence to make the first.',
  none: 'No ad of yours fits that. Type /ad list to see all.',
  nothingOpen: 'Nothing of yours is being made right now.',
  line: (number: number, title: string, version: number, state: string, made: Date): string =>
    `${number}. ${title}${version > 1 ? `, version ${version}` : ''}: ${state}, ${day(made)}`,
  more: (count: number): string => `And ${count} more. Add words to narrow it down: /ad list coffee`,
  show: (number: number): string => `Show ${number}`,
  cancel: (number: number): string => `Cancel ${number}`,
  state(state: AdState): string {
    switch (state) {
      case 'preparing':
      case 'proposing':
      case 'queued':
      case 'drawing':
      case 'made':
        return 'being made';
      case 'choosing':
        return 'waiting for you to choose an idea';
      case 'delivered':
      case 'showing':
        return 'finished';
      case 'failed':
        return 'failed';
      case 'refused':
      case 'cancelled':
      case 'erasing':
        return 'ended';
      default:
        return neverHere(state);
    }
  },
};

/** Where a platform works differently from the others. */
export const platform = {
  notHere: 'I cannot work here: I could not post the result. Use me on a server that I was added to, or write to me directly.',
  buttonTooOld: 'This button is too old, and I no longer know what it was for. Type /ad generate to start again.',
  formLost: 'I restarted while your form was open, so nothing was started. Type /ad generate to begin again. Your text was:',
  openForm: 'Open the form',
  backToForm: 'Back to the form',
  makeAd: 'Make an ad',
  picturesFound: (count: number): string =>
    count === 1 ? 'Shall I make an ad from this photo?' : `Shall I make an ad from these ${count} photos?`,
  confirm: { text: 'This cannot be undone.', yes: 'Yes', no: 'No' },
};
