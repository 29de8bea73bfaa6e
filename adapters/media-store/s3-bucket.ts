/** The few deeds we ask of an S3 bucket, signed by aws4fetch, with a deadline each; also used by the key store. */
import { AwsClient } from 'aws4fetch';

type S3Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

export type S3Settings = {
  /** `s3://bucket/prefix`, with `?region=` and, for other servers than Amazon's, `?endpoint=https://host`. */
  url: string;
  credentials: S3Credentials;
  /** The platform's own when absent. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds until an answer begins; 60,000 when absent. */
  deadlineMs?: number;
};

/** The server answered something else than was asked for. */
export class S3Error extends Error {
  readonly status: number;
  constructor(status: number, deed: string) {
    super(`The object store answered ${status} to ${deed}`);
    this.status = status;
  }
}

export type S3Bucket = ReturnType<typeof createS3Bucket>;

type Call = { query?: Record<string, string>; headers?: Record<string, string>; body?: Uint8Array | string };

export function createS3Bucket(settings: S3Settings) {
  const place = parseLocation(settings.url);
  const client = new AwsClient({ ...settings.credentials, service: 's3', region: place.region });
  const send = settings.fetch ?? globalThis.fetch;
  const deadlineMs = settings.deadlineMs ?? 60_000;

  async function call(method: string, key: string, { query = {}, headers = {}, body }: Call = {}): Promise<Response> {
    const url = new URL(`${place.base}${key.split('/').map(encodeURIComponent).join('/')}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const request = await client.sign(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> | string }),
    });
    // The deadline ends with the head of the answer: how fast a body is read is up to the reader.
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new Error('The object store took too long to answer')), deadlineMs);
    try {
      return await send(request, { signal: deadline.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  async function expect(ok: number[], method: string, key: string, options?: Call): Promise<Response> {
    const response = await call(method, key, options);
    if (ok.includes(response.status)) return response;
    await response.arrayBuffer().catch(() => null);
    throw new S3Error(response.status, `${method} of an object`);
  }

  const keyOf = (name: string) => `${place.prefix}${name}`;

  return {
    async put(name: string, body: Uint8Array, headers: Record<string, string> = {}): Promise<void> {
      const response = await expect([200, 201, 204], 'PUT', keyOf(name), { body, headers });
      await response.arrayBuffer();
    },
    /** Null when there is no such object. */
    async get(name: string): Promise<Response | null> {
      const response = await expect([200, 404], 'GET', keyOf(name));
      if (response.status === 200) return response;
      await response.arrayBuffer();
      return null;
    },
    async remove(name: string): Promise<void> {
      const response = await expect([200, 204, 404], 'DELETE', keyOf(name));
      await response.arrayBuffer();
    },
    /** Names that begin with `start`, without the bucket's own prefix. */
    async *list(start: string): AsyncGenerator<string> {
      for (let token: string | null = ''; token !== null; ) {
        const query: Record<string, string> = {
          'list-type': '2',
          prefix: keyOf(start),
          ...(token ? { 'continuation-token': token } : {}),
        };
        const text: string = await (await expect([200], 'GET', '', { query })).text();
        for (const key of tags(text, 'Key')) yield key.slice(place.prefix.length);
        token = tags(text, 'IsTruncated')[0] === 'true' ? (tags(text, 'NextContinuationToken')[0] ?? null) : null;
      }
    },
    async startUpload(name: string): Promise<string> {
      const response = await expect([200], 'POST', keyOf(name), { query: { uploads: '' } });
      const id = tags(await response.text(), 'UploadId')[0];
      if (!id) throw new S3Error(response.status, 'the start of an upload');
      return id;
    },
    async putPart(name: string, upload: string, number: number, body: Uint8Array): Promise<string> {
      const query = { partNumber: String(number), uploadId: upload };
      const response = await expect([200], 'PUT', keyOf(name), { query, body });
      await response.arrayBuffer();
      return response.headers.get('etag') ?? '';
    },
    async finishUpload(name: string, upload: string, etags: string[]): Promise<void> {
      const parts = etags.map(
        (etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`,
      );
      const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
      const text = await (await expect([200], 'POST', keyOf(name), { query: { uploadId: upload }, body })).text();
      // This one deed may fail after its status was sent.
      if (text.includes('<Error>')) throw new S3Error(500, 'the end of an upload');
    },
    async dropUpload(name: string, upload: string): Promise<void> {
      await expect([200, 204, 404], 'DELETE', keyOf(name), { query: { uploadId: upload } });
    },
    /** Why removed bytes would stay readable here, or null as far as the server tells. */
    async keepsRemoved(): Promise<string | null> {
      const versioning = await call('GET', '', { query: { versioning: '' } });
      const status = versioning.ok ? tags(await versioning.text(), 'Status')[0] : undefined;
      if (status === 'Enabled' || status === 'Suspended') return `versioning is ${status.toLowerCase()}`;
      const lock = await call('GET', '', { query: { 'object-lock': '' } });
      return lock.ok && (await lock.text()).includes('<ObjectLockEnabled>Enabled') ? 'objects are locked' : null;
    },
  };
}

function parseLocation(text: string) {
  const url = new URL(text);
  if (url.protocol !== 's3:' || !url.hostname) throw new RangeError('An object store is named s3://bucket/prefix');
  const region = url.searchParams.get('region') ?? 'us-east-1';
  const endpoint = url.searchParams.get('endpoint');
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  const base = endpoint
    ? `${endpoint.replace(/\/+$/, '')}/${url.hostname}/`
    : `https://${url.hostname}.s3.${region}.amazonaws.com/`;
  return { base, region, prefix: path ? `${path}/` : '' };
}

function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map((match) => unescapeXml(match[1] ?? ''));
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (text: string) =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name] ?? whole),
  );
