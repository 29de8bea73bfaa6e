/** The form for what admins say about the bot in their workspace. */
import { openAdsLimits, type WorkspaceRules } from '../../accounts/workspace-rules.ts';
import type { FormView, Place } from '../messages.ts';
import { namedValue } from '../named-ids.ts';
import type { Wording } from '../wording/wording.ts';

/** `ceilingMb`: the most that the operator allows. */
export type RulesStart = { place: Place; rules: WorkspaceRules; hasRoles: boolean; ceilingMb: number };

export function workspaceRulesForm({ admin: words, form }: Wording, { place, rules, hasRoles, ceilingMb }: RulesStart): FormView {
  const { who } = rules;
  const chosen = who.are === 'chosen' ? who : { people: [], roles: [] };
  return {
    form: 'workspace-rules',
    title: words.formTitle,
    submit: words.save,
    cancel: form.cancel,
    context: JSON.stringify({ place }),
    fields: [
      {
        id: 'who',
        kind: 'choice',
        label: words.who,
        options: (['everyone', 'admins', 'chosen'] as const).map((id) => ({ id, label: words.whoOption(id) })),
        initial: who.are,
      },
      {
        id: 'chosen',
        kind: 'people',
        roles: hasRoles,
        label: hasRoles ? words.chosenWithRoles : words.chosen,
        hint: words.chosenHint,
        optional: true,
        initial: [...chosen.people.map((id) => namedValue('person', id)), ...chosen.roles.map((id) => namedValue('role', id))],
      },
      {
        id: 'channels',
        kind: 'channels',
        label: words.channels,
        hint: words.channelsHint,
        optional: true,
        initial: rules.channels ?? [],
      },
      {
        id: 'open-ads',
        kind: 'text',
        lines: 'one',
        label: words.openAds,
        hint: words.openAdsHint(openAdsLimits.least, openAdsLimits.most),
        most: 2,
        initial: String(rules.openAds),
      },
      {
        id: 'storage',
        kind: 'text',
        lines: 'one',
        label: words.storageMb,
        hint: words.storageHint(ceilingMb),
        optional: true,
        most: 9,
        initial: rules.storageMb === null ? '' : String(rules.storageMb),
      },
    ],
  };
}
