/** The sandbox as this machine allows it, and when none is not enough. */
import { createSandbox } from '../../adapters/sandbox/create-sandbox.ts';
import { studioRuntime, unpractisedRuntime } from '../../adapters/studio/runtime.ts';
import type { Sandbox } from '../generation/ports.ts';
import type { Logger } from '../log.ts';
import type { Config } from './config.ts';

export const noSandbox =
  'No sandbox can be had on this machine, so photos of people would be opened without any. Install bubblewrap and allow user namespaces (npm run doctor says more), or set ADWRIGHT_ALLOW_WEAK_SANDBOX=yes.';

/** A real platform, not a loopback one. */
const isConnected = ({ slack, discord }: Config): boolean =>
  (slack !== undefined && slack.apiUrl === undefined) || (discord !== undefined && discord.apiUrl === undefined);

/** Whether photos of other people may come, which are not opened without any sandbox. */
export const mustConfine = (config: Config): boolean => isConnected(config) && !config.allowWeakSandbox;

export function openSandbox(config: Config, log: Logger): Sandbox {
  return createSandbox({
    runtime: config.workersPractise ? studioRuntime : unpractisedRuntime,
    log,
    searchPath: config.searchPath,
    hidden: [config.dataDir, config.stateDir],
    ...(config.ffmpegPath ? { ffmpegPath: config.ffmpegPath } : {}),
    ...(mustConfine(config) ? { minimum: 'reduced' as const } : {}),
  });
}
