/** `npm run ad`: through the running program when there is one, else with a program of its own. */
import { runAd } from '../../adapters/terminal/run-ad.ts';
import type { AdDesk } from '../generation/ad-desk.ts';
import { remoteDesk } from './control.ts';
import { hold } from './hold.ts';
import { lockHolder } from './lock.ts';
import { createLogger } from './logger.ts';
import { configOrExit, main } from './run.ts';

await main(async () => {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  return runAd(process.argv.slice(2), process, openDesk, stop.signal);
});

async function openDesk(): Promise<{ desk: AdDesk; close(): Promise<void> }> {
  const config = configOrExit();
  const holder = lockHolder(config.dataDir);
  if (holder) return { desk: remoteDesk(holder.socket), close: async () => undefined };
  const log = createLogger('error');
  const held = await hold({ ...config, slack: undefined }, { log, control: true });
  return { desk: held.app.desk, close: () => held.stop(5_000) };
}
