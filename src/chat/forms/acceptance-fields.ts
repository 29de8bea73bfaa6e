/** What the first form of a person says and asks before anything is kept for them. Nothing is chosen beforehand. */
import { hasAccepted } from '../../accounts/acceptance.ts';
import type { Settings } from '../../accounts/settings.ts';
import { policyVersion } from '../../privacy/policy.ts';
import type { Field } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';

export function acceptanceFields(wording: Wording, settings: Settings): Field[] {
  if (hasAccepted(settings, policyVersion)) return [];
  return [{ id: 'accept', kind: 'note', text: wording.privacy.accept }, keepField(wording)];
}

/** Policy clause 4 and design, section 6. `chosen`: what the person said before. */
export function keepField({ form: words }: Wording, chosen?: boolean): Field {
  return {
    id: 'keep',
    kind: 'choice',
    label: words.keep,
    options: [
      { id: 'keep', label: words.keepYes },
      { id: 'forget', label: words.keepNo },
    ],
    ...(chosen === undefined ? {} : { initial: chosen ? 'keep' : 'forget' }),
  };
}
