/** Requests that came by mail: what the operator types, what the person is asked, and what nobody else learns. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { randomId } from '../../src/ids.ts';
import { receiptProblem } from '../../src/privacy/receipt.ts';
import { createSigner } from '../../src/privacy/signing.ts';
import { openPortal, type PortalGround, type Visitor, visitor } from '../support/portal-for-test.ts';
import { runCommand } from '../support/program.ts';
import { testFolder } from '../support/test-folder.ts';
import { botMessages, buttonsOf, told, wordsOf } from '../support/workplace.ts';
import { labelsIn, wordsIn } from './discord-support.ts';

describe('a request that came by mail', () => {
  let on: PortalGround;
  let discord: LoopbackDiscord;
  beforeAll(async () => {
    discord = await createLoopbackDiscord();
    discord.guild('Loopback');
    on = await openPortal({
      DISCORD_BOT_TOKEN: discord.botToken,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_CDN_URL: discord.cdnUrl,
    });
  });
  afterAll(async () => {
    await on?.close();
    await discord?.close();
  });

  const command = (...args: string[]) => runCommand('src/app/privacy.ts', args, on.environment);
  const accountOf = async ({ email }: Pick<Visitor, 'email'>) =>
    (await on.held.app.stores.database.accounts.findByEmail(email)) ?? '';
  const verified = async () => {
    const anna = await visitor(on);
    await on.held.app.stores.database.accounts.change(await accountOf(anna), { isVerified: true });
    return anna;
  };
  const question = ({ person }: Visitor) =>
    on.slack.waitFor(
      () => botMessages(on.slack, person.direct().id).find((one) => wordsOf(one).includes('Did you write this mail?')),
      { what: 'the question', withinMs: 20_000 },
    );

  it('from a verified address is served at once: a copy into a file, another address, and a deletion with its receipt', async () => {
    const anna = await verified();
    const out = join(testFolder(), 'copy.zip');
    const copied = await command('export', '--email', anna.email.toUpperCase(), '--out', out);
    expect(copied).toMatchObject({ code: 0, output: expect.stringContaining(`is in ${out}`) });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const account = execFileSync('python3', [
      '-c',
      `import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).read('account.json').decode())`,
      out,
    ]);
    expect(JSON.parse(account.toString())).toMatchObject({ email: anna.email });

    const next = `${randomId()}@example.com`;
    const corrected = await command('correct', '--email', anna.email, '--to', next, '--operator');
    expect(corrected).toMatchObject({ code: 0, output: expect.stringContaining('Done.') });
    expect(await accountOf(anna)).toBe('');
    const accountId = await accountOf({ email: next });
    expect(await on.held.app.stores.database.accounts.credentials(accountId)).toMatchObject({ email: next, isVerified: false });

    await on.held.app.stores.database.accounts.change(accountId, { isVerified: true });
    const erased = await command('erase', '--email', next);
    expect(erased.code).toBe(0);
    expect(receiptProblem(erased.output.trim(), await createSigner(on.held.app.stores).publicKeys())).toBeNull();
    expect(erased.output).not.toContain(next);
    expect(await accountOf({ email: next })).toBe('');
    expect((await anna.browser.get('/ads')).url).toBe(`${on.origin}/sign-in`);
  });

  it('from an address that was never verified says nothing, does nothing, and asks its owner in their chat', async () => {
    const [anna, stranger] = [await visitor(on), `${randomId()}@example.com`];
    const out = join(testFolder(), 'copy.zip');
    const [known, unknown] = [
      await command('export', '--email', anna.email, '--out', out),
      await command('export', '--email', stranger, '--out', out),
    ];
    expect(known).toEqual(unknown);
    expect(existsSync(out)).toBe(false);
    const asked = await question(anna);
    expect(buttonsOf(asked)).toEqual(['Yes, that was me', 'No']);
    expect(wordsOf(asked)).not.toContain(anna.email);
    const state = async (email: string) => (await command('export', '--email', email, '--out', out, '--operator')).output;
    expect(await state(anna.email)).toMatch(/never verified.*Request mail-/s);
    expect(await state(stranger)).toContain('No account has that address');
    // The portal of the person is not in the way of it, nor it in theirs.
    expect((await anna.browser.get('/data')).html).toContain('Make the copy');

    await anna.person.press(asked, 'Yes, that was me');
    await told(on.slack, anna.person, 'The privacy team answers your mail');
    expect((await command('export', '--email', anna.email, '--out', out)).output).toContain(`is in ${out}`);
    expect(existsSync(out)).toBe(true);
    await anna.person.press(asked, 'No');
    await told(on.slack, anna.person, 'was answered already');
  });

  it('is refused by the person, who is then not asked again for a week', async () => {
    const anna = await visitor(on);
    const erase = () => command('erase', '--email', anna.email, '--operator');
    await erase();
    const asked = await question(anna);
    await anna.person.press(asked, 'No');
    await told(on.slack, anna.person, 'Nothing is done');
    await vi.waitFor(async () => expect((await erase()).output).toContain('the mail was not theirs'), { timeout: 30_000 });
    expect(botMessages(on.slack, anna.person.direct().id)).toHaveLength(1);
    expect(await accountOf(anna)).not.toBe('');
  });

  it('is a question that nobody else can answer', async () => {
    const [anna, bela] = [await visitor(on), await visitor(on)];
    await command('erase', '--email', anna.email);
    const asked = await question(anna);
    await bela.person.press(asked, 'Yes, that was me');
    await told(on.slack, bela.person, 'not for you');
    await anna.person.press(asked, 'Yes, that was me');
    await told(on.slack, anna.person, 'Gone: ', 60_000);
    expect(await accountOf(anna)).toBe('');
    expect(await accountOf(bela)).not.toBe('');
  });

  it('is asked about on Discord as well, and ends there with the receipt', async () => {
    const shop = discord.channel('shop');
    const clara = discord.person(`person-${randomId()}`);
    const { owners, accounts } = on.held.app.stores.database;
    const { ownerId } = await owners.ensureMember({ platform: 'discord', workspace: shop.guild ?? '', person: clara.id });
    const email = `${randomId()}@example.com`;
    await accounts.register(await accounts.ensure(ownerId), { email, password: 'hash', recovery: [], isVerified: false });
    await command('erase', '--email', email);
    const asked = await discord.waitFor(
      () => discord.messages(clara.direct().id).find((one) => wordsIn(one).includes('Did you write this mail?')),
      { what: 'the question', withinMs: 20_000 },
    );
    expect(labelsIn(asked)).toEqual(['Yes, that was me', 'No']);
    await clara.press(asked, 'Yes, that was me');
    const said = (words: string) =>
      [...clara.ephemerals(), ...discord.messages(clara.direct().id)].some((one) => wordsIn(one).includes(words));
    await discord.waitFor(() => said('It is being done') || undefined, { what: 'thanks' });
    await discord.waitFor(() => said('Deleted') || undefined, { what: 'the receipt', withinMs: 60_000 });
    expect(await owners.find({ platform: 'discord', workspace: shop.guild ?? '', person: clara.id })).toBeNull();
  });
});
