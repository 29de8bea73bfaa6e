import { describe, expect, it } from 'vitest';
import { privacySubcommands, subcommands } from '../../../src/chat/commands.ts';
import { type Locale, localeNames, localeOf, locales } from '../../../src/chat/locale.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import { sentencesOf, withPlainNumbers } from './said-sentences.ts';

const others = locales.filter((locale) => locale !== 'en');
const english = new Map(sentencesOf(wordingIn('en')).map(({ call, text }) => [call, text]));

/** The same in English and in another language: names, and words that both have. */
const shared: Record<Locale, string[]> = {
  en: [],
  de: ['admin', 'Logo', 'Text', 'Button', 'Look', 'Editorial', 'Block', 'Spotlight', 'video', 'text', 'Version 2', ': '],
  fr: ['admin', 'Logo', 'photo', 'Description', 'video', 'Version 2', 'Images'],
  es: ['admin', 'Editorial', 'video', 'Error Ωname', 'No', ': '],
  ja: [],
  zh: [],
};
const everywhere = ['Adwright', '#123a5a #f2b705', 'status, export, delete, …', ...Object.values(localeNames)];
/** Paths of what only lists what the person gave. */
const onlyFacts = new Set(['product.line', 'proposals.line']);
/** Lines of a text file: some are empty, and the commands in them have signs of their own. */
const isOfFile = (path: string): boolean => path.startsWith('exportPage.readme');
const anyOf = (rest: readonly { name: string }[]): string => rest.map(({ name }) => name).join('|');
/** What a person types in a chat, in every language. */
const typed = new RegExp(`/(?:ad(?: (?:${anyOf(subcommands)}))?|privacy(?: (?:${anyOf(privacySubcommands)}))?)\\b`, 'gu');

