/** Between what people type and Discord's markdown: out, every text is shown literally; in, mark-up becomes plain words. */

/** Signs with a meaning anywhere in a line. `<` begins mentions, custom emoji, times and links; `@` everyone and here. */
const signs = /[\\*_~`|[\]<>@]/g;
/** Headings, lists, small print and quotations begin a line. */
const lineStart = /^([ \t]*)([#+-]|\d+(?=\.))/gm;

/** The text so that Discord shows it as it is: no mark-up, no mentions, no links. */
export function literally(text: string): string {
  return text
    .replaceAll(signs, '\\$&')
    .replaceAll(/:(?=\/\/)/g, '\\:')
    .replaceAll(lineStart, (_whole, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    );
}

/** Mentions and custom emoji go, links and emphasis lose their mark-up; everything else is kept. */
export function plainWords(marked: string): string {
  return marked
    .replaceAll(/<(?:@[!&]?|#|a?:\w+:|t:-?|id:|\/[^:<>]+:)[\w:]*>/g, '')
    .replaceAll(/<(https?:\/\/[^\s<>]+)>/g, '$1')
    .replaceAll(/\[([^\]\n]+)\]\(<?https?:\/\/[^)\s]+>?\)/g, '$1')
    .replaceAll(/(\*\*|__|~~|\|\|)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/\\([^\sA-Za-z0-9])/g, '$1')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim();
}
