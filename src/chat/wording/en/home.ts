/** English: the bot's own page. */
export const home = {
  title: 'Adwright',
  none: 'You have not made an ad yet. A product photo and a sentence are enough.',
  recent: 'Your latest ads',
  audienceHere: 'Results go where you ask: to that channel or thread, or to our direct messages.',
  audienceMe: 'Results go to you alone, in our direct messages.',
  settings: 'Change settings',
  partners: 'No AI partner is connected; ads are drawn here.',
};
