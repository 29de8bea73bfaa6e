import { afterEach, describe, expect, it } from 'vitest';
import { movingClock, type Stage, setStage } from './slack-support.ts';

let stage: Stage;
afterEach(() => stage?.close());

const localeOfLast = () => {
  const request = stage.events.requests.at(-1);
  return request?.person.locale;
};
async function opens(name: string): Promise<string | undefined> {
  const person = stage.slack.person(name);
  const before = stage.events.requests.length;
  await person.command('/ad', 'sale', { channel: stage.slack.channel('shop') });
  await expect.poll(() => stage.events.requests.length).toBe(before + 1);
  return localeOfLast();
}

describe('the language of a person', () => {
  it('is known from their second deed on, where the optional scope was granted', async () => {
    stage = await setStage({ granted: ['users:read'] });
    stage.slack.person('anna').speaks('de-DE');
    expect(await opens('anna')).toBeUndefined();
    await stage.slack.waitFor(() => stage.slack.calls('users.info').length === 1);
    await expect.poll(() => opens('anna')).toBe('de-DE');
    expect(stage.slack.calls('users.info')).toEqual([
      expect.objectContaining({ args: { user: stage.slack.person('anna').id, include_locale: 'true' }, answer: 'ok' }),
    ]);
  });

  it('is never asked for without the scope', async () => {
    stage = await setStage();
    stage.slack.person('anna').speaks('de-DE');
    await opens('anna');
    expect(await opens('anna')).toBeUndefined();
    expect(stage.slack.calls('users.info')).toEqual([]);
  });

  it('delays nothing while Slack does not tell it, and is not asked for again at once', async () => {
    stage = await setStage({ granted: ['users:read'] });
    stage.slack.faults.answerLate('users.info', 2_000);
    const begun = Date.now();
    await opens('anna');
    await opens('anna');
    expect(Date.now() - begun).toBeLessThan(1_500);
    await stage.slack.waitFor(() => stage.slack.calls('views.open').length === 2);
  });

  it('is asked for again after an hour', async () => {
    const clock = movingClock();
    stage = await setStage({ granted: ['users:read'], clock });
    stage.slack.person('anna').speaks('fr-FR');
    await opens('anna');
    await expect.poll(() => opens('anna')).toBe('fr-FR');
    stage.slack.person('anna').speaks('es-ES');
    clock.pass(3_600_001);
    await expect.poll(() => opens('anna')).toBe('es-ES');
    expect(stage.slack.calls('users.info')).toHaveLength(2);
  });
});
