/** Encrypted media as objects in an S3 bucket. At most two parts of 8 MiB are in memory, however long the object is. */
import { randomBytes } from 'node:crypto';
import { AppError } from '../../src/errors.ts';
import type { MediaObject, MediaStore } from '../../src/generation/ports.ts';
import { checkId, mediaStoreName, personalData, placeOf } from './media-place.ts';
import { createS3Bucket } from './s3-bucket.ts';
import { S3Error, type S3Settings } from './s3-requests.ts';
import { damaged, decryptSegments, encryptSegments } from './segments.ts';
import { watchSource } from './watch-source.ts';

const partBytes = 8 * 1_048_576;

export function createS3MediaStore(settings: S3Settings): MediaStore {
  const bucket = createS3Bucket(settings);

  const nameOf = (object: Pick<MediaObject, 'area' | 'id'>) => {
    checkId(object.id);
    return placeOf(object);
  };

  async function* read(object: MediaObject): AsyncGenerator<Uint8Array> {
    const response = await asOurs(() => bucket.get(nameOf(object)));
    if (!response?.body) throw damaged();
    yield* decryptSegments(ourErrors(response.body), { key: object.key, place: placeOf(object) });
  }

  return {
    name: mediaStoreName,
    personalData,

    async put(object, bytes) {
      const source = watchSource(bytes);
      const sealed = encryptSegments(source.bytes, { key: object.key, place: placeOf(object) }, randomBytes);
      await bucket.upload(nameOf(object), inParts(sealed)).catch((error: unknown) => {
        throw source.failed ? error : errorOf(error);
      });
      return source.count;
    },

    get: read,
    erase: (object) => asOurs(() => bucket.remove(nameOf(object))),

    async *list(area) {
      for await (const name of ourErrors(bucket.list(`${area}/`))) yield name.slice(area.length + 1);
    },

    close: () => Promise.resolve(),
  };
}

export async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    held += chunk.length;
    if (held < partBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    held = 0;
  }
  if (held > 0) yield Buffer.concat(waiting);
}

async function asOurs<Result>(deed: () => Promise<Result>): Promise<Result> {
  try {
    return await deed();
  } catch (error) {
    throw errorOf(error);
  }
}

async function* ourErrors<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    throw errorOf(error);
  }
}

function errorOf(error: unknown): unknown {
  if (error instanceof AppError || error instanceof RangeError) return error;
  const answer = error instanceof S3Error ? `answered ${error.status}` : 'cannot be reached';
  return new AppError('media-store-unavailable', `The media store ${answer}.`, { retry: 'later', cause: error });
}
