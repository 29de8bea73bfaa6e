/** Guesses the language of a short text from its script and its small words; English when nothing tells. */
import { type Language, type RuledLanguage, ruledLanguages } from '../recipe.ts';

type Spaced = Exclude<RuledLanguage, 'ja' | 'zh'>;

const smallWords: Record<Spaced, string> = {
  en: 'the and with for our your of in is a an to from now on new made by at this that you we it are be off free only',
  de: 'der die das und mit für unser unsere unseren dein deine ihr ihre von im ist ein eine einen zu aus jetzt neu neue neuer neues nur statt auf bei dem den des nicht ohne auch als zum zur wir sie in wie bis sind alle jeden jede unserem unserer du dich dir mehr wenn wird ab',
  fr: 'le la les et avec pour notre nos votre vos de du des dans est un une à en maintenant nouveau nouvelle sur par ce cette vous nous sans plus au aux seulement que qui se dès très chaque',
  es: 'el la los las y con para nuestro nuestra tu su de del en es un una a ahora nuevo nueva sobre por este esta sin más al solo hecho que no se desde hasta muy tan cada',
};

const letters: Partial<Record<Spaced, RegExp>> = { de: /[äöüß]/giu, fr: /[çèêëîïôœùû]|\b[ldjsn]['’]/giu, es: /[ñ¿¡áíóú]/giu };

/** Small words of languages that are written in Latin letters and whose rules are not known; none that is also an English word. */
const strangers: readonly { words: string; letters?: RegExp }[] = [
  {
    words:
      'il lo gli le la e per con del della dei delle di un una nostro nostra nostri tuo tua da dal nel nella che non più solo ora nuovo nuova è alla anche ogni senza',
  },
  {
    words:
      'os e com para nosso nossa seu sua de da dos das em um uma agora novo nova não mais sem por que na ao até cada muito você',
    letters: /[ãõ]/giu,
  },
  {
    words:
      'de het een en van voor met niet naar ons onze jouw je zijn wordt ook maar bij uw nu nieuw nieuwe zonder meer alleen elke vanaf dat deze',
  },
  {
    words: 'na z w się dla jest nie naszych nasze nasz nasza nigdy teraz nowy nowa nowe bez oraz każdy już tylko od ze',
    letters: /[ąćęłńśźż]/giu,
  },
  {
    words:
      'och för med som är på av det den ett vår våra din nu till inte från utan nya ny og til er et vores nå ikke fra uten uden kun også',
    letters: /[åæø]/giu,
  },
  { words: 'ja sekä nyt uusi meidän sinun kun ovat että vain ilman joka tuote' },
  { words: 'se na pro je jsou od bez nový nová nové teď naše jen každý které', letters: /[čďěňřšťůž]/giu },
  { words: 've bir için ile bu yeni şimdi daha çok her sadece olan bizim', letters: /[ğışİ]/gu },
  { words: 'și cu pentru din este sunt un nou nouă acum fără mai numai noastre', letters: /[ășț]/giu },
  { words: 'és egy az hogy nem most új csak minden ami van vagy', letters: /[őű]/giu },
  { words: 'và của cho với một là các mới không trong những', letters: /[ăđơưạ-ỹ]/giu },
  { words: 'dan yang untuk dengan dari ini kami anda tidak baru setiap hanya di' },
];

/** Two small words, or a few letters of its own: less may be a name. */
const leastOfStranger = 4;

export function guessLanguage(text: string): Language {
  const byScript = guessByScript(text);
  if (byScript) return byScript;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scoreOf = (known: string, own: RegExp | undefined, worth: number): number => {
    const list = new Set(known.split(' '));
    return words.filter((word) => list.has(word)).length * 2 + (own ? (text.match(own) ?? []).length * worth : 0);
  };
  const scores = spaced.map((language) => ({ language, score: scoreOf(smallWords[language], letters[language], 1.5) }));
  const best = scores.reduce((winner, candidate) => (candidate.score > winner.score ? candidate : winner));
  const stranger = Math.max(...strangers.map((one) => scoreOf(one.words, one.letters, 2)));
  if (stranger >= leastOfStranger && stranger > best.score) return 'other';
  return best.score > 0 ? best.language : 'en';
}

const spaced = ruledLanguages.filter((language) => language !== 'ja' && language !== 'zh');

const count = (text: string, shape: RegExp): number => text.match(shape)?.length ?? 0;

/** Null for Latin letters. A Latin name among Japanese words counts little: one of their characters says as much as two of its letters. */
function guessByScript(text: string): Language | null {
  const latin = count(text, /\p{Script=Latin}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const others = count(text, /\p{L}/gu) - latin - kana - han;
  if (others > latin && others > kana + han) return 'other';
  if ((kana + han) * 2 < latin || kana + han === 0) return null;
  return kana > 0 ? 'ja' : guessByCharacters(text);
}

/** Without kana: characters that only one of the ways of writing has. Traditional Chinese is written by other rules than simplified. */
function guessByCharacters(text: string): Language {
  if (/[這們來說國學會與點關體樂賣價氣發實對圖總應讀嗎沒讓裡麼歡專區產閱]|優惠|免運/u.test(text)) return 'other';
  return /[円込働価売発対気広応総伝図実変沢読駅黒豊検無間選購電話務運費時開門見買飲軽]/u.test(text) ? 'ja' : 'zh';
}
