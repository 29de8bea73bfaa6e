/** Keys per owner and per thing, wrapped by the key above them. Destroying a key destroys exactly what was sealed under it, in every copy there is. */
import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { OutsideSystem } from './personal-data.ts';
import { type MasterKeys, splitWrapped, unwrapKey, wrapKey } from './wrapped-key.ts';

/** Where wrapped keys lie: never in the database, so that erasing reaches backups of it too. Scopes match `[a-z0-9:-]{1,120}`. */
export interface KeyStore extends OutsideSystem {
  /** The wrapped key, or null when there is none (never made, or destroyed). */
  read(scope: string): Promise<Uint8Array | null>;
  /** Stores a new wrapped key, durably; false, and nothing changed, when the scope already has one. */
  add(scope: string, wrapped: Uint8Array): Promise<boolean>;
  /** Overwrites a wrapped key in place, durably; false, and nothing changed, when it is not `old` any more: a key that is destroyed in the same moment never comes back. */
  replace(scope: string, old: Uint8Array, wrapped: Uint8Array): Promise<boolean>;
  /** Removes a wrapped key so that it cannot be read again, durably; also succeeds when there is none. */
  destroy(scope: string): Promise<void>;
  /** All scopes that begin with `prefix`. */
  list(prefix: string): AsyncIterable<string>;
}

export type KeyScope =
  | `owner:${string}`
  | `ad:${string}`
  | `photo:${string}`
  | `kit:${string}`
  | `product:${string}`
  | `value:${string}`
  | `token:${string}`
  | `intake:${number}`
  | `tries:${number}`
  | `usage:${number}`
  | `obligation:${string}`
  | `request:${string}`
  | 'system:lookup'
  | 'system:rewrap'
  | `system:signing:${number}`
  | `system:credentials:${number}`
  | `system:installation:${string}`;
export type KeyParent = Extract<KeyScope, `owner:${string}`> | 'master';

export interface Keyring {
  /** The scope's key, made and wrapped under `parent` when it does not exist yet. 32 bytes. */
  create(scope: KeyScope, parent: KeyParent): Promise<Uint8Array>;
  /** The scope's key. Rejects with `key-erased` when it was destroyed. */
  open(scope: KeyScope): Promise<Uint8Array>;
  /** Destroys the key, and with an owner's all that are wrapped by it; in this process at once, elsewhere within five seconds. */
  destroy(scope: KeyScope): Promise<void>;
  /** Wraps the scope's key anew, under another parent: it belongs to that one from now on. Rejects with `key-erased` where either is gone. */
  hand(scope: KeyScope, parent: KeyParent): Promise<void>;
  /** A keyed hash for looking things up without storing them: the same text gives the same 32 bytes. */
  lookup(kind: string, text: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Unwrapped keys are remembered this long at most, so that a destroyed key dies everywhere (design, section 5). */
const rememberMs = 5_000;

export function createKeyring(options: {
  store: KeyStore;
  masterKeys: MasterKeys;
  clock: Clock;
  randomBytes: (length: number) => Uint8Array;
}): Keyring {
  const { store, masterKeys, clock, randomBytes } = options;
  const remembered = new Map<KeyScope, { key: Uint8Array; until: number }>();

  const remember = (scope: KeyScope, key: Uint8Array): Uint8Array => {
    if (remembered.size > 5_000) remembered.clear();
    remembered.set(scope, { key, until: clock.now() + rememberMs });
    return key;
  };

  const wrap = async (scope: KeyScope, parent: KeyParent, key: Uint8Array): Promise<Uint8Array> => {
    const above = parent === 'master' ? masterKeys[0] : await open(parent);
    return wrapKey(scope, { parent, key: above }, key, randomBytes(12));
  };

  async function find(scope: KeyScope): Promise<Uint8Array | null> {
    const known = remembered.get(scope);
    if (known && known.until > clock.now()) return known.key;
    remembered.delete(scope);
    for (let stored = await store.read(scope); stored; ) {
      const { parent, wrapped } = splitWrapped(stored);
      const opened = unwrapKey(scope, { parent, wrapped }, parent === 'master' ? masterKeys : [await open(parent)]);
      if (opened) return remember(scope, opened.key);
      // It may have been wrapped anew just while it was read.
      const again = await store.read(scope);
      if (again && Buffer.compare(again, stored) === 0) throw cannotOpen(parent);
      stored = again;
    }
    return null;
  }

  async function open(scope: KeyScope): Promise<Uint8Array> {
    const key = await find(scope);
    if (!key) throw erased();
    return key;
  }

  async function create(scope: KeyScope, parent: KeyParent): Promise<Uint8Array> {
    const known = await find(scope);
    if (known) return known;
    const key = randomBytes(32);
    const isNew = await store.add(scope, await wrap(scope, parent, key));
    return isNew ? remember(scope, key) : open(scope);
  }

  return {
    create,
    open,
    async destroy(scope) {
      await store.destroy(scope);
      if (scope.startsWith('owner:')) remembered.clear();
      else remembered.delete(scope);
    },
    async hand(scope, parent) {
      for (;;) {
        const key = await open(scope);
        const old = await store.read(scope);
        if (!old) throw erased();
        if (await store.replace(scope, old, await wrap(scope, parent, key))) return;
        remembered.delete(scope);
      }
    },
    async lookup(kind, text) {
      const key = await create('system:lookup', 'master');
      return new Uint8Array(createHmac('sha256', key).update(`${kind}\n${text}`).digest());
    },
  };
}

const erased = (): AppError => new AppError('key-erased', 'The key of this record was erased.', { retry: 'never' });

/** Under a master key it is not damaged for certain: another process may have wrapped it with one that this process was not given. */
function cannotOpen(parent: KeyParent): AppError {
  if (parent !== 'master')
    return new AppError('sealed-value-damaged', 'A stored key could not be opened with the key above it.', { retry: 'never' });
  const says =
    'A stored key opens with none of the master keys that this program was given. If they are being rotated, restart it with both.';
  return new AppError('master-key-unknown', says, { retry: 'later' });
}
