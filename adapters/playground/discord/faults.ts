/** The switches that make the loopback Discord misbehave the way the real one now and then does. A route is named as in the journal: `POST /channels/{channel_id}/messages`. */
import type { RefusalCode } from './refusal.ts';

export type Faults = ReturnType<typeof createFaults>;

type Planned = { route: string; times: number } & (
  | { kind: 'refusal'; code: RefusalCode }
  | { kind: 'limit'; seconds: number; isGlobal: boolean }
  | { kind: 'status'; status: number }
  | { kind: 'lost' }
  | { kind: 'hang' }
);

/** In place of a route's name: whichever comes. */
export const anyRoute = '*';

/** `isRoute` catches a misspelt name, which would otherwise be a fault that never happens. */
export function createFaults(isRoute: (name: string) => boolean) {
  const planned: Planned[] = [];
  const late = new Map<string, number>();
  function known(route: string): string {
    if (route !== anyRoute && !isRoute(route)) throw new Error(`The loopback has no route "${route}"`);
    return route;
  }
  const plan = (fault: Planned) => void planned.push({ ...fault, route: known(fault.route) });
  return {
    /** Every request with the bot's token answers 401 while set, and no session is opened. */
    deadToken: false,
    /** How many of the next events arrive twice. */
    duplicates: 0,
    /** How many of the next events never arrive. */
    lostEvents: 0,
    /** How late events arrive while set, in milliseconds of the loopback's clock; an interaction's three seconds run from the start. */
    lateByMs: 0,
    /** Interactions are already ten seconds old when they arrive. */
    staleInteractions: false,
    /** After this many more requests the line is dead: the last one is carried out and its answer lost, as when a bot dies right then. */
    cutAfter: Number.POSITIVE_INFINITY,
    /** The next requests of a route are refused with one of Discord's codes, without doing anything. */
    fail: (route: string, code: RefusalCode, times = 1) => plan({ route, times, kind: 'refusal', code }),
    /** The next requests of a route answer HTTP 429. */
    limit: (route: string, seconds: number, { times = 1, isGlobal = false }: { times?: number; isGlobal?: boolean } = {}) =>
      plan({ route, times, kind: 'limit', seconds, isGlobal }),
    /** The next requests of a route answer with an HTTP status, without doing anything. */
    status: (route: string, status: number, times = 1) => plan({ route, times, kind: 'status', status }),
    /** The next requests of a route are carried out, and then the connection breaks before the answer. */
    loseAnswer: (route: string, times = 1) => plan({ route, times, kind: 'lost' }),
    /** The next requests of a route are never answered, nor carried out, as when an upload stops halfway. */
    hang: (route: string, times = 1) => plan({ route, times, kind: 'hang' }),
    /** Every request of a route is carried out and answered this much later. */
    answerLate: (route: string, ms: number) => void late.set(known(route), ms),
    /** Takes back everything planned: Discord is well again. */
    clear() {
      planned.length = 0;
      late.clear();
    },
    lateness: (route: string) => late.get(route) ?? late.get(anyRoute) ?? 0,
    /** Counts a request against `cutAfter`. */
    lineFor(): 'open' | 'breaks' | 'dead' {
      this.cutAfter -= 1;
      return this.cutAfter > 0 ? 'open' : this.cutAfter === 0 ? 'breaks' : 'dead';
    },
    take(route: string): Planned | null {
      const fault = planned.find((one) => (one.route === route || one.route === anyRoute) && one.times > 0);
      if (!fault) return null;
      fault.times -= 1;
      return fault;
    },
  };
}
