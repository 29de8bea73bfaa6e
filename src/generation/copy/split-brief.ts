/** Takes a brief apart: words the person labelled, small print, and plain sentences without instructions to the bot. */
import { briefLimits } from '../brief.ts';
import type { Copy } from '../recipe.ts';

export type BriefParts = { labelled: Partial<Copy>; smallPrint: string[]; sentences: string[] };

const labels: [keyof Copy, RegExp][] = [
  ['headline', /^(?:headline|title|überschrift|titel|titre|título|titular)\s*:\s*(.+)$/iu],
  ['body', /^(?:body|text|subline|beschreibung|texte|texto)\s*:\s*(.+)$/iu],
  ['button', /^(?:button|cta|call to action|knopf|bouton|botón)\s*:\s*(.+)$/iu],
  ['oldPrice', /^(?:old price|was|before|alter preis|statt|ancien prix|precio anterior)\s*:\s*(.+)$/iu],
  ['price', /^(?:price|preis|prix|precio)\s*:\s*(.+)$/iu],
  ['smallPrint', /^(?:small print|fine print|legal|kleingedrucktes|mentions légales|letra pequeña)\s*:\s*(.+)$/iu],
];

const instruction =
  /^(?:please\s+|bitte\s+)?(?:(?:make|create|design|generate|build|do|draw)\s+(?:me\s+|us\s+)?(?:an?\s+|the\s+|some\s+)?(?:\p{L}+\s+)?(?:ads?|adverts?|advertisements?|banners?|posts?|campaigns?)(?:\s+(?:for|about|of|with|saying|that says))?|(?:promote|advertise)|an?\s+(?:ad|advert|advertisement)\s+(?:for|about)|(?:mache?|erstelle?|gestalte?|baue?)\s+(?:mir\s+|uns\s+)?(?:eine\s+)?(?:anzeige|werbung|werbeanzeige)(?:\s+(?:für|über|zu))?|werbung\s+für|(?:fais|faites|crée|créez)(?:[- ]moi|[- ]nous)?\s+(?:une\s+)?(?:pub|publicité|annonce)(?:\s+pour)?|(?:haz|hazme|crea|créame)\s+(?:un\s+)?anuncio(?:\s+(?:para|de))?)\s*[:,–-]?\s*/iu;

const legal =
  /^(?:\*|\d{2}\+|t&cs?\b|terms\b|conditions\b|agb\b|es gelten|offer valid|valid until|while stocks? lasts?|solange|offre valable|conditions|oferta válida|drink responsibly)/iu;

export function splitBrief(text: string): BriefParts {
  const labelled: Partial<Copy> = {};
  const plain: string[] = [];
  for (const line of text.split('\n')) {
    const label = labels.find(([, shape]) => shape.test(line));
    const words = label ? line.match(label[1])?.[1]?.trim() : undefined;
    if (label && words && !labelled[label[0]] && words.length <= briefLimits.words[label[0]]) labelled[label[0]] = words;
    else if (line.trim()) plain.push(words ?? line.trim());
  }
  const sentences = plain.flatMap((line, index) => splitSentences(index === 0 ? line.replace(instruction, '') : line));
  return {
    labelled,
    smallPrint: sentences.filter((sentence) => legal.test(sentence)),
    sentences: sentences.filter((sentence) => !legal.test(sentence)),
  };
}

/** A full stop ends a sentence only before a space or the end, so that 19.90 and e-mail addresses stay whole. */
function splitSentences(line: string): string[] {
  return (line.match(/.+?(?:[.!?…]+(?=\s|$)|;(?=\s)|\s[–—-](?=\s)|$)/gu) ?? [])
    .map((sentence) =>
      sentence
        .replace(/^\s*[–—-]\s+/u, '')
        .replace(/(?:;|\s[–—-])$/u, '')
        .trim(),
    )
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
