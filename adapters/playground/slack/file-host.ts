/** The loopback's file addresses: bytes in without a token, bytes out only with one, and the addresses to reply to a person. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { checkedBlocks } from './methods/blocks.ts';
import type { Surroundings } from './methods/method.ts';
import { Refusal } from './refusal.ts';
import { readCall, readUpload } from './request-body.ts';

const replyUses = 5;
const replyLivesMs = 30 * 60_000;

export async function takeUpload(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  { world, faults }: Surroundings,
) {
  const fault = faults.take('upload');
  if (fault?.kind === 'hang') return void request.pause();
  const bytes = await readUpload(request);
  if (faults.uploadTakesMs > 0) await world.clock.sleep(faults.uploadTakesMs);
  if (fault?.kind === 'status') return void response.writeHead(fault.status).end('fault');
  const file = world.files.get(id);
  const isExpected = file?.state === 'awaiting-bytes' && bytes.length === file.length;
  world.journal.push({
    at: world.clock.now(),
    method: 'upload',
    args: { file: id, length: bytes.length },
    answer: isExpected ? 'ok' : 'refused',
  });
  if (!file || !isExpected) return void response.writeHead(400).end('upload refused');
  file.bytes = bytes;
  file.state = 'uploaded';
  world.changed();
  if (fault?.kind === 'lost') return void response.destroy();
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`);
}

export function giveFile(path: string, request: IncomingMessage, response: ServerResponse, { world, faults }: Surroundings) {
  const id = /^\/files-pri\/[^/]+-(F[A-Z0-9]+)\//.exec(path)?.[1] ?? '';
  const file = world.files.get(id);
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  const hasToken = world.access.refusal(token) === null && !faults.deadToken;
  world.journal.push({ at: world.clock.now(), method: 'download', args: { file: id, hasToken }, answer: 'ok' });
  const fault = faults.take('download');
  if (fault?.kind === 'status') {
    const elsewhere = fault.status >= 300 && fault.status < 400 ? { location: 'http://elsewhere.invalid/file' } : {};
    return void response.writeHead(fault.status, elsewhere).end();
  }
  if (!hasToken || fault?.kind === 'error')
    return void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<html><title>Sign in to Slack</title></html>');
  if (!file?.bytes || file.state === 'deleted') return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': file.mediaType, 'content-length': file.bytes.length });
  if (fault?.kind === 'lost') {
    response.write(file.bytes.subarray(0, file.bytes.length >> 1), () => response.destroy());
    return;
  }
  response.end(file.bytes);
}

export async function takeReply(key: string, request: IncomingMessage, response: ServerResponse, { world }: Surroundings) {
  const args = await readCall(request);
  const link = world.replyLinks.get(key);
  const isSpent = !link || link.uses >= replyUses || world.clock.now() - link.issuedAt > replyLivesMs;
  if (isSpent) return void response.writeHead(404, { 'content-type': 'application/json' }).end('{"ok":false,"error":"used_url"}');
  link.uses += 1;
  try {
    const shape = z.object({
      text: z.string().default(''),
      blocks: z.array(z.unknown()).default([]),
      response_type: z.literal('ephemeral'),
    });
    const read = shape.extend({ replace_original: z.literal(false) }).parse(args);
    const blocks = checkedBlocks(world, read.blocks);
    const { channel, user, thread } = link;
    world.ephemerals.push({ ts: world.nextTs(), channel, user, thread, text: read.text, blocks, via: 'response_url' });
    world.changed();
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
  } catch (error) {
    const code = error instanceof Refusal ? error.code : 'invalid_payload';
    response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: false, error: code }));
  }
}
