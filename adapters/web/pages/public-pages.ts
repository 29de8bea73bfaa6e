/** What everybody may see: the policy, the keys that receipts are checked with, whether it runs, the stylesheet. */
import { messageHtml, show } from '../layout.ts';
import type { Pages } from '../pages.ts';
import { style, stylePath } from '../style.ts';

export function addPublicPages({ app, portal }: Pages): void {
  app.get('/policy', (c) => {
    const { locale } = c.get('visit');
    const view = portal.open.policy(locale);
    return show(c, { title: view.summary, body: messageHtml(view), current: 'policy' });
  });
  app.get('/.well-known/adwright-keys.json', async (c) => c.json({ keys: await portal.open.keys() }));
  app.get('/health', async (c) => {
    const isWell = await portal.open.ping().then(
      () => true,
      () => false,
    );
    return c.json({ status: isWell ? 'ok' : 'a store does not answer' }, isWell ? 200 : 503);
  });
  app.get(stylePath, (c) =>
    c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' }),
  );
}
