import { describe, expect, it } from 'vitest';
import { editOnTheWay } from '../../../src/chat/edit-on-the-way.ts';
import type { MessageView } from '../../../src/chat/messages.ts';
import { sayingView } from '../../../src/chat/views/ad-views.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import { AppError } from '../../../src/errors.ts';
import type { Ad } from '../../../src/generation/ad.ts';

const message = { platform: 'test', workspace: 'w', channel: 'c', thread: null, message: 'm' };

/** What the message says in the end, if the ad is in this state once the edit was sent. */
async function saidAfter(state: Ad['state'] | 'no ad' | 'erased'): Promise<string> {
  const said: MessageView[] = [];
  const ads = {
    async read() {
      if (state === 'erased') throw new AppError('key-erased', 'gone', { retry: 'never' });
      return state === 'no ad' ? null : ({ state } as Ad);
    },
  };
  const chat = {
    async update(_: unknown, view: MessageView) {
      said.push(view);
      return 'done' as const;
    },
  };
  const edit = { adId: 'a', message, view: sayingView('Queued'), locale: 'en' as const, kind: 'step' as const };
  expect(await editOnTheWay({ ads }, chat, edit)).toBe('done');
  return said.at(-1)?.summary ?? '';
}

describe('an edit on the way', () => {
  it('stays while the ad is being made', async () => {
    expect(await saidAfter('queued')).toBe('Queued');
    expect(await saidAfter('drawing')).toBe('Queued');
  });

  it('never has the last word about an ad that was cancelled meanwhile', async () => {
    const { cancelled } = wordingIn('en');
    expect(await saidAfter('cancelled')).toBe(cancelled);
    expect(await saidAfter('no ad')).toBe(cancelled);
    expect(await saidAfter('erased')).toBe(cancelled);
  });
});
