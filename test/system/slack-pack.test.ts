import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomId } from '../../src/ids.ts';
import { testFolder } from '../support/test-folder.ts';
import {
  ask,
  botMessages,
  filesIn,
  openWorkplace,
  pressMore,
  result,
  told,
  type Workplace,
  wordsOf,
} from '../support/workplace.ts';

const namesInZip = (bytes: Buffer): string[] => {
  const path = join(testFolder(), 'pack.zip');
  writeFileSync(path, bytes);
  const list = execFileSync('python3', [
    '-c',
    'import sys,zipfile;print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))',
    path,
  ]);
  return list.toString().trim().split('\n');
};

describe('the files of an ad', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await openWorkplace();
    // More ads than any team makes in a minute: Slack’s limit on edits is tried elsewhere.
    place.slack.faults.rateLimits = false;
  });
  afterAll(async () => {
    await place?.close();
  });
  const newChannel = () => place.slack.channel(`room-${randomId()}`);
  const newPerson = () => place.slack.person(`person-${randomId()}`);
  const packOf = (person: ReturnType<typeof newPerson>) =>
    place.slack.waitFor(() => botMessages(place.slack, person.direct().id).find((one) => one.text.startsWith('Files of')), {
      withinMs: 20_000,
      what: 'a pack',
    });

  it('come named for the places chosen, with their texts to copy, as a zip and one by one', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, 'Fjord cold brew coffee, smooth and never bitter. €19.90', { places: ['meta'] });
    const message = await result(place.slack, channel.id);
    await anna.press(message, 'Get files');
    const pack = await packOf(anna);
    const direct = anna.direct().id;
    await place.slack.waitFor(() => filesIn(place.slack, direct, pack.ts).length === 5, { what: 'the files' });
    const files = filesIn(place.slack, direct, pack.ts);
    expect(files).toEqual([
      'ad_fjord-cold-brew-coffee_v1.zip',
      'ad_fjord-cold-brew-coffee_meta-feed_1080x1350_v1.jpg',
      'ad_fjord-cold-brew-coffee_meta-feed_1080x1080_v1.jpg',
      'ad_fjord-cold-brew-coffee_meta-story_1080x1920_v1.jpg',
      'ad_fjord-cold-brew-coffee_meta-link_1200x628_v1.jpg',
    ]);
    const zip = place.slack.files().find((file) => file.name.endsWith('.zip'));
    expect(namesInZip(zip?.bytes ?? Buffer.alloc(0))).toEqual(['texts.txt', 'manifest.json', ...files.slice(1)]);
    expect(wordsOf(pack)).toContain('Headline, 22 of 40 characters');
    expect(pack.blocks.filter((block) => JSON.stringify(block).includes('rich_text_preformatted')).length).toBeGreaterThan(3);
    await told(place.slack, anna, /sent you the files/);
  });

  it('may be had by anyone who sees the ad, in a message of their own, with texts and manifest beside the few', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, 'Good bread', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    await bela.press(message, 'Get files');
    const pack = await packOf(bela);
    await place.slack.waitFor(() => filesIn(place.slack, bela.direct().id, pack.ts).length === 3, { what: 'the files' });
    expect(filesIn(place.slack, bela.direct().id, pack.ts)).toEqual([
      'ad_good-bread_snapchat-single-image_1080x1920_v1.jpg',
      'ad_good-bread_v1_texts.txt',
      'ad_good-bread_v1_manifest.json',
    ]);
    const texts = place.slack.files().find((file) => file.name === 'ad_good-bread_v1_texts.txt');
    expect(texts?.bytes?.toString()).toContain('Good bread');
    expect(anna.direct().messages.some((one) => one.text.startsWith('Files of'))).toBe(false);
  });

  it('come under one message, however often Slack refuses them on the way', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, 'Good bread', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    place.slack.faults.fail('files.getUploadURLExternal', 'team_added_to_org', 7);
    await anna.press(message, 'Get files');
    const pack = await packOf(anna);
    const direct = anna.direct().id;
    await place.slack.waitFor(() => filesIn(place.slack, direct, pack.ts).length === 3, { withinMs: 30_000, what: 'the files' });
    expect(botMessages(place.slack, direct).filter((one) => one.text.startsWith('Files of'))).toHaveLength(1);
  });

  it('go with the ad when it is deleted, and so does the message above them', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, 'Good bread', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    await anna.press(message, 'Get files');
    const pack = await packOf(anna);
    const direct = anna.direct().id;
    await place.slack.waitFor(() => filesIn(place.slack, direct, pack.ts).length === 3, { what: 'the files' });
    await pressMore(place.slack, anna, message, 'Delete');
    const isGone = () =>
      botMessages(place.slack, direct).length === 0 &&
      place.slack.files().every((file) => file.state === 'deleted' || !file.sharedIn.some((share) => share.channel === direct));
    await place.slack.waitFor(isGone, { withinMs: 15_000, what: 'neither message nor files' });
  });

  it('of a private ad are for its owner alone', async () => {
    const [anna, bela, channel] = [newPerson(), newPerson(), newChannel()];
    await ask(anna, channel, 'Secret bread', { places: ['snapchat'], audience: 'me' });
    const message = await result(place.slack, anna.direct().id, () => true, anna);
    const elsewhere = { ...message, channel: channel.id };
    await bela.press(elsewhere, 'Get files');
    // The same as for an ad that there never was.
    await told(place.slack, bela, /This ad is gone/);
    expect(bela.direct().messages.some((one) => one.text.startsWith('Files of'))).toBe(false);
  });

  it('that a person does not let in are told about, and nothing is put into the channel instead', async () => {
    const [anna, channel] = [newPerson(), newChannel()];
    await ask(anna, channel, 'Good bread', { places: ['snapchat'] });
    const message = await result(place.slack, channel.id);
    place.slack.faults.fail('conversations.open', 'cannot_dm_bot');
    await anna.press(message, 'Get files');
    await told(place.slack, anna, /do not let me write to you/);
    expect(botMessages(place.slack, channel.id)).toHaveLength(1);
  });
});
