/** A plain browser without JavaScript: keeps cookies, follows redirects, fills in the forms of a page. */
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http';

export type Page = { status: number; url: string; html: string; body: Buffer; headers: IncomingHttpHeaders };

export type TestBrowser = {
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** Posts as the page's own form would: with the token that stands in it. */
  submit(page: Page, action: string, fields?: Record<string, string>): Promise<Page>;
  /** Posts exactly this. */
  post(path: string, body: string, headers: Record<string, string>): Promise<Page>;
  cookies: Map<string, string>;
};

export function testBrowser(origin: string): TestBrowser {
  const cookies = new Map<string, string>();
  const send = (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Page> =>
    new Promise((resolve, reject) => {
      const url = new URL(path, origin);
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const options: RequestOptions = { method, headers: { ...(cookie ? { cookie } : {}), ...headers } };
      const sent = request(url, options, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          for (const set of answer.headers['set-cookie'] ?? []) keep(cookies, set);
          const bytes = Buffer.concat(parts);
          resolve({
            status: answer.statusCode ?? 0,
            url: url.href,
            html: bytes.toString('utf8'),
            body: bytes,
            headers: answer.headers,
          });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const follow = async (page: Page): Promise<Page> => {
    const { location } = page.headers;
    return [301, 302, 303, 308].includes(page.status) && location
      ? follow(await send('GET', new URL(location, page.url).href, {}))
      : page;
  };
  return {
    cookies,
    get: async (path, headers = {}) => follow(await send('GET', path, headers)),
    post: (path, body, headers) => send('POST', path, headers, body),
    async submit(page, action, fields = {}) {
      const csrf = /name="csrf" value="([^"]+)"/u.exec(page.html)?.[1] ?? '';
      const body = new URLSearchParams({ csrf, ...fields }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin };
      return follow(await send('POST', action, headers, body));
    },
  };
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = ''] = set.split(';');
  const [name = '', value = ''] = pair.split('=');
  if (value === '' || /max-age=0/iu.test(set)) cookies.delete(name);
  else cookies.set(name, value);
}
