import { describe, expect, it } from 'vitest';
import { missingGlyphs } from '../../../adapters/studio/glyph-coverage.ts';
import { checkMakeAd } from '../../../src/chat/check-submission.ts';
import { makeAdForm } from '../../../src/chat/forms/make-ad-form.ts';
import { cannotBeRead } from '../../../src/chat/notes.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import { languageSchema } from '../../../src/generation/recipe.ts';

const place = { platform: 'test', workspace: 'w', channel: 'c', thread: null };
const file = { platform: 'test', workspace: 'w', file: 'f', name: 'mug.jpg', bytes: 3 };
const limits = { fileBytes: 1e9, filesPerForm: 10, formFileBytes: 1e7, formFields: 100 };

const submit = (brief: string, values: Record<string, string> = {}) =>
  checkMakeAd(
    {
      deliveryId: 'd',
      form: 'make-ad',
      context: JSON.stringify({ place, files: [file], accepts: true }),
      person: { platform: 'test', workspace: 'w', person: 'p' },
      values: { brief, keep: 'forget', film: 'no', audience: 'here', language: 'guess', button: '', ...values },
    },
    limits,
    'de',
  );

describe('the form of an ad', () => {
  it('offers every language that ads can have, whatever the bot speaks', () => {
    const start = { place, brief: '', files: [], from: 'command' as const, dropped: 0, chosen: null, settings: {} };
    const field = makeAdForm(wordingIn('fr'), start).fields.find(({ id }) => id === 'language');
    expect(field?.kind === 'choice' && field.options.map(({ id }) => id)).toEqual(['guess', ...languageSchema.options]);
  });

  it('asks for the button in a language whose buttons are not known', () => {
    expect(submit('Кофе без горечи')).toEqual({ ok: false, errors: { button: wordingIn('de').form.buttonMissing } });
    expect(submit('Cold brew', { language: 'other' })).toMatchObject({ ok: false, errors: { button: expect.any(String) } });
  });

  it('takes the button that is given, or none where none is wanted', () => {
    expect(submit('Кофе без горечи', { button: 'Купить' })).toMatchObject({ ok: true, request: { button: 'Купить' } });
    const none = submit('Кофе без горечи', { button: '-' });
    expect(none).toMatchObject({ ok: true });
    expect(none.ok && none.request.button).toBe(undefined);
    expect(submit('Кофе без горечи\nButton: Купить')).toMatchObject({ ok: true });
  });

  it('does not ask where a button can be chosen', () => {
    expect(submit('朝の一杯を変える、まろやかなコーヒー')).toMatchObject({ ok: true });
    expect(submit('Cold brew coffee for you')).toMatchObject({ ok: true });
  });
});

describe('words that could not be read on the ad', () => {
  const studio = { missingGlyphs };

  it('are refused before anything is made, and the person is told which', () => {
    const refused = cannotBeRead(wordingIn('en'), studio, { headline: 'กาแฟสกัดเย็น' });
    expect(refused).toContain('ก');
    expect(refused).toContain('Nothing was made');
  });

  it('are taken when only a sign or two is missing', () => {
    expect(cannotBeRead(wordingIn('en'), studio, { headline: 'Coffee ☕ กา' })).toBe(null);
  });
});
