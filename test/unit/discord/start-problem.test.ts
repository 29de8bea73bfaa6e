import { describe, expect, it } from 'vitest';
import { startProblem, startRemedies } from '../../../adapters/discord/start-problem.ts';

describe('why Discord could not be started', () => {
  it.each([
    [Object.assign(new Error('An invalid token was provided.'), { code: 'TokenInvalid' }), 'token-refused'],
    [new Error('Authentication failed'), 'token-refused'],
    [new Error('Used invalid intents'), 'intents-refused'],
    [new Error('Used disallowed intents'), 'intents-refused'],
    [new Error('connect ECONNREFUSED'), 'discord-unreachable'],
    ['nonsense', 'discord-unreachable'],
  ] as const)('is known from what the library says: %s', (error, problem) => {
    expect(startProblem(error)).toBe(problem);
  });

  it('comes with what to do, and names the setting', () => {
    expect(startRemedies['token-refused']).toContain('DISCORD_BOT_TOKEN');
    expect(startRemedies['application-of-another-token']).toContain('DISCORD_APPLICATION_ID');
    for (const remedy of Object.values(startRemedies)) expect(remedy).toMatch(/\.$/);
  });
});
