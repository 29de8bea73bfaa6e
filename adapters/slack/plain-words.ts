/** Turns Slack's marked-up text back into what the person typed. */
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

export function unescaped(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

/** Links lose their mark-up, people and channels their ids; everything else is kept. */
export function plainWords(marked: string): string {
  const words = marked.replaceAll(/<([^<>]*)>/g, (_whole, inside: string) => {
    const [target = '', label] = inside.split('|');
    if (label !== undefined) return target.startsWith('#') ? `#${label}` : label;
    if (target.startsWith('!')) return `@${target.slice(1)}`;
    return /^[@#]/.test(target) ? '' : target.replace(/^mailto:/, '');
  });
  return unescaped(words)
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim();
}
