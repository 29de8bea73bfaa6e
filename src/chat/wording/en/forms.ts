/** English: forms, buttons and help. */
const number = (value: number): string => new Intl.NumberFormat('en').format(value);

export const form = {
  title: 'Make an ad',
  editTitle: 'Edit text',
  submit: 'Make the ad',
  editSubmit: 'Make version',
  cancel: 'Close',
  photos: 'Product photos',
  photosHint: 'Up to 5, JPEG, PNG, WebP, AVIF, TIFF or HEIC. The first that can be cut out carries the ad.',
  brief: 'What should the ad say?',
  briefPlaceholder: 'Cold brew coffee from Fjord, smooth and never bitter. €19.90 instead of €24.90',
  briefHint: 'A sentence is enough. Prices are found by themselves; no word is invented.',
  briefCut: (left: number): string =>
    `Your text was longer than the form can hold; its last ${number(left)} characters were left out.`,
  places: 'Where will it run?',
  placesHint: 'Leave empty to get all six sizes.',
  film: 'Pictures or video?',
  filmNo: 'Pictures',
  filmYes: 'Pictures and an 8-second video',
  language: 'Language of the ad',
  languageGuess: 'Same as my text',
  keep: 'Your photo afterwards',
  keepYes: 'Keep it with the ad, so that changes take seconds',
  keepNo: 'Forget it as soon as the ad is made',
  keepMissing: 'Please choose one; nothing is chosen for you.',
  audience: 'Who sees it?',
  audienceHere: 'Everyone here',
  audienceMe: 'Only me, in a direct message',
  headline: 'Headline',
  body: 'Text',
  button: 'Button',
  price: 'Price',
  oldPrice: 'Old price',
  smallPrint: 'Small print',
  look: 'Look',
  photoAgain: 'The photo, once more',
  photoAgainHint: 'It was forgotten after the ad was made, as you chose.',
  loading: 'One moment…',
};

export const settings = {
  title: 'My settings',
  save: 'Save',
  saved: 'Saved. It holds from the next ad on.',
  ideas: 'When I ask for an ad',
  ideasYes: 'Show three ideas first',
  ideasNo: 'Just make everything',
  locale: 'Speak to me in',
  localePlatform: 'The language of this app, where I can tell',
};

export const buttons = {
  anotherLook: 'Another look',
  editText: 'Edit text',
  wholePhoto: 'Use the whole photo',
  makeVideo: 'Make a video',
  more: 'More',
  editRest: 'Edit small print and look',
  getFiles: 'Get files',
  share: 'Share in the channel',
  takeBack: 'Take back from the channel',
  remove: 'Delete',
  cancel: 'Cancel',
  retry: 'Retry',
  removeTitle: 'Delete this ad?',
  removeText: 'The message, its files and everything stored for this version are removed. This cannot be undone.',
  removeYes: 'Delete',
  removeNo: 'Keep it',
};

export const help = {
  summary: 'How to make an ad',
  lines: [
    'Type /ad and a sentence, add a product photo, and the finished ad comes back in this channel.',
    'Or open the menu of a message with a picture and choose "Make an ad from this".',
    'First you see three ideas; the one you choose is made in all sizes. /ad settings changes that, and who sees results.',
    'Under each result: Another look, Edit text, Make a video, More. While it is made: Cancel.',
    '/ad list shows what you made, /ad show brings one back, /ad cancel stops what is not finished.',
  ],
};
