/** An S3 server on this computer, for tests of stores that talk to one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Server = { run(): Promise<AddressInfo>; close(): Promise<void> };

const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => Server;

export type LocalS3 = {
  /** `s3://…` of a bucket that is there. */
  url(prefix: string): string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** Where the server keeps the objects: for looking at raw bytes. */
  folder: string;
  close(): Promise<void>;
};

export async function startLocalS3(): Promise<LocalS3> {
  const folder = await mkdtemp(join(tmpdir(), 'adwright-s3-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'adwright' }],
  });
  const { port } = await server.run();
  return {
    url: (prefix) => `s3://adwright/${prefix}?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}`,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    folder,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
