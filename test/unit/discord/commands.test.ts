import { describe, expect, it } from 'vitest';
import { commandDefinitions, fieldOfOption } from '../../../adapters/discord/command-table.ts';
import { isSame } from '../../../adapters/discord/register-commands.ts';
import { commandList } from '../../../adapters/playground/discord/schemas/command-schemas.ts';
import { commands, messageActions, subcommands } from '../../../src/chat/commands.ts';
import { makeAdForm } from '../../../src/chat/forms/make-ad-form.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';

const definitions = commandDefinitions();
/** As Discord answers: with ids and defaults of its own. */
const answered = () =>
  structuredClone(definitions).map((one, at) => ({ ...one, id: `${at}`, version: '1', nsfw: false, type: one.type ?? 1 }));

type ByTag = Record<string, string>;
type Named = {
  name: string;
  name_localizations?: ByTag;
  description_localizations?: ByTag;
  options?: Named[];
  choices?: { value: string; name_localizations?: ByTag }[];
};
const partsOf = (one: Named | undefined): Named[] => (one?.options ?? []).flatMap((part) => [part, ...partsOf(part)]);

describe('the commands on Discord', () => {
  it('are accepted as they are', () => {
    expect(commandList.safeParse(definitions).error).toBeUndefined();
  });

  it('are those of the core, offered on servers and in direct messages', () => {
    expect(definitions.map((one) => one.name)).toEqual([
      ...commands.map((one) => one.name),
      ...messageActions.map((one) => one.label),
    ]);
    expect(definitions.every((one) => JSON.stringify(one.contexts) === '[0,1]')).toBe(true);
  });

  it('have every subcommand of the core', () => {
    const [ad] = definitions as { options: { name: string; options?: { name: string }[] }[] }[];
    expect(ad?.options.map((one) => one.name)).toEqual(subcommands.map((one) => one.name));
    expect(ad?.options.find((one) => one.name === 'list')?.options?.map((one) => one.name)).toEqual(['words']);
    expect(ad?.options.find((one) => one.name === 'help')?.options).toBeUndefined();
  });

  it('have an option for fields of the form only', () => {
    const place = { platform: 'discord', workspace: '1', channel: '2', thread: null };
    const { fields } = makeAdForm(wordingIn('en'), {
      place,
      brief: '',
      files: [],
      from: 'command',
      dropped: 0,
      chosen: null,
      settings: {},
    });
    const known = fields.map((field) => field.id);
    for (const field of Object.values(fieldOfOption)) expect(known).toContain(field);
  });

  it('are shown in every language the bot speaks; only the command itself keeps its name', () => {
    const tags = ['de', 'fr', 'es-ES', 'es-419', 'ja', 'zh-CN'].sort();
    const named = definitions as Named[];
    const [ad, menu] = [named[0], named.at(-1)];
    expect(ad?.name_localizations).toBeUndefined();
    expect(Object.keys(ad?.description_localizations ?? {}).sort()).toEqual(tags);
    expect(menu?.name_localizations?.['de']).toBe('Anzeige daraus machen');
    const inside = partsOf(ad);
    expect(inside.length).toBeGreaterThan(subcommands.length + 8);
    for (const one of inside) {
      expect(Object.keys(one.name_localizations ?? {}).sort(), one.name).toEqual(tags);
      expect(Object.keys(one.description_localizations ?? {}).sort(), one.name).toEqual(tags);
      expect(one.description_localizations?.['ja'], one.name).toMatch(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u);
    }
    const languages = inside.find((one) => one.name === 'language')?.choices;
    expect(languages?.find((one) => one.value === 'de')?.name_localizations?.['fr']).toBe('Allemand');
  });

  it.each(['de', 'fr', 'es-ES', 'es-419', 'ja', 'zh-CN'])('have names that differ from each other in %s', (tag) => {
    for (const { options = [] } of [definitions[0] as Named, ...partsOf(definitions[0] as Named)]) {
      const names = options.map((one) => one.name_localizations?.[tag]);
      expect(new Set(names).size, names.join()).toBe(options.length);
    }
  });

  it('are registered again only when they differ from what Discord has', () => {
    expect(isSame(definitions, answered())).toBe(true);
    expect(isSame(definitions, answered().reverse())).toBe(true);
    expect(isSame(definitions, answered().slice(1))).toBe(false);
    const more = answered();
    (more[0] as { options: { options: unknown[] }[] }).options[0]!.options.push({ type: 3, name: 'old' });
    expect(isSame(definitions, more)).toBe(false);
    const translated = answered();
    (translated[0] as { description_localizations: ByTag }).description_localizations['fr'] = 'Autres mots';
    expect(isSame(definitions, translated)).toBe(false);
    const other = answered();
    (other[0] as { description: string }).description = 'Other words';
    expect(isSame(definitions, other)).toBe(false);
  });
});
