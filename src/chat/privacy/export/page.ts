/** The page of an export for people: no scripts, nothing from elsewhere, opens offline. */
import type { Wording } from '../../wording/wording.ts';
import type { Entry } from './export-facts.ts';
import type { RecordOf } from './records.ts';

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.75rem;line-height:1.2}h2{margin-top:2.5rem}figure{margin:0;display:inline-block;vertical-align:top;width:13rem;padding:.5rem .5rem .5rem 0}
img,video{max-width:100%;height:auto;border-radius:.5rem}figcaption{font-size:.8rem;opacity:.75;overflow-wrap:anywhere}table{border-collapse:collapse}td{padding:.25rem 1rem .25rem 0;vertical-align:top}`;

/** From its first line to its last, piece by piece. `escaped`: makes a text safe between tags and in attributes. */
export async function* pageOf(
  { exportPage: words }: Wording,
  locale: string,
  about: { madeAt: number; entries: readonly Pick<Entry, 'path' | 'category' | 'bytes'>[]; ads: AsyncIterable<RecordOf<'ads'>> },
  escaped: (text: string) => string,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(
    `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(words.title)}</title><style>${style}</style></head><body>\n<h1>${escaped(words.title)}</h1><p>${escaped(words.made(new Date(about.madeAt)))}</p><p>${escaped(words.parts)}</p>\n<h2>${escaped(words.records)}</h2><table>\n`,
  );
  for (const { path, category, bytes } of about.entries) {
    if (category === 'media') continue;
    yield Buffer.from(
      `<tr><td><a href="${encodeURI(path)}">${escaped(path)}</a></td><td>${escaped(words.categories[category])}</td><td>${bytes}</td></tr>\n`,
    );
  }
  yield Buffer.from(`</table>\n<h2>${escaped(words.ads)}</h2>\n`);
  for await (const ad of about.ads) {
    const title = ad.recipe?.copy.headline || ad.brief.text;
    yield Buffer.from(`<h3>${escaped(title)}</h3><p>${escaped(ad.brief.text)}</p>\n`);
    for (const file of [...ad.files, ...ad.photos.map((path) => ({ path, altText: words.photo }))]) {
      const source = `src="${encodeURI(file.path)}"`;
      const shown = file.path.endsWith('.mp4')
        ? `<video controls preload="none" ${source}></video>`
        : `<img loading="lazy" ${source} alt="${escaped(file.altText)}">`;
      yield Buffer.from(`<figure>${shown}<figcaption>${escaped(file.path.split('/').at(-1) ?? '')}</figcaption></figure>\n`);
    }
  }
  yield Buffer.from(`<h2>${escaped(words.leftOut)}</h2><p><a href="not-included.json">not-included.json</a></p></body></html>\n`);
}
