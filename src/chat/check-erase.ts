/** What the form for deleting one's data tells by itself. No input, no output. */
import type { Submission } from './chat-adapter.ts';
import type { Checked } from './check-submission.ts';
import type { Locale } from './locale.ts';
import type { ErasureScope } from './privacy/erasure-scope.ts';
import { type EraseRequest, settingsContextSchema } from './requests.ts';
import { wordingIn } from './wording/wording.ts';

export function checkErase({ context, person, values }: Submission, locale: Locale): Checked<EraseRequest> {
  const { place } = settingsContextSchema.parse(JSON.parse(context));
  const scope = scopeOf(String(values['what'] ?? ''), values['shared'] === 'give');
  if (!scope) return { ok: false, errors: { what: wordingIn(locale).privacy.deleteMissing } };
  return { ok: true, request: { kind: 'erase', locale, person, place, scope } };
}

function scopeOf(chosen: string, handOver: boolean): ErasureScope | null {
  const [kind, id = ''] = chosen.split(':');
  switch (kind) {
    case 'workspace':
    case 'account':
      return { kind, handOver };
    case 'photos':
      return { kind };
    case 'product':
      return { kind, productId: id };
    case 'ad':
      return { kind, adId: id };
    default:
      return null;
  }
}
