/** An object store on this computer that answers as Amazon documents it: conditional writes, versions, locks. What it kept can be looked at raw. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Bucket = {
  versioning: 'never' | 'Enabled' | 'Suspended';
  locked: boolean;
  /** Servers that know no such question, or deny the answer. */
  denies: readonly ('versioning' | 'object-lock')[];
  /** Some servers take no notice of If-Match and If-None-Match. */
  heedsConditions: boolean;
};

export type LoopbackS3 = {
  url(prefix: string): string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  bucket: Bucket;
  /** Every byte it holds, old versions included, as text. */
  raw(): string;
  close(): Promise<void>;
};

type Stored = { body: Buffer; etag: string; at: Date };

export async function startLoopbackS3(): Promise<LoopbackS3> {
  const objects = new Map<string, Stored>();
  const kept: Buffer[] = [];
  const bucket: Bucket = { versioning: 'never', locked: false, denies: [], heedsConditions: true };
  const forget = (key: string) => {
    const old = objects.get(key);
    if (old && bucket.versioning === 'Enabled') kept.push(old.body);
    objects.delete(key);
  };
  const server = createServer((request, response) => {
    void answer({ objects, bucket, forget }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (prefix) => `s3://adwright/${prefix}?endpoint=${encodeURIComponent(`http://127.0.0.1:${port}`)}`,
    credentials: { accessKeyId: 'LOOPBACK', secretAccessKey: 'LOOPBACK' },
    bucket,
    raw: () => [...[...objects.values()].map(({ body }) => body), ...kept].map((body) => body.toString('latin1')).join('\n'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type World = { objects: Map<string, Stored>; bucket: Bucket; forget(key: string): void };

async function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'http://loopback');
  const [, name, ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const end = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}) =>
    response.writeHead(status, headers).end(body);
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=LOOPBACK/'))
    return void end(403, error('AccessDenied'));
  if (name !== 'adwright') return void end(404, error('NoSuchBucket'));
  const key = rest.join('/');
  if (key === '') return void aboutBucket(world, url.searchParams, end);
  aboutObject(world, { request, key, body: Buffer.concat(parts) }, end);
}

type End = (status: number, body?: string | Buffer, headers?: Record<string, string>) => unknown;

function aboutBucket({ objects, bucket }: World, query: URLSearchParams, end: End): unknown {
  for (const question of bucket.denies) if (query.has(question)) return end(403, error('AccessDenied'));
  if (query.has('versioning')) {
    const status = bucket.versioning === 'never' ? '' : `<Status>${bucket.versioning}</Status>`;
    return end(
      200,
      `<?xml version="1.0"?><VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${status}</VersioningConfiguration>`,
    );
  }
  if (query.has('object-lock')) {
    if (!bucket.locked) return end(404, error('ObjectLockConfigurationNotFoundError'));
    return end(200, '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>');
  }
  const prefix = query.get('prefix') ?? '';
  const all = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const after = query.get('continuation-token');
  // Short pages, so that whoever lists must ask for the next.
  const page = all.filter((key) => after === null || key > after).slice(0, 7);
  const isCut = page.length > 0 && page.at(-1) !== all.at(-1);
  const entries = page.map((key) => {
    const { body, at } = objects.get(key) ?? { body: Buffer.alloc(0), at: new Date(0) };
    return `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`;
  });
  const next = isCut ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  return end(200, `<ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`);
}

type Asked = { request: IncomingMessage; key: string; body: Buffer };

function aboutObject({ objects, bucket, forget }: World, { request, key, body }: Asked, end: End): unknown {
  const found = objects.get(key);
  switch (request.method) {
    case 'GET':
      return found ? end(200, found.body, { etag: found.etag }) : end(404, error('NoSuchKey'));
    case 'DELETE':
      if (bucket.locked && found) return end(403, error('AccessDenied'));
      forget(key);
      return end(204);
    case 'PUT': {
      const { 'if-match': same, 'if-none-match': none } = request.headers;
      if (bucket.heedsConditions && none === '*' && found) return end(412, error('PreconditionFailed'));
      if (bucket.heedsConditions && same !== undefined && !found) return end(404, error('NoSuchKey'));
      if (bucket.heedsConditions && same !== undefined && same !== found?.etag) return end(412, error('PreconditionFailed'));
      forget(key);
      const etag = `"${createHash('md5').update(body).digest('hex')}"`;
      objects.set(key, { body, etag, at: new Date() });
      return end(200, '', { etag });
    }
    default:
      return end(501, error('NotImplemented'));
  }
}

const error = (code: string): string => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`;
