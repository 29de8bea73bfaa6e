/** Reads what a Slack client sends: form fields with JSON inside, JSON, or multipart. */
import type { IncomingMessage } from 'node:http';
import type { Json } from './world.ts';

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The arguments of a method call. Values that hold JSON are told apart by their first character, as Slack's own are by name. */
export async function readCall(request: IncomingMessage): Promise<Json> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return JSON.parse(bytes.toString() || '{}') as Json;
  const args: Json = {};
  for (const [key, value] of await fieldsOf(bytes, type)) args[key] = jsonKeys.has(key) ? parsed(value) : value;
  return args;
}

/** The bytes of an upload, sent raw or as the first file of a form. */
export async function readUpload(request: IncomingMessage): Promise<Buffer> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return bytes;
  for (const value of (await formOf(bytes, type)).values()) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}

const jsonKeys = new Set(['blocks', 'view', 'files', 'attachments', 'metadata']);

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function fieldsOf(bytes: Buffer, type: string): Promise<[string, string][]> {
  if (!type.startsWith('multipart/form-data')) return [...new URLSearchParams(bytes.toString())];
  const fields: [string, string][] = [];
  for (const [key, value] of await formOf(bytes, type)) if (typeof value === 'string') fields.push([key, value]);
  return fields;
}

function formOf(bytes: Buffer, type: string): Promise<FormData> {
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
}
