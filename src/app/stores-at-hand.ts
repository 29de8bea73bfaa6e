/** For a command that needs the stores: in the running program where there is one, else in a program of its own that talks to nobody. */
import { type Config, isEmbedded } from './config.ts';
import { type Line, reachOr } from './control-client.ts';
import { type Held, hold } from './hold.ts';
import { createLogger } from './logger.ts';

const graceMs = 5_000;

/** What `use` is given: the program at the other end of a line, or one that is held here. */
export async function withStores(
  config: Config,
  use: { remote(line: Line): Promise<void>; here(held: Held): Promise<void> },
  signal: AbortSignal,
): Promise<void> {
  const log = createLogger('error');
  const quiet: Config = { ...config, slack: undefined, discord: undefined, portal: false };
  const take = () => hold(isEmbedded(config) ? quiet : { ...quiet, role: 'chat' }, { log, control: isEmbedded(config) });
  const reached = isEmbedded(config) ? await reachOr(config.dataDir, take, signal) : { taken: await take() };
  if ('line' in reached) return use.remote(reached.line);
  try {
    await use.here(reached.taken);
  } finally {
    await reached.taken.stop(graceMs);
  }
}
