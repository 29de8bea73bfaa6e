/** Small words of the four languages, by what they do to the text around them. */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Words before which a phrase may go on in the next line, the better ones first. */
export const connectors = setOf(
  `with without for that from made in on at by mit ohne für aus von auf im zum zur bei avec sans pour en sur par qui con sin para
  desde`,
);
export const conjunctions = setOf('and or but und oder aber et ou mais y e o pero');
export const verbs = setOf(
  'is are was were has have can will ist sind hat haben kann können wird est sont es son está están tiene',
);
export const comparisons = setOf('as than like wie als comme como');
export const articles = setOf(
  `the a an our your my this these der die das den dem ein eine einen unser unsere unseren dein deine deinen le la les un une
  notre nos votre vos el los las una unos nuestro nuestra nuestros tu su`,
);
const genitives = setOf('of to de du des del della dans');

/** A clause that begins with one of these needs the clause after its comma. */
export const subordinators = setOf(
  `if when whenever while because although though since once whoever whether unless wer wenn weil da ob obwohl damit sobald während
  falls si quand lorsque parce puisque pendant quiconque cuando porque mientras aunque quien quienes`,
);
/** After a comma these go on about the word before it. */
export const relatives = setOf(
  `which who whose where die der das den dem deren dessen was wo weil dass wenn damit um qui que dont où quien quienes donde cuyo cuya
  because so denn car`,
);
/** A sentence that begins with one of these speaks of something said before. */
export const backwards = setOf(
  `it its they them their this these he she and or but es er ihn ihm dies diese dieser dieses und oder aber il elle ils elles ce cela
  et ou mais lo esto y o pero that which who`,
);

/** Words that wait for another one: no text may end with them. */
const openWords = setOf(
  `over above under below from to at for of on in by with about around only just than and or but is are was were be cost costs pay
  pays get start starts starting reduced down our your my this these that which who whose a an the as so such very too more most even
  not no every each has have had can will may must should would could do does we they i if when while because where how what into
  für von auf ab um zu mit bei aus über unter nur schon und oder aber ist sind war kostet kosten zahlst zahlen zum zur im der die das
  den dem des ein eine einen einer unser unsere unseren unserem dein deine deinen statt als wie so sehr mehr nicht kein keine keinen
  jeder jede jeden hat haben kann können wird werden macht dass weil wenn ohne gegen nach vor durch
  de à du des le la les un une pour par sur dès au aux est sont coûte coûtent et ou mais avec sans notre nos votre vos comme que qui
  dont si très plus moins aussi ne pas chaque a ont peut dans chez vers
  desde por para con sin el los las unos una del al es son está están cuesta cuestan en y o pero nuestro nuestra nuestros tu su como
  muy más menos tan no cada tiene puede sobre entre plus zzgl. inkl. zzgl inkl ca & +`,
);
/** Before a verb these are who does it: "that you | will love" falls apart. */
export const pronouns = setOf(
  'you we they it he she that this which who i sie er es wir ihr du ich vous nous il elle ils elles qui que',
);
/** "So light" waits for "as what": nothing may be cut between the two. */
export const correlatives = setOf('as so such ebenso genauso aussi si tan more mehr plus más less weniger moins menos');

/** Words that say nothing once the price is gone. */
const priceWords = setOf(
  '今なら 今だけ 現在 価格 特価 特別価格 税込 税抜 円 现价 原价 现在 仅需 只要 特价 价格 元 price prices now reduced only just preis preise jetzt nur prix maintenant seulement precio precios ahora solo sólo',
);

export const bare = (word: string): string => word.toLowerCase().replace(/^[("„“«¿¡]+|[,;:.!?)"“”»–—-]+$/gu, '');
const lowerWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];

export const isOpenWord = (word: string): boolean =>
  openWords.has(word.toLowerCase()) || openWords.has(bare(word)) || connectors.has(bare(word));

export const goesOn = (word: string): boolean =>
  [connectors, conjunctions, verbs, comparisons, articles, genitives].some((words) => words.has(bare(word)));

/** Whether nothing but small words and words about prices is left. */
export const saysNothing = (text: string): boolean =>
  !/\d/u.test(text) && lowerWords(text).every((word) => word.length < 2 || openWords.has(word) || priceWords.has(word));
