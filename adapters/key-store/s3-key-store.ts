/** Wrapped keys as small objects in an S3 bucket, for programs that run on several computers. */
import { AppError } from '../../src/errors.ts';
import type { KeyStore } from '../../src/privacy/keyring.ts';
import { createS3Bucket, type S3Bucket } from '../media-store/s3-bucket.ts';
import { S3Error, type S3Settings } from '../media-store/s3-requests.ts';
import { keyStoreName, personalData } from './declaration.ts';
import { refuseKeepers } from './refuse-keepers.ts';
import { checkScope, fileOf, scopeOf } from './scope-name.ts';

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
    const found = response && new Uint8Array(await response.arrayBuffer());
    // Zeros are of a key that is being destroyed in this moment.
    return found?.some((byte) => byte !== 0) ? found : null;
  };

  return {
    name: keyStoreName,
    personalData,

    read: (scope) => work(() => fetchKey(scope)),

    add: (scope, wrapped) => work(() => putOn(bucket, nameOf(scope), wrapped, { 'if-none-match': '*' })),

    replace: (scope, old, wrapped) =>
      work(async () => {
        const found = await bucket.get(nameOf(scope));
        if (!found || Buffer.compare(new Uint8Array(await found.arrayBuffer()), old) !== 0) return false;
        return putOn(bucket, nameOf(scope), wrapped, { 'if-match': found.headers.get('etag') ?? '*' });
      }),

    destroy: (scope) =>
      work(async () => {
        // Not by what is read: also one whose destruction was cut off is ended here.
        const found = await bucket.get(nameOf(scope));
        if (!found) return;
        await bucket.put(nameOf(scope), new Uint8Array((await found.arrayBuffer()).byteLength));
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

/** False where the condition does not hold: somebody else was there first. */
async function putOn(bucket: S3Bucket, name: string, body: Uint8Array, condition: Record<string, string>): Promise<boolean> {
  try {
    await bucket.put(name, body, condition);
    return true;
  } catch (error) {
    if (error instanceof S3Error && [404, 409, 412].includes(error.status)) return false;
    throw error;
  }
}

function errorOf(error: unknown): unknown {
  if (error instanceof AppError || error instanceof RangeError) return error;
  const answer = error instanceof S3Error ? `answered ${error.status}` : 'cannot be reached';
  return new AppError('key-store-unavailable', `The key store ${answer}.`, { retry: 'later', cause: error });
}
