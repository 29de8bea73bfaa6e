/** Checks the blocks of a message or a form against Block Kit and against the files they show. */

import { homeView, messageBlocks, modalView, mostBlockText } from '../block-schemas.ts';
import { Refusal, refuseWith } from '../refusal.ts';
import type { Json, World } from '../world.ts';
import { describe } from './method.ts';

export function checkedBlocks(world: World, blocks: unknown): Json[] {
  const read = messageBlocks.safeParse(blocks);
  if (!read.success) throw refuseWith('invalid_blocks', read.error.issues.map(describe));
  if (textLength(blocks) > mostBlockText) throw new Refusal('msg_blocks_too_long');
  checkIds(read.data);
  checkPictures(world, read.data);
  return read.data;
}

export function checkedView(world: World, view: unknown): Json {
  const read = modalView.safeParse(view);
  if (!read.success) throw refuseWith('invalid_arguments', read.error.issues.map(describe));
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) throw new Refusal('view_too_large');
  checkIds(read.data.blocks);
  checkPictures(world, read.data.blocks);
  return read.data;
}

export function checkedHome(world: World, view: unknown): Json {
  const read = homeView.safeParse(view);
  if (!read.success) throw refuseWith('invalid_arguments', read.error.issues.map(describe));
  checkIds(read.data.blocks);
  checkPictures(world, read.data.blocks);
  return read.data;
}

function checkIds(blocks: Json[]) {
  const ids = blocks.map((block) => block['block_id']).filter((id) => id !== undefined);
  if (new Set(ids).size < ids.length) throw refuseWith('invalid_blocks', ['`block_id` is used twice']);
  for (const block of blocks) {
    const actions =
      (block['elements'] as Json[] | undefined)?.map((element) => element['action_id']).filter((id) => id !== undefined) ?? [];
    if (new Set(actions).size < actions.length) throw refuseWith('invalid_blocks', ['`action_id` is used twice in a block']);
  }
}

function checkPictures(world: World, blocks: Json[]) {
  for (const block of blocks) {
    const shown = (block['slack_file'] as { id: string } | undefined)?.id;
    if (shown === undefined) continue;
    const file = world.files.get(shown);
    const isUsable = file?.state === 'completed' && world.clock.now() >= file.processedAt && file.mediaType.startsWith('image/');
    if (!isUsable) throw refuseWith('invalid_blocks', ['invalid slack file']);
  }
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : textLength(one)),
    0,
  );
}
