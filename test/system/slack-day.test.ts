import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { type Held, hold } from '../../src/app/hold.ts';
import { silentLogger } from '../../src/log.ts';
import {
  answered,
  bottle,
  configOf,
  environmentOf,
  openWorkplace,
  result,
  sendForm,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

describe('a day with the bot', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
  });
  afterAll(() => place?.close());

  it('a photo in a direct message becomes an ad there, and stands on the page of the bot', async () => {
    const { slack } = place;
    const anna = slack.person('anna');
    const direct = anna.direct();
    await anna.openHome();
    const empty = await slack.waitFor(() => anna.home(), { withinMs: 20_000, what: 'the page' });
    expect(JSON.stringify(empty.view)).toContain('make your first ad');
    expect(JSON.stringify(empty.view)).toContain('No AI partner is connected');

    await anna.directMessage({ text: 'Fjord cold brew, smooth and never bitter. €19.90', files: [bottle()] });
    const answer = await slack.waitFor(() => slack.messages(direct.id).find((one) => one.fromBot), { what: 'an answer' });
    await anna.press(answer, 'Make an ad');
    const form = await anna.waitForView();
    expect(JSON.stringify(form.view)).toContain('Fjord cold brew');
    expect(await anna.submit(form, answered(form, { keep: 'keep' }))).toEqual({ closed: true });
    const made = await result(slack, direct.id, undefined, anna);

    await anna.openHome();
    const page = await slack.waitFor(() => {
      const home = anna.home();
      return home && JSON.stringify(home.view).includes('Show 1') ? home : null;
    });
    expect(JSON.stringify(page.view)).toMatch(/1\. .*finished/);
    await anna.pressHome('Show 1');
    const shown = await result(slack, direct.id, (message) => message.ts !== made.ts, anna);
    expect(wordsOf(shown)).toContain('Another look');
  });

  it('the page opens the form and the settings, which hold from then on', async () => {
    const { slack } = place;
    const ben = slack.person('ben');
    await ben.openHome();
    await slack.waitFor(() => ben.home(), { withinMs: 20_000 });
    await ben.pressHome('Make an ad');
    const form = await ben.waitForView();
    expect(form.view['callback_id']).toBe('make-ad');
    ben.closeView(form);
    await ben.pressHome('Change settings');
    const settings = await ben.waitForView((view) => view.view['callback_id'] === 'settings');
    await ben.submit(settings, { audience: 'me', keep: 'forget' });
    await expect
      .poll(
        async () => {
          await ben.openHome();
          return JSON.stringify(ben.home());
        },
        { timeout: 20_000, interval: 300 },
      )
      .toContain('Results go to you alone');
  });

  it('a mention without a picture gets a short help', async () => {
    const { slack } = place;
    const channel = slack.channel('shop');
    const { message } = await slack.person('anna').mention({ channel, text: 'hello' });
    const help = await slack.waitFor(() => slack.messages(channel.id).find((one) => one.fromBot), { what: 'the help' });
    expect(help).toMatchObject({ thread: message.ts, text: 'How to make an ad' });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a program that any workspace may install', () => {
  let slack: LoopbackSlack;
  let held: Held;
  let publicUrl: string;
  const folder = mkdtempSync(join(tmpdir(), 'adw-'));
  beforeAll(async () => {
    const port = await freePort();
    publicUrl = `http://127.0.0.1:${port}`;
    slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'http', publicUrl, isShared: true }) });
    const environment = environmentOf(slack, folder, {
      SLACK_BOT_TOKEN: '',
      SLACK_APP_TOKEN: '',
      SLACK_CLIENT_ID: slack.clientId,
      SLACK_CLIENT_SECRET: slack.clientSecret,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      PUBLIC_URL: publicUrl,
      PORT: String(port),
    });
    held = await hold(configOf(environment), { log: silentLogger, control: true, sweepSeconds: 2 });
    slack.deliverByHttp(`${publicUrl}/slack/events`);
  });
  afterAll(async () => {
    await held?.stop(2_000);
    await slack?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes an ad in each of two workspaces, and stops speaking in the one that removes it', async () => {
    const [north, south] = [slack.workspace('North'), slack.workspace('South')];
    for (const one of [north, south]) {
      expect(await one.install(`${publicUrl}/slack/install`, 'admin')).toBe(200);
      const anna = one.person('anna');
      await anna.mention({ channel: one.channel('shop'), text: 'Fjord cold brew. €19.90', files: [bottle()] });
      const answer = await one.waitFor(() => one.messages(one.channel('shop').id).find((message) => message.fromBot));
      await anna.press(answer, 'Make an ad');
      expect(await sendForm(anna, await anna.waitForView(), { keep: 'forget' })).toEqual({ closed: true });
    }
    const { installations } = held.app.stores.database;
    expect(await installations.count()).toBe(2);
    for (const one of [north, south]) {
      const made = await one.waitFor(
        () => one.messages(one.channel('shop').id).find((message) => wordsOf(message).includes('Use 1')),
        {
          withinMs: 60_000,
          what: 'ideas',
        },
      );
      expect(wordsOf(made)).toContain('Three ideas');
    }
    north.revokeTokens();
    await north.tell({ type: 'app_uninstalled' });
    await expect.poll(() => installations.count(), { timeout: 10_000 }).toBe(1);
    expect(await held.app.check()).toContainEqual(
      expect.objectContaining({ part: 'slack workspaces', says: expect.stringMatching(/^1 installed/) }),
    );
    await north.install(`${publicUrl}/slack/install`, 'admin');
    expect(await installations.count()).toBe(2);
  });
});
