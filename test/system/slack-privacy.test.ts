import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../adapters/playground/slack/person.ts';
import { randomId } from '../../src/ids.ts';
import { receiptProblem, signedReceiptSchema } from '../../src/privacy/receipt.ts';
import { createSigner, isSignedBy } from '../../src/privacy/signing.ts';
import { testFolder } from '../support/test-folder.ts';
import { ask, botMessages, filesIn, openWorkplace, result, told, type Workplace, wordsOf } from '../support/workplace.ts';

describe('a person’s own data', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace({ PRIVACY_CONTACT: 'privacy@example.com' });
  });
  afterAll(async () => {
    await place?.close();
  });
  const newChannel = () => place.slack.channel(`room-${randomId()}`);
  const newPerson = () => place.slack.person(`person-${randomId()}`);

  /** What `/privacy …` answers, to them alone. */
  async function answer(person: Person, text: string, channel = newChannel()) {
    const before = person.ephemerals().length;
    await person.command('/privacy', text, { channel });
    return place.slack.waitFor(() => person.ephemerals()[before], { what: 'an answer' });
  }

  /** The newest receipt that this person was told, as its JSON stands in the message. */
  async function receiptTold(person: Person, title: RegExp): Promise<string> {
    const message = await told(place.slack, person, title, 60_000);
    return (
      JSON.stringify(message.blocks)
        .match(/\{\\?"receipt.*?signature\\*":\\*"[\w-]+\\*"\}/)?.[0]
        .replaceAll('\\', '') ?? ''
    );
  }

  it('is told by /privacy status and policy, in words that name no secret', async () => {
    const anna = newPerson();
    expect(wordsOf(await answer(anna, 'status'))).toContain('Nothing is held of you here.');
    const channel = newChannel();
    await ask(anna, channel, 'Nut butter. €6', { places: ['snapchat'] });
    await result(place.slack, channel.id);
    const status = wordsOf(await answer(anna, ''));
    expect(status).toMatch(/1 ad with 1 file .*1 product photo, kept as you chose/s);
    expect(status).toContain('No AI partner has anything of you.');
    const policy = wordsOf(await answer(anna, 'policy'));
    expect(policy).toContain('Google Gemini');
    expect(policy).toContain('privacy@example.com');
    expect(wordsOf(await answer(anna, 'partners'))).toContain('Not connected here, so it gets nothing.');
    expect(wordsOf(await answer(anna, 'receipts'))).toContain('Nothing of you went to any partner.');
  });

  it('comes as a copy with everything of them, nothing of others, and hashes that hold', async () => {
    const [anna, bela] = [newPerson(), newPerson()];
    const [mine, theirs] = [newChannel(), newChannel()];
    await ask(bela, theirs, 'Neighbourcanary soap. €2', { places: ['snapchat'] });
    await ask(anna, mine, 'Owncanary honey. €7', { places: ['snapchat', 'meta'] });
    await Promise.all([result(place.slack, mine.id), result(place.slack, theirs.id)]);
    await anna.press(await answer(anna, 'export'), 'Make the copy');
    const direct = anna.direct().id;
    const message = await place.slack.waitFor(
      () => botMessages(place.slack, direct).find((one) => wordsOf(one).includes('index.html')),
      {
        withinMs: 30_000,
        what: 'the copy',
      },
    );
    await place.slack.waitFor(() => filesIn(place.slack, direct, message.ts).length === 1, { what: 'the zip' });
    const zip = place.slack.files().find((file) => file.name === 'my-data.zip');
    const folder = testFolder();
    writeFileSync(join(folder, 'copy.zip'), zip?.bytes ?? Buffer.alloc(0));
    execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'copy.zip'), folder]);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    let all = '';
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(folder, path));
      expect(content.length, path).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
      if (!path.startsWith('media/')) all += content.toString('utf8');
      if (path.endsWith('.json')) JSON.parse(content.toString('utf8'));
    }
    const paths: string[] = manifest.files.map((file: { path: string }) => file.path);
    expect(paths.filter((path) => path.startsWith('media/ads/'))).toHaveLength(4);
    expect(paths.filter((path) => path.startsWith('media/photos/'))).toHaveLength(1);
    expect(all).toContain('Owncanary honey');
    expect(all).not.toContain('Neighbourcanary');
    const { stores } = place.held.app;
    const keys = await createSigner(stores).publicKeys();
    const signature = JSON.parse(readFileSync(join(folder, 'manifest.sig'), 'utf8'));
    expect(isSignedBy(keys, readFileSync(join(folder, 'manifest.json')), signature)).toBe(true);
    const left = async () => {
      const ids: string[] = [];
      for await (const id of stores.media.list('exports')) ids.push(id);
      return ids;
    };
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  });

  it('goes when they delete everything: here at once, on the platform too, with a receipt that can be checked', async () => {
    const [anna, bela] = [newPerson(), newPerson()];
    const [mine, theirs] = [newChannel(), newChannel()];
    await ask(anna, mine, 'Gonecanary jam. €3', { places: ['snapchat'] });
    await ask(bela, theirs, 'Staying tea. €4', { places: ['snapchat'] });
    await Promise.all([result(place.slack, mine.id), result(place.slack, theirs.id)]);
    const { owners, ads } = place.held.app.stores.database;
    const identity = { platform: 'slack', workspace: place.slack.team, person: anna.id };
    const ownerId = (await owners.find(identity)) ?? '';
    const creatives = (await owners.belongings(ownerId)).creatives;
    await anna.command('/privacy', 'delete', { channel: mine });
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('Everything of me in this workspace'));
    expect(JSON.stringify(form.view)).toContain('1 ad, 1 photo, 0 saved products');
    expect(await anna.submit(form, { what: 'workspace', shared: 'delete' })).toEqual({ closed: true });
    const receipt = await receiptTold(anna, /Gone: 1 ad, 1 file, 1 photo/);
    const { stores } = place.held.app;
    const keys = await createSigner(stores).publicKeys();
    expect(receiptProblem(receipt, keys)).toBe(null);
    expect(receiptProblem(receipt.replace('"ads":1', '"ads":2'), keys)).toBe('altered');
    expect(receiptProblem(receipt, [])).toBe('unknown-key');
    expect(receipt).not.toContain(anna.id);
    expect(await owners.find(identity)).toBe(null);
    expect(await owners.countRows(ownerId)).toBe(0);
    expect(await stores.keys.read(`owner:${ownerId}`)).toBe(null);
    for await (const id of stores.media.list('creatives')) expect(creatives).not.toContain(id);
    const addendum = signedReceiptSchema.parse(JSON.parse(await receiptTold(anna, /Deleted elsewhere too/)));
    expect(addendum.receipt.remote.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(place.slack.messages(mine.id).filter((message) => message.fromBot)).toEqual([]);
    expect(
      place.slack
        .files()
        .filter((file) => file.fromBot && file.state !== 'deleted' && file.sharedIn.some((share) => share.channel === mine.id)),
    ).toEqual([]);
    const name = `slack ${place.slack.team} ${anna.id}`;
    await expect.poll(() => place.held.app.stores.database.usage.oldest(), { timeout: 10_000 }).not.toBeNull();
    expect(await place.held.app.stores.database.usage.ofPerson(name)).toEqual([]);
    expect(await place.held.app.stores.database.intakes.ofPerson(name)).toEqual([]);
    const bystander = await owners.find({ ...identity, person: bela.id });
    expect(await ads.ofOwner(bystander ?? '', { channel: null, most: 9 })).toHaveLength(1);
    expect(wordsOf(await answer(anna, 'status'))).toContain('Nothing is held of you here.');
  });

  it('is left to the workspace where they say so', async () => {
    const anna = newPerson();
    const channel = newChannel();
    await ask(anna, channel, 'Shared soup. €3', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    await anna.command('/privacy', 'delete', { channel });
    const form = await anna.waitForView((view) => JSON.stringify(view.view).includes('Give them to the workspace'));
    await anna.submit(form, { what: 'workspace', shared: 'give' });
    await told(place.slack, anna, /1 ad was given to the workspace/, 60_000);
    expect(place.slack.messages(channel.id).map(({ ts }) => ts)).toContain(message.ts);
    const bela = newPerson();
    await bela.press(message, 'Get files');
    await told(place.slack, bela, /I sent you the files/);
  });

  it('is deleted in part: one ad, and all photos', async () => {
    const anna = newPerson();
    const channel = newChannel();
    await ask(anna, channel, 'Partly rice. €3', { places: ['snapchat'] });
    await result(place.slack, channel.id);
    await anna.command('/privacy', 'delete', { channel });
    const photos = await anna.waitForView((view) => JSON.stringify(view.view).includes('All my photos'));
    await anna.submit(photos, { what: 'photos' });
    await told(place.slack, anna, /Gone: 1 photo/, 60_000);
    expect(wordsOf(await answer(anna, 'status'))).toMatch(/1 ad with 1 file/);
    await anna.command('/privacy', 'delete', { channel });
    const one = await anna.waitForView((view) => JSON.stringify(view.view).includes('1 ad, 0 photos'));
    const option = JSON.stringify(one.view).match(/"value":"(ad:[^"]+)"/)?.[1] ?? '';
    await anna.submit(one, { what: option });
    await told(place.slack, anna, /Gone: 1 ad and 1 file/, 60_000);
    await place.slack.waitFor(() => botMessages(place.slack, channel.id).length === 0, { what: 'an empty channel' });
  });
});