describe.each(locales)('what the bot says in %s', (locale) => {
  const said = sentencesOf(wordingIn(locale));
  const where = ({ path, text }: { path: string; text: string }) => `${path}: ${text}`;
  const failing = (isWrong: (text: string) => boolean) => said.filter(({ text }) => isWrong(text)).map(where);

  it('is complete: every sentence has words', () => {
    const empty = said.filter(({ path, text }) => text === '' && path !== 'version' && !isOfFile(path));
    expect(empty.map(where)).toEqual([]);
    expect(failing((text) => /undefined|null|NaN|\[object/u.test(text))).toEqual([]);
  });

  it('tells the facts it was given', () => {
    const silent = said.filter(({ text, given }) => given.some((fact) => !withPlainNumbers(text).includes(fact)));
    expect(silent.map(where)).toEqual([]);
  });

  it('is plain text, well spaced', () => {
    const shown = said.filter(({ path }) => !isOfFile(path));
    expect(shown.filter(({ text }) => /[*_`<>|~]/u.test(text)).map(where)).toEqual([]);
    expect(shown.filter(({ text }) => /\s{2}/u.test(text)).map(where)).toEqual([]);
    expect(said.filter(({ path, text }) => text !== text.trim() && !/^approval\.asks?(ed)?$/u.test(path)).map(where)).toEqual([]);
  });

  it('closes every quotation mark and bracket, and uses those of its language', () => {
    const pairs = ['()', '（）', '“”', '„“', '«»', '「」'];
    const own: Record<Locale, string[]> = {
      en: [],
      de: ['„“'],
      fr: ['«»'],
      es: ['“”'],
      ja: ['「」', '（）'],
      zh: ['“”', '（）'],
    };
    const foreign = pairs.filter((pair) => pair !== '()' && !own[locale].includes(pair)).join('');
    const isForeign = (sign: string) => foreign.includes(sign) && !own[locale].join('').includes(sign);
    expect(failing((text) => [...text].some(isForeign))).toEqual([]);
    const count = (text: string, sign: string) => text.split(sign).length - 1;
    const used = ['()', ...own[locale]];
    expect(failing((text) => used.some(([open = '', close = '']) => count(text, open) !== count(text, close)))).toEqual([]);
    expect(failing((text) => (locale === 'en' ? count(text, '"') % 2 !== 0 : /["']/u.test(text)))).toEqual([]);
  });
});

describe.each(others)('the translation into %s', (locale) => {
  const said = sentencesOf(wordingIn(locale));

  it('has no English left in it', () => {
    const same = said.filter(
      ({ path, call, text }) =>
        text !== '' && text === english.get(call) && !onlyFacts.has(path) && !path.startsWith('localeNames'),
    );
    const expected = new Set([...shared[locale], ...everywhere]);
    expect(same.filter(({ text }) => !expected.has(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
    const withoutName = (text: string) => text.replace('Make an ad from this', '');
    const words = /\b(?:the|your|you|please|with|this|press|nothing|and)\b/iu;
    const left = said.filter(({ text }) => words.test(withoutName(text)));
    expect(left.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  });

  it('mentions commands as they are typed', () => {
    const commands = (text = '') => (text.match(typed) ?? []).sort();
    const differing = said.filter(({ call, text }) => commands(text).join() !== commands(english.get(call)).join());
    expect(differing.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
    // There the command stands only before the first of them.
    const [, rest = ''] = wordingIn(locale).privacy.more.split('/privacy ');
    expect(['status', ...(rest.match(/[a-z]+/gu) ?? [])]).toEqual(privacySubcommands.map(({ name }) => name));
  });
});

describe('signs of each language', () => {
  const failing = (locale: Locale, pattern: RegExp) =>
    sentencesOf(wordingIn(locale)).flatMap(({ path, text }) => (pattern.test(text) ? [`${path}: ${text}`] : []));

  it('French has narrow no-break spaces', () => {
    // None in a time of day.
    expect(failing('fr', /(?<!\u202f)(?:[?!;»]|:(?!(?<=\d:)\d))|«(?!\u202f)/u)).toEqual([]);
  });

  it('French says vous', () => {
    expect(failing('fr', /(?<!\p{L})(?:tu|te|toi|ta|tes)(?!\p{L})/iu)).toEqual([]);
  });

  it('German has a space before an ellipsis, and none of du is capital', () => {
    expect(failing('de', /\p{L}…/u)).toEqual([]);
    expect(failing('de', /\b(?:Ihr|Ihre|Ihnen|Sie haben|Sie können)\b/u)).toEqual([]);
  });

  it('Spanish opens its questions', () => {
    expect(failing('es', /^[^¿]*\?/u)).toEqual([]);
    expect(failing('es', /\b(?:usted|ustedes)\b/iu)).toEqual([]);
  });

  it.each(['ja', 'zh'] as const)('%s has signs of full width after its own letters', (locale) => {
    const letters = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
    expect(failing(locale, new RegExp(`${letters}[,;?!]|${letters}\\.(?:\\s|$)`, 'u'))).toEqual([]);
  });

  it('Japanese has one kind of colon', () => {
    expect(failing('ja', /：/u)).toEqual([]);
  });

  it('Chinese says 你 throughout', () => {
    expect(failing('zh', /您/u)).toEqual([]);
  });

  it('has numbers, dates and plurals as each language writes them', () => {
    const more = (locale: Locale) => wordingIn(locale).ownAds.more(12_345);
    expect([more('de'), more('fr'), more('ja')].map((text) => /12\D?345/u.exec(text)?.[0])).toEqual([
      '12.345',
      '12\u202f345',
      '12,345',
    ]);
    const made = (locale: Locale) =>
      wordingIn(locale)
        .ownAds.line(1, 'T', 1, 's', new Date('2026-03-05T12:00:00Z'))
        .split(/, |、|，/u)
        .at(-1);
    expect(others.map(made)).toEqual(['5. März', '5 mars', '5 mar', '3月5日', '3月5日']);
    expect(wordingIn('fr').filesBelow(1, 0)).toContain('1 image dans');
    expect(wordingIn('es').leftOut(1)).toContain('Una frase');
    expect(wordingIn('es').leftOut(2)).toContain('2 frases');
    expect(wordingIn('de').stage('queued', 2, null)).toContain('an 3. Stelle');
    expect(wordingIn('fr').queuedInShell(1)).toContain('2e position');
  });
});

describe('the language of a person', () => {
  it('is found from the tags of platforms', () => {
    const tags = {
      'en-US': 'en', 'en-GB': 'en', de: 'de', 'de-DE': 'de', 'de-AT': 'de', fr: 'fr', 'fr-CA': 'fr', 'es-ES': 'es', 'es-419': 'es',
      'es-LA': 'es', ja: 'ja', 'ja-JP': 'ja', zh: 'zh', 'zh-CN': 'zh', zh_SG: 'zh', 'zh-Hans-HK': 'zh', 'zh-TW': null,
      'zh-HK': null, 'zh-Hant': null, 'zh-Hant-CN': null, 'zh-MO': null, 'pt-BR': null, '': null,
    }; // biome-ignore format: one row reads better
    expect(Object.fromEntries(Object.keys(tags).map((tag) => [tag, localeOf(tag)]))).toEqual(tags);
    expect(localeOf(undefined)).toBeNull();
  });
});
