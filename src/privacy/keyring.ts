/** Keys per owner and per thing, wrapped by the key above them. Destroying a key destroys exactly what was sealed under it, in every copy there is. */
import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { OutsideSystem } from './personal-data.ts';
import { seal, unseal } from './seal.ts';

/** Where wrapped keys lie: never in the database, so that erasing reaches backups of it too. Scopes match `[a-z0-9:-]{1,120}`. */
export interface KeyStore extends OutsideSystem {
  /** The wrapped key, or null when there is none (never made, or destroyed). */
  read(scope: string): Promise<Uint8Array | null>;
  /** Stores a new wrapped key, durably; false, and nothing changed, when the scope already has one. */
  add(scope: string, wrapped: Uint8Array): Promise<boolean>;
  /** Overwrites a wrapped key in place, durably (re-wrapping under a new master key). */
  replace(scope: string, wrapped: Uint8Array): Promise<void>;
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
  | `system:signing:${number}`
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
  masterKey: Uint8Array;
  clock: Clock;
  randomBytes: (length: number) => Uint8Array;
}): Keyring {
  const { store, masterKey, clock, randomBytes } = options;
  const remembered = new Map<KeyScope, { key: Uint8Array; until: number }>();

  const remember = (scope: KeyScope, key: Uint8Array): Uint8Array => {
    if (remembered.size > 5_000) remembered.clear();
    remembered.set(scope, { key, until: clock.now() + rememberMs });
    return key;
  };

  const wrappingKey = (parent: KeyParent): Promise<Uint8Array> =>
    parent === 'master' ? Promise.resolve(masterKey) : open(parent);

  async function find(scope: KeyScope): Promise<Uint8Array | null> {
    const known = remembered.get(scope);
    if (known && known.until > clock.now()) return known.key;
    remembered.delete(scope);
    const stored = await store.read(scope);
    if (!stored) return null;
    const { parent, wrapped } = splitWrapped(stored);
    return remember(scope, unseal(await wrappingKey(parent), wrapPlace(scope, parent), wrapped));
  }

  async function open(scope: KeyScope): Promise<Uint8Array> {
    const key = await find(scope);
    if (!key) throw new AppError('key-erased', 'The key of this record was erased.', { retry: 'never' });
    return key;
  }

  async function create(scope: KeyScope, parent: KeyParent): Promise<Uint8Array> {
    const known = await find(scope);
    if (known) return known;
    const key = randomBytes(32);
    const wrapped = seal(await wrappingKey(parent), wrapPlace(scope, parent), key, randomBytes(12));
    const isNew = await store.add(scope, joinWrapped(parent, wrapped));
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
      const key = await open(scope);
      const wrapped = seal(await wrappingKey(parent), wrapPlace(scope, parent), key, randomBytes(12));
      await store.replace(scope, joinWrapped(parent, wrapped));
    },
    async lookup(kind, text) {
      const key = await create('system:lookup', 'master');
      return new Uint8Array(createHmac('sha256', key).update(`${kind}\n${text}`).digest());
    },
  };
}

const wrapPlace = (scope: KeyScope, parent: KeyParent): string => `key ${scope} under ${parent}`;

function joinWrapped(parent: KeyParent, wrapped: Uint8Array): Uint8Array {
  const name = Buffer.from(parent);
  return Buffer.concat([Buffer.of(name.length), name, wrapped]);
}

function splitWrapped(stored: Uint8Array): { parent: KeyParent; wrapped: Uint8Array } {
  const length = stored[0] ?? 0;
  const parent = Buffer.from(stored.subarray(1, 1 + length)).toString('utf8');
  if (parent !== 'master' && !parent.startsWith('owner:')) {
    throw new AppError('sealed-value-damaged', 'A wrapped key names no known parent.', { retry: 'never' });
  }
  return { parent: parent as KeyParent, wrapped: stored.subarray(1 + length) };
}
