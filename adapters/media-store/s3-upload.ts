/** Sends a long object in parts; what was sent is dropped again when it does not come to its end. */
import { S3Error, type S3Requests } from './s3-requests.ts';
import { escapeXml, tagTexts } from './xml.ts';

/** One part is a plain put; more become an upload that shows only when it is complete. */
export async function uploadParts(requests: S3Requests, key: string, parts: AsyncIterator<Uint8Array>): Promise<void> {
  const first = await parts.next();
  if (first.done) return;
  let next = await parts.next();
  if (next.done) return putWhole(requests, key, first.value);
  const upload = await start(requests, key);
  const etags: string[] = [];
  try {
    etags.push(await putPart(requests, key, upload, 1, first.value));
    for (; !next.done; next = await parts.next()) {
      etags.push(await putPart(requests, key, upload, etags.length + 1, next.value));
    }
    await finish(requests, key, upload, etags);
  } catch (error) {
    await requests.send('DELETE', key, { query: { uploadId: upload } }).catch(() => null);
    throw error;
  }
}

async function putWhole({ expect }: S3Requests, key: string, body: Uint8Array): Promise<void> {
  const response = await expect([200, 201, 204], 'PUT', key, { body });
  await response.arrayBuffer();
}

async function start({ expect }: S3Requests, key: string): Promise<string> {
  const response = await expect([200], 'POST', key, { query: { uploads: '' } });
  const id = tagTexts(await response.text(), 'UploadId')[0];
  if (!id) throw new S3Error(response.status, 'the start of an upload');
  return id;
}

async function putPart({ expect }: S3Requests, key: string, uploadId: string, number: number, body: Uint8Array): Promise<string> {
  const response = await expect([200], 'PUT', key, { query: { partNumber: String(number), uploadId }, body });
  await response.arrayBuffer();
  return response.headers.get('etag') ?? '';
}

async function finish({ expect }: S3Requests, key: string, uploadId: string, etags: string[]): Promise<void> {
  const parts = etags.map((etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`);
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
  const text = await (await expect([200], 'POST', key, { query: { uploadId }, body })).text();
  // This one deed may fail after its status was sent.
  if (text.includes('<Error>')) throw new S3Error(500, 'the end of an upload');
}
