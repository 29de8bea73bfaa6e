/** Deleting an account with 10,000 media files: how soon its keys are gone, how soon everything here, and whether twice as much takes twice as long. */

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { accountIdentity } from '../../src/accounts/account.ts';
import { openStores, type Stores } from '../../src/app/stores.ts';
import { servePrivacyRequest } from '../../src/chat/privacy/serve-requests.ts';
import { addErasure } from '../../src/chat/privacy/start-request.ts';
import { systemClock } from '../../src/clock.ts';
import { formats } from '../../src/generation/formats.ts';
import { randomId } from '../../src/ids.ts';
import { rightsOver } from '../support/rights-for-test.ts';
import { storePerson } from '../support/stored-person.ts';
import { configOf } from '../support/workplace.ts';
import { inBenchFolder } from './bench-folder.ts';
import type { Figure } from './report.ts';

const stills = Object.values(formats).flatMap(({ id, kind }) => (kind === 'still' ? [id] : []));
/** A photo and what was cut out of it, besides the pictures. */
const filesOfAnAd = stills.length + 2;
const large = { ads: 1_250 };
const small = { ads: large.ads / 2 };
const fileBytes = 4_000;
const mostMs = { keys: 100, all: 15_000 };
const mostForTwice = 2.4;

type Told = { files: number; keysMs: number; untilKeysMs: number; allMs: number };

export function erase(): Promise<Figure[]> {
  return inBenchFolder(async (folder) => {
    const { PATH = '', HOME = '/' } = process.env;
    const environment = { PATH, HOME, DATA_DIR: join(folder, 'data'), XDG_STATE_HOME: join(folder, 'state') };
    const stores = await openStores(configOf(environment), systemClock);
    try {
      // What runs for the first time is slower for reasons of its own.
      await erased(stores, 5);
      const [half, whole] = [await erased(stores, small.ads), await erased(stores, large.ads)];
      return figuresOf(half, whole);
    } finally {
      await stores.database.close();
    }
  });
}

async function erased(stores: Stores, ads: number): Promise<Told> {
  const photo = randomBytes(fileBytes);
  const { accountId, ownerId } = await storePerson(stores, { ads, formats: stills, photo: true, fileOf: () => photo });
  const deps = rightsOver(stores);
  const id = randomId();
  await addErasure(deps, id, {
    person: accountIdentity(accountId),
    place: null,
    locale: 'en',
    scope: { kind: 'account', handOver: false },
  });
  const at = new Map<string, number>();
  const { advance } = deps.privacyRequests;
  const noted: typeof advance = async (request, step, facts) => {
    await advance(request, step, facts);
    at.set(step, performance.now());
  };
  let keysMs = 0;
  const destroy: typeof deps.keyring.destroy = async (scope) => {
    await deps.keyring.destroy(scope);
    if (scope.startsWith('owner:') && !at.has('keys')) keysMs = performance.now() - moment('noted');
  };
  const moment = (step: string): number => at.get(step) ?? Number.NaN;
  const begun = performance.now();
  const watched = { keyring: { ...deps.keyring, destroy }, privacyRequests: { ...deps.privacyRequests, advance: noted } };
  await servePrivacyRequest({ ...deps, ...watched }, id);
  const receipt = (await deps.privacyRequests.read(id))?.receipt;
  if (!receipt || (await deps.owners.countRows(ownerId)) > 0) throw new Error('The account was not erased');
  return {
    files: ads * filesOfAnAd,
    keysMs,
    untilKeysMs: moment('keys') - begun,
    allMs: moment('receipt') - begun,
  };
}

function figuresOf(half: Told, whole: Told): Figure[] {
  const common = { unit: 'ms', floor: null } as const;
  return [
    {
      ...common,
      name: 'erase, keys',
      what: `the step that destroys the keys of an account with ${whole.files} media files`,
      ours: whole.keysMs,
      limit: { of: 'value', most: mostMs.keys },
      notes: [`${whole.untilKeysMs.toFixed(0)} ms after the erasure began: what is owed elsewhere is noted first`],
    },
    {
      ...common,
      name: 'erase, everything',
      what: 'from the beginning until nothing of it is left here, counted, and the receipt is signed',
      ours: whole.allMs,
      limit: { of: 'value', most: mostMs.all },
    },
    {
      ...common,
      name: 'erase, linear',
      what: `the same, beside an account with ${half.files} files`,
      ours: whole.allMs,
      floor: half.allMs,
      limit: { of: 'ratio', most: mostForTwice },
    },
  ];
}
