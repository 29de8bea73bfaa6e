/** Seeing and correcting one's account. */
import { html } from 'hono/html';
import { localeNames, localeOf, locales } from '../../../src/chat/locale.ts';
import type { AccountSeen } from '../../../src/chat/portal/portal.ts';
import { capital } from '../../../src/chat/views/privacy-views.ts';
import { AppError } from '../../../src/errors.ts';
import { field } from '../guard.ts';
import { button, form, type Html, input, type ProblemName, show } from '../layout.ts';
import type { Pages } from '../pages.ts';
import type { WebContext } from '../web-app.ts';
import { signInPage } from './entry-pages.ts';

export function addAccountPage(pages: Pages): void {
  const { app, portal, signedIn, cookies, leave } = pages;
  app.get('/account', (c) => {
    const words = c.get('visit').words.portal;
    const done = { saved: words.saved, sent: words.verifySent }[c.req.query('done') ?? ''];
    return accountPage(pages, c, { done });
  });
  const asking = async (c: WebContext) => ({
    accountId: signedIn(c),
    password: await field(c, 'current'),
    address: c.get('visit').address,
  });
  app.post('/account/email', async (c) => {
    const problem = await portal.account.changeEmail(await asking(c), await field(c, 'email'));
    return problem ? accountPage(pages, c, { problem }) : c.redirect('/account?done=saved', 303);
  });
  app.post('/account/password', async (c) => {
    const problem = await portal.account.changePassword(await asking(c), await field(c, 'password'));
    if (problem) return accountPage(pages, c, { problem });
    leave(c);
    return c.redirect('/sign-in?done=password', 303);
  });
  app.post('/account/codes', async (c) => {
    const outcome = await portal.account.newCodes(await asking(c));
    return outcome.ok ? accountPage(pages, c, { codes: outcome.codes }) : accountPage(pages, c, { problem: outcome.problem });
  });
  app.post('/account/language', async (c) => {
    const locale = localeOf(await field(c, 'language'));
    const accountId = signedIn(c);
    if (locale) {
      await portal.account.saveLocale(accountId, locale);
      cookies.write(c, 'locale', locale);
    }
    return c.redirect('/account?done=saved', 303);
  });
  app.post('/account/verify', (c) => sendVerification(pages, c));
  app.post('/sign-out', async (c) => {
    const { sessionToken } = c.get('visit');
    if (sessionToken) await portal.sessions.end(sessionToken);
    leave(c);
    return c.redirect('/sign-in', 303);
  });
  app.post('/sign-out-everywhere', async (c) => {
    await portal.sessions.endAll(signedIn(c));
    leave(c);
    return c.redirect('/sign-in', 303);
  });
}

async function sendVerification(pages: Pages, c: WebContext): Promise<Response> {
  const { portal, signedIn, linkTo } = pages;
  const accountId = signedIn(c);
  try {
    await portal.account.sendVerification?.(accountId, c.get('visit').locale, (token) => linkTo(`/verify/${token}`));
  } catch (error) {
    if (error instanceof AppError && error.code === 'mail-unavailable') return accountPage(pages, c, { problem: 'mail-away' });
    throw error;
  }
  return c.redirect('/account?done=sent', 303);
}

type Told = { problem?: ProblemName; done?: string | undefined; codes?: string[] };

async function accountPage({ portal, signedIn }: Pages, c: WebContext, { problem, done, codes }: Told): Promise<Response> {
  const { words } = c.get('visit');
  const seen = await portal.account.see(signedIn(c));
  if (!seen) return signInPage(c, {});
  const canSend = portal.account.sendVerification !== null && !seen.isVerified;
  const body = html`${codes ? codesHtml(words.portal.codesShown, codes) : ''}
${emailHtml(c, seen, canSend)}${passwordHtml(c)}${codesForm(c)}${languageHtml(c)}
<section class="card"><h2>${words.portal.identitiesTitle}</h2>
${seen.identities.map(({ platform, workspace, person }) => html`<p>${words.portal.identity(capital(platform), workspace, person)}</p>`)}
<p class="fine">${words.portal.identitiesText}</p></section>
<section class="card"><h2>${words.portal.everywhereTitle}</h2>${form(c, '/sign-out-everywhere', button(words.portal.everywhere, 'plain'))}</section>`;
  return show(c, { title: words.portal.pages.account, body, current: 'account', problem, done });
}

const codesHtml = (text: string, codes: readonly string[]): Html =>
  html`<section class="card"><p role="status"><strong>${text}</strong></p><ul class="codes">${codes.map((code) => html`<li>${code}</li>`)}</ul></section>`;

const current = (c: WebContext, prefix: string): Html =>
  input(
    { name: 'current', label: c.get('visit').words.portal.passwordNow, type: 'password', autocomplete: 'current-password' },
    prefix,
  );

function emailHtml(c: WebContext, { email, isVerified }: AccountSeen, canSend: boolean): Html {
  const words = c.get('visit').words.portal;
  const fields = html`${input({ name: 'email', label: words.emailNew, type: 'email', autocomplete: 'email' })}${current(c, 'email-')}${button(words.emailSave, 'plain')}`;
  return html`<section class="card"><h2>${words.emailTitle}</h2><p>${words.emailNow(email, isVerified)}</p>
${canSend ? form(c, '/account/verify', button(words.verifySend, 'plain')) : ''}${form(c, '/account/email', fields)}</section>`;
}

function passwordHtml(c: WebContext): Html {
  const words = c.get('visit').words.portal;
  const fields = html`${current(c, 'password-')}${input({ name: 'password', label: words.newPassword, type: 'password', autocomplete: 'new-password', hint: words.passwordHint })}${button(words.passwordSave, 'plain')}`;
  return html`<section class="card"><h2>${words.passwordTitle}</h2>${form(c, '/account/password', fields)}</section>`;
}

function codesForm(c: WebContext): Html {
  const words = c.get('visit').words.portal;
  const fields = html`${current(c, 'codes-')}${button(words.codesMake, 'plain')}`;
  return html`<section class="card"><h2>${words.codesTitle}</h2><p>${words.codesText}</p>${form(c, '/account/codes', fields)}</section>`;
}

function languageHtml(c: WebContext): Html {
  const { words, locale } = c.get('visit');
  const options = locales.map(
    (one) => html`<option value="${one}" lang="${one}"${one === locale ? html` selected` : ''}>${localeNames[one]}</option>`,
  );
  const fields = html`<div class="field"><label for="language">${words.portal.languageTitle}</label><select id="language" name="language" autocomplete="off">${options}</select></div>${button(words.portal.save, 'plain')}`;
  return html`<section class="card"><h2>${words.portal.languageTitle}</h2>${form(c, '/account/language', fields)}</section>`;
}
