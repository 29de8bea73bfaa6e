/** The gallery of a person's ads. */
import { html } from 'hono/html';
import type { AdSeen } from '../../../src/chat/portal/portal.ts';
import { type Html, problemPage, show } from '../layout.ts';
import type { Pages } from '../pages.ts';
import { streamOf } from '../stream.ts';
import type { Visit } from '../web-app.ts';

export function addAdsPage({ app, portal, signedIn }: Pages): void {
  app.get('/ads', async (c) => {
    const { words, locale } = c.get('visit');
    const ads = await portal.ads.list(signedIn(c));
    const body =
      ads.length === 0
        ? html`<p>${words.portal.adsNone}</p>`
        : html`<p class="fine">${words.portal.adsText}</p><ul class="grid">${ads.map((ad) => adHtml(ad, { words, locale }))}</ul>`;
    return show(c, { title: words.portal.pages.ads, body, current: 'ads' });
  });

  app.get('/ads/:ad/:file', async (c) => {
    const { ad, file } = c.req.param();
    const found = await portal.ads.file(signedIn(c), ad, file);
    if (!found) return problemPage(c, 'not-found', 404);
    const how = c.req.query('download') === undefined ? 'inline' : `attachment; filename="${found.name}"`;
    return c.body(streamOf(found.read()), 200, {
      'content-type': found.mediaType,
      'content-length': String(found.bytes),
      'content-disposition': how,
    });
  });
}

function adHtml(ad: AdSeen, { words, locale }: Pick<Visit, 'words' | 'locale'>): Html {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(ad.madeAt));
  const version = words.version(ad.version);
  const files = ad.files.map(
    ({ id, width, height, mediaType }) =>
      html`<li><a href="/ads/${ad.id}/${id}?download">${width} × ${height}, ${mediaType === 'video/mp4' ? 'MP4' : 'JPEG'}</a></li>`,
  );
  return html`<li><article class="card">${coverHtml(ad)}<div class="text"><h2>${ad.title}</h2>
<p class="fine">${date}${version ? ` · ${version}` : ''}</p>
<details><summary>${words.portal.download} (${ad.files.length})</summary><ul class="files">${files}</ul></details></div></article></li>`;
}

/** The squarest picture; a film where there is none. */
function coverHtml({ id, files }: AdSeen): Html {
  const squareness = (file: AdSeen['files'][number]): number => Math.abs(Math.log(file.width / file.height));
  const pictures = files.filter(({ mediaType }) => mediaType !== 'video/mp4').sort((a, b) => squareness(a) - squareness(b));
  const [picture] = pictures;
  if (picture)
    return html`<a class="cover" href="/ads/${id}/${picture.id}"><img src="/ads/${id}/${picture.id}" alt="${picture.altText}" loading="lazy" width="${picture.width}" height="${picture.height}"></a>`;
  const [film] = files;
  if (!film) return html``;
  return html`<div class="cover"><video src="/ads/${id}/${film.id}" controls preload="none" aria-label="${film.altText}"></video></div>`;
}
