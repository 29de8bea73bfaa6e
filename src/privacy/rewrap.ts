/** Rotates the master key: every key that hangs on it is wrapped anew under the first one, while others read and write. */
import { inParallel } from '../in-parallel.ts';
import type { KeyScope, KeyStore } from './keyring.ts';
import { type MasterKeys, splitWrapped, unwrapKey, wrapKey } from './wrapped-key.ts';

export type RewrapDeps = {
  keys: Pick<KeyStore, 'add' | 'read' | 'replace' | 'destroy' | 'list'>;
  masterKeys: MasterKeys;
  randomBytes: (length: number) => Uint8Array;
};

/** `looked` of `all` keys were looked at in this round, `rewrapped` of them were wrapped anew. */
export type RewrapProgress = { looked: number; all: number; rewrapped: number };

/** `unopened`: keys that open with no master key that was given. */
export type Rewrapped = { rewrapped: number; unopened: number };

/** There from the beginning of a rotation to its end: who has the old master key alone cannot open it. */
const begun = 'system:rewrap';
/** Wrapped anew as the last: who has the new master key alone cannot open it before. */
const last = 'system:lookup';
const atATime = 16;

/** Rounds until one finds nothing to do, because others go on wrapping meanwhile. Killed at any point, it goes on when it is called again. */
export async function rewrap(deps: RewrapDeps, tell: (progress: RewrapProgress) => void): Promise<Rewrapped> {
  await begin(deps);
  let rewrapped = 0;
  for (;;) {
    const round = await rewrapAll(deps, tell);
    rewrapped += round.rewrapped;
    if (round.unopened > 0) return { rewrapped, unopened: round.unopened };
    if (round.rewrapped === 0) break;
  }
  const end = await rewrapOne(deps, last);
  return { rewrapped: rewrapped + (end === 'rewrapped' ? 1 : 0), unopened: end === 'unopened' ? 1 : 0 };
}

/** When all is under the first master key, and nobody wraps with another any more: the old one may go. */
export const endRotation = (deps: Pick<RewrapDeps, 'keys'>): Promise<void> => deps.keys.destroy(begun);

async function begin(deps: RewrapDeps): Promise<void> {
  const { keys, masterKeys, randomBytes } = deps;
  const under = { parent: 'master' as const, key: masterKeys[0] };
  const isNew = await keys.add(begun, wrapKey(begun, under, randomBytes(32), randomBytes(12)));
  if (!isNew) await rewrapOne(deps, begun);
}

async function rewrapAll(deps: RewrapDeps, tell: (progress: RewrapProgress) => void): Promise<Rewrapped> {
  const scopes: KeyScope[] = [];
  for await (const scope of deps.keys.list('')) if (scope !== last) scopes.push(scope as KeyScope);
  const found: Rewrapped = { rewrapped: 0, unopened: 0 };
  let looked = 0;
  await inParallel(scopes, atATime, async (scope) => {
    const state = await rewrapOne(deps, scope);
    if (state === 'rewrapped') found.rewrapped += 1;
    if (state === 'unopened') found.unopened += 1;
    looked += 1;
    tell({ looked, all: scopes.length, rewrapped: found.rewrapped });
  });
  return found;
}

/** `fine`: destroyed, not under a master key, or under the first already. */
async function rewrapOne(deps: RewrapDeps, scope: KeyScope): Promise<'fine' | 'rewrapped' | 'unopened'> {
  const { keys, masterKeys, randomBytes } = deps;
  for (;;) {
    const stored = await keys.read(scope);
    const split = stored && splitWrapped(stored);
    if (!stored || split?.parent !== 'master') return 'fine';
    const opened = unwrapKey(scope, split, masterKeys);
    if (opened?.by === 0) return 'fine';
    if (opened) {
      const anew = wrapKey(scope, { parent: 'master', key: masterKeys[0] }, opened.key, randomBytes(12));
      if (await keys.replace(scope, stored, anew)) return 'rewrapped';
    } else {
      const again = await keys.read(scope);
      if (again && Buffer.compare(again, stored) === 0) return 'unopened';
    }
  }
}
