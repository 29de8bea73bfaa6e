/** One person on two platforms: joined by a code, seen as one in the portal, verified by mail, and deleted together. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLoopbackDiscord, type LoopbackDiscord } from '../../adapters/playground/discord/create-loopback-discord.ts';
import { randomId } from '../../src/ids.ts';
import { openPortal, type PortalGround, password, visitor } from '../support/portal-for-test.ts';
import { ask, buttonsOf, result, told, wordsOf } from '../support/workplace.ts';
import { labelsIn, wordsIn } from './discord-support.ts';

describe('one person on two platforms', () => {
  let on: PortalGround;
  let discord: LoopbackDiscord;
  let mailServer: SMTPServer;
  const mails: string[] = [];
  beforeAll(async () => {
    discord = await createLoopbackDiscord();
    discord.guild('Loopback');
    mailServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          mails.push(Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', '').replaceAll('=3D', '='));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => void mailServer.listen(0, '127.0.0.1', resolve));
    const { port } = mailServer.server.address() as AddressInfo;
    on = await openPortal({
      DISCORD_BOT_TOKEN: discord.botToken,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_CDN_URL: discord.cdnUrl,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      SMTP_FROM: 'bot@example.com',
    });
  });
  afterAll(async () => {
    await on?.close();
    await discord?.close();
    await new Promise<void>((resolve) => mailServer.close(() => resolve()));
  });

  it('is joined when both have said yes, sees both in the portal, and is deleted in both places', async () => {
    const anna = await visitor(on);
    const channel = on.slack.channel(`room-${randomId()}`);
    await ask(anna.person, channel, 'Two places butter. €6', { places: ['snapchat'] });
    await result(on.slack, channel.id);

    await anna.person.command('/account', 'link', { channel });
    const offered = await told(on.slack, anna.person, 'Join two identities');
    const code = /\/account link ([0-9A-Z-]+)/u.exec(wordsOf(offered))?.[1] ?? '';
    expect(buttonsOf(offered)).toEqual(['Join here']);
    await anna.person.press(offered, 'Join here');
    await told(on.slack, anna.person, 'Nobody has typed the code yet');

    const shop = discord.channel('shop');
    const elsewhere = discord.person(`person-${randomId()}`);
    const answer = (words: string) =>
      discord.waitFor(() => elsewhere.ephemerals().find((one) => wordsIn(one).includes(words)), { what: words });
    await elsewhere.command('account', { sub: 'link', where: shop, options: { words: code } });
    const met = await answer('The code is from somebody on Slack');
    expect(labelsIn(met)).toEqual(['That is me']);
    await elsewhere.press(met, 'That is me');
    await answer('Now press');
    await anna.person.press(offered, 'Join here');
    await told(on.slack, anna.person, 'Both identities are one account now');

    const account = await anna.browser.get('/account');
    expect(account.html).toContain(`Slack: ${anna.person.id}`);
    expect(account.html).toContain(`Discord: ${elsewhere.id}`);

    await anna.browser.submit(await anna.browser.get('/delete'), '/delete', { password, shared: 'delete' });
    const { prisma } = on.held.app.stores.database.connection;
    await vi.waitFor(async () => expect(await prisma.owner.count({ where: { kind: { not: 'workspace' } } })).toBe(0), {
      timeout: 60_000,
      interval: 200,
    });
    expect(await prisma.account.count()).toBe(0);
  });

  it('has an address that counts as verified only after the link in the mail was followed', async () => {
    const bela = await visitor(on);
    expect((await bela.browser.get('/account')).html).toContain('(not verified)');
    await bela.browser.submit(await bela.browser.get('/account'), '/account/verify');
    const mail = mails.at(-1) ?? '';
    expect(mail).toContain(`To: ${bela.email}`);
    const link = new URL(/http:\S+/u.exec(mail)?.[0] ?? '').pathname;
    for (let look = 0; look < 2; look += 1) await bela.browser.get(link);
    expect((await bela.browser.get('/account')).html).toContain('(not verified)');
    const done = await bela.browser.submit(await bela.browser.get(link), link);
    expect(done.html).toContain('(verified)');
    expect((await bela.browser.submit(await bela.browser.get(link), link)).html).toContain('This link was used already');
  });
});
