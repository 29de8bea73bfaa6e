/** The pages for whoever is not signed in: signing in, the private link from a chat, a forgotten password, a verified address. */
import { html } from 'hono/html';
import { field } from '../guard.ts';
import { button, form, input, type ProblemName, show } from '../layout.ts';
import type { Pages } from '../pages.ts';
import type { WebContext } from '../web-app.ts';

export function addEntryPages({ app, portal, enter }: Pages): void {
  app.get('/sign-in', (c) =>
    signInPage(c, {}, c.req.query('done') === 'password' ? c.get('visit').words.portal.passwordChanged : undefined),
  );
  app.post('/sign-in', async (c) => {
    const email = await field(c, 'email');
    const given = { email, password: await field(c, 'password'), address: c.get('visit').address };
    const outcome = await portal.entry.signIn(given);
    return outcome.ok ? enter(c, outcome.accountId) : signInPage(c, { email, problem: outcome.problem });
  });

  app.get('/recover', (c) => recoverPage(c, {}));
  app.post('/recover', async (c) => {
    const email = await field(c, 'email');
    const [code, password] = [await field(c, 'code'), await field(c, 'password')];
    const outcome = await portal.entry.recover({ email, code, password, address: c.get('visit').address });
    if (outcome.ok) return enter(c, outcome.accountId);
    return recoverPage(c, { email, problem: outcome.problem === 'wrong' ? 'wrong-code' : outcome.problem });
  });

  app.get('/link/:token', async (c) => {
    const token = c.req.param('token');
    const behind = await portal.entry.behindLink(token);
    if (behind === null) return signInPage(c, { problem: 'link-gone' });
    return behind === 'sign-in' ? enterPage(c, token) : registerPage(c, token, {});
  });
  app.post('/link/:token/enter', async (c) => {
    const accountId = await portal.entry.signInByLink(c.req.param('token'));
    return accountId === null ? signInPage(c, { problem: 'link-gone' }) : enter(c, accountId);
  });
  app.post('/link/:token/register', async (c) => {
    const token = c.req.param('token');
    const [email, password] = [await field(c, 'email'), await field(c, 'password')];
    const outcome = await portal.entry.register({ token, email, password });
    if (outcome.ok) return enter(c, outcome.accountId);
    if (outcome.problem === 'link-gone') return signInPage(c, { problem: outcome.problem });
    return registerPage(c, token, { email, problem: outcome.problem });
  });

  app.get('/verify/:token', (c) => {
    const words = c.get('visit').words.portal;
    const body = html`<div class="card">${form(c, `/verify/${c.req.param('token')}`, button(words.verify))}</div>`;
    return show(c, { title: words.verifyTitle, body });
  });
  app.post('/verify/:token', async (c) => {
    if (!(await portal.entry.verify(c.req.param('token')))) return signInPage(c, { problem: 'link-gone' });
    return c.redirect('/account?done=saved', 303);
  });
}

type Given = { email?: string; problem?: ProblemName };

export function signInPage(c: WebContext, { email = '', problem }: Given, done?: string): Response | Promise<Response> {
  const { portal: words } = c.get('visit').words;
  const fields = html`${input({ name: 'email', label: words.email, type: 'email', autocomplete: 'username', value: email })}
${input({ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' })}
${button(words.signIn)}`;
  const body = html`<div class="card">${form(c, '/sign-in', fields)}</div>
<p><a href="/recover">${words.forgot}</a></p><p class="fine">${words.signInText}</p>`;
  return show(c, { title: words.signInTitle, body, problem, done });
}

function recoverPage(c: WebContext, { email = '', problem }: Given): Response | Promise<Response> {
  const { portal: words } = c.get('visit').words;
  const fields = html`${input({ name: 'email', label: words.email, type: 'email', autocomplete: 'username', value: email })}
${input({ name: 'code', label: words.code, type: 'text', autocomplete: 'off' })}
${input({ name: 'password', label: words.newPassword, type: 'password', autocomplete: 'new-password', hint: words.passwordHint })}
${button(words.setPassword)}`;
  return show(c, {
    title: words.recoverTitle,
    body: html`<p>${words.recoverText}</p><div class="card">${form(c, '/recover', fields)}</div>`,
    problem,
  });
}

function enterPage(c: WebContext, token: string): Response | Promise<Response> {
  const { portal: words } = c.get('visit').words;
  const body = html`<p>${words.enterText}</p><div class="card">${form(c, `/link/${token}/enter`, button(words.enter))}</div>`;
  return show(c, { title: words.enterTitle, body });
}

function registerPage(c: WebContext, token: string, { email = '', problem }: Given): Response | Promise<Response> {
  const { portal: words } = c.get('visit').words;
  const fields = html`${input({ name: 'email', label: words.email, type: 'email', autocomplete: 'username', value: email })}
${input({ name: 'password', label: words.password, type: 'password', autocomplete: 'new-password', hint: words.passwordHint })}
${button(words.register)}`;
  const body = html`<p>${words.registerText}</p><div class="card">${form(c, `/link/${token}/register`, fields)}</div>`;
  return show(c, { title: words.registerTitle, body, problem });
}
