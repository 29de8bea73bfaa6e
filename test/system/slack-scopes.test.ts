import { describe, expect, it } from 'vitest';
import { neededScopes } from '../../adapters/slack/manifest.ts';
import type { Place } from '../../src/chat/messages.ts';
import { collect, keptJournal, picture, saying, setStage } from './slack-support.ts';

/** Everything a person and the bot do together, from the command to the last file; resolves with the scopes that Slack missed. */
async function wholeFlow(withoutScope?: string): Promise<string[]> {
  const stage = await setStage(withoutScope ? { withoutScope } : {});
  const { journal } = stage.slack.world;
  const refused = () => journal.filter((call) => call.answer === 'missing_scope').map((call) => call.method);
  try {
    const { slack, adapter, events } = stage;
    const anna = slack.person('anna');
    const channel = slack.channel('shop');
    await anna.command('/ad', 'sale', { channel });
    const view = await slack.waitFor(() => anna.openView(), { withinMs: 500, what: 'a form' });
    await anna.submit(view, { photos: [{ name: 'mug.png', bytes: Buffer.from('mug') }] });
    const photos = events.submissions[0]?.values['photos'];
    if (Array.isArray(photos) && typeof photos[0] === 'object') await collect(await adapter.fetch(photos[0]));
    const place: Place = { platform: 'slack', workspace: slack.team, channel: channel.id, thread: null };
    const ref = await adapter.post(place, saying('Queued'), 'a-key');
    await adapter.deliverFiles(ref, [picture('square')], keptJournal());
    await adapter.update(ref, saying('Ready'), 'final');
    await adapter.openDirect({ platform: 'slack', workspace: slack.team, person: anna.id });
    if (!(await anna.mention({ channel, text: 'hello' })).reply) throw new Error('the mention was not told');
    if (!(await anna.directMessage({ text: 'hello' })).reply) throw new Error('the direct message was not told');
    return refused();
  } catch (error) {
    return [...refused(), String(error)];
  } finally {
    await stage.close();
  }
}

describe('the scopes that the bot asks for', () => {
  it('are enough for everything it does', async () => {
    expect(await wholeFlow()).toEqual([]);
  });

  it.each([
    ['commands', 'Error: /ad is not a command of this workspace'],
    ['chat:write', 'chat.postMessage'],
    ['files:read', 'views.open'],
    ['files:write', 'files.getUploadURLExternal'],
    ['im:write', 'conversations.open'],
    ['app_mentions:read', 'Error: the mention was not told'],
    ['im:history', 'Error: the direct message was not told'],
  ])('are each needed: without %s a person stands before a closed door', async (scope, door) => {
    expect((await wholeFlow(scope))[0]).toBe(door);
  });

  it('are exactly these', () => {
    expect([...neededScopes].sort()).toEqual([
      'app_mentions:read',
      'chat:write',
      'commands',
      'files:read',
      'files:write',
      'im:history',
      'im:write',
    ]);
  });

  it('are told in the log when one is missing', async () => {
    const stage = await setStage({ withoutScope: 'files:write' });
    expect(stage.log.lines).toContainEqual(expect.objectContaining({ level: 'warn', fields: { missing: 'files:write' } }));
    await stage.close();
  });
});
