/** Wrapped keys as small objects in an S3 bucket, for programs that run on several computers. */
import { AppError } from '../../src/errors.ts';
import type { KeyStore } from '../../src/privacy/keyring.ts';
import { createS3Bucket, type S3Bucket } from '../media-store/s3-bucket.ts';
import { S3Error, type S3Settings } from '../media-store/s3-requests.ts';
import { keyStoreName, personalData } from './declaration.ts';
import { checkScope, fileOf, scopeOf } from './scope-name.ts';

/** Refuses buckets that keep what was removed, as far as the server tells: a key must be destroyed when it is destroyed. */
export function createS3KeyStore(settings: S3Settings): KeyStore {
  const bucket = createS3Bucket({ deadlineMs: 10_000, ...settings });
  let checked: Promise<void> | null = null;

  const work = async <Result>(deed: () => Promise<Result>): Promise<Result> => {
    try {
      checked ??= refuseKeepers(bucket).catch((error: unknown) => {
        checked = null;
        throw error;
      });
      await checked;
      return await deed();
    } catch (error) {
      throw errorOf(error);
    }
  };

  const nameOf = (scope: string) => {
    checkScope(scope);
    return fileOf(scope);
  };

  const fetchKey = async (scope: string): Promise<Uint8Array | null> => {
    const response = await bucket.get(nameOf(scope));
    return response && new Uint8Array(await response.arrayBuffer());
  };

  return {
    name: keyStoreName,
    personalData,

    read: (scope) => work(() => fetchKey(scope)),

    add: (scope, wrapped) =>
      work(async () => {
        if (await fetchKey(scope)) return false;
        try {
          await bucket.put(nameOf(scope), wrapped, { 'if-none-match': '*' });
        } catch (error) {
          if (error instanceof S3Error && (error.status === 412 || error.status === 409)) return false;
          throw error;
        }
        // Servers that do not know the condition let the last writer win: then ours is not there.
        const now = await fetchKey(scope);
        return now !== null && Buffer.compare(now, wrapped) === 0;
      }),

    replace: (scope, wrapped) => work(() => bucket.put(nameOf(scope), wrapped)),

    destroy: (scope) =>
      work(async () => {
        const old = await fetchKey(scope);
        if (!old) return;
        await bucket.put(nameOf(scope), new Uint8Array(old.length));
        await bucket.remove(nameOf(scope));
      }),

    async *list(prefix) {
      await work(async () => undefined);
      try {
        for await (const name of bucket.list(fileOf(prefix))) {
          const scope = scopeOf(name);
          if (scope?.startsWith(prefix)) yield scope;
        }
      } catch (error) {
        throw errorOf(error);
      }
    },

    close: () => Promise.resolve(),
  };
}

async function refuseKeepers(bucket: S3Bucket): Promise<void> {
  const reason = await bucket.keepsRemoved();
  if (!reason) return;
  throw new AppError(
    'key-store-unavailable',
    `The key bucket cannot be used: ${reason}, so a destroyed key would stay readable.`,
    {
      retry: 'never',
    },
  );
}

function errorOf(error: unknown): unknown {
  if (error instanceof AppError || error instanceof RangeError) return error;
  const answer = error instanceof S3Error ? `answered ${error.status}` : 'cannot be reached';
  return new AppError('key-store-unavailable', `The key store ${answer}.`, { retry: 'later', cause: error });
}
