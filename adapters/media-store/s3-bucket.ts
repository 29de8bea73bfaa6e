/** The few deeds we ask of an S3 bucket; also used by the key store. */
import { createS3Requests, S3Error, type S3Settings } from './s3-requests.ts';
import { uploadParts } from './s3-upload.ts';
import { tagTexts } from './xml.ts';

export type Keeping = 'versioned' | 'locked' | 'versions-untold' | 'locks-untold';

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
  /** The same with their sizes, and when they were last written (ms since 1970). */
  entries(start: string): AsyncGenerator<{ name: string; bytes: number; changedAt: number }>;
  /** Why removed bytes may stay readable here, or null where the server says that they do not. */
  keepsRemoved(): Promise<Keeping | null>;
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
      for await (const { name } of this.entries(start)) yield name;
    },
    async *entries(start) {
      for (let token: string | null = ''; token !== null; ) {
        const more: Record<string, string> = token ? { 'continuation-token': token } : {};
        const query = { 'list-type': '2', prefix: prefix + start, ...more };
        const text: string = await (await expect([200], 'GET', '', { query })).text();
        for (const [, entry = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const [key = ''] = tagTexts(entry, 'Key');
          const changedAt = Date.parse(tagTexts(entry, 'LastModified')[0] ?? '') || 0;
          yield { name: key.slice(prefix.length), bytes: Number(tagTexts(entry, 'Size')[0] ?? 0), changedAt };
        }
        token = tagTexts(text, 'IsTruncated')[0] === 'true' ? (tagTexts(text, 'NextContinuationToken')[0] ?? null) : null;
      }
    },
    async keepsRemoved() {
      const versioning = await send('GET', '', { query: { versioning: '' } });
      const versions = await versioning.text();
      if (!versioning.ok || !versions.includes('<VersioningConfiguration')) return answered(versioning, 'versions-untold');
      if (tagTexts(versions, 'Status')[0] !== undefined) return 'versioned';
      const lock = await send('GET', '', { query: { 'object-lock': '' } });
      const locks = await lock.text();
      if (lock.ok) return locks.includes('<ObjectLockEnabled>Enabled') ? 'locked' : null;
      // Servers without locks know neither the question nor a configuration.
      return lock.status === 404 || lock.status === 501 ? null : answered(lock, 'locks-untold');
    },
  };
}

/** A server that is only away may be asked again; one that refuses to tell will not tell later. */
function answered({ status }: Response, kept: Keeping): Keeping {
  if (status >= 500 && status !== 501) throw new S3Error(status, 'a question about the bucket');
  return kept;
}
