/** Signed requests to an object store, by aws4fetch, with a deadline each. */
import { AwsClient } from 'aws4fetch';

export type S3Settings = {
  /** `s3://bucket/prefix`, with `?region=` and, for other servers than Amazon's, `?endpoint=https://host`. */
  url: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
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

type Call = { query?: Record<string, string>; headers?: Record<string, string>; body?: Uint8Array | string };

export type S3Requests = {
  /** What every name begins with in the bucket; empty, or with a slash at its end. */
  prefix: string;
  /** Any answer of the server; `key` is empty for the bucket itself. */
  send(method: string, key: string, call?: Call): Promise<Response>;
  /** An answer with one of these statuses, else an `S3Error`. */
  expect(statuses: number[], method: string, key: string, call?: Call): Promise<Response>;
};

export function createS3Requests(settings: S3Settings): S3Requests {
  const place = parseLocation(settings.url);
  const client = new AwsClient({ ...settings.credentials, service: 's3', region: place.region });
  const fetch = settings.fetch ?? globalThis.fetch;
  const deadlineMs = settings.deadlineMs ?? 60_000;

  async function send(method: string, key: string, { query = {}, headers = {}, body }: Call = {}): Promise<Response> {
    const url = new URL(`${place.base}${key.split('/').map(encodeURIComponent).join('/')}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const content = body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> | string };
    const request = await client.sign(url, { method, headers, ...content });
    // The deadline ends with the head of the answer: how fast a body is read is up to the reader.
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new Error('The object store took too long to answer')), deadlineMs);
    try {
      return await fetch(request, { signal: deadline.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    prefix: place.prefix,
    send,
    async expect(statuses, method, key, call) {
      const response = await send(method, key, call);
      if (statuses.includes(response.status)) return response;
      await response.arrayBuffer().catch(() => null);
      throw new S3Error(response.status, `${method} of an object`);
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
