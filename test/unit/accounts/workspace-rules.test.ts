import { describe, expect, it } from 'vitest';
import { mayUse, rulesAtFirst, type Standing, type WorkspaceRules } from '../../../src/accounts/workspace-rules.ts';

const member: Standing = { isAdmin: false, roles: ['everyone', 'marketing'] };
const admin: Standing = { isAdmin: true, roles: [] };
const rules = (changed: Partial<WorkspaceRules>): WorkspaceRules => ({ ...rulesAtFirst('everyone'), ...changed });
const chosen = (people: string[], roles: string[]) => rules({ who: { are: 'chosen', people, roles } });
const ask = (over: WorkspaceRules, standing: Standing, channel: string | null = 'shop') =>
  mayUse(over, { person: 'anna', standing, channel });

describe('the rules of a workspace', () => {
  it('at first let everyone in, or nobody but admins where strangers can walk in', () => {
    expect(ask(rulesAtFirst('everyone'), member)).toBe('yes');
    expect(ask(rulesAtFirst('admins'), member)).toBe('not-for-you');
    expect(ask(rulesAtFirst('admins'), admin)).toBe('yes');
  });

  it('let in chosen people and everybody with a chosen role, and admins always', () => {
    expect(ask(chosen(['anna'], []), member)).toBe('yes');
    expect(ask(chosen(['bela'], ['marketing']), member)).toBe('yes');
    expect(ask(chosen(['bela'], ['sales']), member)).toBe('not-for-you');
    expect(ask(chosen(['bela'], ['sales']), admin)).toBe('yes');
  });

  it('hold ads to the chosen channels, also for admins, and leave direct messages to the person', () => {
    const held = rules({ channels: ['ads'] });
    expect(ask(held, member)).toBe('not-here');
    expect(ask(held, admin)).toBe('not-here');
    expect(ask(held, member, 'ads')).toBe('yes');
    expect(ask(held, member, null)).toBe('yes');
    expect(ask(rules({ channels: ['ads'], who: { are: 'admins' } }), member, null)).toBe('not-for-you');
  });
});
