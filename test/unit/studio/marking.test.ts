/** What finished files say of themselves, and who has signed it. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpractisedRuntime } from '../../../adapters/studio/runtime.ts';
import { createStudio } from '../../../adapters/studio/studio.ts';
import { signFile } from '../../../adapters/studio/worker/mark/sign-file.ts';
import { withXmp } from '../../../adapters/studio/worker/mark/xmp.ts';
import { once } from '../../../src/generation/contents.ts';
import { planFit, type SmallerPlan } from '../../../src/generation/plan-fit.ts';
import type { Drawing, PreparedPhoto, Sandbox } from '../../../src/generation/ports.ts';
import { type CredentialSigner, createSelfMadeSigner } from '../../../src/generation/provenance/credentials.ts';
import { madeBySchema, sourceTypes } from '../../../src/generation/provenance/made-by.ts';
import { silentLogger } from '../../../src/log.ts';
import { createKeyring } from '../../../src/privacy/keyring.ts';
import { memoryKeyStore } from '../../support/memory-key-store.ts';
import { createPlainSandbox } from '../../support/plain-sandbox.ts';
import { isValidPicture, readElsewhere, type Told } from '../../support/provenance/check-credentials.ts';
import { recipeOf, words } from '../../support/studio/matrix.ts';
import { plainBottle } from '../../support/studio/pictures.ts';
import { testClock } from '../../support/test-clock.ts';
import { testFolder } from '../../support/test-folder.ts';

const never = new AbortController().signal;
const composite = 'http://cv.iptc.org/newscodes/digitalsourcetype/composite';
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

function newSigner(): CredentialSigner {
  const [keys, clock] = [memoryKeyStore(), testClock()];
  return createSelfMadeSigner({
    keys,
    clock,
    keyring: createKeyring({ store: keys, masterKeys: [randomBytes(32)], clock, randomBytes }),
  });
}

const activeOf = (told: Told | null) => told?.manifests[told.active_manifest];
const altered = (bytes: Uint8Array) => {
  const copy = Buffer.from(bytes);
  const at = copy.length - 5_000;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

function smallFilm(): Buffer {
  const file = join(testFolder(), 'film.mp4');
  const made = ['-f', 'lavfi', '-i', 'testsrc2=size=360x640:rate=30:duration=1', '-f', 'lavfi', '-i', 'sine=duration=1'];
  execFileSync('ffmpeg', ['-loglevel', 'error', ...made, '-pix_fmt', 'yuv420p', '-movflags', '+faststart', file]);
  return readFileSync(file);
}

describe('what a file says of how it was made', () => {
  it('is the value of the IPTC vocabulary that holds: AI is named only where AI drew', () => {
    expect(madeBySchema.options.map((one) => sourceTypes[one].split('/').at(-1))).toEqual([
      'composite',
      'compositeWithTrainedAlgorithmicMedia',
      'trainedAlgorithmicMedia',
    ]);
  });

  it('stands where programs look for it, in pictures and videos, and leaves their pixels alone', async () => {
    const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#a04020' } });
    for (const [kind, file] of [
      ['image/jpeg', await plain.jpeg().toBuffer()],
      ['image/png', await plain.png().toBuffer()],
    ] as const) {
      const told = withXmp(file, kind, 'studio');
      const { xmp } = await sharp(told).metadata();
      expect(xmp?.toString()).toContain(`Iptc4xmpExt:DigitalSourceType="${composite}"`);
      expect(await sharp(told).raw().toBuffer()).toEqual(await sharp(file).raw().toBuffer());
    }
    const film = withXmp(smallFilm(), 'video/mp4', 'studio');
    expect(text(film)).toContain(composite);
  });
});

describe('files from the studio', () => {
  let sandbox: Sandbox;
  let photo: PreparedPhoto;
  const signer = newSigner();
  const studioWith = (credentials: CredentialSigner | null) => createStudio({ sandbox, log: silentLogger, credentials });
  beforeAll(async () => {
    sandbox = await createPlainSandbox(unpractisedRuntime);
    const outcome = await studioWith(null).preparePhoto(once(plainBottle()), never);
    if (!outcome.ok) throw new Error(outcome.problem.kind);
    photo = outcome.value;
  });
  afterAll(() => sandbox.close());

  async function drawn(credentials: CredentialSigner | null, over: Partial<Drawing> = {}): Promise<Uint8Array> {
    const files: Uint8Array[] = [];
    const recipe = recipeOf('editorial', photo.facts.route, words.short, photo.facts.palette);
    await studioWith(credentials).drawStills(
      { recipe, photos: [photo], formats: ['square'], ...over },
      { signal: never, onFile: async (file) => void files.push(file.bytes) },
    );
    return files[0] ?? new Uint8Array(0);
  }

  it('are signed, so that any reader of content credentials sees who made them and that nothing was changed since', async () => {
    const file = await drawn(signer);
    expect(await isValidPicture(file, 'jpeg')).toBe(true);
    expect(await isValidPicture(altered(file), 'jpeg')).toBe(false);
    const told = readElsewhere(file, 'image/jpeg');
    expect(told?.validation_state).toBe('Valid');
    expect(activeOf(told)?.signature_info.issuer).toBe('Adwright');
    expect(activeOf(told)?.assertions).toEqual([
      { label: 'c2pa.actions.v2', data: { actions: [{ action: 'c2pa.created', digitalSourceType: composite }] } },
    ]);
  });

  it('carry no thumbnail, no name, no time and none of the words of the ad in their credentials', async () => {
    const told = readElsewhere(await drawn(signer), 'image/jpeg');
    expect(activeOf(told)?.thumbnail).toBeUndefined();
    const said = JSON.stringify(told);
    const { headline, body, button, price } = words.short.copy;
    for (const word of [headline, body, button, price].filter(Boolean)) expect(said).not.toContain(word);
    expect(said).not.toMatch(/20\d\d-\d\d-\d\d/u);
  });

  it('are the same bytes again from the same recipe, before they are signed', async () => {
    const [once, again] = [await drawn(null), await drawn(null)];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
    expect(await isValidPicture(once, 'jpeg')).toBeNull();
    expect(text(once)).toContain(composite);
  });

  it('stay signed when they are made smaller for a place, and fit there with their signature', async () => {
    const film = smallFilm();
    const plan: SmallerPlan = {
      kind: 'film',
      mostBytes: 120_000,
      tries: [{ width: 180, height: 320, kbps: 300, bufferKbits: 300 }],
    };
    const made = await studioWith(signer).makeFit(film, plan, never);
    const told = readElsewhere(made?.bytes ?? new Uint8Array(0), 'video/mp4');
    expect(told?.validation_state).toBe('Valid');
    expect(made?.bytes.length).toBeLessThanOrEqual(plan.mostBytes);
    expect(readElsewhere(altered(made?.bytes ?? new Uint8Array(0)), 'video/mp4')?.validation_state).toBe('Invalid');
    const still = await drawn(signer);
    const smaller = planFit(
      { format: 'square', mediaType: 'image/jpeg', width: 1080, height: 1080, bytes: still.length },
      60_000,
    );
    if (smaller.kind !== 'still') throw new Error(smaller.kind);
    const picture = await studioWith(signer).makeFit(still, smaller, never);
    expect(picture?.bytes.length).toBeLessThanOrEqual(60_000);
    expect(await isValidPicture(picture?.bytes ?? new Uint8Array(0), 'jpeg')).toBe(true);
  });

  it('get no signature more than there are files, whatever the worker asks', async () => {
    const greedy: Sandbox = {
      ...sandbox,
      async run(_job, { onQuestion }) {
        const question = { header: { asks: 'signature' }, blob: Buffer.from('a claim') };
        await onQuestion?.(question);
        await onQuestion?.(question);
      },
    };
    const studio = createStudio({ sandbox: greedy, log: silentLogger, credentials: signer });
    const recipe = recipeOf('editorial', photo.facts.route, words.short, photo.facts.palette);
    const asked = studio.drawStills(
      { recipe, photos: [photo], formats: ['square'] },
      { signal: never, onFile: async () => undefined },
    );
    await expect(asked).rejects.toMatchObject({ code: 'studio-failed' });
  });

  it('may be PNG as well', async () => {
    const { algorithm, chain } = await signer.credentials();
    const file = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#a0402080' } })
      .png()
      .toBuffer();
    const told = withXmp(file, 'image/png', 'studio');
    const signing = { algorithm, chain };
    const signed = await signFile(told, { mediaType: 'image/png', madeBy: 'studio', signing, signatureOf: signer.sign });
    expect(await isValidPicture(signed ?? new Uint8Array(0), 'png')).toBe(true);
    expect(
      await sharp(signed ?? told)
        .raw()
        .toBuffer(),
    ).toEqual(await sharp(file).raw().toBuffer());
  });
});
