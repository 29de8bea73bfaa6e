/** Consent, receipts, a copy of everything, and deleting it. */
import { html } from 'hono/html';
import type { PartnerHere } from '../../../src/privacy/partners.ts';
import { field } from '../guard.ts';
import { button, form, type Html, input, messageHtml, type ProblemName, problemPage, show } from '../layout.ts';
import type { Pages } from '../pages.ts';
import { streamOf } from '../stream.ts';
import type { WebContext } from '../web-app.ts';

/** Seconds until a page that waits looks again. */
const lookAgain = '4';

export function addRightsPages(pages: Pages): void {
  addConsent(pages);
  addCopy(pages);
  addDelete(pages);
  const { app, portal, signedIn } = pages;
  app.get('/receipts', async (c) => {
    const { words, locale } = c.get('visit');
    const body = html`<p class="fine">${words.portal.receiptsText}</p>${messageHtml(await portal.rights.receipts(signedIn(c), locale))}`;
    return show(c, { title: words.portal.pages.receipts, body, current: 'receipts' });
  });
}

function addConsent({ app, portal, signedIn }: Pages): void {
  app.get('/consent', async (c) => {
    const { words } = c.get('visit');
    const partners = await portal.rights.partners(signedIn(c));
    const body = html`<p>${words.privacy.partnersIntro}</p><p class="fine">${words.portal.consentText}</p>
${partners.map((partner) => partnerHtml(c, partner))}`;
    return show(c, { title: words.portal.pages.consent, body, current: 'consent' });
  });
  app.post('/consent', async (c) => {
    await portal.rights.consent(signedIn(c), await field(c, 'partner'), (await field(c, 'given')) === 'yes');
    return c.redirect('/consent', 303);
  });
}

function partnerHtml(c: WebContext, partner: PartnerHere & { isAgreed: boolean }): Html {
  const { privacy: words } = c.get('visit').words;
  const said = words.partner({ ...partner, uses: [...partner.uses], gets: [...partner.gets] });
  const state = !partner.isReady ? words.notReady : partner.isAgreed ? words.agreed : words.notAgreed;
  const choice = (given: 'yes' | 'no', inside: Html): Html =>
    form(
      c,
      '/consent',
      html`<input type="hidden" name="partner" value="${partner.id}"><input type="hidden" name="given" value="${given}">${inside}`,
    );
  return html`<section class="card"><h2>${partner.name}</h2><p>${said} ${words.keeps(partner.keepsDays)}</p>
<p class="fine">${state} <a href="${partner.terms}" rel="noreferrer noopener">${new URL(partner.terms).host}</a></p>
${partner.isAgreed ? choice('no', button(words.withdraw(partner.name), 'danger')) : partner.isReady ? choice('yes', button(words.allow(partner.name))) : ''}</section>`;
}

function addCopy({ app, portal, signedIn }: Pages): void {
  app.get('/data', async (c) => {
    const { words, locale } = c.get('visit');
    const [status, copies] = [await portal.rights.status(signedIn(c), locale), await portal.rights.copies(signedIn(c))];
    const [copy] = copies;
    if (copy?.state === 'running') c.header('refresh', lookAgain);
    const offer =
      copy === undefined
        ? form(c, '/data', button(words.portal.copyStart))
        : copy.state === 'running'
          ? html`<p role="status">${words.portal.copyRunning}</p>`
          : html`<p role="status">${words.portal.copyReady(new Date(copy.until))}</p>${form(c, `/data/${copy.id}`, button(words.portal.copyFetch))}`;
    const body = html`<section class="card"><h2>${words.portal.copyTitle}</h2><p>${words.portal.copyText}</p>${offer}</section>
<h2>${words.privacy.statusTitle}</h2>${messageHtml(status)}`;
    return show(c, { title: words.portal.pages.copy, body, current: 'copy' });
  });
  app.post('/data', async (c) => {
    await portal.rights.startCopy(signedIn(c), c.get('visit').locale);
    return c.redirect('/data', 303);
  });
  app.post('/data/:id', async (c) => {
    const copy = await portal.rights.fetchCopy(signedIn(c), c.req.param('id'));
    if (!copy) return problemPage(c, 'not-found', 404);
    return c.body(streamOf(copy.read()), 200, {
      'content-type': 'application/zip',
      'content-length': String(copy.length),
      'content-disposition': 'attachment; filename="my-data.zip"',
    });
  });
}

function addDelete({ app, portal, signedIn, leave }: Pages): void {
  app.get('/delete', (c) => {
    signedIn(c);
    return deletePage(c);
  });
  app.post('/delete', async (c) => {
    const { address, locale } = c.get('visit');
    const asking = { accountId: signedIn(c), password: await field(c, 'password'), address };
    const outcome = await portal.rights.erase(asking, { handOver: (await field(c, 'shared')) === 'give', locale });
    if (!outcome.ok) return deletePage(c, outcome.problem);
    leave(c);
    return c.redirect(`/receipt/${outcome.requestId}`, 303);
  });
  app.get('/receipt/:id', async (c) => {
    const { words, locale } = c.get('visit');
    const known = await portal.open.receipt(c.req.param('id'), locale);
    if (!known) return problemPage(c, 'not-found', 404);
    if (!known.view) c.header('refresh', lookAgain);
    const file = html`<p class="fine">${words.portal.receiptKeep}</p>
<p><a href="/receipt/${c.req.param('id')}/receipt.json" download>${words.portal.receiptFile}</a></p>`;
    const body = known.view ? html`${messageHtml(known.view)}${file}` : html`<p role="status">${words.portal.receiptWaiting}</p>`;
    return show(c, { title: words.portal.receiptTitle, body });
  });
  app.get('/receipt/:id/receipt.json', async (c) => {
    const known = await portal.open.receipt(c.req.param('id'), c.get('visit').locale);
    return known?.receipt ? c.body(known.receipt, 200, { 'content-type': 'application/json' }) : problemPage(c, 'not-found', 404);
  });
}

function deletePage(c: WebContext, problem?: ProblemName): Response | Promise<Response> {
  const { portal: words, privacy } = c.get('visit').words;
  const choice = (value: string, label: string, isFirst: boolean): Html =>
    html`<div class="choice"><input type="radio" name="shared" id="shared-${value}" value="${value}"${isFirst ? html` checked` : ''}><label for="shared-${value}">${label}</label></div>`;
  const fields = html`<fieldset><legend>${privacy.deleteShared}</legend>
${choice('delete', privacy.deleteSharedNo, true)}${choice('give', privacy.deleteSharedYes, false)}</fieldset>
${input({ name: 'password', label: words.passwordNow, type: 'password', autocomplete: 'current-password' })}
${button(words.removeYes, 'danger')}`;
  const body = html`<p>${words.removeText}</p><div class="card">${form(c, '/delete', fields)}</div>`;
  return show(c, { title: words.removeTitle, body, current: 'remove', problem });
}
