/** What the form of a workspace's rules tells by itself. No input, no output. */
import { openAdsLimits, type WorkspaceRules } from '../accounts/workspace-rules.ts';
import type { Submission } from './chat-adapter.ts';
import { type Checked, list, text } from './check-submission.ts';
import type { Locale } from './locale.ts';
import { readNamed } from './named-ids.ts';
import { type RulesRequest, settingsContextSchema } from './requests.ts';
import { wordingIn } from './wording/wording.ts';

export function checkRules({ values, context, person }: Submission, locale: Locale): Checked<RulesRequest> {
  const { admin: words } = wordingIn(locale);
  const { place } = settingsContextSchema.parse(JSON.parse(context));
  const errors: Record<string, string> = {};
  const who = whoOf(text(values['who']), list(values['chosen']));
  if (who.are === 'chosen' && who.people.length + who.roles.length === 0) errors['chosen'] = words.chosenMissing;
  const { least, most } = openAdsLimits;
  const openAds = wholeNumber(text(values['open-ads']));
  if (openAds === null || openAds < least || openAds > most) errors['open-ads'] = words.openAdsWrong(least, most);
  const asked = text(values['storage']).trim();
  const storageMb = wholeNumber(asked);
  if (asked !== '' && (storageMb === null || storageMb < 1)) errors['storage'] = words.storageWrong;
  if (openAds === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const channels = list(values['channels']);
  const rules: WorkspaceRules = { who, channels: channels.length > 0 ? channels : null, openAds, storageMb };
  return { ok: true, request: { kind: 'workspace-rules', locale, person, place, rules } };
}

/** An answer that is not known opens nothing. */
function whoOf(are: string, chosen: readonly string[]): WorkspaceRules['who'] {
  if (are === 'everyone') return { are };
  return are === 'chosen' ? { are, ...readNamed(chosen) } : { are: 'admins' };
}

/** Null for anything else, also with signs between thousands: nobody may have to guess what was meant. */
const wholeNumber = (typed: string): number | null => (/^\d{1,9}$/u.test(typed.trim()) ? Number(typed) : null);
