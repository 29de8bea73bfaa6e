/** What a submitted form about a brand or a product tells by itself. No input, no output. */
import { kitLimits } from '../brand/kit.ts';
import { productLimits } from '../brand/product.ts';
import { readAddress, readColours, readWords } from '../brand/read-brand.ts';
import { cleanText } from '../generation/clean-text.ts';
import { fontTypes, fontUseSchema } from '../generation/font.ts';
import type { ChatLimits, Submission } from './chat-adapter.ts';
import { type Checked, fileErrors, files, list, text } from './check-submission.ts';
import type { Locale } from './locale.ts';
import type { FileRef } from './messages.ts';
import { readNamed } from './named-ids.ts';
import { type KitRequest, kitContextSchema, type ProductRequest, productContextSchema } from './requests.ts';
import { type Wording, wordingIn } from './wording/wording.ts';

/** The fields whose length exceeds what they may have. */
function tooLong<Field extends string>(
  words: Wording,
  values: Record<Field, string>,
  limits: Readonly<Record<NoInfer<Field>, number>>,
): Record<string, string> {
  const fields = Object.keys(values) as Field[];
  return Object.fromEntries(
    fields.filter((field) => values[field].length > limits[field]).map((field) => [field, words.brand.tooLong(limits[field])]),
  );
}

const isFont = ({ name }: FileRef): boolean => fontTypes.some((type) => name.toLowerCase().endsWith(`.${type}`));

export function checkKit(submission: Submission, limits: ChatLimits, locale: Locale): Checked<KitRequest> {
  const words = wordingIn(locale);
  const { place, kitId } = kitContextSchema.parse(JSON.parse(submission.context));
  const { values } = submission;
  const texts = {
    name: cleanText(text(values['name'])),
    webAddress: readAddress(text(values['webAddress'])),
    buttonText: cleanText(text(values['buttonText'])),
    smallPrint: cleanText(text(values['smallPrint'])),
    tone: cleanText(text(values['tone'])),
  };
  const given = files(values['logo']);
  const [logo] = given.filter((file) => !isFont(file));
  const [font] = given.filter(isFont);
  const colours = readColours(text(values['colours']));
  const neverSay = readWords(text(values['neverSay']));
  const errors = { ...tooLong(words, texts, kitLimits), ...fileErrors(words, given, limits, 'logo') };
  if (texts.name === '') errors['name'] = words.brand.noName;
  if (!colours.ok) {
    const { problem } = colours;
    errors['colours'] =
      problem.kind === 'too-many' ? words.brand.tooManyColours(kitLimits.colours) : words.brand.noColour(problem.text);
  }
  if (neverSay.length > kitLimits.neverSay) errors['neverSay'] = words.brand.tooManyWords(kitLimits.neverSay);
  if (neverSay.some((word) => word.length > kitLimits.word)) errors['neverSay'] = words.brand.tooLong(kitLimits.word);
  if (!colours.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const editors = readNamed(list(values['editors'])).people.slice(0, kitLimits.editors);
  const request: KitRequest = {
    kind: 'save-kit',
    locale,
    person: submission.person,
    place,
    kitId,
    facts: {
      ...texts,
      colours: colours.value,
      neverSay,
      isOpen: text(values['isOpen']) === 'yes',
      editors,
      font: fontUseSchema.catch('headlines').parse(values['fontUse']),
    },
    everywhere: text(values['everywhere']) === 'yes',
    logo: logo ?? (text(values['logoStays']) === 'remove' ? 'remove' : null),
    font: font ?? (text(values['fontStays']) === 'remove' ? 'remove' : null),
  };
  return { ok: true, request };
}

export function checkProduct(submission: Submission, locale: Locale): Checked<ProductRequest> {
  const words = wordingIn(locale);
  const { place, adId } = productContextSchema.parse(JSON.parse(submission.context));
  const { values } = submission;
  const facts = {
    name: cleanText(text(values['name'])),
    price: cleanText(text(values['price'])),
    link: readAddress(text(values['link'])),
  };
  const errors = tooLong(words, facts, productLimits);
  if (facts.name === '') errors['name'] = words.brand.noName;
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, request: { kind: 'save-product', locale, person: submission.person, place, adId, facts } };
}
