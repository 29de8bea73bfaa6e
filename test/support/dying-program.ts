/** The program, which ends by SIGKILL exactly before or after it writes down a step of a request about one's own data. Asked over its channel. */

import { hold } from '../../src/app/hold.ts';
import { configOrExit } from '../../src/app/run.ts';
import type { MediaArea } from '../../src/generation/ports.ts';
import { silentLogger } from '../../src/log.ts';

/** `write`: the so-manieth from now on, from 1. */
export type Death = { ask: 'die'; write: number; when: 'before' | 'after' };
/** What is left of everybody, as numbers. */
export type LeftQuestion = { ask: 'left' };
export type Left = Record<string, number>;

const areas: MediaArea[] = ['photos', 'cutouts', 'creatives', 'logos', 'fonts', 'previews', 'exports'];
const { app } = await hold(configOrExit(), { log: silentLogger, control: false, sweepSeconds: 2 });
const { database, media, keys } = app.stores;
let death: Death | null = null;

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};

/** The same write, unless it is the one to die at. */
function mortal<Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>): (...args: Args) => Promise<Result> {
  return async (...args) => {
    if (death) death = { ...death, write: death.write - 1 };
    const isNow = death?.write === 0;
    if (isNow && death?.when === 'before') return die();
    const result = await write(...args);
    return isNow ? die() : result;
  };
}
const { advance, saveReceipt, finish } = database.privacyRequests;
Object.assign(database.privacyRequests, { advance: mortal(advance), saveReceipt: mortal(saveReceipt), finish: mortal(finish) });

async function left(): Promise<Left> {
  const { prisma } = database.connection;
  const counts: Left = {
    members: await prisma.owner.count({ where: { kind: 'member' } }),
    ads: await prisma.ad.count(),
    photos: await prisma.photo.count(),
    creatives: await prisma.creative.count(),
    obligations: await prisma.obligation.count(),
    openRequests: await prisma.privacyRequest.count({ where: { state: { not: 'done' } } }),
    objects: 0,
    keysOfThings: 0,
  };
  for (const area of areas) for await (const _ of media.list(area)) counts['objects'] = (counts['objects'] ?? 0) + 1;
  for await (const scope of keys.list(''))
    if (/^(ad|photo|product|kit|obligation|request):/u.test(scope)) counts['keysOfThings'] = (counts['keysOfThings'] ?? 0) + 1;
  return counts;
}

process.on('message', (question: Death | LeftQuestion) => {
  if (question.ask === 'left') return void left().then((answer) => process.send?.(answer));
  death = question;
  process.send?.({});
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
