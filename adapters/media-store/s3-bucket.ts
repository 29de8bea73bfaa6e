/** The few deeds we ask of an S3 bucket; also used by the key store. */
import { createS3Requests, type S3Settings } from './s3-requests.ts';
import { uploadParts } from './s3-upload.ts';
import { tagTexts } from './xml.ts';

export type S3Bucket = {
  put(name: string, body: Uint8Array, headers?: Record<string, string>): Promise<void>;
  /** Long objects, piece by piece; they show only when they are complete. */
  upload(name: string, parts: AsyncIterator<Uint8Array>): Promise<void>;
  /** Null when there is no such object. */
  get(name: string): Promise<Response | null>;
  /** Also succeeds when there is none. */
  remove(name: string): Promise<void>;
  /** Names that begin with `start`, without the bucket's own prefix. */
  list(start: string): AsyncGenerator<string>;
  /** Why removed bytes would stay readable here, or null as far as the server tells. */
  keepsRemoved(): Promise<string | null>;
};

export function createS3Bucket(settings: S3Settings): S3Bucket {
  const requests = createS3Requests(settings);
  const { prefix, send, expect } = requests;

  return {
    async put(name, body, headers = {}) {
      const response = await expect([200, 201, 204], 'PUT', prefix + name, { body, headers });
      await response.arrayBuffer();
    },
    upload: (name, parts) => uploadParts(requests, prefix + name, parts),
    async get(name) {
      const response = await expect([200, 404], 'GET', prefix + name);
      if (response.status === 200) return response;
      await response.arrayBuffer();
      return null;
    },
    async remove(name) {
      const response = await expect([200, 204, 404], 'DELETE', prefix + name);
      await response.arrayBuffer();
    },
    async *list(start) {
      for (let token: string | null = ''; token !== null; ) {
        const more: Record<string, string> = token ? { 'continuation-token': token } : {};
        const query = { 'list-type': '2', prefix: prefix + start, ...more };
        const text: string = await (await expect([200], 'GET', '', { query })).text();
        for (const key of tagTexts(text, 'Key')) yield key.slice(prefix.length);
        token = tagTexts(text, 'IsTruncated')[0] === 'true' ? (tagTexts(text, 'NextContinuationToken')[0] ?? null) : null;
      }
    },
    async keepsRemoved() {
      const versioning = await send('GET', '', { query: { versioning: '' } });
      const status = versioning.ok ? tagTexts(await versioning.text(), 'Status')[0] : undefined;
      if (status === 'Enabled' || status === 'Suspended') return `versioning is ${status.toLowerCase()}`;
      const lock = await send('GET', '', { query: { 'object-lock': '' } });
      return lock.ok && (await lock.text()).includes('<ObjectLockEnabled>Enabled') ? 'objects are locked' : null;
    },
  };
}
