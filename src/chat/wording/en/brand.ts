/** English: brand kits and saved products. */
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
  logo: 'Logo',
  logoHint: 'PNG with a transparent ground is best; JPEG, WebP and others work too.',
  logoHintKept: 'There is one already; a new file takes its place.',
  buttonText: 'Text of the button',
  webAddress: 'Web address',
  smallPrint: 'Small print under every ad',
  smallPrintPlaceholder: '18+. T&Cs apply.',
  neverSay: 'Words that no ad may say',
  neverSayHint: 'Parted by commas.',
  tone: 'How the brand speaks',
  tonePlaceholder: 'Warm, short sentences, no jokes',
  isOpen: 'Who may change it?',
  isOpenNo: 'Only I',
  isOpenYes: 'Everyone in this workspace',
  editor: 'Somebody else who may change it',
  everywhere: 'Where is it used?',
  everywhereNo: 'Where somebody chooses it',
  everywhereYes: 'Wherever no other is chosen',
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
  inUse: (name: string): string => `Ads asked for in this channel are made with "${name}" from now on.`,
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
