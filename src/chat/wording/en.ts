/** English: every sentence the bot says. Functions take the facts and return plain text; nothing here is ever interpreted as mark-up. */

import { neverHere } from '../../errors.ts';
import type { AdProblem } from '../../generation/ad.ts';
import type { BriefProblem } from '../../generation/brief.ts';
import type { PhotoWarning } from '../../generation/photo.ts';
import type { SourceProblem } from '../../generation/prepare-photos.ts';
import type { Stage } from '../../generation/progress.ts';
import type { Copy, Language, LookId, Route } from '../../generation/recipe.ts';
import { localeNames } from '../locale.ts';

import { account } from './en/account.ts';
import { brand, product } from './en/brand.ts';
import { commands } from './en/commands.ts';
import { exportPage } from './en/export.ts';
import { buttons, form, help, settings } from './en/forms.ts';
import { home } from './en/home.ts';
import { approval, ownAds, pack, platform, proposals } from './en/library.ts';
import { byMail } from './en/mail.ts';
import { notAllowed } from './en/permissions.ts';
import { portal } from './en/portal.ts';
import { policy, privacy } from './en/privacy.ts';
import { admin, team, welcome } from './en/team.ts';
import { inLocale } from './in-locale.ts';

const { number, size } = inLocale('en');
const ordinal = (value: number): string => {
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${value}${suffix[new Intl.PluralRules('en', { type: 'ordinal' }).select(value)]}`;
};
const about = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? 'less than a minute' : minutes === 1 ? 'about a minute' : `about ${number(minutes)} minutes`;
};
const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  ja: 'Japanese',
  zh: 'Simplified Chinese',
  other: 'Another language',
};
const lookNames: Record<LookId, string> = {
  editorial: 'Editorial',
  block: 'Block',
  spotlight: 'Spotlight',
  magazine: 'Magazine',
  minimal: 'Minimal',
  offer: 'Offer',
};

const routeNames: Record<Route, string> = {
  cutout: 'product cut out',
  multiply: 'white background tinted',
  framed: 'whole photo',
};

export const en = {
  languageNames,
  lookNames,

  stage(stage: Stage, ahead: number, waitMs: number | null): string {
    switch (stage) {
      case 'looking':
        return 'Looking at your photo…';
      case 'ideas':
        return 'Drawing three ideas…';
      case 'queued':
        return ahead === 0
          ? 'Queued, you are next.'
          : `Queued, ${ordinal(ahead + 1)} in line${waitMs === null ? '' : `, ${about(waitMs)}`}. You can leave; the result comes to this place.`;
      case 'stills':
        return 'Drawing the pictures…';
      case 'film':
        return 'Drawing the video…';
      case 'delivering':
        return 'Putting the files into the thread…';
      default:
        return neverHere(stage);
    }
  },

  briefProblem(problem: BriefProblem): string {
    switch (problem.kind) {
      case 'no-words':
        return 'Say in a few words what the ad is about, for example: Cold brew coffee, smooth and never bitter, €19.90.';
      case 'too-long':
        return `This has ${number(problem.actual)} characters; ${number(problem.limit)} fit. Please shorten it.`;
      case 'unknown-place':
        return `I do not know the place "${problem.place}".`;
      case 'no-photo':
        return 'Add at least one photo of the product.';
      case 'too-many-photos':
        return `These are ${problem.actual} photos; up to ${problem.limit} can go into one ad.`;
      default:
        return neverHere(problem);
    }
  },

  fileTooBig: (name: string, limitBytes: number): string =>
    `${name} is larger than ${number(Math.floor(limitBytes / 1_000_000))} MB, the most a form can take. Make it smaller, or post it as a message and use "Make an ad from this".`,

  photoProblem(problem: SourceProblem): string {
    switch (problem.kind) {
      case 'empty':
        return 'it is an empty file. Please choose another photo.';
      case 'not-a-picture':
        return 'it is not a picture, whatever its name says. JPEG, PNG, WebP, AVIF, TIFF and HEIC work.';
      case 'document-or-vector':
        return 'it is a drawing or a document (SVG, PDF), not a photo. Please export it as PNG or JPEG.';
      case 'damaged':
        return 'it is damaged or was cut off while it was saved. Please export or upload it again.';
      case 'too-many-pixels':
        return `it has ${number(problem.actual)} megapixels; ${number(problem.limit)} is the most for this kind of file. Please make it smaller.`;
      case 'too-many-bytes':
        return `it is larger than ${number(problem.limit)} MB, the most that a photo may have. Please make it smaller.`;
      case 'too-small':
        return `its shorter side is ${number(problem.actual)} pixels; at least ${number(problem.limit)} are needed. Please use a larger photo.`;
      case 'took-too-long':
        return 'it took too long to open. Please export it as a plain JPEG and try again.';
      case 'gone':
        return 'it was removed before I could fetch it. Please add it again.';
      case 'unreachable':
        return 'I was not allowed to open it, or it is larger than 100 MB. Please add a smaller copy in the form.';
      default:
        return neverHere(problem);
    }
  },

  photoWarning(warning: PhotoWarning): string {
    switch (warning) {
      case 'small':
        return 'The photo is small, so the product is shown smaller than I would like. Tip: use one that is at least 1,200 pixels wide.';
      case 'blurry':
        return 'The photo looks a little blurry. Tip: wipe the lens, and let the camera focus on the product.';
      case 'animated-first-frame':
        return 'The file is animated; I used its first frame.';
      case 'background-kept':
        return 'I kept the photo whole, because the product does not stand out cleanly from its background. Tip: a plain, even background lets me cut it out.';
      default:
        return neverHere(warning);
    }
  },

  adProblem(problem: AdProblem): string {
    switch (problem) {
      case 'drawing-failed':
        return 'Drawing this ad failed several times.';
      case 'took-too-long':
        return 'Drawing this ad took longer than it may.';
      case 'too-much-memory':
        return 'Drawing this ad needed more memory than it may have.';
      case 'disk-full':
        return 'The disk of the machine I run on is full, so the files could not be stored.';
      case 'delivery-failed':
        return 'The files are ready, but I could not post them here.';
      case 'channel-gone':
        return 'That channel is archived or gone, so nothing was made. Please type /ad in another one.';
      case 'not-in-channel':
        return 'I am not a member of that channel. Invite me there, then press Retry.';
      case 'not-allowed':
        return 'I am not allowed to send messages or attach files there. Ask an admin to allow it, then press Retry.';
      case 'photo-gone':
        return 'The photo of this ad was forgotten before the ad was made.';
      default:
        return neverHere(problem);
    }
  },

  queuedInShell: (ahead: number): string => (ahead === 0 ? 'Queued, you are next.' : `Queued, ${ordinal(ahead + 1)} in line.`),
  noWorker: 'No running Adwright took it within a minute. Start one with npm start, then try again.',
  photoRefused: (count: number): string => (count === 1 ? 'I could not use this photo:' : 'I could not use these photos:'),
  nothingLost: 'Your text is kept for 24 hours: press Retry to go on with another photo.',
  keptPhotos: (names: string[]): string => `Kept from before: ${names.join(', ')}. Add more below, or leave it empty.`,
  errorId: (id: string): string => `Error ${id}`,
  gaveUp: 'Something on my side did not work for several minutes, so I stopped trying.',
  cannotWork: 'Something on my side does not work, and trying again would not help.',
  notDoneTitle: 'This could not be done.',
  tryLater: 'Please try it again later. If it happens again, tell whoever runs this bot the number of the error.',
  inputKept: 'Your text is kept for 24 hours: press Retry to send it again.',
  failedTitle: 'The ad could not be made.',
  retryHint: 'Your text and photo are kept for 24 hours: press Retry to try again.',
  directClosed:
    'You asked for a result that only you see, but I cannot write to you directly. Allow direct messages from me, then press Retry; nothing was made yet.',
  notFinished: 'This ad is not finished yet.',
  isShared: 'This ad is in the channel already.',
  takenBackUnseen:
    'It is out of the channel. I cannot write to you directly, so it is not shown anywhere now: /ad show brings it back.',
  shownWhereAsked: 'It is in the channel where you asked for it, in a new message.',
  notShown: 'I could not show the ad there: the place is gone, or I am not a member. It is still in /ad list.',
  notShared: 'I could not post it in that channel: it is gone, or I am not a member. Invite me there, then press Share again.',
  moreTitle: (headline: string): string => (headline ? `More for "${headline}"` : 'More for this ad'),
  tooManyOpen: (most: number): string =>
    `You have ${most} ads under way, which is the most at once. Wait for one, or cancel some with /ad cancel, then try again.`,
  filesSent: 'I sent you the files and texts in a direct message.',
  filesNeedDirect:
    'I send files in a direct message, but you do not let me write to you. Allow direct messages from me, then press again.',
  alreadyAsked: 'That version was asked for already: it is above, or on its way.',
  alreadyChosen: 'One of these ideas was chosen already, or the ad was cancelled.',
  cancelled: 'Cancelled. Nothing more will be made.',
  cancelTooLate: 'This ad is already finished, so there was nothing to cancel. You can delete it instead.',
  adGone: 'This ad is gone: it was deleted, or never finished. Type /ad to make a new one.',
  notYours: 'Only the person who asked for this ad can change, cancel or delete it. Type /ad to make your own.',
  photoForgotten:
    'The photo was forgotten after the ad was made, as you chose. Press Edit text to hand it over again; there you can also choose another look.',
  photoForgottenAfterFailure:
    'The photo is gone by now: it is kept for 24 hours after a failure. Press Retry to hand it over again.',
  channelGone: 'That channel is archived or gone, so nothing was made. Please type /ad in another one.',
  onlyFirst: (taken: number, given: number): string => `The message has ${given} pictures; the first ${taken} are taken.`,
  storesDown: 'Something on my side does not answer right now. Nothing is lost; please try again in a minute.',
  notTaken:
    'Not taken: something on my side did not answer, and nothing was started. Your input is still here; press the button again to retry.',
  notTakenPress: 'Not taken: something on my side did not answer, and nothing was started. Please press again.',
  formNotOpened: 'The form could not be opened in time. Nothing was started; please try again.',
  noPictureInMessage: 'This message has no picture. Add a photo here.',
  ready: 'Your ad is ready.',
  notAllowed,
  notInChannel: 'I am not in that channel, so I could not answer there and nothing was made. Invite me to it, then press Retry.',
  understood(copy: Copy, language: Language): string {
    const parts = [
      copy.price && `price ${copy.price}`,
      copy.oldPrice && `before ${copy.oldPrice}`,
      `language ${languageNames[language]}`,
      copy.button && `button "${copy.button}"`,
    ];
    return `Understood: ${parts.filter(Boolean).join(', ')}.`;
  },
  leftOut: (sentences: number): string =>
    `${sentences === 1 ? 'One sentence' : `${sentences} sentences`} of your text found no room on the picture. Press Edit text to choose what is shown.`,
  leftOutOfText: (sentences: string[]): string => `Found no room on the picture for: ${sentences.join(' ')}`,
  missingGlyphs: (characters: string[]): string => `I have no letters for ${characters.join(' ')}, so they are left out.`,
  cannotWrite: (characters: string[]): string =>
    `I have no letters for ${characters.join(' ')}, so most of your text could not be read on the ad. Nothing was made; please write it in another script.`,
  madeBy: (look: LookId, route: Route): string =>
    `${lookNames[look]} look, ${routeNames[route]}. Drawn here from your photo; no AI model and no partner was used.`,
  filesBelow: (pictures: number, films: number): string =>
    `${pictures} ${pictures === 1 ? 'picture' : 'pictures'}${films ? ` and ${films === 1 ? 'a video' : `${films} videos`}` : ''} in the thread.`,
  shownSmaller: (pixels: number, mostBytes: number): string =>
    `Shown smaller here, ${number(pixels)} pixels wide: this place takes files of up to ${size(mostBytes)}. The full files are in ${buttons.getFiles}.`,
  tooLargeHere: (count: number, mostBytes: number): string =>
    `${count === 1 ? 'One file is' : `${number(count)} files are`} not shown here: this place takes files of up to ${size(mostBytes)}. Press ${buttons.getFiles} for everything.`,
  version: (version: number): string => (version > 1 ? `Version ${version}` : ''),

  localeNames,
  commands,
  settings,
  approval,
  ownAds,
  pack,
  brand,
  product,
  platform,
  home,
  account,
  byMail,
  portal,
  privacy,
  exportPage,
  policy,
  proposals,
  team,
  admin,
  welcome,

  form,
  buttons,
  help,
};
