import { describe, expect, it } from 'vitest';
import { freshForm, planForm } from '../../../adapters/discord/form-plan.ts';
import { limits as discord } from '../../../adapters/discord/limits.ts';
import { modalOf as discordModal } from '../../../adapters/discord/modal.ts';
import { modalOf as slackModal } from '../../../adapters/slack/form-view.ts';
import { limits as slack } from '../../../adapters/slack/limits.ts';
import type { WorkspaceRules } from '../../../src/accounts/workspace-rules.ts';
import { askApprovalForm, requestChangesForm } from '../../../src/chat/forms/approval-forms.ts';
import { brandKitForm } from '../../../src/chat/forms/brand-kit-form.ts';
import { editTextForm, loadingForm } from '../../../src/chat/forms/edit-text-form.ts';
import { makeAdForm } from '../../../src/chat/forms/make-ad-form.ts';
import { productForm } from '../../../src/chat/forms/product-form.ts';
import { sameAdInForm } from '../../../src/chat/forms/same-ad-in-form.ts';
import { settingsForm } from '../../../src/chat/forms/settings-form.ts';
import { workspaceRulesForm } from '../../../src/chat/forms/workspace-rules-form.ts';
import { locales } from '../../../src/chat/locale.ts';
import { type FormView, formIds } from '../../../src/chat/messages.ts';
import { type Wording, wordingIn } from '../../../src/chat/wording/wording.ts';
import { sentencesOf } from './said-sentences.ts';

const place = { platform: 'test', workspace: 'w', channel: 'c', thread: null };
const file = { platform: 'test', workspace: 'w', file: 'f', name: 'mug.jpg', bytes: 3 };
const copy = { headline: 'H', body: 'B', button: 'Buy', price: '€5', oldPrice: '€9', smallPrint: 'S' };
const recipe = {
  look: 'block' as const,
  route: 'cutout' as const,
  copy,
  language: 'en' as const,
  palette: [{ colour: '#123456', share: 1 }],
  brand: { name: 'N', colours: [], webAddress: '' },
};
const shelf = {
  kits: [
    { id: 'k1', name: 'One', isLinked: false },
    { id: 'k2', name: 'Two', isLinked: true },
  ],
  products: [{ id: 'p1', name: 'Mug' }],
};

const rules: WorkspaceRules = {
  who: { are: 'chosen', people: ['p'], roles: ['r'] },
  channels: ['c'],
  openAds: 30,
  storageMb: 1_000,
};

/** Every form the bot has, in its variants. */
function formsOf(words: Wording): FormView[] {
  const make = { place, brief: '', dropped: 0, chosen: null, settings: {} };
  const edit = { adId: 'a', place, copy, look: 'block' as const };
  const kit = { place, kitId: null, facts: {}, isDefault: false };
  return [
    makeAdForm(words, { ...make, from: 'command', files: [] }),
    makeAdForm(words, { ...make, from: 'message', files: [file, file], dropped: 2, brief: 'b'.repeat(3_500), shelf }),
    makeAdForm(words, { ...make, from: 'message', files: [], shelf }),
    ...(['words', 'rest'] as const).flatMap((begins) =>
      [true, false].map((needsPhoto) => editTextForm(words, { ...edit, begins, needsPhoto })),
    ),
    ...formIds.map((form) => loadingForm(words, form)),
    sameAdInForm(words, { adId: 'a', place, recipe }),
    askApprovalForm(words, { adId: 'a', place }),
    requestChangesForm(words, { adId: 'a', place }),
    settingsForm(words, place, {}),
    ...[true, false].map((hasRoles) => workspaceRulesForm(words, { place, rules, hasRoles, ceilingMb: 5_000 })),
    ...[0, 5].map((photos) => makeAdForm(words, { ...make, from: 'retry', files: [], copyOf: { adId: 'a', photos } })),
    ...(['look', 'rest'] as const).flatMap((begins) =>
      [true, false].map((hasLogo) => brandKitForm(words, { ...kit, begins, hasLogo })),
    ),
    productForm(words, { place, adId: 'a', facts: { name: 'Mug', price: '€5', link: '' } }),
  ];
}

/** Buttons, by their paths; those with a number stand under lists. */
const buttonPaths =
  /^(?:buttons\.(?!removeT)|brand\.(?:newKit|edit$|editRest|useHere|remove$|saveFromAd)|product\.(?:remove$|saveFromAd)|proposals\.(?:use|others)|ownAds\.(?:show|cancel)|approval\.(?:approve|requestChanges)$|platform\.(?:openForm|backToForm|makeAd)|home\.settings|team\.makeOwn|admin\.(?:change|stop|remove$)|welcome\.sample$)/u;
/** Aimed at, so that three stand side by side on a phone. */
const longestButton = 34;

describe.each(locales)('the words in %s fit', (locale) => {
  const words = wordingIn(locale);
  const forms = formsOf(words);

  it('into the forms of every platform', () => {
    for (const form of forms) {
      expect(() => slackModal(form), `${form.form} ${form.title}`).not.toThrow();
      const { shown } = planForm(form, freshForm);
      expect(() => discordModal('id', form, shown), `${form.form} ${form.title}`).not.toThrow();
    }
  });

  it('into labels, hints, options and placeholders of every field, shown now or later', () => {
    const most = {
      label: Math.min(slack.label, discord.label),
      hint: Math.min(slack.label, discord.hint),
      option: Math.min(slack.optionLabel, discord.optionLabel),
      placeholder: Math.min(slack.placeholder, discord.placeholder),
    };
    const tooLong = forms.flatMap(({ form, fields }) =>
      fields.flatMap((field) => {
        if (field.kind === 'note') return [];
        const texts = [
          { text: field.label, most: most.label },
          { text: field.hint ?? '', most: most.hint },
          ...('placeholder' in field ? [{ text: field.placeholder ?? '', most: most.placeholder }] : []),
          ...('options' in field ? field.options.map(({ label }) => ({ text: label, most: most.option })) : []),
        ];
        return texts
          .filter((one) => one.text.length > one.most)
          .map((one) => `${form} ${field.id} (${one.text.length}): ${one.text}`);
      }),
    );
    expect(tooLong).toEqual([]);
  });

  it('into titles and buttons', () => {
    const buttons = sentencesOf(words).filter(({ path }) => buttonPaths.test(path));
    expect(buttons.length).toBeGreaterThan(30);
    expect(buttons.filter(({ text }) => text.length > longestButton).map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
    for (const { title, submit, cancel } of forms) {
      expect(title.length, title).toBeLessThanOrEqual(slack.modalTitle);
      expect(submit.length, submit).toBeLessThanOrEqual(slack.modalButton);
      expect(cancel.length, cancel).toBeLessThanOrEqual(slack.modalButton);
    }
  });

  it('into questions before a deed', () => {
    for (const { removeTitle, removeText, removeYes, removeNo } of [words.buttons, words.brand, words.product]) {
      expect(removeTitle.length, removeTitle).toBeLessThanOrEqual(Math.min(slack.confirmTitle, discord.modalTitle));
      expect(removeText.length, removeText).toBeLessThanOrEqual(slack.confirmText);
      for (const answer of [removeYes, removeNo]) expect(answer.length, answer).toBeLessThanOrEqual(slack.confirmButton);
    }
  });
});
