/** English: the bot's own page. */
import { inLocale } from '../in-locale.ts';

const { list } = inLocale('en');

export const home = {
  title: 'Adwright',
  recent: 'Your latest ads',
  audienceHere: 'Results go where you ask: to that channel or thread, or to our direct messages.',
  audienceMe: 'Results go to you alone, in our direct messages.',
  settings: 'Change settings',
  partners: 'No AI partner is connected; ads are drawn here.',
  next: 'Next:',
  firstAd: 'make your first ad. A product photo and a sentence are enough.',
  choose: (title: string): string => `choose one of the three ideas for "${title}".`,
  makeBrand: 'make a brand kit, and every ad gets its logo, colours and texts.',
  anotherAd: 'make another ad.',
  chooseButton: 'Choose an idea',
  brandUsual: (name: string): string => `Brand: "${name}", wherever no other is chosen. /ad brand shows and changes it.`,
  brandNone: 'Brand: none yet.',
  brandChosen: (count: number): string =>
    `Brand: ${count === 1 ? 'one kit' : `${count} kits`}, used where somebody chooses ${count === 1 ? 'it' : 'them'}. /ad brand shows them.`,
  notAccepted: 'Your data: you have not agreed to anything yet. I ask with your first ad.',
  photosKept: 'Your photos are kept with your ads, as you chose.',
  photosForgotten: 'Your photos are forgotten as soon as an ad is made, as you chose.',
  consentNone: (names: string[]): string =>
    `AI partners: ${list(names)}. You have agreed to none, so nothing of yours goes to them: /privacy consent`,
  consentGiven: (names: string[]): string =>
    `AI partners: you agreed to ${list(names)}. You can withdraw at any time: /privacy consent`,
};
