import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createBcryptHasher } from '../../../src/accounts/bcrypt-hasher.ts';
import { normalEmail } from '../../../src/accounts/email.ts';
import { passwordProblem } from '../../../src/accounts/password.ts';

const hasher = createBcryptHasher(async (text) => createHmac('sha256', 'a key of the installation').update(text).digest());
const quick = 4;
const always = async () => true;
const matches = async (typed: string, stored: string) => hasher.matches(typed, String(await hasher.hash(stored, quick)), always);

describe('a password', () => {
  it('is kept as a bcrypt hash of cost 12', async () => {
    const hash = String(await hasher.hash('correct horse battery'));
    expect(hash).toMatch(/^\$2b\$12\$/u);
    expect(await hasher.matches('correct horse battery', hash, always)).toBe('yes');
    expect(await hasher.matches('correct horse batterz', hash, always)).toBe('no');
  });

  it('counts to its last byte, also beyond the 72 that bcrypt reads', async () => {
    const long = 'ä'.repeat(60);
    expect(await matches(`${long}1`, `${long}1`)).toBe('yes');
    expect(await matches(`${long}2`, `${long}1`)).toBe('no');
  });

  it('counts beyond a zero byte', async () => {
    expect(await matches('before\0after', 'before\0after')).toBe('yes');
    expect(await matches('before\0other', 'before\0after')).toBe('no');
  });

  it('is the same however the keyboard composed its letters', async () => {
    expect(await matches('cafe\u0301 au lait', 'caf\u00e9 au lait')).toBe('yes');
  });

  it('is hashed for two at once, twenty wait, and everybody else is told that it is busy', async () => {
    const asked = await Promise.all(Array.from({ length: 60 }, () => hasher.hash('one of very many', quick)));
    expect(asked.filter((answer) => answer === 'busy').length).toBe(38);
    expect(await hasher.hash('afterwards', quick)).toMatch(/^\$2b\$/u);
  });

  it('is taken from ten characters on, and is not the address', () => {
    expect(passwordProblem('ninechars', 'a@example.com')).toBe('too-short');
    expect(passwordProblem('tencharact', 'a@example.com')).toBeNull();
    expect(passwordProblem('x'.repeat(257), 'a@example.com')).toBe('too-long');
    expect(passwordProblem('Anna@example.com', 'anna@example.com')).toBe('is-email');
  });
});

describe('an e-mail address', () => {
  it('is looked up in small letters, without spaces around it', () => {
    expect(normalEmail('  Anna@Example.COM ')).toBe('anna@example.com');
    for (const wrong of ['', 'anna', 'anna@', '@example.com', 'a b@example.com', `${'a'.repeat(250)}@example.com`])
      expect(normalEmail(wrong)).toBeNull();
  });
});
