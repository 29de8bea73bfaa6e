import { afterEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from './slack-support.ts';

let stage: Stage;
afterEach(() => stage?.close());

const left: { platform: string; workspace: string }[] = [];
const answers = {
  left: async (workspace: { platform: string; workspace: string }) => {
    left.push(workspace);
  },
};
const uninstalled = { type: 'app_uninstalled' };
const revoked = () => ({ type: 'tokens_revoked', tokens: { oauth: [], bot: [stage.slack.world.app.user] } });

describe.each(['socket', 'http'] as const)('a bot that is removed, over %s', (mode) => {
  it.each([
    ['uninstalled first', [() => uninstalled, revoked]],
    ['revoked first', [revoked, () => uninstalled]],
    ['both twice', [revoked, () => uninstalled, () => uninstalled, revoked]],
  ])('tells the core, whatever comes first and however often: %s', async (_name, order) => {
    left.length = 0;
    stage = await setStage({ mode, answers });
    const { slack, log } = stage;
    slack.revokeTokens();
    for (const event of order) expect(await slack.tell(event())).toMatchObject({ kind: 'acknowledged' });
    await expect.poll(() => left.length).toBe(order.length);
    expect(new Set(left.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ platform: 'slack', workspace: slack.team })]),
    );
    expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });
});

describe('a token that was revoked', () => {
  it('is not ours while ours still works, or where it belongs to a person', async () => {
    left.length = 0;
    stage = await setStage({ answers });
    const { slack } = stage;
    await slack.tell({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    await slack.tell(revoked());
    await slack.waitFor(() => slack.calls('auth.test').length === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(left).toEqual([]);
  });

  it('and stores that fail for a while do not stop the bot from hearing, and it is told to the core again', async () => {
    let tries = 0;
    stage = await setStage({
      answers: {
        left: async () => {
          tries += 1;
          if (tries < 2) throw new Error('the stores are down');
        },
      },
    });
    const { slack } = stage;
    await slack.tell(uninstalled);
    await expect.poll(() => tries).toBe(1);
    await slack.person('anna').command('/ad', 'sale', { channel: slack.channel('shop') });
    await slack.person('anna').waitForView();
    await expect.poll(() => tries, { timeout: 4_000 }).toBe(2);
  });
});
