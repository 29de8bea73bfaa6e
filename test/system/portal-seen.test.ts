/** The portal in a real browser: no rule of accessibility is broken, on phone and desktop, in light and dark, and every page works without JavaScript. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../adapters/sandbox/find-program.ts';
import { randomId } from '../../src/ids.ts';
import { linkFor, openPortal, type PortalGround, password } from '../support/portal-for-test.ts';
import { ask, result } from '../support/workplace.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const programs = await Promise.all(names.map((name) => findProgram(name, process.env['PATH'] ?? '')));
const program = programs.find((one) => one !== null);
if (!program) console.warn('SKIPPED: no chromium was found, so nobody looked at the portal in a real browser.');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Found = { id: string; nodes: { html: string }[] };
/** What the rules of WCAG 2.2 AA and good practice say of a page. */
const problemsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const found = (await page.evaluate('axe.run()')) as { violations: Found[] };
  return found.violations.map(
    ({ id, nodes }) => `${new URL(page.url()).pathname} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
};

describe.skipIf(!program)('the portal in a real browser', () => {
  let on: PortalGround;
  let browser: Browser;
  let link: string;
  beforeAll(async () => {
    on = await openPortal();
    browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox'] });
    const person = on.slack.person(`person-${randomId()}`);
    const channel = on.slack.channel(`room-${randomId()}`);
    await ask(person, channel, 'Cold brew coffee, smooth and never bitter. €6', { places: ['snapchat'] });
    await result(on.slack, channel.id);
    link = await linkFor(on.slack, person);
  });
  afterAll(async () => {
    await browser?.close();
    await on?.close();
  });

  it('is used from registering to deleting without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByLabel('E-mail address').fill('anna@example.com');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('heading', { name: 'My ads' }).waitFor();
    const picture = page.getByRole('img');
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(500);
    const [cookie] = (await context.cookies()).filter(({ name }) => name.includes('session'));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });

    await page.getByRole('link', { name: 'My data' }).click();
    await page.getByRole('button', { name: 'Make the copy' }).click();
    const fetchIt = page.getByRole('button', { name: 'Fetch the copy' });
    await fetchIt.waitFor({ timeout: 60_000 });
    const [copy] = await Promise.all([page.waitForEvent('download'), fetchIt.click()]);
    expect(copy.suggestedFilename()).toBe('my-data.zip');
    expect(
      readFileSync(await copy.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');

    await page.getByRole('link', { name: 'Delete' }).click();
    await page.getByLabel('Your password now').fill(password);
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByText('The receipt as a file').waitFor({ timeout: 60_000 });
    await context.close();
  });

  it.each([
    ['phone', 'light', 390],
    ['phone', 'dark', 390],
    ['desktop', 'light', 1280],
    ['desktop', 'dark', 1280],
  ] as const)('breaks no rule of accessibility on a %s in the %s', async (_device, colorScheme, width) => {
    const person = on.slack.person(`person-${randomId()}`);
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      await page.goto(new URL(path, on.origin).href);
      found.push(...(await problemsOf(page)));
      const isWide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      if (isWide) found.push(`${path} is wider than the screen`);
    };
    for (const path of ['/sign-in', '/recover', '/policy', '/nothing-here']) await look(path);
    const own = await linkFor(on.slack, person);
    await look(new URL(own).pathname);
    await page.getByLabel('E-mail address').fill(`${randomId()}@example.com`);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.waitForURL('**/ads');
    for (const path of ['/ads', '/consent', '/receipts', '/data', '/account', '/delete']) await look(path);
    await page.getByLabel('Your password now').fill('wrong password');
    await page.getByRole('button', { name: 'Delete everything' }).click();
    found.push(...(await problemsOf(page)));
    await context.close();
    expect(found).toEqual([]);
  });
});
