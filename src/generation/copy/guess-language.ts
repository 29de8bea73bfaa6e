/** Guesses the language of a short text from its small words; English when nothing tells. */
import { type Language, languageSchema } from '../recipe.ts';

const smallWords: Record<Language, string> = {
  en: 'the and with for our your of in is a an to from now on new made by at this that you we it are be off free only',
  de: 'der die das und mit für unser unsere unseren dein deine ihr ihre von im ist ein eine einen zu aus jetzt neu neue neuer neues nur statt auf bei dem den des nicht ohne auch als zum zur wir sie in wie bis sind alle jeden jede unserem unserer du dich dir mehr wenn wird ab',
  fr: 'le la les et avec pour notre nos votre vos de du des dans est un une à en maintenant nouveau nouvelle sur par ce cette vous nous sans plus au aux seulement que qui se dès très chaque',
  es: 'el la los las y con para nuestro nuestra tu su de del en es un una a ahora nuevo nueva sobre por este esta sin más al solo hecho que no se desde hasta muy tan cada',
};

const letters: Partial<Record<Language, RegExp>> = { de: /[äöüß]/giu, fr: /[çèêëîïôœùû]|\b[ldjsn]['’]/giu, es: /[ñ¿¡áíóú]/giu };

export function guessLanguage(text: string): Language {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = languageSchema.options.map((language) => {
    const known = new Set(smallWords[language].split(' '));
    const small = words.filter((word) => known.has(word)).length;
    const own = letters[language] ? (text.match(letters[language]) ?? []).length : 0;
    return { language, score: small * 2 + own * 1.5 };
  });
  const best = scores.reduce((winner, candidate) => (candidate.score > winner.score ? candidate : winner));
  return best.score > 0 ? best.language : 'en';
}
