/** One port for the portal and for what Slack delivers by HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import { readManifest } from '../../adapters/playground/slack/manifest-rules.ts';
import { createPaperwork } from '../../adapters/playground/slack/paperwork.ts';
import { signedHeaders } from '../../adapters/playground/slack/signature.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { type Held, hold } from '../../src/app/hold.ts';
import { silentLogger } from '../../src/log.ts';
import { type TestBrowser, testBrowser } from '../support/browser-for-test.ts';
import { freePort } from '../support/free-port.ts';
import { configOf } from '../support/workplace.ts';

const manifest = slackManifest({ mode: 'http', publicUrl: 'https://ads.example' });

describe('the port that the portal shares with Slack', () => {
  let slack: LoopbackSlack;
  let held: Held;
  let folder: string;
  let browser: TestBrowser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'adw-'));
    slack = await createLoopbackSlack({ manifest });
    const port = String(await freePort());
    const { PATH = '' } = process.env;
    const places = {
      DATA_DIR: join(folder, 'data'),
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      WORKERS_PRACTISE: 'no',
    };
    const connection = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
    };
    held = await hold(configOf({ PATH, ...places, ...connection, PORT: port }), { log: silentLogger, control: false });
    browser = testBrowser(`http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await held?.stop(2_000);
    await slack?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const command = () => {
    const { world, faults } = slack;
    const around = { world, faults, rules: readManifest(manifest), baseUrl: () => new URL(slack.apiUrl).origin };
    const { id, name } = slack.person('anna');
    const fields = createPaperwork(id, name, around).command('/ad', 'Cold brew', slack.channel('shop'));
    return new URLSearchParams(fields as Record<string, string>).toString();
  };
  const deliver = (secret: string) => {
    const body = command();
    const signature = signedHeaders(secret, body, Math.floor(Date.now() / 1_000));
    return browser.post('/slack/events', body, { 'content-type': 'application/x-www-form-urlencoded', ...signature });
  };

  it('shows pages to browsers', async () => {
    const page = await browser.get('/sign-in');
    expect([page.status, page.headers['content-security-policy']]).toEqual([200, expect.stringContaining("default-src 'none'")]);
  });

  it('opens the form for a command that Slack signed, and refuses one that somebody else did', async () => {
    expect((await deliver('another secret')).status).toBe(401);
    expect(slack.calls('views.open')).toHaveLength(0);
    expect((await deliver(slack.signingSecret)).status).toBe(200);
    await slack.waitFor(() => slack.calls('views.open')[0], { what: 'a form' });
  });
});
