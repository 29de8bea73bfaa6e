/** A key store in memory, for suites that are about something else. */
import type { KeyStore } from '../../src/privacy/keyring.ts';

export function memoryKeyStore(): KeyStore {
  const keys = new Map<string, Uint8Array>();
  return {
    name: 'memory',
    personalData: { keys: { keepsNothing: 'It lives as long as a test.' } },
    read: async (scope) => keys.get(scope) ?? null,
    async add(scope, wrapped) {
      if (keys.has(scope)) return false;
      keys.set(scope, wrapped);
      return true;
    },
    async replace(scope, old, wrapped) {
      const found = keys.get(scope);
      if (!found || Buffer.compare(found, old) !== 0) return false;
      keys.set(scope, wrapped);
      return true;
    },
    destroy: async (scope) => void keys.delete(scope),
    async *list(prefix) {
      for (const scope of keys.keys()) if (scope.startsWith(prefix)) yield scope;
    },
    close: async () => undefined,
  };
}
