/** Reads what a Discord client sends: JSON, or a form of `payload_json` and `files[n]`. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

export type SentFile = { field: string; name: string; mediaType: string; bytes: Buffer };
export type Body = { json: unknown; files: SentFile[] };

/** Discord takes no larger request, in bytes. */
const mostRequestBytes = 25 * 1024 * 1024;

/** The body of a request. What is too large is read to its end, so that the sender hears the refusal, but not kept. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size <= mostRequestBytes) parts.push(part as Buffer);
  }
  if (size > mostRequestBytes) throw new Refusal(40005);
  const bytes = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { json: bytes.length > 0 ? parsed(bytes.toString()) : undefined, files: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(50035, { problems: [{ path: [], message: 'The request body contains invalid JSON.' }] });
  }
}

async function readForm(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const files: SentFile[] = [];
  let json: unknown = {};
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') json = parsed(value);
    } else {
      files.push({ field, name: value.name, mediaType: value.type, bytes: Buffer.from(await value.arrayBuffer()) });
    }
  }
  return { json, files };
}
