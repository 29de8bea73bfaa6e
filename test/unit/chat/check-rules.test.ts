import { describe, expect, it } from 'vitest';
import { rulesAtFirst } from '../../../src/accounts/workspace-rules.ts';
import { checkRules } from '../../../src/chat/check-rules.ts';
import { workspaceRulesForm } from '../../../src/chat/forms/workspace-rules-form.ts';
import type { FieldValue } from '../../../src/chat/messages.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';

const place = { platform: 'test', workspace: 'w', channel: 'c', thread: null };
const person = { platform: 'test', workspace: 'w', person: 'anna' };
const context = JSON.stringify({ place });
const usual = { who: 'everyone', chosen: [], channels: [], 'open-ads': '30', storage: '' };
const check = (values: Record<string, FieldValue>) =>
  checkRules({ deliveryId: 'd', form: 'workspace-rules', context, person, values: { ...usual, ...values } }, 'en');

describe('the form of a workspace’s rules', () => {
  it('comes back as the rules that it shows', () => {
    const rules = {
      who: { are: 'chosen' as const, people: ['anna'], roles: ['marketing'] },
      channels: ['ads'],
      openAds: 3,
      storageMb: 200,
    };
    for (const shown of [rules, rulesAtFirst('everyone'), rulesAtFirst('admins')]) {
      const { fields } = workspaceRulesForm(wordingIn('en'), { place, rules: shown, hasRoles: true, ceilingMb: 5_000 });
      const values = fields.map((field) => [field.id, 'initial' in field ? field.initial : ''] as [string, FieldValue]);
      expect(check(Object.fromEntries(values))).toMatchObject({ ok: true, request: { kind: 'workspace-rules', rules: shown } });
    }
  });

  it('asks for somebody where only chosen people may, and forgets whom nobody asked for', () => {
    expect(check({ who: 'chosen' })).toMatchObject({ ok: false, errors: { chosen: expect.stringMatching(/at least one/) } });
    expect(check({ who: 'admins', chosen: ['person:anna'] })).toMatchObject({
      ok: true,
      request: { rules: { who: { are: 'admins' } } },
    });
  });

  it('opens nothing for an answer that it does not know', () => {
    expect(check({ who: 'whoever' })).toMatchObject({ ok: true, request: { rules: { who: { are: 'admins' } } } });
  });

  it.each(['0', '31', 'many', ''])('takes no "%s" for the ads of one person', (typed) => {
    expect(check({ 'open-ads': typed })).toMatchObject({ ok: false, errors: { 'open-ads': expect.stringContaining('1 to 30') } });
  });

  it.each(['0', '1,5', '5.000', '-1'])('takes no "%s" for megabytes', (typed) => {
    expect(check({ storage: typed })).toMatchObject({ ok: false, errors: { storage: expect.any(String) } });
  });
});
