/** English: who may use the bot, how much room there is, and what admins see. */
import { neverHere } from '../../../errors.ts';

const number = (value: number): string => new Intl.NumberFormat('en').format(value);
const moment = (date: Date): string =>
  new Intl.DateTimeFormat('en', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(date);

export type WhoMayUse = 'everyone' | 'admins' | 'chosen';

export const team = {
  notForYou: 'I am not open to you yet, so nothing was made. Ask an admin of this workspace to open me to you: /ad admin',
  notHere:
    'I am not open in this channel, so nothing was made. Type /ad in another one, or ask an admin of this workspace to open me here: /ad admin',
  notAdmin: 'Only admins of this workspace can do this, in one of its channels.',
  stopped: 'Stopped. The person who asked for it was told.',
  removed: 'Deleted. The person who asked for it was told.',
  stoppedForYou: (title: string): string =>
    `An admin of your workspace stopped your ad "${title}". Nothing more will be made of it.`,
  removedForYou: (title: string): string => `An admin of your workspace deleted your ad "${title}".`,
  storageNearlyFull: (percent: number): string =>
    `The storage of this workspace is ${number(percent)} % full. Delete ads that are no longer needed: /ad list`,
  storageFull: (mostMb: number): string =>
    `The storage of this workspace is full (${number(mostMb)} MB), so nothing was made. Delete ads that are no longer needed: type /ad list, press Show 1, then More and Delete. Admins see all of them with /ad admin.`,
  makeOwn: 'Make my own',
  photosOfCopy: (count: number): string =>
    count === 0
      ? 'The photo of that ad was forgotten after it was made. Please add one.'
      : 'The photos of that ad are taken over. Yours come first if you add some.',
  copyWithoutPhotos: 'The photos of that ad are gone by now. Press Retry and add one; nothing was made yet.',
};

export const admin = {
  title: 'The bot in this workspace',
  rules({ are, everywhere, openAds }: { are: WhoMayUse; everywhere: boolean; openAds: number }): string {
    const who: Record<WhoMayUse, string> = {
      everyone: 'Everyone may use me',
      admins: 'Only admins may use me',
      chosen: 'Admins and those they chose may use me',
    };
    const where = everywhere ? 'in every channel' : 'in chosen channels';
    return `${who[are]}, ${where}. Ads under way per person: ${number(openAds)} at most.`;
  },
  storage: ({ usedMb, mostMb, percent }: { usedMb: number; mostMb: number; percent: number }): string =>
    `Storage: ${number(usedMb)} of ${number(mostMb)} MB (${number(percent)} %).`,
  underWay: 'Under way',
  nothing: 'Nothing is being made right now.',
  finished: 'Finished lately',
  privateAd: 'private ad',
  line: (at: number, title: string, state: string, asked: Date): string => `${at}. ${title}: ${state}, ${moment(asked)} UTC`,
  inLine: (place: number): string => `place ${number(place)} in the queue`,
  more: (count: number): string => `And ${number(count)} more.`,
  change: 'Change the rules',
  stop: (at: number): string => `Stop ${at}`,
  remove: (at: number): string => `Delete ${at}`,

  formTitle: 'Rules',
  save: 'Save',
  saved: 'Saved. It holds everywhere within a minute.',
  who: 'Who may use me?',
  whoOption(who: WhoMayUse): string {
    switch (who) {
      case 'everyone':
        return 'Everyone here';
      case 'admins':
        return 'Only admins';
      case 'chosen':
        return 'Admins and those chosen below';
      default:
        return neverHere(who);
    }
  },
  chosen: 'People who may use me',
  chosenWithRoles: 'People and roles that may use me',
  chosenHint: 'Only with the third answer above.',
  chosenMissing: 'Please choose at least one.',
  channels: 'Channels where ads may be asked for',
  channelsHint: 'Left empty: all of them. A thread counts as its channel.',
  openAds: 'Ads under way per person',
  openAdsHint: (least: number, most: number): string => `A number from ${least} to ${most}.`,
  openAdsWrong: (least: number, most: number): string => `Please enter a number from ${least} to ${most}.`,
  storageMb: 'Storage in megabytes',
  storageHint: (mostMb: number): string => `Left empty: ${number(mostMb)}, the most that is allowed here.`,
  storageWrong: 'Please enter a whole number, without dots or commas, or leave it empty.',
};

export const welcome = {
  hello: 'Hello! I turn a product photo and a sentence into finished ads, in every size you need.',
  steps: [
    '1. Invite me to a channel where ads are to be made.',
    '2. Make the first ad there: /ad',
    '3. Give me your brand: /ad brand',
    '4. Say who may use me, and where: /ad admin',
  ],
  sample: 'Make a sample ad',
  sampleBrief: 'Fjord cold brew coffee, smooth and never bitter. €19.90 instead of €24.90',
  samplePhoto: 'My own sample photo is used. Add a photo to make an ad of your product instead.',
};
