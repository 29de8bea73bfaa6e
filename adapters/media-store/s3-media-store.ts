/** Encrypted media as objects in an S3 bucket. At most two parts of 8 MiB are in memory, however long the object is. */
import { randomBytes } from 'node:crypto';
import { AppError } from '../../src/errors.ts';
import type { Bytes, MediaObject, MediaStore } from '../../src/generation/ports.ts';
import { checkId, mediaStoreName, personalData, placeOf } from './media-place.ts';
import { createS3Bucket, type S3Bucket, S3Error, type S3Settings } from './s3-bucket.ts';
import { damaged, decryptSegments, encryptSegments } from './segments.ts';

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
      const count = { plain: 0 };
      const sealed = encryptSegments(counted(bytes, count), { key: object.key, place: placeOf(object) }, randomBytes);
      await upload(bucket, nameOf(object), inParts(sealed));
      return count.plain;
    },

    get: read,
    erase: (object) => asOurs(() => bucket.remove(nameOf(object))),

    async *list(area) {
      for await (const name of ourErrors(bucket.list(`${area}/`))) yield name.slice(area.length + 1);
    },

    close: () => Promise.resolve(),
  };
}

async function* counted(bytes: Bytes, count: { plain: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    count.plain += chunk.byteLength;
    yield chunk;
  }
}

async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
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

/** One part is a plain put; more become an upload that shows only when it is complete. */
async function upload(bucket: S3Bucket, name: string, parts: AsyncGenerator<Buffer>): Promise<void> {
  let current = await parts.next();
  if (current.done) return;
  let next = await parts.next();
  if (next.done) return asOurs(() => bucket.put(name, current.value as Buffer));
  const id = await asOurs(() => bucket.startUpload(name));
  const etags: string[] = [];
  try {
    for (; !current.done; current = next, next = await parts.next()) {
      const part = current.value;
      etags.push(await asOurs(() => bucket.putPart(name, id, etags.length + 1, part)));
    }
    await asOurs(() => bucket.finishUpload(name, id, etags));
  } catch (error) {
    await bucket.dropUpload(name, id).catch(() => null);
    throw error;
  }
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
