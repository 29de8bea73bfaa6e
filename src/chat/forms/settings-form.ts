/** The form for what a person wants of all their ads. */

import { hasAccepted } from '../../accounts/acceptance.ts';
import type { Settings } from '../../accounts/settings.ts';
import { policyVersion } from '../../privacy/policy.ts';
import { locales } from '../locale.ts';
import type { FormView, Place } from '../messages.ts';
import type { Wording } from '../wording/wording.ts';
import { acceptanceFields, keepField } from './acceptance-fields.ts';

export function settingsForm(wording: Wording, place: Place, settings: Settings): FormView {
  const words = wording.settings;
  return {
    form: 'settings',
    title: words.title,
    submit: words.save,
    cancel: wording.form.cancel,
    context: JSON.stringify({ place }),
    fields: [
      {
        id: 'ideas',
        kind: 'choice',
        label: words.ideas,
        options: [
          { id: 'yes', label: words.ideasYes },
          { id: 'no', label: words.ideasNo },
        ],
        initial: settings.makesAll ? 'no' : 'yes',
      },
      audienceField(wording, settings.audience ?? 'here'),
      ...(hasAccepted(settings, policyVersion) ? [keepField(wording, settings.keepPhotos)] : acceptanceFields(wording, settings)),
      {
        id: 'locale',
        kind: 'choice',
        label: words.locale,
        options: [
          { id: 'platform', label: words.localePlatform },
          ...locales.map((id) => ({ id, label: wording.localeNames[id] })),
        ],
        initial: settings.locale ?? 'platform',
      },
    ],
  };
}

export const audienceField = ({ form: words }: Wording, initial: 'here' | 'me') => ({
  id: 'audience',
  kind: 'choice' as const,
  label: words.audience,
  options: [
    { id: 'here', label: words.audienceHere },
    { id: 'me', label: words.audienceMe },
  ],
  initial,
});
