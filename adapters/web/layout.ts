/** What all pages have in common: head, menu, content, foot. Every text is escaped by the library. */
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Line, MessageView, Span } from '../../src/chat/messages.ts';
import type { Wording } from '../../src/chat/wording/wording.ts';
import { stylePath } from './style.ts';
import type { WebContext } from './web-app.ts';

export type Html = ReturnType<typeof html>;
export type PageName = keyof Wording['portal']['pages'];
export type ProblemName = keyof Wording['portal']['problems'];

const pathOf: Record<PageName, string> = {
  ads: '/ads',
  consent: '/consent',
  receipts: '/receipts',
  copy: '/data',
  account: '/account',
  remove: '/delete',
  policy: '/policy',
};
const menu: readonly PageName[] = ['ads', 'consent', 'receipts', 'copy', 'account', 'remove'];

export type Page = {
  title: string;
  body: Html;
  /** Which entry of the menu it is. */
  current?: PageName;
  problem?: ProblemName | undefined;
  /** A short sentence that something was done. */
  done?: string | undefined;
  status?: ContentfulStatusCode;
};

export function show(c: WebContext, page: Page): Response | Promise<Response> {
  const { words, locale, accountId } = c.get('visit');
  const { portal } = words;
  const problem = page.problem && portal.problems[page.problem];
  return c.html(
    html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Adwright</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#content">${portal.skip}</a>
<header><a class="name" href="/">Adwright</a>${accountId === null ? '' : topMenu(c, page.current)}</header>
<main id="content"${accountId === null ? html` class="narrow"` : ''}>
<h1>${page.title}</h1>
${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
${page.done ? html`<p class="done" role="status">${page.done}</p>` : ''}
${page.body}
</main>
<footer><a href="${pathOf.policy}">${portal.pages.policy}</a></footer>
</body>
</html>`,
    page.status ?? (page.problem ? 400 : 200),
  );
}

function topMenu(c: WebContext, current: PageName | undefined): Html {
  const { portal } = c.get('visit').words;
  return html`<nav aria-label="${portal.menu}"><ul>
${menu.map((name) => html`<li><a href="${pathOf[name]}"${name === current ? html` aria-current="page"` : ''}>${portal.pages[name]}</a></li>`)}
</ul></nav>
<div class="out">${form(c, '/sign-out', button(portal.signOut, 'quiet'))}</div>`;
}

export function problemPage(c: WebContext, problem: ProblemName, status: ContentfulStatusCode): Response | Promise<Response> {
  const { portal } = c.get('visit').words;
  return show(c, { title: String(status), body: html`<p><a href="/">${portal.pages.ads}</a></p>`, problem, status });
}

/** A form of ours: it carries what only this browser was given. */
export const form = (c: WebContext, action: string, inside: Html): Html =>
  html`<form method="post" action="${action}"><input type="hidden" name="csrf" value="${c.get('visit').csrf}">${inside}</form>`;

export const button = (label: string, kind: 'primary' | 'plain' | 'danger' | 'quiet' = 'primary'): Html =>
  html`<button class="${kind}">${label}</button>`;

export type Field = {
  name: string;
  label: string;
  type: 'email' | 'password' | 'text';
  autocomplete: 'email' | 'username' | 'current-password' | 'new-password' | 'off';
  value?: string;
  hint?: string;
};

export const input = ({ name, label, type, autocomplete, value = '', hint }: Field, prefix = ''): Html => {
  const id = `${prefix}${name}`;
  return html`<div class="field"><label for="${id}">${label}</label>
<input id="${id}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}" required${hint ? html` aria-describedby="${id}-hint"` : ''}>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}</div>`;
};

const spanHtml = (span: Span): Html | string => {
  if (typeof span === 'string') return span;
  if ('bold' in span) return html`<strong>${span.bold}</strong>`;
  if ('words' in span) return html`<a href="${span.link}">${span.words}</a>`;
  return span.person;
};

function lineHtml({ spans, fine, copyable }: Line): Html {
  const [only] = spans;
  if (spans.length === 1 && typeof only === 'object' && 'bold' in only) return html`<h2>${only.bold}</h2>`;
  if (copyable) return html`<pre tabindex="0">${spans.map(spanHtml)}</pre>`;
  return fine ? html`<p class="fine">${spans.map(spanHtml)}</p>` : html`<p>${spans.map(spanHtml)}</p>`;
}

/** What a chat would show. Its first line, the title, is left to the page. */
export const messageHtml = ({ lines, summary }: MessageView): Html => {
  const [first] = lines;
  const only = first?.spans[0];
  const isTitle = typeof only === 'object' && 'bold' in only && only.bold === summary;
  return html`<div class="words">${lines.slice(isTitle ? 1 : 0).map(lineHtml)}</div>`;
};
