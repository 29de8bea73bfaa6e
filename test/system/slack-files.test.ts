import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoopbackSlack, type LoopbackSlack } from '../../adapters/playground/slack/create-loopback-slack.ts';
import type { FileRef, MessageRef, Place } from '../../src/chat/messages.ts';
import { adapterFor, asMessage, collect, keptJournal, leapingClock, loopbackManifest, picture, saying } from './slack-support.ts';

let slack: LoopbackSlack;
let clock: ReturnType<typeof leapingClock>;
let place: Place;

beforeEach(async () => {
  clock = leapingClock();
  slack = await createLoopbackSlack({ manifest: loopbackManifest('socket'), clock });
  place = { platform: 'slack', workspace: slack.team, channel: slack.channel('shop').id, thread: null };
});
afterEach(() => slack.close());

const bot = () => adapterFor(slack, 'socket', { clock });
const refuses = (code: string, retry?: string) =>
  expect.objectContaining({ name: 'AppError', code, ...(retry ? { retry } : {}) });

describe('files are handed over exactly once', () => {
  const files = ['square', 'story', 'wide', 'pin'].map((key) => picture(key));
  const worlds = [true, false].flatMap((knowsEarly) => [0, 3_000].map((sharesAfterMs) => ({ knowsEarly, sharesAfterMs })));

  function copies(ref: MessageRef): string[] {
    const shared = slack.messages(place.channel).filter((message) => message.thread === ref.message);
    return shared.flatMap((message) => message.files.map((id) => slack.file(id)?.name ?? 'unknown'));
  }

  it.each(worlds)(
    'whenever the bot dies on the way, and in whichever way Slack tells about files: %o',
    async ({ knowsEarly, sharesAfterMs }) => {
      slack.faults.infoBeforeCompletion = knowsEarly;
      slack.faults.sharesAfterMs = sharesAfterMs;
      slack.faults.rateLimits = false;
      let deaths = 0;
      for (let requests = 1; requests <= 12; requests += 1) {
        const ref = await bot().post(place, saying(`Ad ${requests}`), 'a-key');
        const journal = keptJournal();
        slack.faults.cutAfter = requests;
        await bot()
          .deliverFiles(ref, files, journal)
          .catch((error) => {
            expect(error).toEqual(refuses('chat-unavailable', 'later'));
            deaths += 1;
          });
        slack.faults.cutAfter = Number.POSITIVE_INFINITY;
        const ids = await bot().deliverFiles(ref, files, journal);
        expect(copies(ref), `died after ${requests} requests`).toEqual(['square.png', 'story.png', 'wide.png', 'pin.png']);
        expect(ids.map((id) => slack.file(id)?.name)).toEqual(['square.png', 'story.png', 'wide.png', 'pin.png']);
        expect(await bot().deliverFiles(ref, files, journal)).toEqual(ids);
        expect(copies(ref)).toHaveLength(4);
      }
      expect(deaths).toBeGreaterThanOrEqual(8);
    },
  );

  it('stores the id of a file before its bytes leave', async () => {
    const ref = await bot().post(place, saying('Ready'), 'a-key');
    const journal = keptJournal();
    const remember = journal.remember;
    journal.remember = async (key, id) => {
      expect(slack.file(id)?.state).toBe(files.some((file) => file.key === key) ? 'awaiting-bytes' : 'uploaded');
      await remember(key, id);
    };
    await bot().deliverFiles(ref, files, journal);
    expect(files.every((file) => journal.kept.has(file.key))).toBe(true);
  });

  it('also when the bot dies while it writes into its journal', async () => {
    for (let writes = 1; writes <= 8; writes += 1) {
      const ref = await bot().post(place, saying(`Ad ${writes}`), 'a-key');
      const journal = keptJournal();
      let left = writes;
      const remember = async (key: string, id: string) => {
        left -= 1;
        if (left < 0) throw new Error('dead');
        await journal.remember(key, id);
        if (left === 0) throw new Error('dying');
      };
      await expect(bot().deliverFiles(ref, files, { ...journal, remember })).rejects.toThrow();
      await bot().deliverFiles(ref, files, journal);
      expect(copies(ref), `died at write ${writes}`).toHaveLength(4);
    }
  });

  it('even when Slack takes very long to tell where the files are', async () => {
    const ref = await bot().post(place, saying('Ready'), 'a-key');
    const journal = keptJournal();
    slack.faults.sharesAfterMs = 20_000;
    slack.faults.loseAnswer('files.completeUploadExternal');
    let tries = 1;
    for (; tries < 9; tries += 1) {
      const answer = await bot()
        .deliverFiles(ref, files, journal)
        .catch((error) => error);
      if (Array.isArray(answer)) break;
      expect(answer).toEqual(refuses('chat-unavailable', 'later'));
    }
    expect(tries).toBeGreaterThan(1);
    expect(copies(ref)).toHaveLength(4);
  });

  it('and not again after somebody deleted one', async () => {
    const ref = await bot().post(place, saying('Ready'), 'a-key');
    const journal = keptJournal();
    const ids = await bot().deliverFiles(ref, files, journal);
    slack.removeFile(ids[2] ?? '');
    expect(await bot().deliverFiles(ref, files, journal)).toEqual(ids);
    expect(copies(ref)).toEqual(['square.png', 'story.png', 'pin.png']);
  });

  it('also when the answer to the last step is lost', async () => {
    const ref = await bot().post(place, saying('Ready'), 'a-key');
    slack.faults.sharesAfterMs = 2_000;
    slack.faults.loseAnswer('files.completeUploadExternal');
    await bot().deliverFiles(ref, files, keptJournal());
    expect(copies(ref)).toHaveLength(4);
  });

  it('and a picture for the message is uploaded once, wherever the bot dies', async () => {
    slack.faults.processingMs = 1_000;
    for (let requests = 1; requests <= 6; requests += 1) {
      const journal = keptJournal();
      slack.faults.cutAfter = requests;
      const first = await bot()
        .showPicture(asMessage(place), files[0]!, journal)
        .catch(() => null);
      slack.faults.cutAfter = Number.POSITIVE_INFINITY;
      const shown = await bot().showPicture(asMessage(place), files[0]!, journal);
      if (first) expect(shown).toEqual(first);
      await bot().post(place, saying('First look', { picture: { picture: shown, altText: 'A mug' } }), 'a-key');
    }
    expect(slack.messages(place.channel).flatMap((message) => message.files)).toEqual([]);
  });

  it('and a picture whose last answer was lost is shown without a second upload', async () => {
    const journal = keptJournal();
    slack.faults.loseAnswer('files.completeUploadExternal');
    await expect(bot().showPicture(asMessage(place), files[0]!, journal)).rejects.toEqual(refuses('chat-unavailable', 'later'));
    expect(await bot().showPicture(asMessage(place), files[0]!, journal)).toEqual({
      platform: 'slack',
      id: slack.files()[0]?.id,
    });
    expect(slack.files()).toHaveLength(1);
  });

  it('or told to be refused for good, also where the first try broke off after the bytes were sent', async () => {
    const ref = await bot().post(place, saying('Ready'), 'a-key');
    const journal = keptJournal();
    slack.faults.status('files.completeUploadExternal', 500);
    await expect(bot().deliverFiles(ref, files, journal)).rejects.toEqual(refuses('chat-unavailable', 'later'));
    slack.refuseFiles(slack.channel('shop'));
    await expect(bot().deliverFiles(ref, files, journal)).rejects.toEqual(refuses('chat-refused', 'never'));
  });

  it('waits when Slack asks for it', async () => {
    const ref = await bot().post(place, saying('Ready'), 'a-key');
    slack.faults.limit('files.getUploadURLExternal', 7);
    slack.faults.limit('files.completeUploadExternal', 11);
    const before = clock.now();
    await bot().deliverFiles(ref, files, keptJournal());
    expect(clock.now() - before).toBeGreaterThanOrEqual(18_000);
    expect(copies(ref)).toHaveLength(4);
  });

  it.each([
    ['not_in_channel', 'chat-not-in-channel', 'never'],
    ['channel_not_found', 'chat-not-in-channel', 'never'],
    ['is_archived', 'chat-channel-gone', 'never'],
    ['file_uploads_disabled', 'chat-refused', 'never'],
    ['storage_limit_reached', 'chat-refused', 'never'],
    ['internal_error', 'chat-unavailable', 'later'],
  ])('or says why not: %s', async (code, expected, retry) => {
    const ref = await bot().post(place, saying('Ready'), 'a-key');
    slack.faults.fail('files.completeUploadExternal', code, 9);
    await expect(bot().deliverFiles(ref, files, keptJournal())).rejects.toEqual(refuses(expected, retry));
  });
});

