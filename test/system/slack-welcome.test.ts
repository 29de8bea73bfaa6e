import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { Person } from '../../adapters/playground/slack/person.ts';
import type { LoopbackWorkspace } from '../../adapters/playground/slack/workspace.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { type Held, hold } from '../../src/app/hold.ts';
import { wordingIn } from '../../src/chat/wording/wording.ts';
import { silentLogger } from '../../src/log.ts';
import { buttonsOf, configOf, wordsOf } from '../support/workplace.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('whoever installs the bot in a Slack workspace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'adw-'));
  let slack: LoopbackSlack;
  let held: Held;
  let publicUrl: string;

  const start = async (): Promise<Held> => {
    const config = configOf({
      DATA_DIR: join(folder, 'data'),
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      WORKERS_PRACTISE: 'no',
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '/',
      PORT: new URL(publicUrl).port,
      PUBLIC_URL: publicUrl,
      SLACK_CLIENT_ID: slack.clientId,
      SLACK_CLIENT_SECRET: slack.clientSecret,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
    });
    return hold(config, { log: silentLogger, control: false, sweepSeconds: 2 });
  };
  beforeAll(async () => {
    publicUrl = `http://127.0.0.1:${await freePort()}`;
    slack = await createLoopbackSlack({ manifest: slackManifest({ mode: 'http', publicUrl, isShared: true }) });
    slack.deliverByHttp(`${publicUrl}/slack/events`);
    held = await start();
  });
  afterAll(async () => {
    await held?.stop(2_000);
    await slack?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const installAt = () => `${publicUrl}/slack/install`;
  const withButton = (at: LoopbackWorkspace, person: Person, label: string) =>
    at.messages(person.direct().id).filter((message) => buttonsOf(message).includes(label));
  const waitForButton = (at: LoopbackWorkspace, person: Person, label: string) =>
    at.waitFor(() => withButton(at, person, label)[0], { withinMs: 60_000, what: `a message with "${label}"` });

  it('is welcomed once, in their language and alone, and has a sample ad in two presses', async () => {
    const { welcome, proposals, buttons } = wordingIn('de');
    const north = slack.workspace('North');
    const anna = north.person('anna');
    anna.speaks('de-DE');
    expect(await north.install(installAt(), 'anna')).toBe(200);
    const hello = await waitForButton(north, anna, welcome.sample);
    for (const step of welcome.steps) expect(wordsOf(hello)).toContain(step);
    await anna.press(hello, welcome.sample);
    await anna.submit(await anna.waitForView((view) => JSON.stringify(view.view).includes(welcome.sampleBrief)), {
      keep: 'keep',
    });
    await anna.press(await waitForButton(north, anna, proposals.use(1)), proposals.use(1));
    const ad = await waitForButton(north, anna, buttons.anotherLook);
    expect(wordsOf(ad)).toContain('19,90');

    // Installed again, and after a new start: nothing more.
    expect(await north.install(installAt(), 'anna')).toBe(200);
    await held.stop(2_000);
    held = await start();
    const south = slack.workspace('South');
    const bela = south.person('bela');
    await south.install(installAt(), 'bela');
    await waitForButton(south, bela, wordingIn('en').welcome.sample);
    expect(withButton(north, anna, welcome.sample)).toHaveLength(1);
  });

  it('is the admin where Slack does not tell who is', async () => {
    const east = slack.workspace('East');
    const [anna, bela] = [east.person('anna'), east.person('bela')];
    await east.install(installAt(), 'anna', { without: ['users:read'] });
    await waitForButton(east, anna, wordingIn('en').welcome.sample);
    const channel = east.channel('shop');
    for (const person of [anna, bela]) await person.command('/ad', 'admin', { channel });
    const told = (person: Person, words: RegExp) =>
      east.waitFor(() => person.ephemerals().find((one) => words.test(wordsOf(one))), { what: `words for ${person.name}` });
    await told(anna, /The bot in this workspace/);
    await told(bela, /Only admins/);
  });

  it('hears nothing where they take no direct messages, and the program goes on', async () => {
    slack.faults.fail('conversations.open', 'cannot_dm_bot');
    const west = slack.workspace('West');
    await west.install(installAt(), 'cleo');
    const { workspaceRules } = held.app.stores.database;
    await expect
      .poll(() => workspaceRules.isWelcomed({ platform: 'slack', workspace: west.team }), { timeout: 20_000 })
      .toBe(true);
    expect(west.messages(west.person('cleo').direct().id)).toEqual([]);
  });
});
