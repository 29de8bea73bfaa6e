/** Which buckets keys may lie in: a destroyed key must be gone, so nothing in them may be kept, and nothing destroyed may come back. */
import { AppError } from '../../src/errors.ts';
import type { S3Bucket } from '../media-store/s3-bucket.ts';
import { S3Error } from '../media-store/s3-requests.ts';

/** Rejects with what is wrong and what to do. A server that does not tell is refused too: nobody could promise anything then. */
export async function refuseKeepers(bucket: S3Bucket): Promise<void> {
  const kept = await bucket.keepsRemoved();
  if (kept) throw refusal(reasons[kept]);
  if (!(await heedsConditions(bucket))) throw refusal(reasons['no-conditions']);
}

const reasons = {
  versioned:
    'it keeps old versions (versioning is enabled or suspended), so a destroyed key would stay readable. Versions cannot be switched off for good: make a new bucket that never had them, and set KEYS_URL to it.',
  locked:
    'its objects are locked (Object Lock), so a key could not be destroyed. Make a new bucket without Object Lock, and set KEYS_URL to it.',
  'versions-untold':
    'it does not tell whether it keeps old versions. Allow s3:GetBucketVersioning to this access key, or use another server.',
  'locks-untold':
    'it does not tell whether objects are locked. Allow s3:GetBucketObjectLockConfiguration to this access key, or use another server.',
  'no-conditions':
    'its server does not heed conditional writes (If-Match, If-None-Match), so a destroyed key could come back while keys are rotated. Use another server, or a folder (file:///…).',
} as const;

const refusal = (reason: string): AppError =>
  new AppError('key-store-unavailable', `The key bucket cannot be used: ${reason}`, { retry: 'never' });

/** Tried on an object of our own that is no key. */
async function heedsConditions(bucket: S3Bucket): Promise<boolean> {
  const name = '.probe';
  try {
    await bucket.put(name, new Uint8Array(1), { 'if-match': '"00000000000000000000000000000000"' });
  } catch (error) {
    if (error instanceof S3Error && (error.status === 412 || error.status === 404)) return true;
    throw error;
  }
  await bucket.remove(name);
  return false;
}
