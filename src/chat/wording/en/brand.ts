/** English: brand kits and saved products. */
import { neverHere } from '../../../errors.ts';
import type { FontProblem } from '../../../generation/font.ts';
import type { FileProblem } from '../../../generation/prepare-photos.ts';

const number = (value: number): string => new Intl.NumberFormat('en').format(value);
const list = (words: string[]): string => new Intl.ListFormat('en').format(words.map((word) => `"${word}"`));

export const brand = {
  title: 'Brand kits of this workspace',
  none: 'There is no brand kit yet. Make one, and every ad gets its logo, colours and texts.',
  line(
    number: number,
    kit: { name: string; colours: string[]; hasLogo: boolean },
    used: { here: boolean; elsewhere: boolean },
  ): string {
    const parts = [kit.hasLogo && 'logo', kit.colours.join(' '), used.here && 'used here', used.elsewhere && 'used by default'];
    return `${number}. ${kit.name}: ${parts.filter(Boolean).join(', ') || 'texts'}`;
  },
  newKit: 'New brand kit',
  edit: (number: number): string => `Edit ${number}`,
  editRest: (number: number): string => `More of ${number}`,
  useHere: (number: number): string => `Use ${number} here`,
  useUsual: 'Use the usual one here',
  remove: (number: number): string => `Delete ${number}`,
  removeTitle: 'Delete this brand kit?',
  removeText: 'Its logo and everything stored of it are removed. Finished ads stay as they are. This cannot be undone.',
  removeYes: 'Delete',
  removeNo: 'Keep it',
  saveFromAd: 'Save as your brand',

  formTitle: 'Brand kit',
  save: 'Save',
  name: 'Name of the brand',
  colours: 'Colours',
  coloursHint: 'Up to five, the main one first, like #123a5a. Left empty: those of the logo, else of each product.',
  coloursPlaceholder: '#123a5a #f2b705',
  logo: 'Logo, font',
  logoHint: 'Logo: best as PNG with a transparent ground. Font: TTF, OTF or WOFF2, at most 5 MB.',
  logoHintKept: 'A new logo or font (TTF, OTF, WOFF2, at most 5 MB) takes the place of the old one.',
  buttonText: 'Text of the button',
  webAddress: 'Web address',
  smallPrint: 'Small print under every ad',
  smallPrintPlaceholder: '18+. T&Cs apply.',
  neverSay: 'Words that no ad may say',
  neverSayHint: 'Parted by commas.',
  tone: 'How the brand speaks',
  toneHint: 'I mind "no exclamation marks", "formal" and "informal"; the rest is for AI partners.',
  tonePlaceholder: 'Warm, short sentences, no jokes',
  isOpen: 'Who may change it?',
  isOpenNo: 'Only I',
  isOpenYes: 'Everyone in this workspace',
  editors: 'Others who may change it',
  everywhere: 'Where is it used?',
  everywhereNo: 'Where somebody chooses it',
  everywhereYes: 'Wherever no other is chosen',
  fontUse: 'What is set in the font of the brand?',
  fontUseHeadlines: 'Headlines and prices',
  fontUseEverything: 'All words',
  fontStays: 'The font it has',
  logoStays: 'The logo it has',
  logoKeep: 'Keep it',
  logoRemove: 'Remove it',

  noName: 'Please give it a name.',
  noColour: (text: string): string => `"${text}" is no colour I know. Write colours like #123a5a.`,
  tooManyColours: (most: number): string => `These are more than ${most} colours; please leave some out.`,
  tooManyWords: (most: number): string => `These are more than ${most} words; please leave some out.`,
  tooLong: (most: number): string => `This is too long: ${most} characters fit.`,

  saved: (name: string): string => `Saved. "${name}" holds from the next ad on; /ad brand shows where it is used.`,
  logoProblem: (reason: string): string => `But I could not use the logo: ${reason}`,
  fontProblem(problem: FontProblem | FileProblem): string {
    switch (problem.kind) {
      case 'not-a-font':
        return `But I could not use the font: it is not a font that I can read. TTF, OTF and WOFF2 work.`;
      case 'several-fonts':
        return `But I could not use the font: the file holds several fonts. Please choose one of them.`;
      case 'protected':
        return `But I could not use the font: its maker does not allow it to be embedded. Please use one with a licence for that.`;
      case 'letters-missing':
        return `But I could not use the font: it has no shape for ${problem.letters}.`;
      case 'too-many-bytes':
        return `But I could not use the font: it is larger than ${number(problem.limit)} MB.`;
      case 'gone':
        return `But I could not use the font: it was removed before I could fetch it. Please add it again.`;
      case 'unreachable':
        return `But I could not use the font: I was not allowed to open it. Please add it again.`;
      default:
        return neverHere(problem);
    }
  },
  inUse: (name: string): string => `Ads asked for in this channel are made with "${name}" from now on.`,
  usualAgain: 'Ads asked for in this channel are made with the usual brand kit again.',
  removed: (name: string): string => `The brand kit "${name}" is deleted.`,
  gone: 'This brand kit is gone: it was deleted. Type /ad brand to see those there are.',
  notYours: 'Only the person who made this brand kit can change or delete it, or everyone once they allow it.',
  tooMany: (most: number): string => `A workspace can have ${most} brand kits. Delete one that is no longer needed: /ad brand`,
  neverSays: (name: string, words: string[]): string =>
    `"${name}" never says ${list(words)}, and your text does. Press Retry to change it; nothing was made yet.`,

  kit: 'Brand',
  kitUsual: 'The usual one here',
  kitNone: 'None',
};

export const product = {
  title: 'Products you saved',
  none: 'You have not saved a product yet. Press More under a finished ad, then Save this product.',
  line: (number: number, facts: { name: string; price: string; link: string }): string =>
    [`${number}. ${facts.name}`, facts.price, facts.link].filter(Boolean).join(', '),
  remove: (number: number): string => `Delete ${number}`,
  removeTitle: 'Delete this product?',
  removeText: 'What is stored of it is removed, and its photos, unless an ad still uses them. This cannot be undone.',
  removeYes: 'Delete',
  removeNo: 'Keep it',
  saveFromAd: 'Save this product',

  formTitle: 'Save this product',
  save: 'Save',
  name: 'Name of the product',
  price: 'Price',
  link: 'Where can it be had?',
  kept: 'Its photos are kept until you delete the product: /ad products',

  saved: (name: string): string => `"${name}" is saved. The form of /ad offers it from now on.`,
  removed: (name: string): string => `The product "${name}" is deleted.`,
  gone: 'This product is gone: it was deleted. Type /ad products to see those you have.',
  goneForAd: 'The product you chose was deleted. Press Retry to choose another, or add photos.',
  tooMany: (most: number): string => `You can save ${most} products. Delete one that is no longer needed: /ad products`,
  noPhotos: 'The photo of this ad was forgotten after it was made, as you chose, so there is no product to save.',

  field: 'One of your products',
  fieldNone: 'None, I add photos',
  each: 'Several photos',
  eachNo: 'One ad with all of them',
  eachYes: 'One ad each',
};