describe('a file that a person handed over', () => {
  const bytes = Buffer.from('a photo of a mug');

  function handedOver(name = 'mug.jpg'): FileRef {
    const said = slack.person('anna').postMessage({ channel: slack.channel('shop'), files: [{ name, bytes }] });
    return { platform: 'slack', workspace: slack.team, file: said.files[0] ?? '', name, bytes: bytes.length };
  }

  it('is fetched byte for byte, with the token only for Slack', async () => {
    expect(await collect(await bot().fetch(handedOver()))).toEqual(bytes);
    expect(slack.calls('download')[0]?.args).toMatchObject({ hasToken: true });
  });

  it('is reported gone when its owner removed it before it was fetched', async () => {
    const ref = handedOver();
    slack.removeFile(ref.file);
    await expect(bot().fetch(ref)).rejects.toEqual(refuses('attachment-gone', 'never'));
    await expect(bot().fetch({ ...ref, file: 'F0NEVER' })).rejects.toEqual(refuses('attachment-gone', 'never'));
  });

  it("is refused when Slack answers with its sign-in page instead of the file's bytes", async () => {
    slack.faults.fail('download', 'sign-in');
    await expect(bot().fetch(handedOver())).rejects.toEqual(refuses('attachment-refused', 'never'));
  });

  it('is not followed to a foreign host', async () => {
    slack.faults.status('download', 302);
    await expect(bot().fetch(handedOver())).rejects.toEqual(
      expect.objectContaining({ code: 'attachment-refused', message: 'The file lies on a foreign host' }),
    );
  });

  it.each([
    [403, 'attachment-refused', 'never'],
    [404, 'attachment-gone', 'never'],
    [500, 'chat-unavailable', 'later'],
  ])('is told apart by what its address answers: HTTP %i', async (status, code, retry) => {
    slack.faults.status('download', status);
    await expect(bot().fetch(handedOver())).rejects.toEqual(refuses(code, retry));
  });

  it('can be asked for again when the line broke halfway', async () => {
    slack.faults.loseAnswer('download');
    const ref = handedOver();
    await expect(bot().fetch(ref).then(collect)).rejects.toEqual(refuses('chat-unavailable', 'later'));
    expect(await collect(await bot().fetch(ref))).toEqual(bytes);
  });

  it('is refused above the size cap before a byte of it is fetched', async () => {
    const ref = handedOver();
    const stored = slack.file(ref.file);
    if (stored) stored.length = 100_000_001;
    await expect(bot().fetch(ref)).rejects.toEqual(refuses('attachment-refused', 'never'));
    expect(slack.calls('download')).toEqual([]);
  });
});
