/** `npm start`: holds everything until it is told to stop. */
import { portalAddress } from './account-parts.ts';
import type { Config, SlackConfig } from './config.ts';
import { hold } from './hold.ts';
import { createLogger } from './logger.ts';
import { configOrExit, main } from './run.ts';

/** Twenty-five seconds to finish or hand back, so that all is closed within the thirty that supervisors give. */
const graceMs = 25_000;

await main(async () => {
  const config = configOrExit();
  const log = createLogger(config.logLevel);
  const { app, stop } = await hold(config, { log, control: true });
  process.stdout.write(welcome(config, await app.sandbox.level()));
  await stopSignal();
  process.stdout.write('Stopping: nothing new is taken, what runs is finished or handed back.\n');
  await stop(graceMs);
  return 0;
});

/** The first signal stops in order; a second one at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}

function welcome(config: Config, sandbox: { level: string; missing: string[] }): string {
  const kept = config.databaseUrl ? 'on the configured servers' : config.dataDir;
  const lines = [
    '',
    'Adwright is running.',
    `  Data      ${kept}`,
    `  Sandbox   ${sandbox.level}${sandbox.missing.length ? ` (missing: ${sandbox.missing.join(', ')})` : ''}`,
    `  Slack     ${config.slack ? `connected (${slackMode(config.slack, config)})` : 'not connected'}`,
    `  Discord   ${config.discord ? 'connected' : 'not connected'}`,
    `  Portal    ${portalAddress(config) ?? 'not open (set PORT or PUBLIC_URL)'}`,
    '',
    'Try next',
    ...(config.slack
      ? [
          '  In Slack, in a channel the bot is in: /ad Cold brew coffee, smooth and never bitter, €19.90',
          '  or the menu of a message with a picture: Make an ad from this',
        ]
      : [
          '  npm run demo                                   the whole way through a loopback Slack',
          '  npm run ad -- --photo FILE --brief "…" --out DIR   from this shell, while this runs',
          '  Connect a real Slack or Discord: README, parts "Connect Slack" and "Connect Discord"',
        ]),
    ...(config.discord ? ['  On Discord, in a channel the bot can see: /ad generate'] : []),
    '  npm run doctor                                 every part checked live',
    '',
    'Stop with Ctrl+C.',
    '',
  ];
  return lines.join('\n');
}

function slackMode(slack: SlackConfig, { host, port }: Config): string {
  if (slack.mode === 'socket') return 'Socket Mode';
  const install = slack.mode === 'oauth' ? `, install at ${new URL('/slack/install', slack.publicUrl).href}` : '';
  return `HTTP on ${host}:${port}${install}`;
}
