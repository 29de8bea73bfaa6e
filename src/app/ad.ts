/** `npm run ad`: through the running program when there is one, else with a program of its own. */
import { createMeasurer } from '../../adapters/studio/measurer.ts';
import { runAd } from '../../adapters/terminal/run-ad.ts';
import type { AdDesk } from '../generation/ad-desk.ts';
import type { Measurer } from '../generation/ports.ts';
import { type Config, isEmbedded } from './config.ts';
import { reachOr, remoteDesk } from './control-client.ts';
import { type Held, hold } from './hold.ts';
import { createLogger } from './logger.ts';
import { openSandbox } from './open-sandbox.ts';
import { configOrExit, main, stopRequests } from './run.ts';

/** Longer than any ad takes. */
const guestMs = 900_000;

type OpenDesk = { desk: AdDesk; close(): Promise<void> };

await main(async () => {
  const stop = stopRequests();
  return runAd(process.argv.slice(2), process, { openDesk: () => openDesk(stop), openMeasurer }, stop);
});

async function openDesk(signal: AbortSignal): Promise<OpenDesk> {
  const config: Config = { ...configOrExit(), slack: undefined };
  const log = createLogger('error');
  // Where every part is a server, the workers there draw; this process only hands the ad in and fetches it.
  if (!isEmbedded(config)) return ownDesk(await hold({ ...config, role: 'chat' }, { log, control: false }));
  const reached = await reachOr(config.dataDir, () => hold(config, { log, control: true }), signal);
  if ('taken' in reached) return ownDesk(reached.taken);
  return { desk: remoteDesk(reached.line), close: async () => void reached.line.socket.destroy() };
}

/** Needs nothing of the program but its sandbox. */
async function openMeasurer(): Promise<{ measurer: Measurer; close(): Promise<void> }> {
  const sandbox = openSandbox({ ...configOrExit(), workersPractise: false }, createLogger('error'));
  return { measurer: createMeasurer({ sandbox }), close: () => sandbox.close() };
}

function ownDesk(held: Held): OpenDesk {
  return {
    desk: held.app.desk,
    async close() {
      if (held.guests() > 0)
        process.stderr.write('Another npm run ad uses this program; it ends when that one is done. Ctrl+C ends both.\n');
      await held.stop(5_000, guestMs);
    },
  };
}
