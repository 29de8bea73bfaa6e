import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { declarations } from '../../../src/app/declarations.ts';
import { recordOfProcessing } from '../../../src/app/record-of-processing.ts';
import { wordingIn } from '../../../src/chat/wording/wording.ts';
import { classesOf } from '../../../src/privacy/policy.ts';

const adapters = fileURLToPath(new URL('../../../adapters', import.meta.url));
/** Work in memory or show to this very person: their own declarations say that they keep nothing. */
const keepNothing = ['archive', 'playground', 'sandbox', 'studio', 'terminal'];

describe('what outside systems declare', () => {
  it('is known of every folder of adapters', () => {
    const folders = readdirSync(adapters).filter((name) => statSync(`${adapters}/${name}`).isDirectory());
    expect([...Object.keys(declarations), ...keepNothing].sort()).toEqual(folders.sort());
  });

  it('is said in the policy, each class in words', () => {
    const classes = classesOf(Object.values(declarations).flatMap((data) => Object.values(data))).map(({ id }) => id);
    expect([...classes].sort()).toEqual(Object.keys(wordingIn('en').policy.classes).sort());
  });

  it('makes the record of processing, with every model of the database', () => {
    const record = recordOfProcessing(declarations);
    for (const area of Object.values(declarations).flatMap((data) => Object.keys(data))) expect(record).toContain(area);
  });
});
