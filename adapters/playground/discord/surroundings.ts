/** What every part of the loopback Discord works on. */
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway/sessions.ts';
import type { Rates } from './rates.ts';
import type { World } from './world.ts';

export type Surroundings = {
  world: World;
  faults: Faults;
  rates: Rates;
  gateway: Gateway;
  /** Where the loopback listens, such as `http://127.0.0.1:4711`. */
  baseUrl: () => string;
};
