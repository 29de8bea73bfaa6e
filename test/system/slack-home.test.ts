import { afterEach, describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/chat/messages.ts';
import { type Stage, saying, setStage } from './slack-support.ts';

const page: MessageView = {
  summary: 'Adwright',
  lines: [{ spans: [{ bold: 'Your latest ads' }] }, { spans: ['1. Fjord: <!channel> finished'] }],
  buttons: [
    { action: 'make-ad', value: 'new', label: 'Make an ad', style: 'primary' },
    { action: 'show-ad', value: 'ad-1', label: 'Show 1' },
  ],
};

let stage: Stage;
afterEach(() => stage?.close());

describe.each(['socket', 'http'] as const)('the page of the bot, over %s', (mode) => {
  it('is published for whoever opens it, each time anew', async () => {
    let opened = 0;
    const home = async () => {
      opened += 1;
      return { ...page, lines: [{ spans: [`opened ${opened}`] }] };
    };
    stage = await setStage({ mode, answers: { home } });
    const anna = stage.slack.person('anna');
    await anna.openHome();
    await stage.slack.waitFor(() => JSON.stringify(anna.home() ?? '').includes('opened 1'));
    await anna.openHome();
    await stage.slack.waitFor(() => JSON.stringify(anna.home() ?? '').includes('opened 2'));
    expect(stage.slack.person('ben').home()).toBeUndefined();
  });

  it('carries buttons that act as elsewhere; answers go to the direct messages', async () => {
    stage = await setStage({
      mode,
      answers: { home: async () => page, press: async () => ({ kind: 'refused', words: 'This ad is gone.' }) },
    });
    const { slack, events } = stage;
    const anna = slack.person('anna');
    await anna.openHome();
    await slack.waitFor(() => anna.home());
    await anna.pressHome('Show 1');
    const direct = anna.direct();
    await slack.waitFor(() => slack.messages(direct.id).some((message) => message.text === 'This ad is gone.'));
    expect(events.presses).toEqual([
      {
        deliveryId: expect.stringMatching(/^press:D/),
        action: 'show-ad',
        value: 'ad-1',
        person: { platform: 'slack', workspace: slack.team, person: anna.id },
        message: null,
        place: { platform: 'slack', workspace: slack.team, channel: direct.id, thread: null },
      },
    ]);
  });

  it('opens forms, whose answers belong to the direct messages', async () => {
    const formOf = (press: { action: string; person: never; place: never }) =>
      press.action === 'make-ad'
        ? { form: 'make-ad' as const, from: 'command' as const, files: [], brief: '', person: press.person, place: press.place }
        : null;
    stage = await setStage({ mode, answers: { home: async () => page, formOf: formOf as never } });
    const anna = stage.slack.person('anna');
    await anna.openHome();
    await stage.slack.waitFor(() => anna.home());
    await anna.pressHome('Make an ad');
    await anna.waitForView();
    expect(stage.events.requests[0]).toMatchObject({ place: { channel: anna.direct().id } });
  });
});

describe('the page of the bot', () => {
  it('stays as it was when the core cannot tell, and for the tab of messages', async () => {
    let isDown = false;
    const home = async () => {
      if (isDown) throw new Error('stores are down, with a secret');
      return page;
    };
    stage = await setStage({ answers: { home } });
    const { slack, log } = stage;
    const anna = slack.person('anna');
    await anna.openHome('messages');
    await anna.openHome();
    await slack.waitFor(() => anna.home());
    isDown = true;
    await anna.openHome();
    await expect.poll(() => log.lines.map((line) => line.message)).toContain('The page of the bot could not be shown');
    expect(log.text()).not.toContain('secret');
    expect(slack.calls('views.publish')).toHaveLength(1);
  });

  it('is left alone by a core that has none, and published once for an event that comes twice', async () => {
    stage = await setStage();
    await stage.slack.person('anna').openHome();
    expect(stage.slack.calls('views.publish')).toEqual([]);
    await stage.close();
    stage = await setStage({ answers: { home: async () => saying('hello') } });
    stage.slack.faults.duplicates = 1;
    const anna = stage.slack.person('anna');
    await anna.openHome();
    await stage.slack.waitFor(() => anna.home());
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(stage.slack.calls('views.publish')).toHaveLength(1);
  });
});
