/** Waits for a picture that Slack knows but does not let a message show yet. */
import type { Clock } from '../../src/clock.ts';
import type { MessageBody } from './message-blocks.ts';
import { slackCode } from './slack-errors.ts';

const waitsMs = [500, 1_000, 2_000, 3_000];

/** Slack refuses the whole message while its picture is being processed, with the code of a malformed one. */
export function isUnready(error: unknown, body: MessageBody): boolean {
  return slackCode(error) === 'invalid_blocks' && body.blocks.some((block) => block.type === 'image');
}

/** A refused message was not posted: sending it again doubles nothing. */
export async function whenPictureIsReady<Answer>(body: MessageBody, clock: Clock, send: () => Promise<Answer>): Promise<Answer> {
  for (const wait of waitsMs) {
    try {
      return await send();
    } catch (error) {
      if (!isUnready(error, body)) throw error;
      await clock.sleep(wait);
    }
  }
  return send();
}
