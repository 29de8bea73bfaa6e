/** The media of a bucket as they lie there, encrypted: for copies elsewhere and back. */
import type { SealedMedia } from '../../src/backup/backup.ts';
import { mediaAreas, splitName } from './media-place.ts';
import { createS3Bucket } from './s3-bucket.ts';
import { inParts } from './s3-media-store.ts';
import type { S3Settings } from './s3-requests.ts';

export function createSealedS3Media(settings: S3Settings): SealedMedia {
  const bucket = createS3Bucket(settings);
  const checked = (name: string): string => {
    splitName(name);
    return name;
  };
  return {
    async *list() {
      for (const area of mediaAreas) yield* bucket.entries(`${area}/`);
    },
    async read(name) {
      const response = await bucket.get(checked(name));
      return response?.body ?? null;
    },
    put: (name, bytes) => bucket.upload(checked(name), inParts(bytes)),
    remove: (name) => bucket.remove(checked(name)),
  };
}
